"""What somebody types as words to replace, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.brand.terms import Terms, read_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("customer → pelanggan", Terms((), {"customer": "pelanggan"})),
        ("customer -> pelanggan\nmurahan", Terms(("murahan",), {"customer": "pelanggan"})),
        ("customer, cust => pelanggan", Terms((), {"customer": "pelanggan", "cust": "pelanggan"})),
        ("a  b =  c   d ", Terms((), {"a b": "c d"})),
        ("murahan, abal-abal;", Terms(("murahan", "abal-abal"), {})),
        ("customer →\n→ x\n\n", Terms(("customer",), {})),
        ("x\nx → y", Terms((), {"x": "y"})),
    ],
)
def test_a_line_is_a_word_and_perhaps_a_better_one(text: str, terms: Terms) -> None:
    assert read_terms(text) == terms


@given(st.text(st.sampled_from("ab →->=,;\n "), max_size=30))
def test_what_is_shown_is_read_as_it_was(text: str) -> None:
    terms = read_terms(text)
    assert read_terms(terms.lines) == terms
