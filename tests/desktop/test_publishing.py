"""Saying in the window what went out, and what was taken down, as people meet it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from brandvoice.approval.publishing import Posted
from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.downdialog import TakenDownDialog
from brandvoice.desktop.history import HistoryPage
from brandvoice.desktop.posteddialog import PostedDialog
from brandvoice.desktop.timelineview import TimelineView
from brandvoice.desktop.versionsdialog import VersionsDialog
from brandvoice.workflow.desk import Desk
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

PLAIN = "Toko buka jam sembilan pagi."
OTHER = "Toko buka\u00a0jam sepuluh 😀"


def begin(start: Start, place: Workplace) -> Hands:
    place.desk.close()
    hands = Hands(start())
    hands.wait()
    return hands


def stored(hands: Hands) -> PostState:
    assert hands.program.office.cabinet.workspace is not None
    desk = Desk.open(hands.program.office.cabinet.workspace)
    (post,) = desk.posts()
    assert desk.verify().intact
    desk.close()
    return post


def test_an_approved_post_is_marked_as_posted_and_taken_down(
    start: Start, place: Workplace
) -> None:
    place.approved(PLAIN)
    hands = begin(start, place)
    hands.click("Tandai sudah terbit…", hands.desk)
    dialog = hands.dialog(PostedDialog)
    assert "Disetujui oleh Rina" in dialog.outcome.text()
    assert dialog.words.toPlainText() == PLAIN
    QTest.keyClicks(dialog.address, "https://example.com/p/1")
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    hands.wait()
    (one,) = stored(hands).publications
    assert (one.approved, one.address, one.channels) == (
        True,
        "https://example.com/p/1",
        ("instagram",),
    )
    assert hands.desk.view.published.told[0].startswith("Terbit · Instagram · ")
    hands.click("Sudah diturunkan…", hands.desk)
    down = hands.dialog(TakenDownDialog)
    QTest.keyClicks(down.note, "promo selesai")
    QTest.keyClick(down, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    assert stored(hands).publications[0].until is not None
    assert hands.desk.view.published.told[0].startswith("Diturunkan · Instagram · ")


def test_words_that_differ_are_pasted_told_loudly_and_compared(
    start: Start, place: Workplace
) -> None:
    place.approved(PLAIN)
    hands = begin(start, place)
    hands.press("Ctrl+3")
    history = hands.program.window.screens.history
    assert isinstance(history, HistoryPage)
    hands.wait()
    QTest.mouseClick(history.posted, Qt.MouseButton.LeftButton)
    hands.wait()
    dialog = hands.dialog(PostedDialog)
    dialog.which.setCurrentIndex(dialog.which.count() - 1)
    QGuiApplication.clipboard().setText(OTHER)
    dialog.words.selectAll()
    QTest.keyClick(dialog.words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "TERBIT TANPA PERSETUJUAN: bukan kata-kata versi 1" in dialog.outcome.text()
    assert "Disiapkan oleh Dewi" in dialog.outcome.text()
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    hands.wait()
    assert stored(hands).publications[0].standing == "differs"
    (timeline,) = hands.program.window.findChildren(TimelineView)
    assert "TERBIT TANPA PERSETUJUAN" in timeline.toPlainText()
    assert "sepuluh" in timeline.toPlainText()
    row = history.rows.data(history.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "terbit tanpa persetujuan" in str(row)
    hands.click("Bandingkan versi…", history)
    compared = hands.dialog(VersionsDialog)
    old, new = compared.chosen
    assert (old.text, new.text, new.posted) == (PLAIN, OTHER, True)


def test_a_draft_nobody_approved_is_marked_by_keyboard_after_it_is_saved(
    start: Start, place: Workplace
) -> None:
    place.draft(PLAIN)
    hands = begin(start, place)
    hands.paper.setFocus()
    QTest.keyClicks(hands.paper, "Ya, ")
    hands.press("Ctrl+Shift+G")
    dialog = hands.dialog(PostedDialog)
    assert dialog.words.toPlainText().startswith("Ya, ")
    assert "TERBIT TANPA PERSETUJUAN" in dialog.outcome.text()
    dialog.when.set_moment(datetime.now(UTC) + timedelta(days=1))
    assert not dialog.confirm.isEnabled()
    assert "belum tiba" in dialog.outcome.text()
    dialog.when.set_moment(datetime.now(UTC).replace(second=0, microsecond=0))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    post = stored(hands)
    assert (post.state, post.publications[0].standing) == ("draft", "unapproved")
    assert hands.desk.view.published.told[0].startswith("TERBIT TANPA PERSETUJUAN")


def test_words_that_went_out_stay_readable_when_the_draft_goes_on(
    start: Start, place: Workplace
) -> None:
    post = place.draft(PLAIN)
    said = Posted(PLAIN, ("instagram",), place.desk.workspace.now())
    place.desk.mark_posted(post.id, said, place.dewi.id)
    place.desk.save(post.id, "Lain lagi.", place.dewi.id)
    hands = begin(start, place)
    hands.press("Ctrl+3")
    hands.wait()
    (timeline,) = hands.program.window.findChildren(TimelineView)
    assert PLAIN in timeline.toPlainText()
    assert "Lain lagi." in timeline.toPlainText()
    hands.press("Ctrl+D")
    compared = hands.dialog(VersionsDialog)
    assert [one.text for one in compared.chosen] == ["Lain lagi.", PLAIN]


def test_what_is_not_out_cannot_be_taken_down(start: Start, place: Workplace) -> None:
    place.approved(PLAIN)
    hands = begin(start, place)
    assert not hands.desk.view.decisions.findChildren(TakenDownDialog)
    hands.press("Ctrl+Shift+D")
    assert hands.dialog(SentenceDialog)
    hands.dialog(SentenceDialog).close()
