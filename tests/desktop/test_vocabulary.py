"""The brand's words in the window: accepted from a card with one click, replaced, and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from brandvoice.brand.profile import Brand
from brandvoice.desktop.settingspage import SettingsPage
from brandvoice.workflow.brandbook import Brandbook
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.wordsform import WordsForm
    from tests.desktop.conftest import Start

POST = "Hari ini kopsuu kami datang lagi, kopsuunya enak dan pelangan senang."


@pytest.fixture
def book(private_home: Path) -> Brandbook:
    place = Workplace(private_home / "workspace.sqlite3")
    place.draft(POST)
    place.desk.close()
    return Brandbook.beside(private_home / "workspace.sqlite3")


def read(hands: Hands) -> None:
    """Waits until the second look is over."""
    writing = hands.desk.writing
    until(lambda: writing.resting and writing.second_look.resting)
    hands.wait()


def form(hands: Hands) -> WordsForm:
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, SettingsPage)
    return page.words


def test_a_word_is_accepted_with_one_click_and_counts_at_once(
    start: Start, book: Brandbook
) -> None:
    hands = Hands(start())
    read(hands)
    assert underlined(hands.paper) == ["kopsuu", "kopsuunya", "pelangan"]
    hands.click("Tambah ke kata merek “kopsuu”")
    read(hands)
    assert underlined(hands.paper) == ["pelangan"]
    assert book.read()[0].accepted == ("kopsuu",)
    assert form(hands).accepted.toPlainText() == "kopsuu"


def test_an_accepted_word_is_taken_back_in_the_settings(start: Start, book: Brandbook) -> None:
    book.save(Brand(accepted=("kopsuu", "pelangan")))
    hands = Hands(start())
    read(hands)
    assert underlined(hands.paper) == []
    words = form(hands)
    words.accepted.setPlainText("kopsuu")
    hands.click("Simpan kata")
    hands.press("Ctrl+1")
    read(hands)
    assert underlined(hands.paper) == ["pelangan"]


def test_the_slip_is_mended_with_one_click(start: Start, book: Brandbook) -> None:
    book.save(Brand(accepted=("kopsuu",)))
    hands = Hands(start())
    read(hands)
    hands.click("Ganti: “pelanggan”")
    read(hands)
    assert underlined(hands.paper) == []
    assert "dan pelanggan senang" in hands.paper.text()


def test_words_to_replace_are_typed_saved_and_mended(start: Start, book: Brandbook) -> None:
    book.save(Brand(accepted=("kopsuu", "pelangan"), name="Gayo"))
    hands = Hands(start())
    words = form(hands)
    assert not words.save.isEnabled()
    QTest.keyClicks(words.terms, "datang -> hadir")
    words.register.setCurrentIndex(1)
    hands.click("Simpan kata")
    until(lambda: not words.save.isEnabled())
    brand = book.read()[0]
    assert (brand.preferred, brand.register, brand.name) == ({"datang": "hadir"}, "formal", "Gayo")
    hands.press("Ctrl+1")
    read(hands)
    assert underlined(hands.paper) == ["datang"]
    hands.click("Ganti: “hadir”")
    read(hands)
    assert underlined(hands.paper) == []


def test_what_is_typed_and_not_saved_survives_a_word_from_a_card(
    start: Start, book: Brandbook
) -> None:
    hands = Hands(start())
    read(hands)
    words = form(hands)
    words.terms.setPlainText("datang → hadir")
    hands.press("Ctrl+1")
    read(hands)
    hands.click("Tambah ke kata merek “pelangan”")
    read(hands)
    words = form(hands)
    assert words.terms.toPlainText() == "datang → hadir"
    hands.click("Simpan kata")
    until(lambda: not words.save.isEnabled())
    brand = book.read()[0]
    assert (brand.accepted, brand.preferred) == (("pelangan",), {"datang": "hadir"})
