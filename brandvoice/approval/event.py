"""The facts of the record, in the past tense. They hold digests of texts, never texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.approval.checked import Checked, Mark
    from brandvoice.approval.person import Role
    from brandvoice.approval.signature import PublicKey
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel, Kind

KeyCause = Literal["first", "changed", "lost"]
"""The first one, one under another passphrase, or one in the place of a lost one."""


@dataclass(frozen=True, slots=True)
class ChainStarted:
    """This file began to write here; `heads` are the newest entries of the chains it held."""

    heads: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class PersonAdded:
    person: str
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class PersonChanged:
    person: str
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class KeyAdded:
    """From here on this person signs with this key; what earlier keys signed stays valid."""

    person: str
    key: PublicKey
    cause: KeyCause


@dataclass(frozen=True, slots=True)
class PostStarted:
    kind: Kind


@dataclass(frozen=True, slots=True)
class KindChanged:
    """What was a post is a reply from here on, or the other way round."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class DraftSubmitted:
    """These words were handed in for a decision; `authors` wrote on them since the last version."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class FindingWaived:
    """A finding was let stand. `mark` says where in `text`, `reason` is the digest of the why."""

    text: Fingerprint
    mark: Mark
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class PostApproved:
    """Exactly these words may go out on exactly these channels."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    checked: Checked
    note: Fingerprint | None


@dataclass(frozen=True, slots=True)
class ChangesRequested:
    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    checked: Checked
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class PostRejected:
    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    checked: Checked
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class SubmissionWithdrawn:
    """An author took the words back before a decision."""

    version: int
    text: Fingerprint
    reason: Fingerprint | None


@dataclass(frozen=True, slots=True)
class ApprovalWithdrawn:
    """The words had been approved; they no longer are."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class TextRevised:
    """Words or channels changed after they had been handed in: a new version."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewEnded:
    """The words in review changed, so there is nothing left to decide on."""

    version: int
    text: Fingerprint


@dataclass(frozen=True, slots=True)
class ApprovalSuperseded:
    """The approved words or channels changed: the approval of `version` covers the post no more."""

    version: int
    text: Fingerprint


@dataclass(frozen=True, slots=True)
class TextErased:
    """The words behind this digest were erased, as privacy law may ask; the digest remains."""

    text: Fingerprint
    reason: Fingerprint


Event = (
    ChainStarted
    | PersonAdded
    | PersonChanged
    | KeyAdded
    | PostStarted
    | KindChanged
    | DraftSubmitted
    | FindingWaived
    | PostApproved
    | ChangesRequested
    | PostRejected
    | SubmissionWithdrawn
    | ApprovalWithdrawn
    | TextRevised
    | ReviewEnded
    | ApprovalSuperseded
    | TextErased
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with who and when; `entry` is the row that proves it. `by` is a Person.id."""

    at: datetime
    by: str
    post: str | None
    event: Event
    entry: Entry
