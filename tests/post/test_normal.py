"""One form of a text, one fingerprint, and the way back to what was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.normal import GivenOffsets, fingerprint, normalise


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\u2028", "\u2029"])
def test_every_line_end_is_one(line_end: str) -> None:
    assert normalise(f"satu{line_end}dua") == "satu\ndua"


@pytest.mark.parametrize("kept", ["\u00a0", "\u200b", "\u200d", "\ufeff", "\t", "  ", "\x85", "😀"])
def test_nothing_else_that_is_posted_changes(kept: str) -> None:
    assert normalise(f"a{kept}b") == f"a{kept}b"


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize("added", ["😀", "\u00a0", "\u200b", " ", "."])
def test_one_character_more_is_another_text(added: str) -> None:
    assert fingerprint("Jam buka") != fingerprint("Jam" + added + " buka")


@given(st.text(alphabet="ab\r\n😀"))
def test_positions_lead_back_to_the_text_as_given(text: str) -> None:
    normal, offsets = normalise(text), GivenOffsets(text)
    for at, character in enumerate(normal):
        if character != "\n":
            assert text[offsets.position(at)] == character
