"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given

from brandvoice.post.fold import fold
from brandvoice.post.sentence import Sentences
from brandvoice.post.span import Span
from tests.texts import posts


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in Sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("satu. dua! tiga?", ["satu.", "dua!", "tiga?"]),
        ("jl. mawar no. 1 bandung. buka senin", ["jl. mawar no. 1 bandung.", "buka senin"]),
        ("harga rp. 50.000 saja. cod bisa", ["harga rp. 50.000 saja.", "cod bisa"]),
        ('kata dia "enak." lalu pergi', ['kata dia "enak."', "lalu pergi"]),
        ("tanpa titik", ["tanpa titik"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(posts())
def test_around_two_places_stand_all_the_sentences_between_them(text: str) -> None:
    folded = fold(text).text
    parts = list(Sentences(folded))
    for first, last in zip(parts, parts[1:] or parts, strict=False):
        around = Sentences(folded).around(first.start, last.end)
        assert around == (first.start, last.end)
        assert isinstance(around, Span)


def test_a_clause_ends_at_a_comma_and_at_a_but() -> None:
    text = "kami tidak murah, tapi awet"
    found = Sentences(text).clause(text.index("awet"))
    assert found.of(text).strip() == "awet"


@given(posts())
def test_sentences_cover_the_whole_text(text: str) -> None:
    folded = fold(text).text
    assert "".join(span.of(folded) for span in Sentences(folded)) == folded
