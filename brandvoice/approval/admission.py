"""Whether decisions that come from elsewhere were allowed when they were taken. Pure.

The other laptop runs the same policy; what is refused here was made by another program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import (
    PROGRAM,
    ApprovalExpired,
    ApprovalWithdrawn,
    DraftSubmitted,
    FindingWaived,
    FlowSet,
    PostApproved,
    PostPublished,
    PostTakenDown,
    ReviewExpired,
    RulesChanged,
    StageApproved,
    TextErased,
    WordsWaived,
    WordsWaiverEnded,
)
from brandvoice.approval.evidence import FileErased, SourceRemoved
from brandvoice.approval.flow import ANY_APPROVER
from brandvoice.approval.fold import fold, in_order
from brandvoice.approval.handover import Judged
from brandvoice.approval.house import fold_house
from brandvoice.approval.publishing import moment_hindrance
from brandvoice.approval.source import removing_hindrance
from brandvoice.approval.standing import already_stood, standing_hindrance
from brandvoice.approval.waiving import open_findings, recorded_findings, waiving_hindrance
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState


def admit(
    post: str,
    recorded: Iterable[Recorded],
    new: Collection[str],
    house: Collection[Recorded],
    texts: Texts,
) -> None:
    """Goes through a post's entries as they happened; `new` are the hashes of those that came.

    `house` are the entries about no post. Raises UserError (`handover.not_allowed`,
    `handover.other_flow`) when one that came may not take effect, ValueError for entries that are
    out of order.
    """
    ordered = in_order(recorded)
    for place, entry in enumerate(ordered):
        if entry.entry.hash not in new:
            continue
        before = [one for one in house if one.at <= entry.at]
        rules = fold_house(before, entry.at, texts)
        refused = _refusal(post, ordered[:place], entry, rules, texts)
        if refused:
            raise UserError("handover.not_allowed", number=entry.entry.origin_seq) from refused


def admit_house(new: Iterable[Recorded], house: Collection[Recorded], texts: Texts) -> None:
    """The same for entries about no post, among them the flow and waivers for the whole brand."""
    for entry in new:
        rules = fold_house([one for one in house if one.at <= entry.at], entry.at, texts)
        person, event, refused = rules.people.get(entry.by), entry.event, None
        if person is None:
            refused = UserError("record.unknown_person")
        elif isinstance(event, FlowSet | WordsWaiverEnded | RulesChanged) and not person.approves:
            refused = UserError("record.approvers_only")
        elif isinstance(event, WordsWaived):
            refused = waiving_hindrance(event.severity, person, (), rules)
        if refused:
            raise UserError("handover.not_allowed", number=entry.entry.origin_seq) from refused


def _same_flow(event: DraftSubmitted, house: House) -> None:
    flow = house.flow
    told = (event.stages or ANY_APPROVER, dict(event.channel_people))
    if told != (flow.stages, dict(flow.channel_people)):
        raise UserError("handover.other_flow")


def _refusal(
    post: str, before: list[Recorded], entry: Recorded, house: House, texts: Texts
) -> UserError | None:
    event = entry.event
    person = house.people.get(entry.by)
    if person is None:
        ran_out = isinstance(event, ReviewExpired | ApprovalExpired) and entry.by == PROGRAM
        return None if ran_out else UserError("record.unknown_person")
    if isinstance(event, DraftSubmitted):
        _same_flow(event, house)
    if isinstance(event, TextErased | FileErased):
        return None if person.approves else UserError("record.approvers_only")
    if isinstance(event, PostPublished | PostTakenDown):
        return moment_hindrance(event.at, before[0].at, entry.at)
    if isinstance(event, Judged | FindingWaived | SourceRemoved):
        return _acting(event, fold(post, before, None, texts), person, house, texts)
    return None


def _acting(
    event: Judged | FindingWaived | SourceRemoved,
    state: PostState | None,
    person: Person,
    house: House,
    texts: Texts,
) -> UserError | None:
    if state is None:
        return UserError("record.unknown_post")
    match event:
        case FindingWaived(mark=mark):
            return waiving_hindrance(mark.severity, person, state.authors, house)
        case SourceRemoved(id=source):
            removed = [one for one in state.sources if one.id == source and one.stands]
            return removing_hindrance(removed[0], person) if removed else None
        case _:
            return _judging(event, state, person, house, texts)


def _judging(
    event: Judged, state: PostState, person: Person, house: House, texts: Texts
) -> UserError | None:
    """Nothing for a decision that came too late: it takes no effect."""
    if (event.version, event.text) != (state.version, state.fingerprint):
        return None
    if isinstance(event, ApprovalWithdrawn):
        return None if person.approves else UserError("record.approvers_only")
    if state.state != "in_review":
        return None
    return standing_hindrance(state, person, house) or _open(event, state, person, house, texts)


def _open(
    event: Judged, state: PostState, person: Person, house: House, texts: Texts
) -> UserError | None:
    """Whether an approval stood in its turn, and everything found by its check was settled."""
    if not isinstance(event, StageApproved | PostApproved):
        return None
    if event.stage != state.stage:
        return UserError("record.not_your_stage", people="")
    found = recorded_findings(event.checked, texts(event.text))
    still_open = open_findings(found, house.holding(state), state.authors)
    if any(finding.severity != "note" for finding in still_open):
        return UserError("record.warning_open", count=len(still_open))
    return already_stood(state, person)
