"""A brand's profile: all of it optional, every mistake named."""

from __future__ import annotations

import pytest

from brandvoice.brand.profile import Brand, parse_brand
from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain

WHOLE = """
name = "Kopi Gayo"
trade = "food"
own = ["kami"]
readers = ["Kak"]
accepted = ["ngopi"]
rejected = ["murahan"]
contacts = ["0812-8841-2907", "halo@kopi.example"]
channels = ["instagram"]
claims = ["Terlaris 2025, survei X"]
[allowances]
personal = 2
selling = 4
"""


def test_a_whole_profile_is_read() -> None:
    brand = parse_brand(WHOLE, "brand.toml")
    assert (brand.name, brand.trade, brand.allowances["personal"]) == ("Kopi Gayo", "food", 2)


def test_an_empty_profile_is_the_default() -> None:
    assert parse_brand("", "brand.toml") == Brand()


@pytest.mark.parametrize(
    ("written", "same"),
    [("+62 812 8841 2907", True), ("(0812) 88412907", True), ("62-812-8841-2907", True),
     ("HALO@kopi.example", True), ("https://wa.me/6281288412907", True),
     ("wa.me/6281388412907", False), ("0813-8841-2907", False), ("", False)],
)  # fmt: skip
def test_own_contacts_are_known_in_every_spelling(written: str, same: bool) -> None:
    assert parse_brand(WHOLE, "brand.toml").owns(written) is same


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("name = ", "brand.toml"),
        ('trade = "fishing"', "fishing"),
        ('colour = "red"', "colour"),
        ("contacts = 812", "contacts"),
        ("contacts = [812]", "contacts"),
        ("name = 3", "name"),
        ('[allowances]\npersonal = "two"', "allowances"),
        ("[allowances]\npersonal = -1", "allowances"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(source: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_brand(source, "brand.toml")
    for language in LANGUAGES:
        assert says in explain(language, caught.value)


def test_the_fingerprint_changes_with_the_profile() -> None:
    assert parse_brand(WHOLE, "a").fingerprint != Brand().fingerprint
    assert Brand().fingerprint == Brand().fingerprint
