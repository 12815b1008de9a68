"""What really went out: where, when, in which words, and whether an approval covered it. Pure.

Nothing is published from here; somebody of the team says what was. Whether words were approved when
they went out follows from the record each time it is read, never from what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from brandvoice.approval.event import PostPublished, PostTakenDown
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel

    Texts = Callable[[Fingerprint], str | None]

Standing = Literal["approved", "ended", "differs", "unapproved"]
"""Of words when they went out: approved for that channel; once approved, but no longer then; others
than those of any version; or not approved by then."""


class Approval(NamedTuple):
    """While it stood: exactly these words for these channels, from `since` to `until` (UTC; None:
    it stands). `by` are the Person.ids of all stages, in their order."""

    text: Fingerprint
    channels: tuple[Channel, ...]
    by: tuple[str, ...]
    since: datetime
    until: datetime | None

    def covers(self, text: Fingerprint, channel: Channel | None) -> bool:
        """Whether it is one of exactly these words for this channel (None: for none chosen)."""
        return self.text == text and (channel is None or channel in self.channels)

    def began_by(self, at: datetime) -> bool:
        """Whether it stood by `at`, which is known to the minute: within one it counts."""
        return self.since.replace(second=0, microsecond=0) <= at

    def held(self, at: datetime) -> bool:
        return self.began_by(at) and (self.until is None or at < self.until)


class Said(NamedTuple):
    """That words went out, by whom and when it was said; `entry` is the hash of the entry."""

    entry: str
    by: str
    at: datetime
    event: PostPublished


@dataclass(frozen=True, slots=True)
class Publication:
    """Words that went out at `at` (UTC) on `channels`, and were gone from there at `until`.

    `entry` is the hash of the entry that says so, made by `by` at `said_at`; what was approved or
    taken down differently by channel is a Publication for each. `version` is 0 for words that were
    never handed in. `address` is the link as typed: empty without, None when erased. `authors` are
    the Person.ids of those who prepared the words, `approvers` of those who had approved them by
    then, at `approved_at`, also where that approval had ended.
    """

    entry: str
    by: str
    said_at: datetime
    version: int
    text: Fingerprint
    channels: tuple[Channel, ...]
    at: datetime
    until: datetime | None
    address: str | None
    authors: tuple[str, ...]
    standing: Standing
    approvers: tuple[str, ...] = ()
    approved_at: datetime | None = None

    @property
    def approved(self) -> bool:
        """Whether the words were approved for these channels when they went out."""
        return self.standing == "approved"

    @property
    def loose(self) -> bool:
        """Whether no version need hold these words, so that they are shown where this is told."""
        return self.standing == "differs" or not self.version


def standing_of(
    text: Fingerprint,
    channel: Channel | None,
    at: datetime,
    approvals: Collection[Approval],
    *,
    differs: bool,
) -> tuple[Standing, Approval | None]:
    """How words stood on a channel at `at`, and the approval that says so.

    `differs` says that no version holds these words.
    """
    by_then = [one for one in approvals if one.covers(text, channel) and one.began_by(at)]
    held = next((one for one in reversed(by_then) if one.held(at)), None)
    if held:
        return "approved", held
    if by_then:
        return "ended", by_then[-1]
    return ("differs" if differs else "unapproved"), None


def publications(
    out: Iterable[Said],
    down: Collection[PostTakenDown],
    approvals: Collection[Approval],
    versions: Collection[Fingerprint],
    texts: Texts,
) -> tuple[Publication, ...]:
    """All that went out of one post, in the order it did; `versions` are the words of all of its.

    What is taken down is all that went out there before, whichever was said first.
    """
    found: list[Publication] = []
    for entry, by, said_at, event in out:
        differs = event.version > 0 and event.text not in versions
        # A time is typed to the minute; what was approved after it was said had not been by then.
        by_then = [one for one in approvals if one.since <= said_at]
        told: dict[tuple[Standing, Approval | None, datetime | None], list[Channel]] = {}
        for channel in event.channels or (None,):
            stood = standing_of(event.text, channel, event.at, by_then, differs=differs)
            until = _gone(channel, event.at, down)
            told.setdefault((*stood, until), []).extend([channel] if channel else [])
        found += [
            Publication(
                entry=entry,
                by=by,
                said_at=said_at,
                version=event.version,
                text=event.text,
                channels=tuple(channels),
                at=event.at,
                until=until,
                address=texts(event.address) if event.address else "",
                authors=event.authors,
                standing=standing,
                approvers=approval.by if approval else (),
                approved_at=approval.since if approval else None,
            )
            for (standing, approval, until), channels in told.items()
        ]
    return tuple(sorted(found, key=lambda one: one.at))


def _gone(channel: Channel | None, at: datetime, down: Iterable[PostTakenDown]) -> datetime | None:
    """When what went out at `at` was taken down from a channel; None while it is there."""
    ends = [
        one.at
        for one in down
        if at <= one.at and (channel in one.channels if channel else not one.channels)
    ]
    return min(ends, default=None)
