"""Stages, slots and chosen people: who may approve when, and what runs out by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.flow import Flow, Stage
from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain
from brandvoice.workflow.bulk import Chosen, approve_each
from tests.deciding import TEXT, Team, found, review_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.state import PostState

CLEAR = review_of(TEXT)
HOUR = timedelta(hours=1)


class House(Team):
    """A team with two more approvers, Sari and Tono."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.sari = self.add("Sari", self.approver, "approver")
        self.tono = self.add("Tono", self.approver, "approver")

    def set(self, *stages: Stage, **more: object) -> None:
        self.desk.set_flow(Flow(stages or (Stage(),), **more), self.approver)  # type: ignore[arg-type]  # plain values

    def approve(self, post: PostState, by: str) -> PostState:
        return self.desk.approve(post.id, TEXT, by, CLEAR)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "workspace.sqlite3")


def refusal(act: Callable[..., object], *given: object) -> str:
    with pytest.raises(UserError) as refused:
        act(*given)
    assert all(explain(language, refused.value) for language in LANGUAGES)
    return refused.value.key.removeprefix("record.")


def test_a_brand_that_chose_nothing_has_one_stage_for_any_approver(house: House) -> None:
    post = house.submitted()
    assert post.stages == (Stage(),)
    assert house.approve(post, house.sari).state == "approved"


def test_each_stage_needs_its_own_people_in_their_order(house: House) -> None:
    house.set(
        Stage("Redaksi", "any", (house.approver, house.sari)), Stage("Hukum", "all", (house.tono,))
    )
    post = house.submitted()
    assert refusal(house.approve, post, house.tono) == "not_your_stage"
    half = house.approve(post, house.sari)
    assert (half.state, half.stage) == ("in_review", 1)
    assert half.decision is None
    assert refusal(house.approve, post, house.approver) == "not_your_stage"
    whole = house.approve(post, house.tono)
    assert (whole.state, whole.stage) == ("approved", 2)
    assert [(one.stage, one.by) for one in whole.approvals] == [(0, house.sari), (1, house.tono)]
    kinds = [entry.kind for entry in house.desk.timeline(post.id)]
    assert kinds[-3:] == ["draft_submitted", "stage_approved", "post_approved"]


def test_where_all_have_to_agree_one_of_them_is_not_enough(house: House) -> None:
    house.set(Stage("Semua", "all", (house.approver, house.sari)))
    post = house.submitted()
    half = house.approve(post, house.approver)
    assert (half.state, half.stage) == ("in_review", 0)
    assert refusal(house.approve, post, house.approver) == "already_stood"
    assert house.approve(post, house.sari).state == "approved"


def test_nobody_stands_for_two_stages(house: House) -> None:
    house.set(Stage("Satu"), Stage("Dua"))
    post = house.submitted()
    house.approve(post, house.sari)
    assert refusal(house.approve, post, house.sari) == "already_stood"
    assert house.approve(post, house.tono).state == "approved"


def test_who_is_chosen_for_a_later_stage_does_not_stand_for_an_open_one(house: House) -> None:
    house.set(Stage("Satu"), Stage("Dua", "any", (house.tono,)))
    post = house.submitted()
    assert refusal(house.approve, post, house.tono) == "reserved"


def test_a_screen_that_shows_an_earlier_stage_does_not_approve_a_later_one(house: House) -> None:
    house.set(Stage("Satu"), Stage("Dua"))
    post = house.submitted()
    house.approve(post, house.sari)
    with pytest.raises(UserError, match="stage_moved_on"):
        house.desk.approve(post.id, TEXT, house.tono, CLEAR, stage=0)
    approved = house.desk.approve(post.id, TEXT, house.tono, CLEAR, stage=1)
    assert approved.state == "approved"


def test_a_later_stage_may_send_the_whole_post_back(house: House) -> None:
    house.set(Stage("Satu"), Stage("Dua"))
    post = house.submitted()
    house.approve(post, house.sari)
    back = house.desk.request_changes(post.id, TEXT, house.tono, CLEAR, "sumber?")
    assert back.state == "changes_requested"
    changed = house.desk.save(post.id, TEXT + "!", house.writer)
    again = house.desk.submit(post.id, TEXT + "!", house.writer, review_of(TEXT + "!"))
    assert changed.state == "changes_requested"
    assert (again.stage, again.approvals) == (0, ())


def test_a_person_must_be_allowed_for_every_channel_of_the_post(house: House) -> None:
    house.set(channel_people={"instagram": (house.sari, house.tono), "x": (house.tono,)})
    post = house.submitted()
    assert refusal(house.approve, post, house.sari) == "not_your_channel"
    assert house.approve(post, house.tono).state == "approved"


def test_another_flow_counts_for_what_is_submitted_later(house: House) -> None:
    before = house.submitted()
    house.set(Stage("Hukum", "any", (house.tono,)))
    assert house.approve(before, house.sari).state == "approved"
    assert refusal(house.approve, house.submitted(), house.sari) == "not_your_stage"


@pytest.mark.parametrize("need", ["any", "all"])
def test_a_post_whose_stage_only_its_writer_could_pass_is_not_submitted(
    house: House, need: str
) -> None:
    house.set(Stage("Redaksi", need, (house.both,)))  # type: ignore[arg-type]  # one of the needs
    post = house.desk.start(house.both, TEXT, ["x"])
    submit = house.desk.submit
    assert refusal(submit, post.id, TEXT, house.both, CLEAR) == "stage_unmanned"
    house.set(channel_people={"x": (house.both,)})
    assert refusal(submit, post.id, TEXT, house.both, CLEAR) == "channel_unmanned"


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ([], "flow_stages"),
        ([("a", "any", ""), ("b", "any", ""), ("c", "any", ""), ("d", "any", "")], "flow_stages"),
        ([("a", "any", ""), ("", "any", "")], "flow_nameless"),
        ([("a", "any", ""), ("A", "any", "")], "flow_same_name"),
        ([("x" * 41, "any", "")], "name_too_long"),
        ([("a", "all", "")], "flow_all_of_nobody"),
        ([("a", "any", "sari"), ("b", "any", "sari tono")], "flow_twice"),
        ([("a", "any", "writer")], "flow_not_approver"),
    ],
)
def test_a_flow_nobody_could_follow_is_refused(
    house: House, stages: list[tuple[str, str, str]], told: str
) -> None:
    made = [
        Stage(name, need, tuple(getattr(house, one) for one in people.split()))  # type: ignore[arg-type]  # a table of words
        for name, need, people in stages
    ]
    flow = Flow(tuple(made))
    assert refusal(house.desk.set_flow, flow, house.approver) == told


def test_a_flow_is_for_approvers_to_set_and_must_fit_the_channels(house: House) -> None:
    assert refusal(house.desk.set_flow, Flow(), house.writer) == "approvers_only"
    flow = Flow((Stage("Hukum", "all", (house.tono,)),), {"x": (house.sari,)})
    assert refusal(house.desk.set_flow, flow, house.approver) == "flow_channel_unmanned"
    same = house.desk.info().entries
    house.desk.set_flow(Flow(), house.approver)
    assert house.desk.info().entries == same


def test_a_post_unapproved_at_its_slot_expires_and_is_never_approved_by_silence(
    house: House,
) -> None:
    post = house.draft()
    due = house.clock.time + HOUR
    house.desk.submit(post.id, TEXT, house.writer, CLEAR, due)
    assert house.desk.sweep() == ()
    house.clock.time = due
    assert refusal(house.approve, post, house.sari) == "not_in_review"
    expired = house.desk.post(post.id)
    assert (expired.state, expired.due) == ("expired", due)
    newest = house.desk.timeline(post.id)[-1]
    assert (newest.kind, newest.by, newest.name) == ("review_expired", "", "Brandvoice")
    again = house.desk.submit(post.id, TEXT, house.writer, CLEAR, due + HOUR)
    assert (again.state, again.due) == ("in_review", due + HOUR)
    assert house.desk.verify().intact


def test_an_approval_ends_when_it_was_said_to_end(house: House) -> None:
    post = house.draft()
    due, end = house.clock.time + HOUR, house.clock.time + 2 * HOUR
    house.desk.submit(post.id, TEXT, house.writer, CLEAR, due, end)
    house.approve(post, house.sari)
    house.clock.time = due + HOUR / 2
    assert house.desk.sweep() == ()
    house.clock.time = end
    (expired,) = house.desk.sweep()
    assert expired.state == "expired"
    assert expired.approved_text == TEXT
    assert house.desk.timeline(post.id)[-1].kind == "approval_expired"
    assert house.desk.sweep() == ()
    assert house.desk.posts(["expired"]) == (expired,)


def test_words_typed_after_the_slot_find_the_post_expired(house: House) -> None:
    post = house.draft()
    house.desk.submit(post.id, TEXT, house.writer, CLEAR, house.clock.time + HOUR)
    house.clock.time += 2 * HOUR
    assert house.desk.save(post.id, TEXT + "!", house.writer).state == "expired"
    kinds = [entry.kind for entry in house.desk.timeline(post.id)]
    assert kinds[-1] == "review_expired"


def test_a_slot_or_an_end_that_makes_no_sense_is_refused(house: House) -> None:
    post, now = house.draft(), house.clock.time
    submit = house.desk.submit
    past, soon, later = now - HOUR, now + HOUR, now + 2 * HOUR
    assert refusal(submit, post.id, TEXT, house.writer, CLEAR, past) == "slot_in_the_past"
    assert refusal(submit, post.id, TEXT, house.writer, CLEAR, later, soon) == "valid_too_short"


def test_many_are_approved_at_once_only_where_nothing_is_open(house: House) -> None:
    note = found(TEXT, "buruan", "note")
    clear, noted, own = house.submitted(), house.submitted(TEXT, note), house.submitted()
    house.desk.save(own.id, TEXT + "!", house.both)
    house.desk.submit(own.id, TEXT + "!", house.both, review_of(TEXT + "!"))
    moved = house.submitted()
    house.desk.save(moved.id, TEXT + "?", house.writer)
    chosen = [
        Chosen(clear.id, TEXT, CLEAR),
        Chosen(noted.id, TEXT, review_of(TEXT, note)),
        Chosen(own.id, TEXT + "!", review_of(TEXT + "!")),
        Chosen(moved.id, TEXT, CLEAR),
    ]
    outcomes = approve_each(house.desk, chosen, house.both)
    told = [one.refused.key if one.refused else "-" for one in outcomes]
    assert told == ["-", "record.finding_open", "record.own_text", "record.moved_on"]
    assert [one.post.state for one in outcomes] == ["approved", "in_review", "in_review", "draft"]
    assert house.desk.timeline(clear.id)[-1].kind == "post_approved"


def test_what_was_changed_for_every_post_is_told_in_words(house: House) -> None:
    house.set(Stage("Hukum", "all", (house.tono, house.sari)), waivers={"blocker": "nobody"})
    newest, *older = house.desk.house_log("en")
    assert newest.name == "Bayu"
    assert newest.told.splitlines() == [
        "1. Hukum: all of Tono, Sari",
        "note: may be waived by anybody",
        "warning: may be waived by anybody",
        "blocker: may not be waived",
        "Reminder: 24 hours before a slot",
    ]
    assert older[-1].told == "Dewi (Writer)"
