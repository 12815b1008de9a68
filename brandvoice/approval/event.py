"""The facts of the record, in the past tense. They hold digests of texts, never texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from brandvoice.approval.evidence import FileErased, SourceAdded, SourceRemoved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.approval.checked import Checked, Mark
    from brandvoice.approval.flow import Right, Stage
    from brandvoice.approval.person import Role
    from brandvoice.approval.signature import PublicKey
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel, Kind
    from brandvoice.post.span import Span
    from brandvoice.rules.terms import Severity


PROGRAM: Final = ""
"""Who is named when nobody did something: an expiry is noticed, not done."""

KeyCause = Literal["first", "changed", "lost"]
"""The first one, one under another passphrase, or one in the place of a lost one."""


@dataclass(frozen=True, slots=True)
class ChainStarted:
    """This file began to write here; `heads` are the newest entries of the chains it held."""

    heads: tuple[Anchor, ...]


class Part(NamedTuple):
    """Entries `first` to `last` of a chain; `hash` is that of the last."""

    origin: str
    first: int
    last: int
    hash: str


@dataclass(frozen=True, slots=True)
class EntriesReceived:
    """What follows was written elsewhere and came with a hand-over file of `sender` (Person.id).

    `file` is the SHA-256 of its document.
    """

    parts: tuple[Part, ...]
    file: str
    sender: str


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
class FlowSet:
    """From here on what is handed in passes these stages; `reminder` in hours before a slot."""

    stages: tuple[Stage, ...]
    channel_people: Mapping[Channel, tuple[str, ...]]
    waivers: Mapping[Severity, Right]
    reminder: int


@dataclass(frozen=True, slots=True)
class WordsWaived:
    """A rule's findings on these words were let stand in every post, until a moment (UTC).

    `words` and `reason` are digests; `post` is the one it was said of.
    """

    rule: str
    severity: Severity
    words: Fingerprint
    reason: Fingerprint
    until: datetime
    post: str | None


@dataclass(frozen=True, slots=True)
class WordsWaiverEnded:
    """What was waived for the whole brand is looked at again."""

    rule: str
    words: Fingerprint


class RuleChange(NamedTuple):
    """What a rule was found as, and is from here on: a severity, or `off`."""

    rule: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """The brand gave up or took back something that would block a post; `brand` is its digest."""

    brand: Fingerprint
    changes: tuple[RuleChange, ...]


@dataclass(frozen=True, slots=True)
class PostStarted:
    kind: Kind


@dataclass(frozen=True, slots=True)
class KindChanged:
    """What was a post is a reply from here on, or the other way round."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class DraftSubmitted:
    """These words were handed in for a decision; `authors` wrote on them since the last version.

    `stages` and `channel_people` are the flow at that time (no stages: any approver). `due` is the
    slot: not approved by then, it expires; `valid_until` is when an approval would (UTC).
    """

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]
    checked: Checked
    stages: tuple[Stage, ...] = ()
    channel_people: Mapping[Channel, tuple[str, ...]] = field(default_factory=dict)
    due: datetime | None = None
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FindingWaived:
    """A finding was let stand. `mark` says where in `text`, `reason` is the digest of the why."""

    text: Fingerprint
    mark: Mark
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class StageApproved:
    """Exactly these words passed one pair of eyes; others still have to look. `stage` from 0."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    checked: Checked
    note: Fingerprint | None
    stage: int


@dataclass(frozen=True, slots=True)
class PostApproved:
    """Exactly these words may go out on exactly these channels: the last stage has agreed."""

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    checked: Checked
    note: Fingerprint | None
    stage: int = 0


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
class ReviewExpired:
    """Nobody had approved these words when their slot came."""

    version: int
    text: Fingerprint
    due: datetime


@dataclass(frozen=True, slots=True)
class ApprovalExpired:
    """These words had been approved until this moment."""

    version: int
    text: Fingerprint
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class PostPublished:
    """Somebody said that these words went out on these channels at `at` (UTC, to the minute).

    `version` is the recorded one that was meant, 0 for words that were never handed in; `text` are
    the words that really went out, whichever they were. `authors` prepared them; `address` is the
    digest of the link, as typed.
    """

    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]
    at: datetime
    address: Fingerprint | None


@dataclass(frozen=True, slots=True)
class PostTakenDown:
    """Somebody said that what had gone out on these channels was gone from there at `at` (UTC)."""

    channels: tuple[Channel, ...]
    at: datetime
    note: Fingerprint | None


@dataclass(frozen=True, slots=True)
class CommentAdded:
    """Something was said about the post, or about the words of `text` at `span` (code points)."""

    id: str
    text: Fingerprint
    span: Span | None
    comment: Fingerprint


@dataclass(frozen=True, slots=True)
class CommentResolved:
    """What the comment with this id said is settled."""

    id: str


@dataclass(frozen=True, slots=True)
class DraftDiscarded:
    """The draft was thrown away; its words had never entered the record."""


@dataclass(frozen=True, slots=True)
class TextErased:
    """The words behind this digest were erased, as privacy law may ask; the digest remains."""

    text: Fingerprint
    reason: Fingerprint


Event = (
    ChainStarted
    | EntriesReceived
    | PersonAdded
    | PersonChanged
    | KeyAdded
    | FlowSet
    | WordsWaived
    | WordsWaiverEnded
    | RulesChanged
    | PostStarted
    | KindChanged
    | DraftSubmitted
    | FindingWaived
    | StageApproved
    | PostApproved
    | ChangesRequested
    | PostRejected
    | SubmissionWithdrawn
    | ApprovalWithdrawn
    | TextRevised
    | ReviewEnded
    | ApprovalSuperseded
    | ReviewExpired
    | ApprovalExpired
    | PostPublished
    | PostTakenDown
    | CommentAdded
    | CommentResolved
    | SourceAdded
    | SourceRemoved
    | DraftDiscarded
    | TextErased
    | FileErased
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with who and when; `entry` is the row that proves it.

    `by` is a Person.id, or PROGRAM for what happened because time went by.
    """

    at: datetime
    by: str
    post: str | None
    event: Event
    entry: Entry
