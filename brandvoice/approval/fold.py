"""From a post's events, in order, to what is known of it. Pure: rebuilt means the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brandvoice.approval.event import (
    ApprovalExpired,
    ApprovalSuperseded,
    ApprovalWithdrawn,
    ChangesRequested,
    CommentAdded,
    CommentResolved,
    DraftDiscarded,
    DraftSubmitted,
    FindingWaived,
    KindChanged,
    PersonAdded,
    PersonChanged,
    PostApproved,
    PostPublished,
    PostRejected,
    PostStarted,
    PostTakenDown,
    ReviewEnded,
    ReviewExpired,
    StageApproved,
    SubmissionWithdrawn,
    TextErased,
    TextRevised,
)
from brandvoice.approval.evidence import FileErased, SourceAdded, SourceRemoved
from brandvoice.approval.flow import ANY_APPROVER
from brandvoice.approval.person import Person
from brandvoice.approval.publication import Approval, Publication, Said, publications
from brandvoice.approval.source import sources_in
from brandvoice.approval.state import (
    Comment,
    Decision,
    Noticed,
    PostState,
    StageApproval,
    State,
    Verdict,
    Waiver,
    WorkingCopy,
    title_of,
)
from brandvoice.approval.waiving import open_findings, recorded_findings
from brandvoice.post.normal import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.event import Recorded
    from brandvoice.approval.flow import Stage
    from brandvoice.post.post import Channel, Kind

    Texts = Callable[[Fingerprint], str | None]
    _Judged = StageApproved | PostApproved | ChangesRequested | PostRejected
    _Ended = (
        SubmissionWithdrawn
        | ReviewEnded
        | ApprovalWithdrawn
        | ApprovalSuperseded
        | ReviewExpired
        | ApprovalExpired
    )

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
    submitted: DraftSubmitted | None = None
    approvals: list[StageApproval] = field(default_factory=list)
    checked: tuple[Checked, Fingerprint] | None = None
    decision: Recorded | None = None
    approved: Fingerprint | None = None
    discarded: bool = False
    waived: list[tuple[Recorded, FindingWaived]] = field(default_factory=list)
    comments: list[tuple[Recorded, CommentAdded]] = field(default_factory=list)
    resolved: dict[str, Recorded] = field(default_factory=dict)
    sourced: list[Recorded] = field(default_factory=list)
    versions: set[Fingerprint] = field(default_factory=set)
    given: list[Approval] = field(default_factory=list)
    out: list[Said] = field(default_factory=list)
    down: list[PostTakenDown] = field(default_factory=list)

    @property
    def stages(self) -> tuple[Stage, ...]:
        return (self.submitted.stages if self.submitted else ()) or ANY_APPROVER

    @property
    def stage(self) -> int:
        """The first stage that has not agreed; their number when all have."""
        for place, stage in enumerate(self.stages):
            if not stage.agreed([one.by for one in self.approvals if one.stage == place]):
                return place
        return len(self.stages)

    def concerns(self, event: _Judged | _Ended) -> bool:
        """Whether an entry is about the standing words, and not some brought along too late."""
        return (event.version, event.text) == (self.version, self.text)

    def end(self) -> None:
        """The review or the approval is over, and no decision took its place."""
        approved = self.decision and isinstance(self.decision.event, StageApproved | PostApproved)
        self.state = "superseded" if approved else "draft"


def in_order(recorded: Iterable[Recorded]) -> list[Recorded]:
    """Entries as they happened, whichever file or order they lie in."""
    return sorted(recorded, key=lambda one: (one.at, one.entry.origin, one.entry.origin_seq))


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
    """The state of `post` from its events in order and its working copy; None before any event,
    and for a draft that was thrown away.

    `texts` gives the words behind a digest, None when they were erased.
    """
    known = _known(recorded)
    if known is None or known.discarded:
        return None
    return _readable(post, known, copy, texts)


def approvals(recorded: Iterable[Recorded]) -> tuple[Approval, ...]:
    """Every approval a post ever had, from its events, with when it ended."""
    known = _known(recorded)
    return tuple(known.given) if known else ()


def published(recorded: Iterable[Recorded], texts: Texts) -> tuple[Publication, ...]:
    """What went out of a post, from its events."""
    known = _known(recorded)
    return _published(known, texts) if known else ()


def _known(recorded: Iterable[Recorded]) -> _Post | None:
    known: _Post | None = None
    for entry in in_order(recorded):
        before = known.state if known else "draft"
        known = _after(known, entry)
        if (before == "approved") != (known.state == "approved"):
            _take_approval(known, entry)
    return known


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
        case StageApproved() | PostApproved() | ChangesRequested() | PostRejected():
            if post.state == "in_review" and post.concerns(event):
                _take_judgement(post, entry, event)
        case SubmissionWithdrawn() | ReviewEnded() | ReviewExpired():
            if post.state == "in_review" and post.concerns(event):
                _take_end(post, event)
        case ApprovalWithdrawn() | ApprovalSuperseded() | ApprovalExpired():
            if post.state == "approved" and post.concerns(event):
                post.decision = entry if isinstance(event, ApprovalWithdrawn) else post.decision
                _take_end(post, event)
        case _:
            _take_note(post, entry)
    return post


def _take_note(post: _Post, entry: Recorded) -> None:
    """What is said beside the words and changes no decision."""
    event = entry.event
    match event:
        case KindChanged(kind):
            post.kind = kind
        case FindingWaived():
            post.waived.append((entry, event))
        case CommentAdded():
            post.comments.append((entry, event))
        case CommentResolved(comment):
            post.resolved.setdefault(comment, entry)
        case SourceAdded() | SourceRemoved() | FileErased():
            post.sourced.append(entry)
        case PostPublished():
            post.discarded = False
            post.out.append(Said(entry.entry.hash, entry.by, entry.at, event))
        case PostTakenDown():
            post.down.append(event)
        case TextErased():
            pass
        case DraftDiscarded():
            # On another computer it may have been handed in, or gone out, meanwhile.
            post.discarded = not (post.version or post.out)
        case _:
            raise ValueError("not an entry about a post")


def _take_version(post: _Post, event: DraftSubmitted | TextRevised) -> None:
    if post.state in ("in_review", "approved"):
        post.end()
    post.discarded = False
    post.version, post.text, post.channels = event.version, event.text, event.channels
    post.versions.add(event.text)
    post.authors |= dict.fromkeys(event.authors)
    if isinstance(event, DraftSubmitted):
        post.submitted, post.approvals = event, []
        post.state, post.checked = "in_review", (event.checked, event.text)


def _take_judgement(post: _Post, entry: Recorded, event: _Judged) -> None:
    post.checked = (event.checked, event.text)
    match event:
        case StageApproved() | PostApproved():
            post.approvals.append(StageApproval(event.stage, entry.by, entry.at))
            if post.stage < len(post.stages):
                return
            post.state, post.approved = "approved", event.text
        case ChangesRequested():
            post.state = "changes_requested"
        case PostRejected():
            post.state = "rejected"
    post.decision = entry


def _take_approval(post: _Post, entry: Recorded) -> None:
    """An approval began or ended with this entry; what was given until a time ends by itself."""
    if post.state == "approved":
        by = tuple(dict.fromkeys(one.by for one in post.approvals))
        until = post.submitted.valid_until if post.submitted else None
        post.given.append(Approval(post.text, post.channels, by, entry.at, until))
    else:
        last = post.given[-1]
        post.given[-1] = last._replace(until=min(last.until or entry.at, entry.at))


def _take_end(post: _Post, event: _Ended) -> None:
    match event:
        case ReviewExpired() | ApprovalExpired():
            post.state = "expired"
        case _:
            post.end()


def _readable(post: str, known: _Post, copy: WorkingCopy | None, texts: Texts) -> PostState:
    recorded_text = texts(known.text) if known.version else ""
    text = copy.text if copy else recorded_text
    authors = tuple(known.authors | dict.fromkeys(copy.editors if copy else ()))
    waivers = tuple(_waiver(entry, event, texts) for entry, event in known.waived)
    noticed = copy.noticed if copy and copy.noticed is not None else _noticed(known, texts)
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
        noticed=open_findings(noticed, waivers, authors),
        stages=known.stages,
        channel_people=known.submitted.channel_people if known.submitted else {},
        stage=known.stage,
        approvals=tuple(known.approvals),
        due=known.submitted.due if known.submitted else None,
        valid_until=known.submitted.valid_until if known.submitted else None,
        comments=tuple(_comment(known, *said, texts) for said in known.comments),
        sources=sources_in(known.sourced, texts),
        publications=_published(known, texts),
    )


def _published(post: _Post, texts: Texts) -> tuple[Publication, ...]:
    return publications(post.out, post.down, post.given, post.versions, texts)


def _noticed(post: _Post, texts: Texts) -> tuple[Noticed, ...]:
    if post.checked is None:
        return ()
    checked, of = post.checked
    return recorded_findings(checked, texts(of))


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


def _comment(post: _Post, entry: Recorded, event: CommentAdded, texts: Texts) -> Comment:
    resolved, text = post.resolved.get(event.id), texts(event.text)
    return Comment(
        id=event.id,
        by=entry.by,
        at=entry.at,
        text=event.text,
        span=event.span,
        words=event.span.of(text) if event.span and text is not None else None,
        said=texts(event.comment),
        resolved_by=resolved.by if resolved else None,
        resolved_at=resolved.at if resolved else None,
    )


def _decision(entry: Recorded, texts: Texts) -> Decision:
    event = entry.event
    kind: Verdict
    match event:
        case StageApproved() | PostApproved():
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
