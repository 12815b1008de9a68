"""A command on a post comes to exactly one fact, or to a sentence and nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brandvoice.approval.checked import Mark
from brandvoice.approval.command import Approve, Reject, RequestChanges, Submit, Waive, Withdraw
from brandvoice.approval.event import (
    ApprovalSuperseded,
    ApprovalWithdrawn,
    ChangesRequested,
    DraftSubmitted,
    FindingWaived,
    PostApproved,
    PostRejected,
    ReviewEnded,
    SubmissionWithdrawn,
    TextRevised,
)
from brandvoice.approval.policy import decide, revise
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from tests.approval.test_hindrance import BAYU, DEWI, HOUSE, RINA, post
from tests.deciding import BRAND, RULES, TEXT, found, review_of

WARNING = found(TEXT, "termurah")
CHECK = review_of(TEXT, WARNING)
CLEAR = review_of(TEXT)
IN_REVIEW = post("in_review")
WORDS = fingerprint(TEXT)


def refusal(command: object, of: object = IN_REVIEW, who: object = BAYU) -> str:
    with pytest.raises(UserError) as refused:
        decide(command, of, who, HOUSE)  # type: ignore[arg-type]  # names from the tests below
    return refused.value.key


def test_submitting_keeps_words_channels_authors_and_what_was_checked_by_which_rules() -> None:
    draft = post(recorded=False, version=3)
    event = decide(Submit(TEXT, CHECK), draft, DEWI, HOUSE, editors=("dewi", "tono"))
    assert isinstance(event, DraftSubmitted)
    assert (event.version, event.text, event.channels) == (4, WORDS, ("x",))
    assert event.authors == ("dewi", "tono")
    assert (event.checked.rules, event.checked.brand) == (RULES, BRAND)
    assert event.checked.marks == (Mark("claim/superlative", "claim", "warning", 6, 14),)
    assert event.checked.marks[0].words(TEXT) == "termurah"


def test_words_the_record_already_holds_are_submitted_as_the_same_version() -> None:
    event = decide(Submit(TEXT, CLEAR), post(version=3), DEWI, HOUSE)
    assert isinstance(event, DraftSubmitted)
    assert event.version == 3


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (Approve(TEXT, CLEAR, "bagus"), PostApproved),
        (RequestChanges(TEXT, CHECK, "bagus"), ChangesRequested),
        (Reject(TEXT, CHECK, "bagus"), PostRejected),
    ],
)
def test_a_decision_is_bound_to_version_words_channels_and_check(
    command: Approve | RequestChanges | Reject, kind: type
) -> None:
    event = decide(command, IN_REVIEW, BAYU, HOUSE)
    assert isinstance(event, PostApproved | ChangesRequested | PostRejected)
    assert isinstance(event, kind)
    assert (event.version, event.text, event.channels) == (1, WORDS, ("x",))
    assert event.checked.rules == RULES
    typed = event.note if isinstance(event, PostApproved) else event.reason
    assert typed == fingerprint("bagus")


@pytest.mark.parametrize("changed", ["", " ", "\u200b", "\u00a0", "😀", "."])
def test_nothing_is_decided_on_words_that_are_not_the_post_s(changed: str) -> None:
    other = f"{changed} {TEXT}"
    for command in (
        Approve(other, review_of(other)),
        Reject(other, review_of(other), "x"),
        RequestChanges(other, review_of(other), "x"),
        Waive(other, found(other, "termurah"), "x"),
    ):
        assert refusal(command) == "record.moved_on"
    assert refusal(Submit(other, review_of(other)), post(), DEWI) == "record.moved_on"


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0\u3000"])
def test_a_reason_is_typed(blank: str) -> None:
    assert refusal(Reject(TEXT, CLEAR, blank)) == "record.reason_missing"
    assert refusal(RequestChanges(TEXT, CLEAR, blank)) == "record.reason_missing"
    assert refusal(Waive(TEXT, WARNING, blank)) == "record.reason_missing"
    assert refusal(Withdraw(blank), post("approved")) == "record.reason_missing"


def test_an_approval_needs_no_note() -> None:
    event = decide(Approve(TEXT, CLEAR), IN_REVIEW, BAYU, HOUSE)
    assert isinstance(event, PostApproved)
    assert event.note is None


def test_hindrances_hold_for_the_act_itself() -> None:
    assert refusal(Approve(TEXT, CLEAR), who=DEWI) == "record.approvers_only"
    assert refusal(Approve(TEXT, CHECK)) == "record.warning_open"
    assert refusal(Approve(TEXT, review_of("other"))) == "record.not_checked"
    assert refusal(Submit(TEXT, CLEAR), IN_REVIEW, DEWI) == "record.already_in_review"


def test_a_waiver_says_where_and_why() -> None:
    event = decide(Waive(TEXT, WARNING, "ada survei"), IN_REVIEW, DEWI, HOUSE)
    assert event == FindingWaived(WORDS, Mark.of(WARNING), fingerprint("ada survei"))


def test_a_blocker_is_not_waived_by_an_author() -> None:
    blocker = found(TEXT, "termurah", "blocker")
    assert refusal(Waive(TEXT, blocker, "x"), who=DEWI) == "record.own_blocker"
    assert isinstance(decide(Waive(TEXT, blocker, "x"), IN_REVIEW, RINA, HOUSE), FindingWaived)


def test_a_finding_that_is_not_in_the_words_is_not_waived() -> None:
    elsewhere = replace(WARNING, span=WARNING.span._replace(start=0))
    assert refusal(Waive(TEXT, elsewhere, "x")) == "record.not_checked"


def test_nothing_is_waived_on_approved_words() -> None:
    assert refusal(Waive(TEXT, WARNING, "x"), post("approved")) == "record.already_approved"


def test_withdrawing_takes_back_a_submission_or_an_approval() -> None:
    taken_back = decide(Withdraw(), IN_REVIEW, DEWI, HOUSE)
    assert taken_back == SubmissionWithdrawn(1, WORDS, None)
    withdrawn = decide(Withdraw("salah harga"), post("approved"), BAYU, HOUSE)
    assert withdrawn == ApprovalWithdrawn(1, WORDS, ("x",), fingerprint("salah harga"))


@pytest.mark.parametrize("changed", [f"{TEXT}.", f"{TEXT}\u200b", TEXT.replace(" ", "\u00a0", 1)])
def test_changed_words_end_a_review_and_supersede_an_approval(changed: str) -> None:
    words = fingerprint(changed)
    revised = TextRevised(2, words, ("x",), ("tono",))
    assert revise(IN_REVIEW, words, ("x",), "tono") == (revised, ReviewEnded(1, WORDS))
    approved = post("approved")
    assert revise(approved, words, ("x",), "tono") == (revised, ApprovalSuperseded(1, WORDS))


def test_other_channels_supersede_just_as_other_words() -> None:
    events = revise(post("approved"), WORDS, ("x", "tiktok"), "dewi")
    assert events[1:] == (ApprovalSuperseded(1, WORDS),)


@pytest.mark.parametrize("state", ["draft", "changes_requested", "rejected", "superseded"])
def test_words_nobody_was_asked_about_are_just_a_working_copy(state: str) -> None:
    assert revise(post(state), fingerprint("other"), ("x",), "dewi") == ()  # type: ignore[arg-type]  # a state


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_the_same_words_change_nothing(state: str) -> None:
    assert revise(post(state), WORDS, ("x",), "dewi") == ()  # type: ignore[arg-type]  # a state
