"""A rule's page says everything its file says, in words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.review.guards import GUARD_NAMES
from brandvoice.rules.exemption import exemption
from brandvoice.rules.markdown import as_lines, as_markdown
from brandvoice.rules.page import page
from brandvoice.words import LANGUAGES
from brandvoice.workflow.readypack import shipped_pack
from tests.rules.packs import WHOLE, pack_of

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.words import Language

SHIPPED = shipped_pack()
BOTH = pytest.mark.parametrize("language", LANGUAGES)
OWN = WHOLE.replace(
    '[guards]\nunless = ["negated"]',
    '[guards]\nunless = ["negated", "@shop", "@@negation"]\ntrades = ["food"]',
)


@pytest.fixture
def told(tmp_path: Path) -> dict[Language, str]:
    pack = pack_of(tmp_path / "pack", best=OWN)
    rule = pack.rules["claim/best"]
    return {language: as_markdown(page(rule, pack, language), language) for language in LANGUAGES}


def test_a_page_says_what_why_when_it_is_fine_and_by_whom(told: dict[Language, str]) -> None:
    for words in ("Perlu bukti.", "Karena.", "EPI", "claim/best", "“paling murah”", "“nomor satu”"):
        assert words in told["id"]
    for words in ("Needs proof.", "Because.", "EPI", "claim/best", "“paling murah”"):
        assert words in told["en"]
    assert "Ini **paling murah**" in told["id"]
    assert "Kami tidak paling murah" in told["id"]


def test_guards_are_told_in_words_and_cues_by_their_words(told: dict[Language, str]) -> None:
    assert "disangkal" in told["id"]
    assert "denied" in told["en"]
    assert "kalimatnya memuat kata seperti “toko”" in told["id"]
    assert "the post has words such as “tidak”" in told["en"]
    assert "“nomor satu di antrean”" in told["en"]
    assert "food and drink" in told["en"]
    assert "@" not in told["id"]


def test_weak_words_are_told_with_what_they_need(told: dict[Language, str]) -> None:
    assert "“juara”, but only in one sentence with words such as “harga”, “toko”" in told["en"]


def test_what_a_person_wrote_is_never_read_as_markup(tmp_path: Path) -> None:
    source = WHOLE.replace("Because.", "Use # and *stars*, <b> too.")
    pack = pack_of(tmp_path / "pack", best=source)
    told = as_markdown(page(pack.rules["claim/best"], pack, "en"), "en")
    assert r"Use \# and \*stars\*, \<b\> too." in told


@BOTH
@pytest.mark.parametrize("guard", sorted({*GUARD_NAMES, "timeout"}))
def test_every_guard_has_a_sentence(guard: str, language: Language) -> None:
    assert exemption(guard, SHIPPED, language)


@BOTH
@pytest.mark.parametrize("rule_id", sorted(SHIPPED.rules))
def test_every_shipped_rule_has_a_whole_page(rule_id: str, language: Language) -> None:
    rule = SHIPPED.rules[rule_id]
    blocks = page(rule, SHIPPED, language)
    assert all(block.text.strip() for block in blocks)
    headings = [block.text for block in blocks if block.kind == "heading"]
    assert len(headings) == len(set(headings)) >= 5
    shown = [block.text for block in blocks if block.kind in ("flagged", "passed")]
    told = sorted(example.text for example in rule.examples)
    assert all(words.startswith(text) for words, text in zip(sorted(shown), told, strict=True))
    lines = [text for _, text in as_lines(blocks, language)]
    assert rule.message.to(language) in lines
