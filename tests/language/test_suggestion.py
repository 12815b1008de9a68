"""What is offered for a slip."""

from __future__ import annotations

from functools import cache

import pytest

from brandvoice.language.speller import Speller
from brandvoice.language.suggestion import guesses


@cache
def _speller() -> Speller:
    return Speller()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("dikrim", "dikirim"),  # dropped
        ("pesaan", "pesan"),  # doubled
        ("gartis", "gratis"),  # swapped
        ("bulzn", "bulan"),  # the key beside
        ("pelangganya", "pelanggannya"),
        ("nyobian", "nyobain"),
        ("chekcout", "checkout"),
    ],
)
def test_one_slip_is_undone_first(slip: str, meant: str) -> None:
    assert meant in [one.word for one in guesses(slip, _speller(), english=False)[:3]]


def test_the_language_of_the_sentence_comes_first() -> None:
    assert guesses("hous", _speller(), english=True)[0].word == "house"
    assert guesses("brng", _speller(), english=False)[0].word != "bring"
    assert guesses("brng", _speller(), english=True)[0].word == "bring"


def test_names_and_abbreviations_are_never_offered() -> None:
    for slip, unwanted in (("bgtu", "bgt"), ("watii", "wati"), ("opoo", "opo")):
        offered = {one.word for one in guesses(slip, _speller(), english=False)}
        assert unwanted not in offered
        assert all(len(one) > 2 for one in offered)


def test_guesses_are_in_order_and_few() -> None:
    made = guesses("kualitass", _speller(), english=False)
    assert list(made) == sorted(made)
    assert 0 < len(made) <= 4
