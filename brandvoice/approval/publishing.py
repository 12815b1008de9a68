"""Saying that words went out, or were taken down: when that can be said, and what is entered. Pure.

Anybody of the team may say it, writer or approver: who posts is often neither, it is something seen
and not a decision, and no approval ever follows from it. So it needs no signature either; whoever's
key is open signs it all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.address import check_address
from brandvoice.approval.event import DraftSubmitted, PostPublished, PostTakenDown, TextRevised
from brandvoice.approval.publication import Said, publications
from brandvoice.errors import UserError
from brandvoice.post.normal import Fingerprint, fingerprint
from brandvoice.post.post import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.publication import Approval, Publication, Texts
    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel


class Wording(NamedTuple):
    """Words of a post that may have gone out; None when erased. `version` is 0 before the first.

    `recorded` says whether a version holds them, `authors` who had prepared them by then.
    """

    version: int
    text: Fingerprint
    words: str | None
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]
    recorded: bool = True


class Posted(NamedTuple):
    """What somebody says: `text` went out on `channels` at `at` (UTC), and stands at `address`.

    `version` is the one that was meant; None for the newest.
    """

    text: str
    channels: tuple[Channel, ...]
    at: datetime
    address: str = ""
    version: int | None = None


class TakenDown(NamedTuple):
    """What somebody says: at `at` (UTC) it was gone from `channels`; `note` as typed."""

    channels: tuple[Channel, ...]
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A post as it has to be known to say that it went out: its words, oldest first, approvals."""

    state: PostState
    wordings: tuple[Wording, ...]
    approvals: tuple[Approval, ...]

    @property
    def channels(self) -> tuple[Channel, ...]:
        """All that any of its words were ever meant for."""
        known = {channel for one in self.wordings for channel in one.channels}
        return tuple(one for one in CHANNELS if one in known | set(self.state.channels))

    def meant(self, text: Fingerprint, version: int | None = None) -> Wording:
        """The wording that these are the words of, else the one that was meant: the newest, if none
        is named. Raises UserError for a version that the post does not have."""
        same = [one for one in self.wordings if one.text == text]
        named = [one for one in same if one.version == version]
        if named or same:
            return (named or same)[-1]
        return self.of(version)

    def of(self, version: int | None) -> Wording:
        """The wording with this number, or (None) the newest; raises UserError for no such."""
        found = [one for one in self.wordings if version in (None, one.version)]
        if not found:
            raise UserError("record.no_version", version=version)
        return next((one for one in reversed(found) if one.recorded), found[-1])

    def preview(self, said: Posted, by: str, now: datetime) -> tuple[Publication, ...]:
        """How it will stand in the record if `by` says so `now`; raises UserError like `posted`."""
        event = posted(said, self, now)
        versions = {one.text for one in self.wordings if one.recorded}
        told = Said("", by, now, event)
        return publications([told], (), self.approvals, versions, lambda _: said.address)


def outlook(
    state: PostState, recorded: Iterable[Recorded], approvals: tuple[Approval, ...], texts: Texts
) -> Outlook:
    """What is known of a post, from its events; its words as they stand are the last wording."""
    found: list[Wording] = []
    authors: dict[str, None] = {}
    for entry in recorded:
        event = entry.event
        if isinstance(event, DraftSubmitted | TextRevised):
            authors |= dict.fromkeys(event.authors)
            of = (event.version, event.text, texts(event.text), event.channels, tuple(authors))
            found = [one for one in found if (one.version, one.text) != of[:2]]
            found.append(Wording(*of))
    if not found or state.fingerprint not in {one.text for one in found}:
        now = (state.version, state.fingerprint, state.text, state.channels, state.authors)
        found.append(Wording(*now, recorded=False))
    return Outlook(state, tuple(found), approvals)


def posted(said: Posted, known: Outlook, now: datetime) -> PostPublished:
    """The event that says that words went out; raises UserError when that cannot be."""
    text, state = fingerprint(said.text), known.state
    if not said.text.strip():
        raise UserError("record.posted_nothing")
    meant = known.meant(text, said.version)
    _allow(moment_hindrance(said.at, state.started_at, now))
    _allow(_channel_hindrance(said.channels, known.channels))
    check_address(said.address)
    for one in state.publications:
        same = not said.channels or set(one.channels) & set(said.channels)
        if same and (one.text, one.at) == (text, said.at):
            raise UserError("record.already_posted")
    return PostPublished(
        version=meant.version,
        text=text,
        channels=_ordered(said.channels),
        authors=meant.authors,
        at=said.at,
        address=fingerprint(said.address) if said.address else None,
    )


def taken_down(said: TakenDown, state: PostState, now: datetime) -> PostTakenDown:
    """The event that says that a post is gone again; raises UserError when that cannot be."""
    out = [one for one in state.publications if one.until is None]
    if not out:
        raise UserError("record.nothing_out")
    there = {channel for one in out for channel in one.channels}
    if there and not said.channels:
        raise UserError("record.posted_nowhere")
    if elsewhere := [one for one in said.channels if one not in there]:
        raise UserError("record.not_out", channels=", ".join(elsewhere))
    _allow(moment_hindrance(said.at, state.started_at, now))
    for channel in said.channels or (None,):
        if said.at < min(one.at for one in out if channel is None or channel in one.channels):
            raise UserError("record.down_before_out")
    note = fingerprint(said.note) if said.note.strip() else None
    return PostTakenDown(_ordered(said.channels), said.at, note)


def moment_hindrance(at: datetime, started_at: datetime, now: datetime) -> UserError | None:
    """Why nothing can have gone out, or been taken down, at `at`; times are known to the minute."""
    if at > now:
        return UserError("record.posted_in_future")
    if at < started_at.replace(second=0, microsecond=0):
        return UserError("record.posted_before_start")
    return None


def _channel_hindrance(
    channels: Collection[Channel], known: Collection[Channel]
) -> UserError | None:
    if known and not channels:
        return UserError("record.posted_nowhere")
    if elsewhere := [one for one in channels if one not in known]:
        names = ", ".join(known) or "–"
        return UserError("record.posted_elsewhere", channels=", ".join(elsewhere), known=names)
    return None


def _ordered(channels: Collection[Channel]) -> tuple[Channel, ...]:
    return tuple(one for one in CHANNELS if one in channels)


def _allow(refusal: UserError | None) -> None:
    if refusal:
        raise refusal
