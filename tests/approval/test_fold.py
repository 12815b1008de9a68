"""The state of a post follows from its entries, whichever file or order they came in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.chain import GENESIS, Entry
from brandvoice.approval.checked import Checked
from brandvoice.approval.event import (
    ChangesRequested,
    DraftSubmitted,
    PostApproved,
    PostStarted,
    Recorded,
    ReviewExpired,
    StageApproved,
    SubmissionWithdrawn,
    TextRevised,
)
from brandvoice.approval.flow import Stage
from brandvoice.approval.fold import fold
from brandvoice.approval.payload import from_payload
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from brandvoice.approval.event import Event
    from brandvoice.approval.state import PostState

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
WORDS = {fingerprint(text): text for text in ("", "satu", "dua", "sumber?")}
ONE, TWO, WHY = fingerprint("satu"), fingerprint("dua"), fingerprint("sumber?")
CHECKED = Checked(ONE, TWO)
BOTH = (Stage("Semua", "all", ("ani", "budi")),)


def at(minute: int, by: str, event: Event, origin: str = "laptop") -> Recorded:
    """An entry as it was made at that minute; only its place in time counts here."""
    when = NOON + timedelta(minutes=minute)
    entry = Entry(0, origin, minute + 1, "", "", by, "", 1, "1", "", GENESIS, GENESIS, None)
    return Recorded(when, by, "1", event, entry)


def state(*entries: Recorded) -> PostState:
    known = fold("1", entries, None, WORDS.get)
    assert known
    return known


def submitted(minute: int, stages: tuple[Stage, ...] = (), version: int = 1) -> Recorded:
    event = DraftSubmitted(version, ONE, ("x",), ("dewi",), CHECKED, stages)
    return at(minute, "dewi", event)


STARTED = at(0, "dewi", PostStarted("post"))


def test_two_who_agree_on_two_laptops_agree_together() -> None:
    ani = at(2, "ani", StageApproved(1, ONE, ("x",), CHECKED, None, 0), "one")
    budi = at(3, "budi", StageApproved(1, ONE, ("x",), CHECKED, None, 0), "two")
    assert state(STARTED, submitted(1, BOTH), ani).state == "in_review"
    assert state(STARTED, submitted(1, BOTH), ani, budi).state == "approved"


def test_an_approval_before_all_have_agreed_is_only_their_own() -> None:
    early = at(2, "ani", PostApproved(1, ONE, ("x",), CHECKED, None, 0))
    assert state(STARTED, submitted(1, BOTH), early).state == "in_review"


def test_a_decision_on_words_that_no_longer_stand_stays_in_the_timeline_alone() -> None:
    revised = at(2, "dewi", TextRevised(2, TWO, ("x",), ("dewi",)))
    late = at(3, "ani", PostApproved(1, ONE, ("x",), CHECKED, None), "other")
    known = state(STARTED, submitted(1), revised, late)
    assert (known.state, known.decision, known.approved_text) == ("draft", None, None)


def test_of_two_decisions_the_first_counts() -> None:
    back = at(2, "ani", ChangesRequested(1, ONE, ("x",), CHECKED, WHY), "one")
    late = at(3, "budi", PostApproved(1, ONE, ("x",), CHECKED, None), "two")
    assert state(STARTED, submitted(1), late, back).state == "changes_requested"


def test_what_was_taken_back_is_not_approved_afterwards() -> None:
    taken = at(2, "dewi", SubmissionWithdrawn(1, ONE, None))
    late = at(3, "ani", PostApproved(1, ONE, ("x",), CHECKED, None), "other")
    assert state(STARTED, submitted(1), taken, late).state == "draft"


def test_an_approval_brought_along_later_counts_by_the_time_it_was_given() -> None:
    due = NOON + timedelta(minutes=3)
    handed_in = DraftSubmitted(1, ONE, ("x",), ("dewi",), CHECKED, (), {}, due)
    in_time = at(2, "ani", PostApproved(1, ONE, ("x",), CHECKED, None), "other")
    expired = at(4, "", ReviewExpired(1, ONE, due))
    late = at(5, "ani", PostApproved(1, ONE, ("x",), CHECKED, None), "other")
    start = (STARTED, at(1, "dewi", handed_in))
    assert state(*start, expired).state == "expired"
    assert state(*start, expired, in_time).state == "approved"
    assert state(*start, expired, late).state == "expired"


ENTRIES = (
    STARTED,
    submitted(1, BOTH),
    at(2, "ani", StageApproved(1, ONE, ("x",), CHECKED, None, 0), "one"),
    at(2, "budi", StageApproved(1, ONE, ("x",), CHECKED, None, 0), "two"),
    at(4, "ani", ChangesRequested(1, ONE, ("x",), CHECKED, WHY), "one"),
    at(5, "dewi", TextRevised(2, TWO, ("x",), ("dewi",))),
    at(6, "budi", PostApproved(1, ONE, ("x",), CHECKED, None), "two"),
)


@given(st.permutations(ENTRIES))
def test_the_order_in_the_file_makes_no_difference(entries: list[Recorded]) -> None:
    assert state(*entries) == state(*ENTRIES)


def test_what_was_recorded_before_there_were_stages_is_read_as_one_for_any_approver() -> None:
    digest = f'"{ONE}"'
    checked = f'{{"brand":{digest},"findings":[],"rules":{digest}}}'
    old = f'{{"authors":["dewi"],"channels":["x"],"checked":{checked},"text":{digest},"version":1}}'
    given_out = f'{{"channels":["x"],"checked":{checked},"note":null,"text":{digest},"version":1}}'
    handed_in = at(1, "dewi", from_payload("draft_submitted", old))
    approved = at(2, "ani", from_payload("post_approved", given_out))
    known = state(STARTED, handed_in, approved)
    assert (known.state, known.stages, known.due) == ("approved", (Stage(),), None)
