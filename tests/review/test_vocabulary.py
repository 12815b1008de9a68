"""Words the brand does not use become findings, with its own word as the fix."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.brand.profile import Brand, parse_brand
from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker

if TYPE_CHECKING:
    from brandvoice.review.finding import Finding
    from brandvoice.review.reviewer import Reviewer

BRAND = Brand(rejected=("murahan",), preferred={"customer": "pelanggan", "cheap stuff": "deals"})


@cache
def _reviewer() -> Reviewer:
    return load_checker().reviewer


def _found(text: str, brand: Brand = BRAND) -> list[Finding]:
    found = _reviewer().for_brand(brand).review(Post(text)).findings
    return [one for one in found if one.rule == "voice/rejected-words"]


@pytest.mark.parametrize(
    ("text", "words", "instead"),
    [
        ("Setiap customer dapat kupon.", "customer", ["pelanggan"]),
        ("Customer kami senang.", "Customer", ["Pelanggan"]),
        ("Untuk CUSTOMER kami.", "CUSTOMER", ["PELANGGAN"]),
        ("Kata customernya enak.", "customernya", ["pelanggannya"]),
        ("We love 😀 cheap stuff!", "cheap stuff", ["deals"]),
        ("Bukan barang murahan.", "murahan", []),
        ("𝗖𝘂𝘀𝘁𝗼𝗺𝗲𝗿 setia", "𝗖𝘂𝘀𝘁𝗼𝗺𝗲𝗿", ["Pelanggan"]),
    ],
)
def test_a_rejected_word_is_told_with_the_preferred_one(
    text: str, words: str, instead: list[str]
) -> None:
    (finding,) = _found(text)
    assert (finding.words, finding.category) == (words, "voice")
    assert [one.text for one in finding.suggestions] == instead


@pytest.mark.parametrize(
    "text", ["Tim customer care siap.", "@customer #customer", "customers", "pelanggan kami"]
)
def test_other_words_are_left_alone(text: str) -> None:
    brand = Brand(preferred={"customer": "pelanggan"}, accepted=("customer care",))
    assert _found(text, brand) == []


def test_the_profile_says_it_by_hand() -> None:
    source = 'rejected = ["murahan"]\n[preferred]\ncustomer = "pelanggan"\n"cheap stuff" = "deals"'
    assert parse_brand(source, "brand.toml") == BRAND


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(WORDS, WORDS, max_size=3), st.lists(WORDS, max_size=3), st.text(max_size=40))
def test_any_words_may_be_rejected(
    preferred: dict[str, str], rejected: list[str], text: str
) -> None:
    brand = Brand(preferred=preferred, rejected=tuple(rejected))
    post = Post(f"{text} {' '.join([*preferred, *rejected])}")
    for one in _found(post.text, brand):
        assert one.span.of(post.text) == one.words
