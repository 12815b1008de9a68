"""The history's field understands filters, says them back, completes them, keeps searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.savedsearches import NameDialog, SearchesDialog
from tests.desktop.conftest import until
from tests.desktop.test_history import looking, titles
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.history import HistoryPage
    from tests.desktop.conftest import Start
    from tests.desktop.window import Hands


@pytest.fixture
def place(private_home: Path) -> Workplace:
    place = Workplace(private_home / "workspace.sqlite3")
    place.approved("Kopi gayo siap tayang")
    place.draft("Kopi susu")
    place.draft("Teh melati")
    return place


def search(hands: Hands, history: HistoryPage, typed: str) -> None:
    history.bar.search.setFocus()
    history.bar.search.clear()
    QTest.keyClicks(history.bar.search, typed)
    QTest.qWait(250)
    hands.wait()


def test_filters_are_typed_and_said_back(start: Start, place: Workplace) -> None:
    hands, history = looking(start, place)
    assert "dari:nama" in history.bar.told.text()
    search(hands, history, "kopi oleh:rina")
    assert titles(history) == ["Kopi gayo siap tayang"]
    assert history.bar.told.text() == "“kopi” · diputuskan Rina"
    search(hands, history, "kopi -gayo")
    assert titles(history) == ["Kopi susu"]


def test_what_is_not_understood_is_told_and_what_was_found_stays(
    start: Start, place: Workplace
) -> None:
    hands, history = looking(start, place)
    search(hands, history, "teh")
    search(hands, history, "teh oleh:rudi")
    assert "bukan nama siapa pun di sini" in history.bar.told.text()
    assert titles(history) == ["Teh melati"]
    history.bar.state.setCurrentIndex(2)
    QTest.qWait(250)
    hands.wait()
    assert hands.program.window.screens.current == "history"
    search(hands, history, "")
    history.bar.reset()
    until(lambda: len(titles(history)) == 3)


def test_names_and_values_are_completed(start: Start, place: Workplace) -> None:
    hands, history = looking(start, place)
    search(hands, history, "kopi ole")
    completer = history.bar.search.completer()
    assert completer
    popup = completer.popup()
    assert popup
    until(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert history.bar.search.text() == "kopi oleh:"
    until(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert history.bar.search.text() == "kopi oleh:Rina"
    QTest.qWait(250)
    hands.wait()
    assert titles(history) == ["Kopi gayo siap tayang"]


def test_a_search_is_saved_with_its_boxes_looked_for_again_renamed_and_deleted(
    start: Start, place: Workplace
) -> None:
    hands, history = looking(start, place)
    search(hands, history, "kopi")
    history.bar.person.setCurrentIndex(history.bar.person.findData(place.rina.id))
    history.bar.saved.ask_name()
    hands.dialog(NameDialog).name.setText("Kopi Rina")
    hands.click("Simpan", hands.dialog(NameDialog))
    history.bar.reset()
    until(lambda: len(titles(history)) == 3)
    menu = history.bar.saved.button.menu()
    assert menu
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert history.bar.search.text() == 'kopi person:"Rina"'
    until(lambda: titles(history) == ["Kopi gayo siap tayang"])
    history.bar.saved.manage()
    hands.click("Ganti nama… Kopi Rina", hands.dialog(SearchesDialog))
    hands.dialog(NameDialog).name.setText("Milik Rina")
    hands.click("Ganti nama", hands.dialog(NameDialog))
    history.bar.saved.manage()
    hands.click("Hapus Milik Rina", hands.dialog(SearchesDialog))
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "Belum ada pencarian tersimpan"


def test_a_search_without_words_is_not_saved(start: Start, place: Workplace) -> None:
    hands, history = looking(start, place)
    history.bar.saved.ask_name()
    hands.dialog(NameDialog).name.setText("Semua")
    hands.click("Simpan", hands.dialog(NameDialog))
    assert hands.dialog(SentenceDialog)
