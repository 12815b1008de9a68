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
        ("Gracias por todo, los esperamos mañana con una sorpresa muy grande", "other"),
        ("Merci pour votre visite, nous sommes avec vous dans cette aventure", "other"),
        ("Hindi ko alam kung ano ang gusto mo, kayo po ang bahala", "other"),
        ("Matur nuwun sampun rawuh, mugi-mugi sehat sedaya nggih kak", "id"),
        ("", "other"),
    ],
)
def test_language(text: str, tongue: str) -> None:
    assert tally(fold(text).text).tongue == tongue


def test_tallies_of_paragraphs_add_up_to_that_of_the_post() -> None:
    one, other = "Menu baru kami sudah ada", "come and see the new menu"
    whole = tally(f"{one}\n{other}".lower())
    assert tally(one.lower()).plus(tally(other)) == whole != Tally()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Menu baru kami sudah ada dan bisa dipesan untuk hari ini atau besok", "id"),
        ("Come and see what is new in our shop this week before it is all gone", "en"),
        ("Sale now on", None),
        ("Menu baru kami sudah ada, come and see what is new in our shop", None),
        ("", None),
    ],
)
def test_only_a_sentence_that_leaves_no_doubt_is_surely_in_a_language(
    text: str, sure: str | None
) -> None:
    assert tally(text.lower()).surely == sure
