"""What is known of a post: its words, its state, who wrote it, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel, Kind
    from brandvoice.review.finding import Category, Severity

State = Literal["draft", "in_review", "approved", "changes_requested", "rejected", "superseded"]
STATES: Final[tuple[State, ...]] = get_args(State)
"""`superseded`: it was approved, then words or channels changed; it behaves like a draft."""

Verdict = Literal["approved", "changes_requested", "rejected", "withdrawn"]

TITLE_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding let stand, with a typed reason. `words` and `reason` are None when erased.

    `by` is a Person.id; `text` is the text it was given on. It holds for this rule on these words,
    also in later versions.
    """

    rule: str
    words: str | None
    severity: Severity
    reason: str | None
    by: str
    at: datetime
    text: Fingerprint


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
    at most 80 code points. `authors` are the Person.ids of everyone who wrote any of it. `findings`
    and `severities` count the open (not waived) findings of the newest saved check.
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
    findings: Mapping[Category, int]
    severities: Mapping[Severity, int]


def title_of(text: str | None) -> str:
    """The first line that says something, at most 80 code points; empty when there is none."""
    lines = (line.strip() for line in (text or "").split("\n"))
    return next((line for line in lines if line), "")[:TITLE_LENGTH].rstrip()
