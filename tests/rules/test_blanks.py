"""A phrase finds the same words whether it is matched as many literals or as one pattern."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.rules.blanks import Phrase, UnknownClassError, fill_pattern, word_end
from brandvoice.rules.token import is_word

CLASSES = {"buy": ("beli", "order", "co"), "now": ("sekarang", "hari ini")}
PHRASES = [
    "{buy} {now}",
    "{yuk|ayo?} {buy}",
    "buruan {kak?} {buy}",
    "{buy} {kak|gan?} {now?}",
    "serbu{!|!!}",
    "100% {asli|ori}",
    "{buy} {now} ",
]


def test_blanks_are_filled_in_every_way() -> None:
    assert set(Phrase("{yuk?} {buy}", {**CLASSES, "yuk": ("yuk",)}).spellings()) == {
        "yuk beli", "yuk order", "yuk co", "beli", "order", "co",
    }  # fmt: skip
    assert Phrase("{buy} {now}", CLASSES).count == 6


def test_words_on_the_spot_may_begin_with_a_digit_and_a_single_one_may_be_optional() -> None:
    assert set(Phrase("{2|3} hari {lagi?}", {}).spellings()) == {
        "2 hari", "3 hari", "2 hari lagi", "3 hari lagi",
    }  # fmt: skip


def test_an_unknown_class_is_an_error() -> None:
    for fill in (Phrase, fill_pattern):
        with pytest.raises(UnknownClassError, match="sell"):
            fill("{sell} now", CLASSES)


def test_a_pattern_keeps_its_repetitions() -> None:
    assert fill_pattern(r"\d{2,3} {buy}", CLASSES) == r"\d{2,3} (?:order|beli|co)"


@given(
    st.sampled_from(PHRASES),
    st.lists(
        st.sampled_from(
            ["beli", "order", "co", "sekarang", "hari ini", "yuk", "ayo", "kak", "gan", "buruan",
             "serbu", "!", "100%", "asli", "ori", "nya", "lah", "x", ","]
        ),
        max_size=7,
    ),
    st.sampled_from([" ", ""]),
)  # fmt: skip
def test_literals_and_the_pattern_find_the_same(phrase: str, words: list[str], gap: str) -> None:
    text = fold(gap.join(words)).text
    meant = Phrase(phrase, {**CLASSES, "kak": ("kak",)})
    as_literals = longest(literal_spans(meant, text))
    source = meant.pattern
    as_pattern = {m.span() for m in regex.finditer(source, text)}
    assert as_pattern == as_literals


def literal_spans(phrase: Phrase, text: str) -> list[tuple[int, int]]:
    spans = []
    for spelling in phrase.spellings():
        start = text.find(spelling)
        while start >= 0:
            inside = start and is_word(text[start - 1]) and is_word(spelling[0])
            end = None if inside else word_end(text, start + len(spelling))
            if end is not None:
                spans.append((start, end))
            start = text.find(spelling, start + 1)
    return spans


def longest(spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that do not overlap one that begins earlier, or there and is longer."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return set(kept)
