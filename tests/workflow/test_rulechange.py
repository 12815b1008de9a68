"""A rule that holds posts back is not given up by just anybody, nor without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.event import RuleChange
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.post.normal import Fingerprint
    from tests.deciding import Team

GIVEN_UP = (RuleChange("privacy/phone", "blocker", "off"),)


def kinds(path: Path) -> list[str]:
    with Workspace.open(path).reading() as book:
        return [row[0] for row in book.connection.execute("SELECT kind FROM event ORDER BY seq")]


def test_a_blocker_is_given_up_by_approvers_alone_and_leaves_an_entry(team: Team) -> None:
    written: list[str] = []

    def write() -> Fingerprint:
        written.append("off")
        return fingerprint("the profile after it")

    with pytest.raises(UserError, match="rules_approvers"):
        team.desk.change_rules(GIVEN_UP, team.writer, write)
    assert written == []
    team.desk.change_rules(GIVEN_UP, team.approver, write)
    assert written == ["off"]
    assert kinds(team.desk.path)[-1] == "rules_changed"
    newest = team.desk.house_log("en")[0]
    assert (newest.name, newest.told) == ("Bayu", "privacy/phone: blocker → off")
    assert team.desk.house_log("id")[0].told == "privacy/phone: menahan → dimatikan"


def test_whoever_has_a_key_signs_what_is_given_up(team: Team) -> None:
    written: list[str] = []

    def write() -> Fingerprint:
        written.append("off")
        return fingerprint("x")

    team.approved()
    unlocked, team.desk.unlocked = team.desk.unlocked, lambda _: None
    with pytest.raises(UserError, match="signature_missing"):
        team.desk.change_rules(GIVEN_UP, team.approver, write)
    assert written == []
    again = (RuleChange("privacy/phone", "warning", "blocker"),)
    team.desk.change_rules(again, team.approver, write)
    team.desk.change_rules(GIVEN_UP, team.approver, write, signer=unlocked(team.approver))
    with team.desk.workspace.reading() as book:
        rows = book.connection.execute(
            "SELECT signature IS NOT NULL FROM event WHERE kind = 'rules_changed' ORDER BY seq"
        ).fetchall()
    assert rows == [(0,), (1,)], "what holds posts back again needs no signature"
    assert team.desk.verify().intact


def test_a_profile_that_cannot_be_written_leaves_no_entry(team: Team) -> None:
    def write() -> Fingerprint:
        raise UserError("report.unwritable", name="brand.toml", reason="full")

    before = team.desk.info().entries
    with pytest.raises(UserError, match="unwritable"):
        team.desk.change_rules(GIVEN_UP, team.approver, write)
    assert team.desk.info().entries == before


@pytest.mark.parametrize(("was", "now"), [("note", "off"), ("warning", "note"), ("off", "warning")])
def test_what_never_held_a_post_back_is_for_everybody(team: Team, was: str, now: str) -> None:
    before = team.desk.info().entries
    changes = (RuleChange("claim/superlative", was, now),)
    team.desk.change_rules(changes, team.writer, lambda: fingerprint("x"))
    assert team.desk.info().entries == before


def test_a_rule_that_holds_posts_back_again_is_an_entry_by_anybody(team: Team) -> None:
    changes = (RuleChange("privacy/phone", "off", "blocker"),)
    team.desk.change_rules(changes, team.writer, lambda: fingerprint("x"))
    assert kinds(team.desk.path)[-1] == "rules_changed"


def test_a_blocker_given_up_by_hand_is_noticed_once_and_nobody_is_named(team: Team) -> None:
    brand = fingerprint("edited by hand")
    assert not team.desk.notice_rules({"privacy/phone": ("blocker", "blocker")}, brand)
    found = {"privacy/phone": ("blocker", "off"), "claim/superlative": ("warning", "off")}
    assert team.desk.notice_rules(found, brand)
    assert not team.desk.notice_rules(found, brand)
    newest = team.desk.house_log("en")[0]
    assert (newest.name, newest.told) == ("Brandvoice", "privacy/phone: blocker → off")
    assert team.desk.notice_rules({"privacy/phone": ("blocker", "blocker")}, brand)
    assert team.desk.house_log("en")[0].told == "privacy/phone: off → blocker"
    assert team.desk.verify().intact


def test_what_was_changed_through_the_window_is_not_noticed_again(team: Team) -> None:
    team.desk.change_rules(GIVEN_UP, team.approver, lambda: fingerprint("x"))
    assert not team.desk.notice_rules({"privacy/phone": ("blocker", "off")}, fingerprint("x"))
