"""The brand in the settings: typed, saved, counted at once; a broken file is never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brandvoice.brand.profile import TRADES, Brand
from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.settingspage import SettingsPage
from brandvoice.workflow.brandbook import Brandbook
from tests.desktop.window import Hands, underlined
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.brandform import BrandForm
    from tests.desktop.conftest import Start

NUMBER = "0812-8841-2907"


@pytest.fixture
def place(private_home: Path) -> Workplace:
    place = Workplace(private_home / "workspace.sqlite3")
    place.draft(f"Tanya {NUMBER} ya")
    place.desk.close()
    return place


@pytest.fixture
def book(private_home: Path) -> Brandbook:
    return Brandbook.beside(private_home / "workspace.sqlite3")


def form(hands: Hands) -> BrandForm:
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, SettingsPage)
    return page.brand


@pytest.mark.usefixtures("place")
def test_what_is_saved_counts_at_once(start: Start, book: Brandbook) -> None:
    hands = Hands(start())
    assert underlined(hands.paper) == [NUMBER]
    brand = form(hands)
    assert not brand.save.isEnabled()
    QTest.keyClicks(brand.name, "Kopi Gayo")
    QTest.keyClicks(brand.own, "kami, tim Gayo")
    QTest.keyClicks(brand.contacts, NUMBER)
    QTest.keyClick(brand.contacts, Qt.Key.Key_Return)
    QTest.keyClicks(brand.contacts, "halo@kopi.example")
    brand.trade.setFocus()
    QTest.keyClick(brand.trade, Qt.Key.Key_Home)
    hands.click("Simpan merek")
    assert not brand.save.isEnabled()
    written, mistakes = book.read()
    assert mistakes == ()
    assert written == Brand(
        name="Kopi Gayo",
        trade=TRADES[0],
        own=("kami", "tim Gayo"),
        contacts=(NUMBER, "halo@kopi.example"),
    )
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == []


def test_the_shelf_and_the_second_opinion_are_the_brand_s_to_choose(
    start: Start, book: Brandbook, private_home: Path
) -> None:
    place = Workplace(private_home / "workspace.sqlite3")
    place.draft("Kopi kami termurah se-Bandung. Modal seratus ribu jadi sepuluh juta dalam sebulan")
    place.desk.close()
    hands = Hands(start())
    assert len(underlined(hands.paper)) == 2
    brand = form(hands)
    QTest.keyClicks(brand.claims, "Kopi kami termurah se-Bandung")
    QTest.keyClick(brand.second_opinion, Qt.Key.Key_Space)
    hands.click("Simpan merek")
    written, _ = book.read()
    assert written.claims == ("Kopi kami termurah se-Bandung",)
    assert not written.second_opinion
    hands.press("Ctrl+1")
    assert underlined(hands.paper) == []


@pytest.mark.usefixtures("place")
def test_what_is_not_typed_here_stays_in_the_file(start: Start, book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text(
        '# kami\nname = "Kopi"\naccepted = ["ngopi"]\n[rules]\noff = ["privacy/phone"]\n',
        encoding="utf-8",
    )
    hands = Hands(start())
    assert underlined(hands.paper) == []
    brand = form(hands)
    assert brand.name.text() == "Kopi"
    QTest.keyClicks(brand.readers, "Kak")
    hands.click("Simpan merek")
    told = book.profile.read_text(encoding="utf-8")
    assert "# kami" in told
    written, _ = book.read()
    assert (written.readers, written.accepted, written.off) == (
        ("Kak",),
        ("ngopi",),
        ("privacy/phone",),
    )


@pytest.mark.usefixtures("place")
def test_a_broken_file_is_told_and_not_written_over(start: Start, book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text('name = "Kopi\n', encoding="utf-8")
    hands = Hands(start())
    hands.dialog(SentenceDialog).accept()
    brand = form(hands)
    assert "brand.toml" in brand.trouble
    QTest.keyClicks(brand.name, "Teh")
    hands.click("Simpan merek")
    hands.dialog(SentenceDialog).accept()
    assert book.profile.read_text(encoding="utf-8") == 'name = "Kopi\n'
    assert brand.name.text() == "Teh"
    assert brand.save.isEnabled()


@pytest.mark.usefixtures("place")
def test_what_is_typed_but_not_saved_survives_a_change_of_the_rules(start: Start) -> None:
    hands = Hands(start())
    brand = form(hands)
    QTest.keyClicks(brand.name, "Teh")
    hands.program.office.ruling.switch("selling/fomo", on=False)
    hands.wait()
    assert brand.name.text() == "Teh"
    hands.click("Simpan merek")
    index = hands.program.office.ruling.index
    assert index
    assert (index.brand.name, index.brand.off) == ("Teh", ("selling/fomo",))
