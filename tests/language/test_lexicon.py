"""Our own words and the dictionaries: plain data, with their licences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brandvoice.language.dictionary import Dictionary, Name
from brandvoice.language.lexicon import lexicon
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

THEMES = sorted(shipped("resources", "lexicon").glob("*.txt"))
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_a_theme_says_what_it_is_and_lists_words_in_small_letters(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    words = [w for line in text.splitlines() if not line.startswith("#") for w in line.split()]
    assert [word for word in words if not _WORD.fullmatch(word)] == []
    assert len(words) == len(set(words))


def test_there_are_enough_everyday_words() -> None:
    assert len(lexicon().words) >= 2_000
    assert {"nggak", "ongkir", "cuan", "gercep", "bund", "bgt"} <= lexicon().words


def test_every_standard_spelling_differs_from_the_one_it_replaces() -> None:
    table = lexicon().standard
    assert len(table) >= 150
    assert table["silahkan"] == "silakan"
    assert [word for word, better in table.items() if word == better] == []
    assert [better for better in table.values() if better in table] == []


@pytest.mark.parametrize("name", ["id_ID", "en_US"])
def test_a_dictionary_travels_with_its_licence(name: Name) -> None:
    folder = shipped("resources", "dictionaries", name)
    assert {one.suffix for one in folder.iterdir()} == {".aff", ".dic", ".txt"}
    licence = (folder / "LICENSE.txt").read_text("utf-8")
    assert {"id_ID": "LESSER GENERAL PUBLIC LICENSE", "en_US": "Kevin Atkinson"}[name] in licence


def test_dictionaries_know_words_and_offer_others() -> None:
    indonesian, english = Dictionary("id_ID"), Dictionary("en_US")
    assert indonesian.knows("pelanggan")
    assert not indonesian.knows("pelangan")
    assert indonesian.knows_in_any_case("senin")
    assert "pelanggan" in indonesian.similar("pelangan")
    assert english.knows("colour") is False
