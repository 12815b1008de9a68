"""A text is found however its letters are dressed, and an emoji is a word."""

from __future__ import annotations

import pytest
from hypothesis import given

from brandvoice.post.searchable import searchable, words_in
from tests.texts import posts


@pytest.mark.parametrize(
    ("written", "found_as"),
    [
        ("Diskon BESAR", "diskon besar"),
        ("𝗗𝗜𝗦𝗞𝗢𝗡", "diskon"),
        ("ＤＩＳＫＯＮ", "diskon"),
        ("dis\u200bkon", "diskon"),
        ("straße", "strasse"),
    ],
)
def test_letters_are_found_in_one_spelling(written: str, found_as: str) -> None:
    assert searchable(written) == found_as


def test_every_emoji_is_a_word() -> None:
    assert searchable("ok😀").split() == ["ok", "u1f600"]
    assert searchable("❤️").split() == searchable("❤").split() == ["u2764"]


def test_a_composed_emoji_is_several_words_that_belong_together() -> None:
    assert words_in("promo 👍🏽 🇮🇩") == ["promo", "u1f44d u1f3fd", "u1f1ee u1f1e9"]


def test_signs_alone_ask_for_nothing() -> None:
    assert words_in(' !!! "*" -- ') == []


@given(posts())
def test_what_is_searched_is_spelt_once(text: str) -> None:
    assert searchable(searchable(text)).split() == searchable(text).split()
