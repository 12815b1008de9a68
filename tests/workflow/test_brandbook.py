"""A brand's folder: written whole or not at all, comments and foreign lines kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.brand.profile import REGISTERS, TRADES, Brand
from brandvoice.errors import UserError
from brandvoice.workflow.brandbook import Brandbook

if TYPE_CHECKING:
    from pathlib import Path

BY_HAND = """\
# Profil kami
name = "Kopi"  # nama
accepted = [
  "ngopi",  # ya
]

[allowances]
personal = 2  # sebulan

[rules]
off = ["selling/fomo"]  # berisik
severity."claim/best" = "note"
severity."claim/other" = "blocker"
"""
IDS = st.sampled_from(["claim/best", "claim/other", "selling/fomo", "voice/kata-kita"])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
BRANDS = st.builds(
    Brand,
    name=TEXTS,
    trade=st.sampled_from(TRADES),
    own=LISTS,
    register=st.sampled_from(REGISTERS),
    accepted=LISTS,
    preferred=st.dictionaries(TEXTS, TEXTS.filter(str.strip), max_size=3),
    contacts=LISTS,
    allowances=st.dictionaries(st.sampled_from(["personal", "selling"]), st.integers(0, 9)),
    off=st.lists(IDS, unique=True).map(tuple),
    severity=st.dictionaries(IDS, st.sampled_from(["note", "warning", "blocker"])),
    second_opinion=st.booleans(),
)


@pytest.fixture
def book(tmp_path: Path) -> Brandbook:
    return Brandbook.beside(tmp_path / "toko.sqlite3")


def test_the_folder_lies_beside_the_workspace(tmp_path: Path, book: Brandbook) -> None:
    """Reading makes nothing."""
    assert book.profile == tmp_path / "toko.brand" / "brand.toml"
    assert book.read() == (Brand(), ())
    assert book.packs == ()
    assert not book.folder.exists()


def test_what_is_saved_is_read_again(book: Brandbook) -> None:
    brand = Brand(name="Kopi", trade="food", contacts=("0812-8841-2907",), off=("selling/fomo",))
    book.save(brand)
    assert book.read() == (brand, ())


def test_comments_and_other_lines_stay(book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text(BY_HAND, encoding="utf-8")
    brand, _ = book.read()
    book.save(replace(brand, trade="food", severity={**brand.severity, "claim/best": "warning"}))
    told = book.profile.read_text(encoding="utf-8")
    for line in ("# Profil kami", '"ngopi",  # ya', "personal = 2  # sebulan", "# berisik"):
        assert line in told
    changed, mistakes = book.read()
    assert (changed.trade, changed.severity["claim/best"], mistakes) == ("food", "warning", ())


def test_one_of_several_severities_can_go(book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text(BY_HAND, encoding="utf-8")
    brand, _ = book.read()
    book.save(replace(brand, severity={"claim/other": "blocker"}))
    assert book.read()[0].severity == {"claim/other": "blocker"}


@given(brands=st.lists(BRANDS, min_size=1, max_size=4), begun=st.booleans())
def test_any_profile_after_any_other_reads_back(
    tmp_path_factory: pytest.TempPathFactory, brands: list[Brand], begun: bool
) -> None:
    book = Brandbook(tmp_path_factory.mktemp("brand"))
    if begun:
        book.profile.write_text(BY_HAND, encoding="utf-8")
    for brand in brands:
        book.save(brand)
        assert book.read()[1] == ()
        written, _ = book.read()
        assert written == replace(brand, accepted=written.accepted)


def test_a_broken_profile_is_told_and_left_alone(book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text('name = "Kopi\n', encoding="utf-8")
    brand, (mistake,) = book.read()
    assert (brand, mistake.key) == (Brand(), "brand.syntax")
    with pytest.raises(UserError):
        book.save(Brand(name="Teh"))
    assert book.profile.read_text(encoding="utf-8") == 'name = "Kopi\n'


def test_wrong_values_are_told_and_mended_by_saving(book: Brandbook) -> None:
    book.folder.mkdir()
    book.profile.write_text('rules = 3\ntrade = "laut"\nname = "Kopi"\n', encoding="utf-8")
    brand, mistakes = book.read()
    assert (brand.name, len(mistakes)) == ("Kopi", 2)
    book.save(replace(brand, trade="food", off=("selling/fomo",)))
    assert book.read() == (Brand(name="Kopi", trade="food", off=("selling/fomo",)), ())


def test_a_rule_of_one_s_own_comes_and_goes(book: Brandbook) -> None:
    book.add_rule("voice/kata", "kind = 'phrase'\n")
    assert (book.rules / "voice" / "kata.toml").read_text(encoding="utf-8") == "kind = 'phrase'\n"
    assert book.packs == (book.rules,)
    book.remove_rule("voice/kata")
    assert not (book.rules / "voice" / "kata.toml").exists()


def test_a_folder_that_cannot_be_written_is_told(book: Brandbook) -> None:
    book.folder.write_text("in the way", encoding="utf-8")
    assert book.read() == (Brand(), ())
    with pytest.raises(UserError):
        book.save(Brand(name="Kopi"))
    with pytest.raises(UserError):
        book.add_rule("voice/kata", "")
