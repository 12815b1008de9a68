"""Making the rules one's own: search, read, switch off, add words, try them, see them count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brandvoice.desktop.changedialog import ChangeDialog
from brandvoice.desktop.phrasedialog import PhraseDialog
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.rulespage import RulesPage
    from tests.desktop.conftest import Start

POST = "Buruan order ya bun! 😀\nBumbu pecel kami baru."


def test_from_a_search_to_a_rule_of_one_s_own(start: Start, private_home: Path) -> None:
    place = Workplace(private_home / "workspace.sqlite3")
    for number in range(3):
        place.approved(f"Bumbu pecel nomor {number}, {'bumbu rujak' if number else 'kopi'}.")
    place.draft(POST)
    place.desk.close()
    hands = Hands(start())
    hands.desk.open(hands.program.office.shelf.groups()[0].posts[0].id)
    hands.wait()
    assert underlined(hands.paper) == ["Buruan order"]
    _search_read_and_switch_off(hands)
    _add_words_and_try_them(hands)
    assert underlined(hands.paper) == ["Bumbu pecel"]
    _start_again(start)


def _search_read_and_switch_off(hands: Hands) -> None:
    hands.press("Ctrl+4")
    page = _page(hands)
    hands.press("Ctrl+F")
    QTest.keyClicks(page.search, "buruan")
    until(lambda: page.rule == "selling/urgency" or _next(page))
    assert "mendesak" in page.view.toPlainText()
    hands.click("Matikan…")
    dialog = hands.dialog(ChangeDialog)
    until(lambda: "3 tulisan terakhir yang disetujui" in dialog.trial.sentence.text())
    hands.click("Matikan", dialog)
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == []
    assert hands.desk.findings.cards == ()


def _next(page: RulesPage) -> bool:
    """One rule further down the list."""
    QTest.keyClick(page.rules, Qt.Key.Key_Down)
    return False


def _add_words_and_try_them(hands: Hands) -> None:
    hands.press("Ctrl+4")
    hands.click("Tambah kata sendiri…")
    dialog = hands.dialog(PhraseDialog)
    QTest.keyClicks(dialog.words, "bumbu pecel")
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.why, "Namanya sekarang Bumbu Madiun.")
    until(dialog.tryout.isEnabled)
    assert "“Bumbu pecel”" in dialog.here.text()
    hands.click("Coba pada tulisan terdahulu", dialog)
    until(lambda: "menandai 3 dari 3" in dialog.trial.sentence.text())
    assert dialog.trial.posts.rows.rowCount() == 3
    hands.click("Simpan", dialog)
    hands.press("Ctrl+1")
    (card,) = hands.desk.findings.cards
    assert card.shown.finding.why.id == "Namanya sekarang Bumbu Madiun."


def _start_again(start: Start) -> None:
    """What was decided is in the brand's folder: the next start knows it."""
    again = Hands(start())
    again.desk.open(again.program.office.shelf.groups()[0].posts[0].id)
    again.wait()
    assert underlined(again.paper) == ["Bumbu pecel"]


def _page(hands: Hands) -> RulesPage:
    page = hands.program.window.screens.rules
    assert page
    return page
