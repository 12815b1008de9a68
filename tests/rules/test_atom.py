"""A text that matches a pattern always has what the pattern is said to need."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.rules.atom import BORDER, Need, need
from brandvoice.rules.blanks import is_word
from tests.rules.patterns import PATTERNS
from tests.texts import posts


def has(text: str, needed: Need) -> bool:
    return sum(letter in "0123456789" for letter in text) >= needed.digits and all(
        any(stands(word, text) for word in clause) for clause in needed.clauses
    )


def stands(word: str, text: str) -> bool:
    bare = word.removeprefix(BORDER)
    return any(
        text.startswith(bare, at)
        and not (word != bare and at and is_word(text[at - 1]) and is_word(text[at]))
        for at in range(len(text))
    )


@given(posts())
def test_every_pattern_that_matches_has_what_it_needs(text: str) -> None:
    folded = fold(text).text
    for pattern in PATTERNS:
        if regex.search(rf"(?<!\w)(?:{pattern})", folded):
            assert has(folded, need(pattern)), pattern


@given(
    st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3).map("|".join),
    st.sampled_from(PATTERNS),
    st.sampled_from(["", "?", "+", "*", "{2}", "{0,2}", "{1,}+"]),
    st.lists(st.sampled_from(["a", "b", "k", "x", "kak", "order", "0812", " ", "!"]), max_size=8),
)
def test_so_has_every_combination(one: str, two: str, quantifier: str, words: list[str]) -> None:
    text = "".join(words)
    for pattern in (f"(?:{one}){quantifier}(?:{two})", f"(?:{two})(?:{one}){quantifier}"):
        try:
            found = regex.search(rf"(?<!\w)(?:{pattern})", text)
        except regex.error:  # a flag in the middle, a reference to nothing
            continue
        if found:
            assert has(text, need(pattern)), pattern


@pytest.mark.parametrize("pattern", [r"(a)\1", r"\p{Lu}", r"[\p{Lu}]", r"(?i)kak", "a{1e3}", "("])
def test_what_cannot_be_read_needs_nothing(pattern: str) -> None:
    assert need(pattern) == Need()


@pytest.mark.parametrize(
    ("pattern", "clause"),
    [
        ("(?:buruan|gercep) (?:order|beli)", {"buruan order", "buruan beli", "gercep order"}),
        (r"\w+ (?:glowing|putih)\w*", {" glowing", " putih"}),
        (r"rp\.? ?\d", {"rp.0", "rp 7", "rp.3"}),
    ],
)
def test_its_words_are_told(pattern: str, clause: set[str]) -> None:
    told = {word.removeprefix(BORDER) for word in need(pattern).clauses[0]}
    assert all(any(word.startswith(known) for known in told) for word in clause)
    assert not any("jam buka toko 09" in word or word in "jam buka toko 09" for word in told)


def test_digits_are_counted() -> None:
    assert need(r"\d{3}-?\d+(?: ?\d)?").digits == 4
    assert need(r"(?:\d|satu) (?:\d\d)?").digits == 0
