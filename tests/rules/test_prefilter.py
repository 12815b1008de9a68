"""The prefilter never loses a pattern that would have matched."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.rules.prefilter import Prefilter, loosen
from tests.texts import posts

PATTERNS = [
    r"buruan (?:order|beli)",
    r"\bkak\b",
    r"(?<!\w)dijamin(?!\w)",
    r"\w+ glowing",
    r"\d{3,4}",
    r"[^\s]+ se",
    r"x++y?",
    r"(?>ab)+c",
    r"(a)\1",
    r"[\w.]+!",
    r"\S+\s\S+",
    r"(?P<word>order) sekarang",
    r"x\++y?|c(?= )",
    r"[\W\d]o",
    r"(?:a(?!b)|(?<=k)a(?:k|\)))",
    r"日本|العربية",
]


@given(posts())
def test_every_pattern_that_matches_is_a_candidate(text: str) -> None:
    folded = fold(text).text
    candidates = set(Prefilter(PATTERNS).candidates(folded))
    for index, pattern in enumerate(PATTERNS):
        if regex.search(pattern, folded):
            assert index in candidates, pattern


@given(st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3).map("|".join), posts())
def test_so_is_every_combination(pattern: str, text: str) -> None:
    folded = fold(text).text
    if regex.search(pattern, folded):
        assert Prefilter([pattern]).candidates(folded) == [0]


@pytest.mark.parametrize("pattern", [r"(a)\1", r"\p{Lu}", r"[\p{Lu}]"])
def test_what_cannot_be_loosened_is_always_tried(pattern: str) -> None:
    assert loosen(pattern) is None
    assert Prefilter([pattern]).candidates("zzz") == [0]


def test_a_text_without_any_of_the_words_has_no_candidates() -> None:
    assert Prefilter(["buruan order", "dijamin"]).candidates("jam buka toko") == []
