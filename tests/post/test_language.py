"""The language of a post, well enough to answer in it."""

from __future__ import annotations

import pytest

from brandvoice.post.fold import fold
from brandvoice.post.language import Tally, tally


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Halo kak, menu baru kami sudah bisa dipesan hari ini ya", "id"),
        ("Gak nyangka rame banget, makasih semuanya", "id"),
        ("Our new menu is here, come and try it this week", "en"),
        ("New arrival guys! Ready stock ya kak, so go get it before it is gone banget deh", "mix"),
        ("Promo diskon online order sekarang untuk semua", "id"),
        ("Termurah se-Bandung, buruan order!", "id"),
        ("Sale now on, order today", "en"),
        ("12.000 😀", "other"),
        ("", "other"),
    ],
)
def test_language(text: str, tongue: str) -> None:
    assert tally(fold(text).text).tongue == tongue


def test_tallies_of_paragraphs_add_up_to_that_of_the_post() -> None:
    one, other = "Menu baru kami sudah ada", "come and see the new menu"
    whole = tally(f"{one}\n{other}".lower())
    assert tally(one.lower()).plus(tally(other)) == whole != Tally()
