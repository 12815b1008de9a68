"""Searches are kept under names, renamed and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.workflow.recalling import Recall
from tests.deciding import Team

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def recall(tmp_path: Path) -> Recall:
    return Recall(Team(tmp_path / "workspace.sqlite3").desk)


def test_a_search_is_saved_renamed_and_forgotten(recall: Recall) -> None:
    assert recall.save_search("  Promo   ditolak ", " promo status:ditolak ") == "Promo ditolak"
    recall.save_search("aman", "oleh:bayu")
    assert dict(recall.searches()) == {"aman": "oleh:bayu", "Promo ditolak": "promo status:ditolak"}
    recall.save_search("aman", "oleh:rina")
    recall.rename_search("Promo ditolak", "Zzz")
    assert list(recall.searches().items()) == [
        ("aman", "oleh:rina"),
        ("Zzz", "promo status:ditolak"),
    ]
    recall.forget_search("aman")
    recall.forget_search("aman")
    assert list(recall.searches()) == ["Zzz"]


def test_names_that_will_not_do_are_told_and_change_nothing(recall: Recall) -> None:
    recall.save_search("satu", "kopi")
    recall.save_search("dua", "teh")
    for name, query, key in (
        (" ", "kopi", "query.name_missing"),
        ("x" * 61, "kopi", "query.name_too_long"),
        ("x", "  ", "query.nothing_to_save"),
    ):
        with pytest.raises(UserError) as told:
            recall.save_search(name, query)
        assert told.value.key == key
    with pytest.raises(UserError, match="name_taken"):
        recall.rename_search("satu", "dua")
    assert dict(recall.searches()) == {"dua": "teh", "satu": "kopi"}
