"""What the window reviews with: shipped rules, the brand's own, its profile; mistakes told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.post.post import Post
from brandvoice.words import LANGUAGES, explain
from brandvoice.workflow.brandbook import Brandbook
from brandvoice.workflow.inspection import Inspection, inspection
from brandvoice.workflow.ownphrase import Drafted, OwnPhrase

POST = Post("Termurah se-Indonesia! Sambel ulek, kak.")
PLAIN = inspection(Brandbook(Path("no-such-folder")))


@pytest.fixture
def book(tmp_path: Path) -> Brandbook:
    return Brandbook.beside(tmp_path / "toko.sqlite3")


def found(made: Inspection) -> dict[str, str]:
    return {one.rule: one.severity for one in made.checker.check(POST).findings}


def test_without_a_folder_the_shipped_rules_count() -> None:
    assert found(PLAIN) == {"claim/superlative": "warning"}
    assert PLAIN.mistakes == ()


def test_the_brand_decides_what_is_looked_for_and_how_grave_it_is(book: Brandbook) -> None:
    drafted = Drafted(OwnPhrase("sambel ulek", "Tidak."))
    book.add_rule(drafted.id, drafted.source)
    book.save(Brand(severity={"claim/superlative": "blocker"}))
    grave = inspection(book, PLAIN)
    assert found(grave) == {"claim/superlative": "blocker", "voice/sambel-ulek": "warning"}
    book.save(Brand(off=("claim/superlative",)))
    without = inspection(book, grave)
    assert found(without) == {"voice/sambel-ulek": "warning"}
    entry = without.rules.entry("claim/superlative")
    assert entry
    assert (entry.is_off, entry.is_own) == (True, False)
    assert grave.checker.check(POST).brand != without.checker.check(POST).brand


def test_a_rule_that_is_off_is_no_reason_to_leave_words_alone_either(book: Brandbook) -> None:
    post = Post("Kami tidak mengaku paling murah.")
    assert PLAIN.checker.check(post).passed
    book.save(Brand(off=("claim/superlative",)))
    assert inspection(book, PLAIN).checker.check(post).passed == ()


def test_what_is_wrong_is_told_and_the_rest_works(book: Brandbook) -> None:
    book.add_rule("voice/salah", 'kind = "frase"\n')
    book.profile.write_text('name = "Kopi"\ntrade = "laut"\n', encoding="utf-8")
    made = inspection(book, PLAIN)
    assert found(made) == {"claim/superlative": "warning"}
    assert made.rules.brand.name == "Kopi"
    told = [explain(language, one) for one in made.mistakes for language in LANGUAGES]
    assert any("laut" in sentence for sentence in told)
    assert any("salah.toml:1" in sentence for sentence in told)


def test_own_rules_that_speak_of_unknown_cues_are_left_out_and_told(book: Brandbook) -> None:
    source = Drafted(OwnPhrase("sambel ulek", "Tidak.")).source
    book.add_rule("voice/cuan", source.replace("any =", 'unless = ["@nowhere"]\nany ='))
    made = inspection(book, PLAIN)
    assert found(made) == {"claim/superlative": "warning"}
    assert "nowhere" in explain("en", made.mistakes[0])


@pytest.mark.parametrize(
    ("search", "rule_id"),
    [
        ("termurah", "claim/superlative"),
        ("SUPERLATIVE", "claim/superlative"),
        ("nomor satu", "claim/superlative"),
        ("phone number", "privacy/phone"),
        ("nomor telepon", "privacy/phone"),
        ("selling/fomo", "selling/fomo"),
    ],
)
def test_rules_are_found_by_title_phrase_and_id_in_both_languages(
    search: str, rule_id: str
) -> None:
    assert rule_id in [one.rule.id for one in PLAIN.rules.entries(search)]


def test_the_rule_that_is_called_so_stands_first_in_its_family() -> None:
    claims = [one for one in PLAIN.rules.entries("jaminan") if one.rule.category == "claim"]
    assert len(claims) > 1
    assert claims[0].rule.id == "claim/guarantee"


def test_a_search_for_nothing_known_finds_nothing() -> None:
    assert PLAIN.rules.entries("xyzzy") == ()
    assert len(PLAIN.rules.entries()) == len(PLAIN.rules.pack.rules)


def test_a_page_has_the_severity_of_the_brand(book: Brandbook) -> None:
    book.save(replace(Brand(), severity={"claim/superlative": "blocker"}))
    (about,) = [
        block.text
        for block in inspection(book, PLAIN).rules.page("claim/superlative", "en")
        if block.kind == "about"
    ]
    assert about == "Claim · blocker"
    assert PLAIN.rules.page("claim/nothing", "en") == ()
