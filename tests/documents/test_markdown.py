"""A Markdown draft is its words as typed, without the block that describes it."""

from __future__ import annotations

import pytest
from hypothesis import given

from brandvoice.documents.markdown import without_front_matter
from tests.texts import posts

BLOCK = """---
title: Promo Lebaran
# catatan
tags: [kopi, promo]
channels:
  - instagram
due: 2026-11-30
---
"""


def test_a_front_matter_is_left_out() -> None:
    assert without_front_matter(f"{BLOCK}\n**Halo** Kak!\n") == "**Halo** Kak!\n"
    assert without_front_matter("---\n---\nHalo") == "Halo"
    assert without_front_matter("---\ntitle: x\n...\nHalo") == "Halo"
    assert without_front_matter("---\ntitle: x\n---") == ""


@pytest.mark.parametrize(
    "text",
    [
        "# Halo\n\n*Promo* [toko](https://toko.id) #kopi\n",
        "---\nHari ini saja!\n---\nYuk mampir",
        "---\nDiskon besar hari ini\nHarga: Rp15.000\n---\nYuk",
        f"Halo\n{BLOCK}",
        "---\ntitle: tanpa akhir\nHalo",
        "--- x\ntitle: x\n---\n",
    ],
)
def test_all_other_words_stay(text: str) -> None:
    assert without_front_matter(text) == text


@given(posts())
def test_words_below_the_block_are_untouched(text: str) -> None:
    below = f"a{text}"
    assert without_front_matter(BLOCK + below) == below
    assert without_front_matter(below) == below
