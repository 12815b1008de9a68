"""The prefilter never loses a pattern that would have matched."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.rules.prefilter import Prefilter, loosen
from tests.rules.patterns import PATTERNS
from tests.texts import posts


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
