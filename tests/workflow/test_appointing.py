"""Once approvers sign, they alone make others approvers, with their signature."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.workflow.desk import Desk
from tests.deciding import Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path / "workspace.sqlite3")
    yield team
    team.desk.close()


def refused(act: object, *given: object, **named: object) -> str:
    assert callable(act)
    with pytest.raises(UserError) as told:
        act(*given, **named)
    return told.value.key


def test_a_writer_appoints_nobody(team: Team) -> None:
    desk, writer = team.desk, team.writer
    assert refused(desk.add_person, "Wulan", ["approver"], writer) == "record.approvers_appoint"
    assert refused(desk.add_person, "Wulan", ["approver"]) == "record.approvers_appoint"
    promoted = ("Dewi", ["writer", "approver"], writer)
    assert refused(desk.change_person, writer, *promoted) == "record.approvers_appoint"
    demoted = ("Bayu", ["writer"], writer)
    assert refused(desk.change_person, team.approver, *demoted) == "record.approvers_appoint"
    assert desk.add_person("Wulan", ["writer"], writer).writes


def test_an_approver_does_with_a_signature(team: Team) -> None:
    desk, approver = team.desk, team.approver
    signer = desk.unlocked(approver)
    desk.unlocked = lambda _: None
    assert refused(desk.add_person, "Wulan", ["approver"], approver) == "record.signature_missing"
    assert desk.add_person("Wulan", ["approver"], approver, signer=signer).approves
    assert desk.verify().intact


def test_while_nobody_signs_yet_anybody_sets_people_up(tmp_path: Path) -> None:
    with closing(Desk.open(tmp_path / "workspace.sqlite3")) as desk:
        writer = desk.add_person("Dewi", ["writer"]).id
        assert desk.add_person("Bayu", ["approver"], writer).approves
        assert desk.change_person(writer, "Dewi", ["writer", "approver"], writer).approves
