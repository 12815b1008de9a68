"""Stages, slots, comments and waivers for the brand, as people meet them in the window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from brandvoice.approval.flow import Flow, Stage
from brandvoice.desktop.approving import ApproveManyDialog
from brandvoice.desktop.commentdialog import CommentDialog
from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.queue import QueuePage
from brandvoice.desktop.settingspage import SettingsPage
from brandvoice.desktop.submitdialog import SubmitDialog
from brandvoice.desktop.waivedialog import WaiveDialog
from tests.desktop.window import Hands
from tests.desktop.workplace import APPROVER, Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.postlist import PostList
    from brandvoice.desktop.postrow import Row
    from tests.desktop.conftest import Start

HOUR = timedelta(hours=1)
PLAIN = "Toko buka jam sembilan pagi."
BOAST = "Sambal termurah se-Indonesia"


def begin(start: Start, place: Workplace, person: str) -> Hands:
    """The window, with `person` at it."""
    place.desk.close()
    hands = Hands(start())
    office = hands.program.office
    office.set_people(office.people, person)
    hands.wait()
    return hands


def queue(hands: Hands) -> QueuePage:
    hands.press("Ctrl+2")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, QueuePage)
    return page


def listed(page: QueuePage) -> list[str]:
    rows = page.posts.rows
    return [rows.row(rows.index(place)).title for place in range(rows.rowCount())]


def only_row(posts: PostList) -> Row:
    """The row of the only post in a list."""
    places = range(posts.rows.rowCount())
    (row,) = [one for one in map(posts.rows.row, map(posts.rows.index, places)) if one.post]
    return row


def due(place: Workplace, text: str, at: datetime) -> PostState:
    """A post of Dewi's, handed in with a slot."""
    post = place.draft(text)
    return place.desk.submit(post.id, text, place.dewi.id, place.check(text), at)


def test_the_queue_tells_what_waits_for_me_first_and_by_slot(
    start: Start, place: Workplace
) -> None:
    tono = place.desk.add_person("Tono", APPROVER, place.rina.id).id
    now = datetime.now(UTC)
    place.desk.set_flow(Flow((Stage("Hukum", "any", (tono,)),)), place.rina.id)
    due(place, "Punya Tono", now + HOUR)
    place.desk.set_flow(Flow(), place.rina.id)
    due(place, "Nanti", now + 90 * HOUR)
    due(place, "Segera", now + 2 * HOUR)
    place.submitted("Kapan saja")
    hands = begin(start, place, place.rina.id)
    assert listed(queue(hands)) == [
        *("Menungguku, segera · 1", "Segera"),
        *("Menungguku · 2", "Nanti", "Kapan saja"),
        *("Menunggu orang lain · 1", "Punya Tono"),
    ]
    assert "3 menunggu" in hands.program.window.sidebar.buttons["queue"].toolTip()


def test_the_stages_of_a_post_and_who_is_waited_for_stand_on_the_desk(
    start: Start, place: Workplace
) -> None:
    tono = place.desk.add_person("Tono", APPROVER, place.rina.id).id
    stages = Stage("Redaksi", "any", (place.rina.id,)), Stage("Hukum", "all", (tono,))
    place.desk.set_flow(Flow(stages), place.rina.id)
    post = place.submitted(PLAIN)
    hands = begin(start, place, place.rina.id)
    hands.desk.open(post.id)
    hands.wait()
    assert hands.desk.view.stages.told == ["● Redaksi: menunggu Rina", "2 · Hukum"]
    hands.press("Ctrl+Shift+A")
    hands.click("Setujui", hands.sign())
    assert hands.desk.view.stages.told == ["✓ Redaksi: Rina", "● Hukum: 0 dari 1, menunggu Tono"]
    assert "Tahap ini untuk Tono" in hands.desk.view.decisions.reason


def test_a_post_is_handed_in_with_a_slot_and_an_end(start: Start, place: Workplace) -> None:
    post = place.draft(PLAIN)
    hands = begin(start, place, place.dewi.id)
    hands.press("Ctrl+Alt+Return")
    dialog = hands.dialog(SubmitDialog)
    assert dialog.due.moment is None
    dialog.due.box.click()
    past = QDateTime.currentDateTime().addSecs(-60)
    dialog.due.field.setDateTime(past)
    assert not dialog.confirm.isEnabled()
    assert "sudah lewat" in dialog.wrong.text()
    later = QDateTime.currentDateTime().addSecs(7200)
    dialog.due.field.setDateTime(later)
    dialog.valid_until.box.click()
    hands.click("Ajukan", dialog)
    state = hands.program.office.shelf.get(post.id)
    assert state is not None
    assert state.state == "in_review"
    assert state.due == datetime.fromtimestamp(later.toSecsSinceEpoch(), UTC)
    assert state.valid_until is not None
    assert state.valid_until > state.due
    assert any("Jadwal" in told for told in hands.desk.view.stages.told)


def test_a_post_that_missed_its_slot_says_so_and_is_submitted_again(
    start: Start, private_home: Path
) -> None:
    now = datetime.now(UTC)
    times = iter([now - 3 * HOUR + timedelta(seconds=one) for one in range(1000)])
    place = Workplace(private_home / "workspace.sqlite3", lambda: next(times))
    post = due(place, PLAIN, now - HOUR)
    hands = begin(start, place, place.dewi.id)
    hands.desk.open(post.id)
    hands.wait()
    assert hands.desk.view.state_words == "Kedaluwarsa"
    assert "belum ada yang menyetujui" in hands.desk.view.banner.sentence
    assert listed(queue(hands)) == ["Jadwal terlewat · 1", PLAIN]
    hands.press("Ctrl+Shift+Return")
    assert hands.desk.view.state_words == "Menunggu keputusan"


def test_several_are_approved_at_once_and_who_was_refused_is_said(
    start: Start, place: Workplace
) -> None:
    plain, other = place.submitted(PLAIN), place.submitted("Besok libur.")
    boast = place.submitted(BOAST)
    hands = begin(start, place, place.rina.id)
    page = queue(hands)
    assert not page.approve.isVisible()
    for post in (plain, other, boast):
        index = page.posts.rows.place_of(post.id)
        page.posts.setCurrentIndex(index)
        QTest.keyClick(page.posts, Qt.Key.Key_Space)
    assert page.approve.text() == "Setujui yang dipilih (2)"  # the boast has no box to tick
    hands.click("Setujui yang dipilih (2)")
    hands.desk.writing.keeping.flush()
    assert isinstance(hands.sign_under(), ApproveManyDialog)
    hands.click("Setujui 2", hands.dialog(ApproveManyDialog))
    said = [label.text() for label in hands.dialog(SentenceDialog).findChildren(QLabel)]
    assert "2 unggahan disetujui." in said
    states = [hands.program.office.shelf.get(post.id) for post in (plain, other, boast)]
    assert [one.state for one in states if one] == ["approved", "approved", "in_review"]


def test_words_are_commented_on_found_again_and_settled(start: Start, place: Workplace) -> None:
    place.draft("Halo 😀 semua")
    hands = begin(start, place, place.dewi.id)
    cursor = hands.paper.document().find("semua")
    hands.paper.setTextCursor(cursor)
    hands.press("Ctrl+Alt+M")
    dialog = hands.dialog(CommentDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, "siapa semua?")
    hands.click("Simpan komentar", dialog)
    (card,) = hands.desk.remarks.cards
    assert (card.comment.words, card.comment.said) == ("semua", "siapa semua?")
    hands.paper.moveCursor(hands.paper.textCursor().MoveOperation.Start)
    hands.click("“semua”", hands.desk.remarks)
    assert hands.paper.textCursor().selectedText() == "semua"
    hands.click("Tandai beres", hands.desk.remarks)
    (card,) = hands.desk.remarks.cards
    assert not card.comment.open
    assert hands.desk.remarks.opener.text() == "Komentar · 0 dari 1"


def test_words_are_waived_for_the_whole_brand_shown_so_and_ended_in_the_settings(
    start: Start, place: Workplace
) -> None:
    post = place.submitted(BOAST)
    hands = begin(start, place, place.rina.id)
    hands.desk.open(post.id)
    hands.wait()
    hands.press("F8")
    hands.press("Ctrl+Shift+.")
    dialog = hands.dialog(WaiveDialog)
    dialog.everywhere.click()
    QTest.keyClicks(dialog.field, "ada survei 2026")
    hands.click("Kecualikan", hands.sign())
    (card,) = hands.desk.findings.cards
    assert card.shown.waiver is not None
    assert card.shown.waiver.scope == "brand"
    assert "bersih" in only_row(hands.desk.posts).detail, "counted as the post itself shows it"
    row = only_row(queue(hands).posts)
    assert "bersih" in row.detail
    assert row.ticked is False, "it may be approved together with others"
    hands.press("Ctrl+1")
    assert any("Berlaku di semua tulisan" in one.text() for one in card.findChildren(QLabel))
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    hands.click("Akhiri “termurah se-Indonesia”", page)
    hands.click("Akhiri", hands.sign_under())
    hands.press("Ctrl+1")
    (card,) = hands.desk.findings.cards
    assert card.shown.waiver is None
    assert "1 temuan" in only_row(hands.desk.posts).detail


def test_only_an_approver_is_asked_how_far_a_waiver_reaches(start: Start, place: Workplace) -> None:
    place.draft(BOAST)
    hands = begin(start, place, place.dewi.id)
    hands.press("F8")
    hands.press("Ctrl+Shift+.")
    assert not hands.dialog(WaiveDialog).everywhere.isVisible()


def test_the_flow_is_set_in_the_settings_and_what_cannot_be_is_said(
    start: Start, place: Workplace
) -> None:
    hands = begin(start, place, place.rina.id)
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, SettingsPage)
    form = page.flow
    assert not form.save.isEnabled()
    hands.click("+ Tahap", form)
    QTest.keyClicks(form.stages[0].name, "Redaksi")
    hands.click("Simpan alur", form)
    hands.click("Simpan alur", hands.sign_under())
    assert "nama" in form.wrong.text()
    QTest.keyClicks(form.stages[1].name, "Hukum")
    form.stages[1].people.chips[place.rina.id].click()
    hands.click("Simpan alur", form)
    hands.click("Simpan alur", hands.sign_under())
    house = hands.program.office.watch.house
    assert house is not None
    assert house.flow.stages == (Stage("Redaksi"), Stage("Hukum", "any", (place.rina.id,)))
    assert not form.wrong.isVisible()
    assert not form.save.isEnabled()


def test_a_writer_sees_the_flow_and_cannot_change_it(start: Start, place: Workplace) -> None:
    hands = begin(start, place, place.dewi.id)
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, SettingsPage)
    assert not page.flow.isEnabled()


def test_a_reminder_is_shown_once_for_each_step(start: Start, place: Workplace) -> None:
    due(place, PLAIN, datetime.now(UTC) + HOUR)
    hands = begin(start, place, place.rina.id)
    reminder = hands.program.window.staff.reminder
    assert reminder.isVisible()
    assert PLAIN in reminder.sentence.text()
    hands.click("Lihat antrean")
    assert hands.program.window.screens.current == "queue"
    assert not reminder.isVisible()
    hands.program.office.watch.look()
    hands.wait()
    assert not reminder.isVisible()
