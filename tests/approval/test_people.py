"""The record names people, so names are real, readable and one to a person."""

from __future__ import annotations

import pytest

from brandvoice.approval.event import PersonAdded, PersonChanged
from brandvoice.approval.people import LONGEST_NAME, added, changed
from brandvoice.errors import UserError
from tests.deciding import person

DEWI = person("Dewi", "writer")
PEOPLE = {DEWI.id: DEWI}


def test_a_name_is_tidied_and_kept() -> None:
    event = added("1", "  Bayu \n Pratama ", ["approver"], PEOPLE)
    assert event == PersonAdded("1", "Bayu Pratama", frozenset({"approver"}))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "record.name_missing"),
        (" \u00a0\n", "record.name_missing"),
        ("x" * (LONGEST_NAME + 1), "record.name_too_long"),
        ("dewi", "record.name_taken"),
        ("ＤＥＷＩ", "record.name_taken"),
        ("De\u200bwi", "record.name_taken"),
    ],
)
def test_a_name_that_will_not_do_is_refused(name: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        added("1", name, ["writer"], PEOPLE)
    assert refused.value.key == sentence


def test_somebody_without_a_role_is_refused() -> None:
    with pytest.raises(UserError, match=r"record\.role_missing"):
        added("1", "Bayu", [], PEOPLE)


def test_a_change_that_changes_nothing_is_no_event() -> None:
    assert changed(DEWI, "Dewi", ["writer"], PEOPLE) is None
    event = changed(DEWI, "DEWI", ["writer"], PEOPLE)
    assert event == PersonChanged(DEWI.id, "DEWI", frozenset({"writer"}))
