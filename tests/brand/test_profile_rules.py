"""What a brand says of the rules: which it does without, how grave it finds others."""

from __future__ import annotations

import pytest

from brandvoice.brand.profile import Brand, parse_brand, read_brand
from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain

RULES = """
name = "Kopi Gayo"
[rules]
off = ["selling/fomo"]
severity."claim/superlative" = "note"
second_opinion = false
"""


def test_the_table_of_rules_is_read() -> None:
    brand = parse_brand(RULES, "brand.toml")
    assert brand.off == ("selling/fomo",)
    assert brand.severity == {"claim/superlative": "note"}
    assert not brand.second_opinion


def test_without_it_every_rule_counts_as_shipped() -> None:
    brand = parse_brand("", "brand.toml")
    assert (brand.off, brand.severity, brand.second_opinion) == ((), {}, True)


def test_the_fingerprint_changes_with_every_choice() -> None:
    seen = {
        brand.fingerprint
        for brand in (
            Brand(),
            Brand(off=("a/b",)),
            Brand(severity={"a/b": "note"}),
            Brand(severity={"a/b": "blocker"}),
            Brand(second_opinion=False),
        )
    }
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("rules = 3", "rules"),
        ("[rules]\nof = []", "rules.of"),
        ("[rules]\noff = 3", "rules.off"),
        ('[rules]\nseverity."a/b" = "grave"', "grave"),
        ("[rules]\nseverity = 3", "rules.severity"),
        ("[rules]\nsecond_opinion = 1", "rules.second_opinion"),
    ],
)
def test_a_mistake_is_told_and_the_rest_counts(source: str, says: str) -> None:
    brand, mistakes = read_brand(f'name = "Kopi"\n{source}', "brand.toml")
    assert brand == Brand(name="Kopi")
    (mistake,) = mistakes
    for language in LANGUAGES:
        assert says in explain(language, mistake)
    with pytest.raises(UserError):
        parse_brand(source, "brand.toml")


def test_the_register_goes_by_the_readers_unless_it_is_said() -> None:
    assert Brand(readers=("Anda",)).writes_formally
    assert Brand(readers=("Bapak", "Ibu")).writes_formally
    assert not Brand(readers=("Kak",)).writes_formally
    assert not Brand().writes_formally
    assert Brand(readers=("Kak",), register="formal").writes_formally
    assert not Brand(readers=("Anda",), register="everyday").writes_formally


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ('register = "posh"', "brand.register"),
        ("register = 3", "brand.register"),
        ("preferred = 3", "brand.table"),
        ("[preferred]\ncustomer = 3", "brand.table"),
        ('[preferred]\ncustomer = " "', "brand.table"),
    ],
)
def test_wrong_words_of_the_vocabulary_are_named(source: str, key: str) -> None:
    brand, mistakes = read_brand(source, "brand.toml")
    assert [one.key for one in mistakes] == [key]
    assert brand == Brand()
