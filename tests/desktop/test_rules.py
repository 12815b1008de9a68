"""Rules in the window: why something is found or left alone, and what the brand does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from brandvoice.brand.profile import Brand
from brandvoice.desktop.changedialog import ChangeDialog
from brandvoice.desktop.dialog import Dialog, SentenceDialog
from brandvoice.desktop.phrasedialog import PhraseDialog
from brandvoice.desktop.ruledialog import RuleDialog
from brandvoice.workflow.brandbook import Brandbook
from brandvoice.workflow.rulebook import check_pack
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.rulespage import RulesPage
    from tests.desktop.conftest import Start

BOAST, PRAYER = "Termurah se-Indonesia", "Doa terbaik"
POST = f"{BOAST} 😀\n{PRAYER} untuk semua, harga tetap. Sambel ulek, Kak."
RULE = "claim/superlative"


@pytest.fixture
def place(private_home: Path) -> Workplace:
    place = Workplace(private_home / "workspace.sqlite3")
    place.approved("Sambel ulek dan sambel terasi.")
    place.approved("Teh melati.")
    place.draft(POST)
    return place


@pytest.fixture
def hands(start: Start, place: Workplace) -> Hands:
    place.desk.close()
    hands = Hands(start())
    draft = next(
        post
        for group in hands.program.office.shelf.groups()
        for post in group.posts
        if post.state == "draft"
    )
    hands.desk.open(draft.id)
    hands.wait()
    return hands


@pytest.fixture
def book(private_home: Path) -> Brandbook:
    return Brandbook.beside(private_home / "workspace.sqlite3")


def turn_to_rules(hands: Hands) -> RulesPage:
    hands.press("Ctrl+4")
    page = hands.program.window.screens.rules
    assert page
    return page


def listed(page: RulesPage) -> list[str]:
    """The ids of the rules on view."""
    model = page.rules.rows
    rows = [model.row(model.index(place)) for place in range(model.rowCount())]
    return [row.post for row in rows if row.post]


def search(hands: Hands, page: RulesPage, words: str) -> None:
    hands.press("Ctrl+F")
    assert page.search.hasFocus()
    page.search.clear()
    QTest.keyClicks(page.search, words)
    until(lambda: not page._pause.isActive())  # noqa: SLF001 - its pause is not a lane's


def tried(hands: Hands, dialog: ChangeDialog | PhraseDialog) -> str:
    hands.wait()
    until(lambda: "…" not in dialog.trial.sentence.text())
    return dialog.trial.sentence.text()


def said(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_card_opens_its_rule_and_the_rule_its_place_in_the_list(hands: Hands) -> None:
    hands.click(f"Tentang aturan ini “{BOAST}”")
    dialog = hands.dialog(RuleDialog)
    told = dialog.view.toPlainText()
    for words in ("Yang dicari", "Kapan boleh", "Ditandai", "Lebih baik ditulis", RULE):
        assert words in told
    hands.click("Buka di daftar aturan", dialog)
    page = hands.program.window.screens.rules
    assert page
    assert hands.program.window.screens.current == "rules"
    assert page.rule == RULE
    assert page.view.toPlainText().startswith("Paling, nomor satu")


def test_the_rule_at_the_cursor_opens_by_key(hands: Hands) -> None:
    hands.click_words(BOAST)
    hands.press("Ctrl+I")
    assert RULE in hands.dialog(RuleDialog).view.toPlainText()
    QTest.keyClick(hands.dialog(RuleDialog), Qt.Key.Key_Escape)


def test_a_card_says_which_words_nearby_raised_it(hands: Hands) -> None:
    hands.paste("\nWarung terenak soal harga.")
    (card,) = [one for one in hands.desk.findings.cards if one.shown.finding.words == "terenak"]
    told = [label.text() for label in card.findChildren(QLabel)]
    assert "Ditandai karena ada juga kata “harga”." in told


def test_what_was_left_alone_is_told_when_it_is_asked_for(hands: Hands) -> None:
    passed = hands.desk.findings.passed
    assert passed.opener.text() == "Dibiarkan: 1"
    assert not passed.reasons
    QTest.keyClick(passed.opener, Qt.Key.Key_Space)
    (reason,) = passed.reasons
    assert reason == "“terbaik”: itu bagian dari ungkapan tetap"
    hands.click(reason)
    assert RULE in hands.dialog(RuleDialog).view.toPlainText()
    hands.dialog(RuleDialog).close()
    hands.paper.selectAll()
    hands.write("Halo")
    hands.wait()
    assert not passed.isVisible()


@pytest.mark.parametrize("words", ["termurah", "superlative", RULE, "paling, nomor"])
def test_rules_are_searched_in_both_languages(hands: Hands, words: str) -> None:
    page = turn_to_rules(hands)
    assert len(listed(page)) > 50
    search(hands, page, words)
    assert RULE in listed(page)
    assert len(listed(page)) < 20


def test_a_search_that_finds_nothing_says_so(hands: Hands) -> None:
    page = turn_to_rules(hands)
    search(hands, page, "xyzzy")
    assert listed(page) == []
    assert not page.view.isVisible()
    search(hands, page, "")
    assert page.view.isVisible()


def test_a_rule_is_switched_off_and_on_and_open_posts_follow(hands: Hands, book: Brandbook) -> None:
    page = turn_to_rules(hands)
    page.look_up(RULE)
    hands.click("Matikan…")
    dialog = hands.dialog(ChangeDialog)
    assert tried(hands, dialog) == "Tidak ada temuan di 2 tulisan terakhir yang disetujui."
    hands.click("Matikan", dialog)
    assert book.read()[0].off == (RULE,)
    assert page.rule == RULE
    assert not page.settings.weights["note"].isEnabled()
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == []
    assert hands.desk.findings.cards == ()
    hands.press("Ctrl+4")
    hands.click("Nyalakan…")
    hands.click("Nyalakan", hands.dialog(ChangeDialog))
    assert book.read()[0].off == ()
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == [BOAST]


def test_a_change_that_is_cancelled_changes_nothing(hands: Hands, book: Brandbook) -> None:
    page = turn_to_rules(hands)
    page.look_up(RULE)
    hands.click("menahan")
    hands.click("Batal", hands.dialog(ChangeDialog))
    assert page.settings.weights["warning"].isChecked()
    assert not book.profile.exists()


def test_a_rule_can_be_made_graver_and_as_it_was_again(hands: Hands, book: Brandbook) -> None:
    page = turn_to_rules(hands)
    page.look_up(RULE)
    hands.click("menahan")
    hands.click("Ubah", hands.dialog(ChangeDialog))
    assert book.read()[0].severity == {RULE: "blocker"}
    assert "Klaim · menahan" in page.view.toPlainText()
    hands.press("Ctrl+1")
    (card,) = hands.desk.findings.cards
    assert card.shown.finding.severity == "blocker"
    hands.press("Ctrl+4")
    hands.click("perlu keputusan")
    hands.click("Ubah", hands.dialog(ChangeDialog))
    assert "hanya pemberi persetujuan" in said(hands.dialog(SentenceDialog))
    assert book.read()[0].severity == {RULE: "blocker"}
    hands.click("Tutup", hands.dialog(SentenceDialog))
    office = hands.program.office
    office.set_people(office.people, next(one.id for one in office.people if one.approves))
    hands.click("perlu keputusan")
    hands.click("Ubah", hands.dialog(ChangeDialog))
    assert book.read()[0].severity == {RULE: "blocker"}, "nothing before it is signed"
    hands.click("Tanda tangani", hands.sign_under())
    assert book.read()[0].severity == {}


def test_words_of_one_s_own_are_tried_kept_and_deleted(hands: Hands, book: Brandbook) -> None:
    hands.press("Ctrl+K")
    dialog = hands.dialog(PhraseDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.words, "sambel ulek")
    until(lambda: "ada satu: “Sambel ulek”" in dialog.here.text())
    assert not dialog.confirm.isEnabled()
    assert "alasannya" in said(dialog)
    QTest.keyClicks(dialog.why, "Kami menulisnya sambal.")
    QTest.keyClicks(dialog.instead, "sambal ulek")
    until(dialog.confirm.isEnabled)
    hands.click("Coba pada tulisan terdahulu", dialog)
    told = tried(hands, dialog)
    assert told == "Akan menandai 1 dari 2 tulisan terakhir yang disetujui."
    (row,) = (dialog.trial.posts.rows.row(dialog.trial.posts.rows.index(0)),)
    assert (row.title, row.detail) == ("Sambel ulek dan sambel terasi.", "“Sambel ulek”")
    hands.click("Simpan", dialog)
    assert check_pack(book.rules) == []
    (card,) = [one for one in hands.desk.findings.cards if one.shown.finding.category == "voice"]
    assert card.shown.finding.words == "Sambel ulek"
    hands.click("Ganti: “Sambal ulek”", card)
    assert "Sambal ulek, Kak." in hands.paper.text()
    hands.press("Ctrl+Z")
    page = turn_to_rules(hands)
    search(hands, page, "sambel ulek")
    assert listed(page) == ["voice/sambel-ulek"]
    hands.click("Hapus…")
    hands.click("Hapus", hands.dialog(ChangeDialog))
    assert not (book.rules / "voice" / "sambel-ulek.toml").exists()
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == [BOAST]


def test_words_that_a_rule_finds_already_are_named(hands: Hands) -> None:
    hands.press("Ctrl+K")
    dialog = hands.dialog(PhraseDialog)
    QTest.keyClicks(dialog.words, "termurah se-Indonesia")
    until(lambda: "“paling, nomor satu”" in dialog.here.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_written_by_hand_counts_when_the_window_comes_back(
    hands: Hands, book: Brandbook
) -> None:
    book.folder.mkdir()
    book.profile.write_text(f'[rules]\noff = ["{RULE}"]\n', encoding="utf-8")
    changes: list[None] = []
    hands.program.office.ruling.changed.connect(lambda: changes.append(None))
    for _ in range(2):
        QApplication.sendEvent(hands.program.window, QEvent(QEvent.Type.ActivationChange))
        hands.wait()
    assert underlined(hands.paper) == []
    assert len(changes) == 1, "what is the same is not told again"


def test_another_workspace_has_a_brand_of_its_own(hands: Hands, private_home: Path) -> None:
    other = private_home / "other.sqlite3"
    place = Workplace(other)
    place.draft(POST)
    place.desk.close()
    Brandbook.beside(other).save(Brand(off=(RULE,)))
    assert underlined(hands.paper) == [BOAST]
    hands.program.office.open_elsewhere(other)
    until(lambda: hands.program.office.cabinet.workspace == other)
    hands.wait()
    assert underlined(hands.paper) == []


def test_a_brand_folder_with_mistakes_is_told_and_the_rest_works(
    start: Start, place: Workplace, book: Brandbook
) -> None:
    place.desk.close()
    book.add_rule("voice/salah", 'kind = "frase"\n')
    book.profile.write_text('trade = "laut"\nname = "Kopi"\n', encoding="utf-8")
    hands = Hands(start())
    told = said(hands.dialog(SentenceDialog))
    assert "laut" in told
    assert "salah.toml:1" in told
    hands.dialog(SentenceDialog).accept()
    hands.wait()
    assert hands.program.office.ruling.index
    assert hands.program.office.ruling.index.brand.name == "Kopi"
    hands.program.window.menus.spoken.emit("en")  # another window does not say it again
    hands.wait()
    hands.press("Ctrl+5")
    assert "laut" in hands.program.window.screens.currentWidget().brand.trouble  # type: ignore[attr-defined]


def test_every_part_of_the_rules_can_be_reached_with_tab(hands: Hands) -> None:
    page = turn_to_rules(hands)
    page.search.setFocus()
    reached = []
    for _ in range(16):
        focused = hands.program.window.focusWidget()
        assert focused
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    weights = page.settings.weights.values()
    assert any(chip in reached for chip in weights)
    assert {page.search, page.rules, page.view, page.add, page.settings.switch} <= set(reached)
