"""Who may do what in which state, and the sentence beside the button when they may not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.hindrance import hindrance
from brandvoice.approval.house import House
from brandvoice.approval.state import Decision, PostState, State, Waiver
from brandvoice.post.normal import fingerprint
from brandvoice.words import LANGUAGES, explain
from tests.deciding import TEXT, found, person, review_of

if TYPE_CHECKING:
    from brandvoice.approval.person import Person
    from brandvoice.rules.terms import Severity

DEWI = person("Dewi", "writer")  # wrote the post
SARI = person("Sari", "writer")  # writes, but not on this one
BAYU = person("Bayu", "approver")
RINA = person("Rina", "writer", "approver")  # may do both, wrote nothing of it
TONO = person("Tono", "writer", "approver")  # may do both, wrote some of it
PEOPLE = {one.name: one for one in (DEWI, SARI, BAYU, RINA, TONO)}
NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
HOUSE = House(NOON, {one.id: one for one in PEOPLE.values()})

# What each person is told in each state; "-" means nothing stands in the way.
TABLE = """
act              state              Dewi                     Sari                     Bayu                 Rina                     Tono
submit           draft              -                        -                        writers_only         -                        -
submit           in_review          already_in_review        already_in_review        writers_only         already_in_review        already_in_review
submit           approved           already_approved         already_approved         writers_only         already_approved         already_approved
submit           superseded         -                        -                        writers_only         -                        -
approve          draft              approvers_only           approvers_only           not_in_review        not_in_review            not_in_review
approve          in_review          approvers_only           approvers_only           -                    -                        own_text
approve          approved           approvers_only           approvers_only           already_approved     already_approved         already_approved
approve          changes_requested  approvers_only           approvers_only           not_in_review        not_in_review            not_in_review
approve          rejected           approvers_only           approvers_only           not_in_review        not_in_review            not_in_review
approve          superseded         approvers_only           approvers_only           not_in_review        not_in_review            not_in_review
request_changes  in_review          approvers_only           approvers_only           -                    -                        own_text
request_changes  draft              approvers_only           approvers_only           not_in_review        not_in_review            not_in_review
reject           in_review          approvers_only           approvers_only           -                    -                        own_text
reject           approved           approvers_only           approvers_only           already_approved     already_approved         already_approved
withdraw         in_review          -                        only_authors_take_back   only_authors_take_back only_authors_take_back -
withdraw         approved           approvers_only           approvers_only           -                    -                        -
withdraw         draft              nothing_to_withdraw      nothing_to_withdraw      nothing_to_withdraw  nothing_to_withdraw      nothing_to_withdraw
waive            approved           already_approved         already_approved         already_approved     already_approved         already_approved
waive            draft              nothing_open             nothing_open             nothing_open         nothing_open             nothing_open
"""  # fmt: skip # noqa: E501
HEADER, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CASES = [
    (row[0], row[1], name, told)
    for row in ROWS
    for name, told in zip(HEADER[2:], row[2:], strict=True)
]


def post(state: State = "draft", text: str = TEXT, **known: object) -> PostState:
    given: dict[str, object] = {
        "id": "1",
        "kind": "post",
        "channels": ("x",),
        "state": state,
        "version": 1,
        "recorded": True,
        "text": text,
        "fingerprint": fingerprint(text),
        "title": "Serum",
        "authors": (DEWI.id, TONO.id),
        "started_at": NOON,
        "changed_at": NOON,
        "decision": None,
        "approved_text": None,
        "waivers": (),
        "noticed": (),
    }
    return PostState(**given | known)  # type: ignore[arg-type]  # a table of plain values


def waiver(by: Person, words: str, at: datetime = NOON, severity: Severity = "warning") -> Waiver:
    return Waiver("claim/superlative", words, severity, "ada survei", by.id, at, fingerprint(TEXT))


def told(act: str, of: PostState, who: Person, *findings: object) -> str:
    error = hindrance(act, of, who, review_of(TEXT, *findings), HOUSE)  # type: ignore[arg-type]  # names from the table
    if error is None:
        return "-"
    assert all(explain(language, error) for language in LANGUAGES)
    return error.key.removeprefix("record.")


@pytest.mark.parametrize(("act", "state", "name", "sentence"), CASES)
def test_everybody_is_told_what_stands_in_the_way(
    act: str, state: State, name: str, sentence: str
) -> None:
    assert told(act, post(state), PEOPLE[name]) == sentence


@pytest.mark.parametrize("act", ["submit", "approve", "request_changes", "reject", "waive"])
@pytest.mark.parametrize("review", [None, review_of("other words")])
def test_nothing_is_decided_before_these_words_are_checked(act: str, review: object) -> None:
    state: State = "draft" if act == "submit" else "in_review"
    error = hindrance(act, post(state), RINA, review, HOUSE)  # type: ignore[arg-type]  # names from the table
    assert error is not None
    assert error.key == "record.not_checked"


@pytest.mark.parametrize("text", ["", "  \n\t", "\u00a0"])
def test_nothing_cannot_be_submitted(text: str) -> None:
    error = hindrance("submit", post(text=text), DEWI, review_of(text), HOUSE)
    assert error is not None
    assert error.key == "record.nothing_written"


@pytest.mark.parametrize("state", ["changes_requested", "rejected"])
def test_refused_words_are_not_submitted_again_unchanged(state: State) -> None:
    refused = Decision(state, BAYU.id, NOON, fingerprint(TEXT), 1, ("x",), "why")  # type: ignore[arg-type]  # both are verdicts
    same = post(state, decision=refused)
    assert told("submit", same, DEWI) == f"unchanged_since_{state}"
    assert told("submit", post(state, decision=refused, channels=("tiktok",)), DEWI) == "-"
    earlier = waiver(BAYU, "termurah", NOON - timedelta(hours=1))
    assert told("submit", post(state, decision=refused, waivers=(earlier,)), DEWI) != "-"
    later = waiver(BAYU, "termurah", NOON + timedelta(hours=1))
    assert told("submit", post(state, decision=refused, waivers=(later,)), DEWI) == "-"


def test_an_open_warning_or_blocker_holds_the_approval_back_and_a_note_does_not() -> None:
    note = found(TEXT, "buruan", "note")
    warning = found(TEXT, "termurah", "warning")
    blocker = found(TEXT, "se-Bandung", "blocker")
    in_review = post("in_review")
    assert told("approve", in_review, BAYU, note) == "-"
    assert told("approve", in_review, BAYU, note, warning) == "warning_open"
    assert told("approve", in_review, BAYU, warning, blocker) == "blocker_open"
    assert told("reject", in_review, BAYU, blocker) == "-"
    assert told("submit", post(), DEWI, blocker) == "-"


def test_an_author_s_waiver_settles_a_warning_and_never_a_blocker() -> None:
    warning, blocker = found(TEXT, "termurah"), found(TEXT, "termurah", "blocker")
    by_author = post("in_review", waivers=(waiver(DEWI, "termurah", severity="blocker"),))
    assert told("approve", by_author, BAYU, warning) == "-"
    assert told("approve", by_author, BAYU, blocker) == "blocker_open"
    by_other = post("in_review", waivers=(waiver(RINA, "termurah", severity="blocker"),))
    assert told("approve", by_other, BAYU, blocker) == "-"


def test_a_waiver_of_a_warning_does_not_hold_once_the_words_block_the_post() -> None:
    waived = post("in_review", waivers=(waiver(RINA, "termurah"),))
    assert told("approve", waived, BAYU, found(TEXT, "termurah")) == "-"
    assert told("approve", waived, BAYU, found(TEXT, "termurah", "blocker")) == "blocker_open"


def test_a_waiver_holds_for_its_rule_and_its_words_only() -> None:
    waived = post("in_review", waivers=(waiver(BAYU, "termurah"),))
    assert told("approve", waived, BAYU, found(TEXT, "Serum termurah")) == "warning_open"
    assert told("approve", waived, BAYU, found(TEXT, "termurah", rule="claim/x")) == "warning_open"
    erased = post("in_review", waivers=(waiver(BAYU, "termurah"),))
    assert told("waive", erased, BAYU, found(TEXT, "termurah")) == "nothing_open"


def test_an_author_is_told_that_blockers_are_for_others_to_waive() -> None:
    blocker, warning = found(TEXT, "se-Bandung", "blocker"), found(TEXT, "termurah")
    assert told("waive", post("in_review"), DEWI, blocker) == "own_blocker"
    assert told("waive", post("in_review"), DEWI, blocker, warning) == "-"
    assert told("waive", post("in_review"), BAYU, blocker) == "-"
