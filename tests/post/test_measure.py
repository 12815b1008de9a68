"""Every platform's own count; those of X are twitter-text's conformance vectors."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.measure import COUNTINGS, ChannelLimits, measure, surplus
from brandvoice.post.span import Span
from tests.texts import posts

X = ChannelLimits("x", "X", 280, "weighted", None, "")
FAMILY = "👨‍👩‍👧‍👦"
PUNCTUATION = (
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b "
    "‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷"
)


def on(counting: str, length: int = 280, hashtags: int | None = None) -> ChannelLimits:
    channel = "x" if counting == "weighted" else "threads"
    return ChannelLimits(channel, "", length, counting, hashtags, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("This is a test.", 15),
        ("Hi http://test.co", 26),
        ("http://test.co", 23),
        ("285 chars-" + "xxxxxxxxxx-" * 25, 285),
        ("285 chars- http://www.twitter.com/jack " + "xxxxxxxxxx-" * 24, 299),
        ("xxxxxxxxxx-" * 24 + " http://www.twitter.com/jack ", 289),
        ("https://www.twitter.com/aloha " * 10, 240),
        ("故人西辞黄鹤楼，烟花三月下扬州。" * 10, 320),
        ("the故人", 7),
        ("A\u0301B", 2),
        ("A\u05e9\u05bc\u05c1", 4),
        (f"H🐱☺{FAMILY}", 7),
        ("😷👾😡🔥💩", 10),
        ("🙋🏽👨‍🎤", 4),
        (FAMILY * 140, 280),
        ("1⃣", 2),
        ("Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴󠁧󠁢󠁥󠁮󠁧󠁿", 34),
        ("Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29),
        ("randomurlrandomurlrandomurlrandomurlrandomurlrandomurlrandomurls.com", 68),
        ("ABC\u202a\uffffABC\ufffe", 12),
        ("\u2066\u202ahttp://foobar.پاکستان/\u202c\u2069", 31),
        ("Test https://test.com test https://test.com test.com test", 86),
        (f"This is a tweet with general punctuation characters: {PUNCTUATION}", 110),
        ("Kak, ini 𝗗𝗜𝗦𝗞𝗢𝗡!", 22),
        ("tokokopi.id", 23),
    ],
)
def test_x_counts_as_twitter_text_does(text: str, length: int) -> None:
    assert measure(text, X).length == length


@pytest.mark.parametrize(
    ("counting", "text", "length"),
    [
        ("utf-16", "kopi 😀", 7),
        ("utf-16", FAMILY, 11),
        ("utf-8", "kopi é 😀", 12),
        ("threads", "kopi é 😀", 11),
        ("threads", FAMILY, 25),
        ("threads", "lihat tokokopi.id", 17),
    ],
)
def test_other_platforms_count_their_own_units(counting: str, text: str, length: int) -> None:
    assert measure(text, on(counting)).length == length


def test_over_by_length_or_by_hashtags() -> None:
    assert not measure("a" * 280, on("utf-16")).over
    assert measure("a" * 281, on("utf-16")).over
    assert not measure("#a #b", on("utf-16", hashtags=2)).over
    assert measure("#a #b #c", on("utf-16", hashtags=2)).over


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a" * 280, None),
        ("a" * 281, 280),
        ("a" * 279 + FAMILY, 279),
        ("a" * 260 + " tokokopi.id", 261),
        ("a" * 279 + "e\u0301e\u0301", 281),
    ],
)
def test_surplus_begins_where_x_would_cut(text: str, start: int | None) -> None:
    assert surplus(text, X) == (None if start is None else Span(start, len(text)))


@given(posts(), st.sampled_from(COUNTINGS), st.integers(0, 60))
def test_what_stands_before_the_surplus_fits_and_is_whole(
    text: str, counting: str, length: int
) -> None:
    limits = on(counting, length)
    past = surplus(text, limits)
    assert (past is not None) == (measure(text, limits).length > length)
    if past:
        kept = text[: past.start]
        assert measure(kept, limits).length <= length
        borders = {0, *(m.end() for m in regex.finditer(r"\X", text))}
        assert past.start in borders


@given(posts())
def test_x_counts_composed_and_decomposed_alike(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert measure(decomposed, X).length == measure(unicodedata.normalize("NFC", text), X).length


@given(posts())
def test_no_platform_counts_less_than_the_visible_characters_but_x_for_links(text: str) -> None:
    visible = len(regex.findall(r"\X", text))
    for counting in ("threads", "utf-16", "utf-8"):
        assert measure(text, on(counting)).length >= visible
