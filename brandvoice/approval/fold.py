"""From a post's events, in order, to what is known of it. Pure: rebuilt means the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from brandvoice.approval.event import (
    ApprovalSuperseded,
    ApprovalWithdrawn,
    ChainStarted,
    ChangesRequested,
    DraftSubmitted,
    FindingWaived,
    KeyAdded,
    KindChanged,
    PersonAdded,
    PersonChanged,
    PostApproved,
    PostRejected,
    PostStarted,
    ReviewEnded,
    SubmissionWithdrawn,
    TextErased,
    TextRevised,
)
from brandvoice.approval.person import Person
from brandvoice.approval.state import (
    Decision,
    Noticed,
    PostState,
    State,
    Verdict,
    Waiver,
    WorkingCopy,
    title_of,
)
from brandvoice.approval.waiving import open_findings
from brandvoice.post.normal import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.event import Recorded
    from brandvoice.post.post import Channel, Kind

    Texts = Callable[[Fingerprint], str | None]
    _Decided = PostApproved | ChangesRequested | PostRejected | ApprovalWithdrawn

EMPTY: Fingerprint = fingerprint("")


@dataclass(slots=True)
class _Post:
    """What the events have said so far."""

    kind: Kind
    started_at: datetime
    changed_at: datetime
    channels: tuple[Channel, ...] = ()
    state: State = "draft"
    version: int = 0
    text: Fingerprint = EMPTY
    authors: dict[str, None] = field(default_factory=dict)
    checked: tuple[Checked, Fingerprint] | None = None
    decision: Recorded | None = None
    approved: Fingerprint | None = None
    waived: list[tuple[Recorded, FindingWaived]] = field(default_factory=list)


def fold_people(recorded: Iterable[Recorded]) -> dict[str, Person]:
    """The people of a record by id, in the order they came, from its events about people."""
    people: dict[str, Person] = {}
    for entry in recorded:
        match entry.event:
            case PersonAdded(person, name, roles) | PersonChanged(person, name, roles):
                people[person] = Person(person, name, roles)
            case _:
                pass
    return people


def fold(
    post: str, recorded: Iterable[Recorded], copy: WorkingCopy | None, texts: Texts
) -> PostState | None:
    """The state of `post` from its events in order and its working copy; None before any event.

    `texts` gives the words behind a digest, None when they were erased.
    """
    known: _Post | None = None
    for entry in recorded:
        known = _after(known, entry)
    return _readable(post, known, copy, texts) if known else None


def _after(post: _Post | None, entry: Recorded) -> _Post:
    event = entry.event
    if isinstance(event, PostStarted):
        return _Post(event.kind, entry.at, entry.at)
    if post is None:
        raise ValueError("a post's first entry must start it")
    post.changed_at = max(post.changed_at, entry.at)
    match event:
        case DraftSubmitted() | TextRevised():
            _take_version(post, event)
        case PostApproved() | ChangesRequested() | PostRejected() | ApprovalWithdrawn():
            _take_decision(post, entry, event)
        case SubmissionWithdrawn() | ReviewEnded() | ApprovalSuperseded():
            was_approved = post.decision and isinstance(post.decision.event, PostApproved)
            post.state = "superseded" if was_approved else "draft"
        case KindChanged(kind):
            post.kind = kind
        case FindingWaived():
            post.waived.append((entry, event))
        case TextErased():
            pass
        case ChainStarted() | PersonAdded() | PersonChanged() | KeyAdded():
            raise ValueError("not an entry about a post")
        case _:
            assert_never(event)
    return post


def _take_version(post: _Post, event: DraftSubmitted | TextRevised) -> None:
    post.version, post.text, post.channels = event.version, event.text, event.channels
    post.authors |= dict.fromkeys(event.authors)
    if isinstance(event, DraftSubmitted):
        post.state, post.checked = "in_review", (event.checked, event.text)


def _take_decision(post: _Post, entry: Recorded, event: _Decided) -> None:
    post.decision = entry
    match event:
        case PostApproved():
            post.state, post.approved = "approved", event.text
        case ChangesRequested():
            post.state = "changes_requested"
        case PostRejected():
            post.state = "rejected"
        case ApprovalWithdrawn():
            post.state = "draft"
            return
    post.checked = (event.checked, event.text)


def _readable(post: str, known: _Post, copy: WorkingCopy | None, texts: Texts) -> PostState:
    recorded_text = texts(known.text) if known.version else ""
    text = copy.text if copy else recorded_text
    authors = tuple(known.authors | dict.fromkeys(copy.editors if copy else ()))
    waivers = tuple(_waiver(entry, event, texts) for entry, event in known.waived)
    noticed = copy.noticed if copy and copy.noticed is not None else _noticed(known, texts)
    still_open = open_findings(noticed, waivers, authors)
    words = fingerprint(copy.text) if copy else known.text
    channels = copy.channels if copy else known.channels
    return PostState(
        id=post,
        kind=known.kind,
        channels=channels,
        state=known.state,
        version=known.version,
        recorded=known.version > 0 and (words, channels) == (known.text, known.channels),
        text=text,
        fingerprint=words,
        title=title_of(text),
        authors=authors,
        started_at=known.started_at,
        changed_at=max(known.changed_at, copy.saved_at) if copy else known.changed_at,
        decision=_decision(known.decision, texts) if known.decision else None,
        approved_text=texts(known.approved) if known.approved else None,
        waivers=waivers,
        findings=dict(Counter(finding.category for finding in still_open)),
        severities=dict(Counter(finding.severity for finding in still_open)),
    )


def _noticed(post: _Post, texts: Texts) -> tuple[Noticed, ...]:
    if post.checked is None:
        return ()
    checked, of = post.checked
    text = texts(of)
    return tuple(
        Noticed(mark.rule, mark.category, mark.severity, mark.words(text) if text else None)
        for mark in checked.marks
    )


def _waiver(entry: Recorded, event: FindingWaived, texts: Texts) -> Waiver:
    text = texts(event.text)
    return Waiver(
        rule=event.mark.rule,
        words=None if text is None else event.mark.words(text),
        severity=event.mark.severity,
        reason=texts(event.reason),
        by=entry.by,
        at=entry.at,
        text=event.text,
    )


def _decision(entry: Recorded, texts: Texts) -> Decision:
    event = entry.event
    kind: Verdict
    match event:
        case PostApproved():
            kind, note = "approved", event.note
        case ChangesRequested():
            kind, note = "changes_requested", event.reason
        case PostRejected():
            kind, note = "rejected", event.reason
        case ApprovalWithdrawn():
            kind, note = "withdrawn", event.reason
        case _:
            raise ValueError("not a decision")
    return Decision(
        kind=kind,
        by=entry.by,
        at=entry.at,
        text=event.text,
        version=event.version,
        channels=event.channels,
        note=texts(note) if note else "",
    )
