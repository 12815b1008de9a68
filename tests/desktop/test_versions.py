"""Comparing versions in the window: any two, side by side or in one text, findings included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.versionsdialog import VersionsDialog
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

FIRST = "Sepatu dengan kartu garansi 😀 untuk semua"
SECOND = "Sepatu dengan kotak kayu 😀 untuk semua"
THIRD = "Sepatu termurah se-Indonesia 🇮🇩 untuk semua"


def comparing(start: Start, place: Workplace) -> tuple[Hands, VersionsDialog]:
    """A post of two recorded versions, and a third on the paper."""
    post = place.approved(FIRST)
    place.desk.save(post.id, SECOND, place.dewi.id)
    place.desk.close()
    hands = Hands(start())
    hands.desk.open(post.id)
    hands.wait()
    hands.paper.selectAll()
    hands.paste(THIRD)
    hands.press("Ctrl+D")
    return hands, hands.dialog(VersionsDialog)


def test_what_was_approved_stands_beside_what_is_on_the_paper(
    start: Start, place: Workplace
) -> None:
    hands, dialog = comparing(start, place)
    hands.wait()
    assert [one.number for one in dialog.chosen] == [1, None]
    assert dialog.left.toPlainText() == FIRST
    assert dialog.right.toPlainText() == THIRD
    assert "termurah se-Indonesia" in dialog.findings["new"].toPlainText()
    assert "aturan hari ini" in dialog.source.text()
    dialog.reject()


def test_any_other_two_can_be_chosen_by_keyboard(start: Start, place: Workplace) -> None:
    hands, dialog = comparing(start, place)
    dialog.old.setFocus()
    QTest.keyClick(dialog.old, Qt.Key.Key_Down)
    hands.wait()
    assert [one.number for one in dialog.chosen] == [2, None]
    assert dialog.left.toPlainText() == SECOND
    dialog.reject()


def test_both_can_be_read_in_one_text(start: Start, place: Workplace) -> None:
    _, dialog = comparing(start, place)
    dialog.inline.click()
    assert not dialog.right.isVisible()
    words = dialog.left.toPlainText()
    assert "kartu garansi" in words
    assert "termurah se-Indonesia" in words
    dialog.beside.click()
    assert dialog.right.isVisible()
    dialog.reject()


def test_a_post_with_one_version_says_so(start: Start, place: Workplace) -> None:
    post = place.approved("Jam buka Senin")
    place.desk.close()
    hands = Hands(start())
    hands.desk.open(post.id)
    hands.wait()
    hands.press("Ctrl+D")
    told = hands.dialog(SentenceDialog)
    assert any("satu versi" in label.text() for label in told.findChildren(QLabel))
    told.accept()


def test_the_history_compares_too(start: Start, place: Workplace) -> None:
    post = place.approved(FIRST)
    place.desk.save(post.id, SECOND, place.dewi.id)
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+3")
    hands.click("Bandingkan versi…")
    dialog = hands.dialog(VersionsDialog)
    assert [one.number for one in dialog.chosen] == [1, 2]
    dialog.reject()
