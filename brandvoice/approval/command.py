"""What somebody wants done with a post. `text` is always what stood on their screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.review.finding import Finding, Review

Act = Literal["submit", "waive", "approve", "request_changes", "reject", "withdraw"]


@dataclass(frozen=True, slots=True)
class Submit:
    """`due` is the slot, `valid_until` when an approval would run out (UTC); None: never."""

    text: str
    review: Review
    due: datetime | None = None
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waive:
    text: str
    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Approve:
    """`stage` is the one that stood on the screen, `sources` (Source.hash) are those that stood
    there; None for whichever the post has."""

    text: str
    review: Review
    note: str = ""
    stage: int | None = None
    sources: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class RequestChanges:
    text: str
    review: Review
    reason: str


@dataclass(frozen=True, slots=True)
class Reject:
    text: str
    review: Review
    reason: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Takes a submission back (an author), or an approval (an approver, who says why)."""

    reason: str = ""


Command = Submit | Waive | Approve | RequestChanges | Reject | Withdraw
