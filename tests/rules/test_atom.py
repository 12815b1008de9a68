"""A text that matches a pattern always has what the pattern is said to need."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.rules.atom import BORDER, RUN, Need, needs
from brandvoice.rules.token import alike, is_word
from tests.rules.patterns import PATTERNS
from tests.texts import posts


def has(text: str, needed: Need, start: int) -> bool:
    """Whether a match that begins at `start` is in keeping with what is needed: all of it stands
    there or behind, for a text is read from its end."""
    plain = alike(text)[start:]
    return (
        plain.count("0") >= needed.digits
        and all(any(stands(word, plain) for word in clause) for clause in needed.clauses)
        and (not needed.at_start or start == 0)
        and (not needed.heads or any(begins(plain, bare(head)) for head in needed.heads))
    )


def begins(text: str, head: str) -> bool:
    return regex.match(regex.escape(head, literal_spaces=True).replace(RUN, "0+"), text) is not None


def bare(word: str) -> str:
    return word.removeprefix(BORDER)


def stands(word: str, text: str) -> bool:
    return any(
        text.startswith(bare(word), at)
        and not (word != bare(word) and at and is_word(text[at - 1]) and is_word(text[at]))
        for at in range(len(text))
    )


@given(posts())
def test_every_pattern_that_matches_has_what_it_needs(text: str) -> None:
    folded = fold(text).text
    for pattern in PATTERNS:
        if found := regex.search(rf"(?<!\w)(?:{pattern})", folded):
            assert any(has(folded, one, found.start()) for one in needs(pattern)), pattern


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
            assert any(has(text, one, found.start()) for one in needs(pattern)), pattern


@pytest.mark.parametrize("pattern", [r"(a)\1", r"\p{Lu}", r"[\p{Lu}]", r"(?i)kak", "a{1e3}", "("])
def test_what_cannot_be_read_needs_nothing(pattern: str) -> None:
    assert needs(pattern) == (Need(),)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:buruan|gercep) (?:order|beli)", {"buruan order", "buruan beli", "gercep order"}),
        (r"\w+ (?:glowing|putih)\w*", {" glowing", " putih"}),
        (r"rp\.? ?\d", {"rp.0", "rp 0", "rp0"}),
        (r"\d{2,4}/\d+", {f"{RUN}/{RUN}"}),
        (r"\d+ ?(?:%|persen)", {f"{RUN}%", f"{RUN} %", f"{RUN}persen", f"{RUN} persen"}),
        (r"[2-9] ?(?:x|kali)", {"0x", "0 x", "0kali", "0 kali"}),
        (r"(?:siap |\w+ah )*(?:ganti|kembali)", {"ganti", "kembali"}),
        (r"(?:siap |kami )*(?:ganti|kembali)", {"ganti", "kembali", "siap ", "kami "}),
    ],
)
def test_its_words_are_told(pattern: str, words: set[str]) -> None:
    (needed,) = needs(pattern)
    told = set(map(bare, needed.heads or needed.clauses[0]))
    assert all(any(word.startswith(known) for known in told) for word in words)
    assert not any("jam buka toko 09" in word or word in "jam buka toko 09" for word in told)


def test_every_alternative_has_needs_of_its_own() -> None:
    one, two = needs(r"order (?:\w+ )*murah|\d+ tahun")
    assert set(map(bare, one.heads)) == {"order "}
    assert one.clauses == (frozenset({"murah"}),)
    assert set(map(bare, two.heads)) == {f"{RUN} tahun"}
    assert two.digits == 1


@pytest.mark.parametrize(("pattern", "at_start"), [("^kak", True), ("^kak|bun", False)])
def test_what_stands_at_the_start_is_known(pattern: str, *, at_start: bool) -> None:
    assert all(one.at_start for one in needs(pattern)) is at_start


def test_digits_are_counted() -> None:
    assert [one.digits for one in needs(r"\d{3}-?\d+(?: ?\d)?")] == [4]
    assert [one.digits for one in needs(r"(?:\d|satu) (?:\d\d)?")] == [0]
