"""The History: pages as one scrolls, filters that find, timelines that tell."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QProgressBar

from brandvoice.desktop.dialog import Dialog, SentenceDialog
from brandvoice.desktop.exportdialog import Order
from brandvoice.desktop.exporting import Exporting
from tests.desktop.conftest import settled, until
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from brandvoice.desktop.history import HistoryPage
    from brandvoice.workflow.archive import Archive
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

FAILURES = QAbstractItemModelTester.FailureReportingMode.Fatal


def looking(start: Start, place: Workplace) -> tuple[Hands, HistoryPage]:
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+3")
    history = hands.program.window.screens.history
    assert history
    return hands, history


def titles(history: HistoryPage) -> list[str]:
    rows = history.rows
    return [str(rows.index(row).data()) for row in range(rows.rowCount())]


def test_all_posts_come_page_by_page_newest_first_and_none_twice(
    start: Start, place: Workplace
) -> None:
    for number in range(250):
        place.desk.start(place.dewi.id, f"Tulisan {number}")
    hands, history = looking(start, place)
    tester = QAbstractItemModelTester(history.rows, FAILURES)
    assert history.rows.rowCount() == 100
    while history.rows.rowCount() < 250:
        history.list.scrollToBottom()
        hands.wait()
    assert titles(history) == [f"Tulisan {number}" for number in reversed(range(250))]
    assert "250 tulisan" in told(history)
    tester.deleteLater()


def test_an_answer_to_older_words_is_dropped(start: Start, place: Workplace) -> None:
    for number in range(150):
        place.desk.start(place.dewi.id, f"Kopi {number}")
    place.desk.start(place.dewi.id, "Teh")
    hands, history = looking(start, place)
    history.list.scrollToBottom()
    history.bar.search.setText("teh")
    history.refresh()
    hands.wait()
    assert titles(history) == ["Teh"]


def test_each_filter_finds_its_posts(start: Start, place: Workplace) -> None:
    place.draft("Termurah se-Indonesia!")
    place.approved("Jam buka Senin")
    other = place.desk.start(place.dewi.id, "Untuk X")
    place.desk.set_channels(other.id, ("x",), place.dewi.id)
    hands, history = looking(start, place)
    bar = history.bar
    for box, value, found in (
        (bar.state, "approved", ["Jam buka Senin"]),
        (bar.person, place.rina.id, ["Jam buka Senin"]),
        (bar.channel, "x", ["Untuk X"]),
        (bar.family, "claim", ["Termurah se-Indonesia!"]),
        (bar.period, "today", ["Untuk X", "Jam buka Senin", "Termurah se-Indonesia!"]),
    ):
        box.setCurrentIndex(box.findData(value))
        until(lambda found=found: titles(history) == found)  # type: ignore[misc]
        hands.click("Hapus saringan")
        until(lambda: len(titles(history)) == 3)
    bar.period.setCurrentIndex(bar.period.findData("between"))
    assert bar.since.isVisible()
    bar.since.setDate(bar.since.date().addDays(-9))
    bar.until.setDate(bar.until.date().addDays(-8))
    until(lambda: titles(history) == [])
    assert "Tidak ada yang cocok" in told(history)


def test_the_timeline_tells_who_when_what_and_why_with_the_changed_words(
    start: Start, place: Workplace
) -> None:
    post = place.approved("Buka pagi", "Siap tayang")
    place.desk.save(post.id, "Buka siang", place.dewi.id)
    _, history = looking(start, place)
    shown = history.timeline.toPlainText()
    for words in ("Dewi", "Rina", "Siap tayang", "versi 1", "versi 2", "(UTC", "Sidik "):
        assert words in shown
    cursor = history.timeline.document().find("pagi")
    assert cursor.charFormat().fontStrikeOut()
    cursor = history.timeline.document().find("siang")
    assert cursor.charFormat().fontUnderline()


def test_a_post_is_opened_on_the_desk(start: Start, place: Workplace) -> None:
    place.draft("Pertama")
    place.draft("Kedua")
    hands, history = looking(start, place)
    QTest.keyClick(history.list, Qt.Key.Key_Down)
    hands.wait()
    hands.click("Buka di Meja")
    assert hands.program.window.screens.current == "desk"
    assert hands.paper.text() == "Pertama"


def test_a_post_that_looks_like_html_is_read_as_it_is(start: Start, place: Workplace) -> None:
    text = "<b>Promo</b> <img src=x> &amp; 50%"
    place.draft(text)
    hands, history = looking(start, place)
    assert titles(history) == [text]
    assert text in told(history)
    assert text in history.timeline.toPlainText()
    hands.press("Ctrl+1")
    assert hands.paper.text() == text


def test_the_record_is_proved_when_somebody_asks(start: Start, place: Workplace) -> None:
    place.approved("Jam buka Senin")
    hands, _ = looking(start, place)
    hands.click("Periksa riwayat")
    until(lambda: bool(hands.program.window.findChildren(SentenceDialog)))
    dialog = hands.dialog(SentenceDialog)
    assert "Riwayat utuh" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert "Riwayat utuh" in hands.program.window.status.record.text()


def test_an_export_that_is_stopped_leaves_no_file(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    for number in range(300):
        place.desk.start(place.dewi.id, f"Tulisan {number}")
    hands, history = looking(start, place)
    exporting = Exporting(hands.program.office, hands.program.window)
    exporting.write(Order(history.bar.wanted(), "csv", "id", tmp_path / "riwayat.csv"))
    dialog = hands.dialog(Dialog)
    assert dialog.findChildren(QProgressBar)
    hands.click("Hentikan")
    hands.wait()
    assert list(tmp_path.glob("riwayat*")) == []
    assert not hands.program.window.findChildren(SentenceDialog)


def test_an_export_to_a_place_that_is_none_says_so(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    place.draft("Halo")
    hands, history = looking(start, place)
    exporting = Exporting(hands.program.office, hands.program.window)
    path = tmp_path / "tidak" / "ada" / "riwayat.csv"
    exporting.write(Order(history.bar.wanted(), "csv", "id", path))
    settled(hands.program)
    assert hands.dialog(SentenceDialog).windowTitle() == "Ekspor tidak jadi"


def told(history: HistoryPage) -> str:
    return " | ".join(label.text() for label in history.findChildren(QLabel) if label.isVisible())


def test_only_pages_near_what_is_looked_at_stay_in_memory_and_far_ones_come_back(
    start: Start, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brandvoice.desktop.historyrows.KEPT", 2)
    for number in range(520):
        place.desk.start(place.dewi.id, f"Tulisan {number}")
    hands, history = looking(start, place)
    while history.rows.rowCount() < 520:
        history.list.scrollToBottom()
        hands.wait()
    assert history.rows.pages_kept == 2
    assert history.rows.index(519).data() == "Tulisan 0"
    history.list.scrollToTop()
    until(lambda: history.rows.index(0).data() == "Tulisan 519")
    assert history.rows.pages_kept == 2
    until(lambda: history.rows.index(250).data() == "Tulisan 269")


def test_saves_go_on_while_the_record_is_walked(start: Start, place: Workplace) -> None:
    place.approved("Jam buka Senin")
    hands, _ = looking(start, place)
    office = hands.program.office
    going, told = Event(), list[str]()

    def walk(archive: Archive) -> str:
        archive.people()
        going.wait(20)
        return "walked"

    office.read(walk, told.append)
    office.store(lambda desk: desk.start(place.dewi.id, "Baru").title, told.append)
    until(lambda: bool(told))
    going.set()
    hands.wait()
    assert told == ["Baru", "walked"]
