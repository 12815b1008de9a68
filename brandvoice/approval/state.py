"""What is known of a post: its words, its state, who wrote it, what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from brandvoice.approval.flow import ANY_APPROVER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from brandvoice.approval.flow import Stage
    from brandvoice.approval.publication import Publication
    from brandvoice.approval.source import Source
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel, Kind
    from brandvoice.post.span import Span
    from brandvoice.review.finding import Category, Severity

State = Literal[
    "draft", "in_review", "approved", "changes_requested", "rejected", "superseded", "expired"
]
STATES: Final[tuple[State, ...]] = get_args(State)
"""`superseded`: it was approved, then words or channels changed; `expired`: its slot came before
the approval, or the end of the approval. Both behave like a draft."""

Scope = Literal["post", "brand"]

Verdict = Literal["approved", "changes_requested", "rejected", "withdrawn"]

TITLE_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding let stand, with a typed reason. `words` and `reason` are None when erased.

    `by` is a Person.id; `text` is the text it was given on. It holds for this rule on these words,
    also in later versions; with the scope `brand` in every post, until a moment or until ended.
    """

    rule: str
    words: str | None
    severity: Severity
    reason: str | None
    by: str
    at: datetime
    text: Fingerprint
    scope: Scope = "post"
    until: datetime | None = None
    ended: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it lets its words stand at the moment `at`."""
        ends = [moment for moment in (self.until, self.ended) if moment]
        return self.at <= at < min(ends) if ends else self.at <= at


class StageApproval(NamedTuple):
    """Who approved in which stage (from 0) of the standing submission, and when."""

    stage: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said of a post, or of the words at `span` (code points) of `text`.

    `words` are those it was said of, None for the whole post; `words` and `said` are None when
    erased. `resolved_by` is a Person.id. A comment is no part of any decision.
    """

    id: str
    by: str
    at: datetime
    text: Fingerprint
    span: Span | None
    words: str | None
    said: str | None
    resolved_by: str | None = None
    resolved_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.resolved_at is None


@dataclass(frozen=True, slots=True)
class Decision:
    """The last decision taken, on exactly these words for these channels; `note` as typed."""

    kind: Verdict
    by: str
    at: datetime
    text: Fingerprint
    version: int
    channels: tuple[Channel, ...]
    note: str | None


class Noticed(NamedTuple):
    """A finding of the newest saved check, with its words; None when they were erased."""

    rule: str
    category: Category
    severity: Severity
    words: str | None


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """Words not yet in the record, and everyone who wrote on them since the last recorded version.

    `noticed` is what the newest check found; None when no check came with the words.
    """

    text: str
    channels: tuple[Channel, ...]
    editors: tuple[str, ...]
    saved_at: datetime
    noticed: tuple[Noticed, ...] | None


@dataclass(frozen=True, slots=True)
class PostState:
    """A post as it stands: what the record says, and the working copy where there is one.

    `version` is the newest recorded one, 0 before the first submission; `recorded` says whether it
    holds exactly these words and channels. `text` is None when erased; `title` is its first line,
    at most 80 code points. `authors` are the Person.ids of everyone who wrote any of it. `noticed`
    are the findings of the newest saved check that were not waived here; House.still_open knows
    which of them a waiver for the whole brand lets stand.

    `stages`, `channel_people`, `due` and `valid_until` (UTC) are those of the newest submission;
    `stage` is the one that is waited for, from 0, and their number once all have agreed;
    `approvals` are those given to that submission so far.
    """

    id: str
    kind: Kind
    channels: tuple[Channel, ...]
    state: State
    version: int
    recorded: bool
    text: str | None
    fingerprint: Fingerprint
    title: str
    authors: tuple[str, ...]
    started_at: datetime
    changed_at: datetime
    decision: Decision | None
    approved_text: str | None
    waivers: tuple[Waiver, ...]
    noticed: tuple[Noticed, ...]
    stages: tuple[Stage, ...] = ANY_APPROVER
    channel_people: Mapping[Channel, tuple[str, ...]] = field(default_factory=dict)
    stage: int = 0
    approvals: tuple[StageApproval, ...] = ()
    due: datetime | None = None
    valid_until: datetime | None = None
    comments: tuple[Comment, ...] = ()
    sources: tuple[Source, ...] = ()
    publications: tuple[Publication, ...] = ()

    @property
    def lapses_at(self) -> datetime | None:
        """When the review or the approval runs out; None while nothing does."""
        match self.state:
            case "in_review":
                return self.due
            case "approved":
                return self.valid_until
            case _:
                return None

    def lapsed(self, at: datetime) -> bool:
        """Whether the review or the approval has run out at the moment `at`."""
        return self.lapses_at is not None and self.lapses_at <= at


def title_of(text: str | None) -> str:
    """The first line that says something, at most 80 code points; empty when there is none."""
    lines = (line.strip() for line in (text or "").split("\n"))
    return next((line for line in lines if line), "")[:TITLE_LENGTH].rstrip()
