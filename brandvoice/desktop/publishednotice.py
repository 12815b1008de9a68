"""What the window says of what went out: short, the loud ones first. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.publicationwords import PublicationWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.publication import Publication
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.postrow import Tone
    from brandvoice.desktop.speech import Speech

_MOST: Final = 3
"""More than these are in the history, entry by entry."""


class Went(NamedTuple):
    """A few words, their colour, and all that is known."""

    words: str
    tone: Tone
    whole: str


def told_by(say: Speech, name_of: Callable[[str], str]) -> PublicationWords:
    """How the window tells of what went out."""
    return PublicationWords(say.language, say.exactly, name_of, say.channels)


def went_out(post: PostState, say: Speech, name_of: Callable[[str], str]) -> tuple[Went, ...]:
    """What is shown beside a post: what nobody had approved, then the newest, then how many more.

    Empty for a post that never went out.
    """
    newest = sorted(post.publications, key=lambda one: (one.approved, -one.at.timestamp()))
    told = told_by(say, name_of)
    shown = [
        Went(_short(one, say), _tone(one), "\n".join(told.lines(one))) for one in newest[:_MOST]
    ]
    more = len(newest) - len(shown)
    if more:
        shown.append(Went(say("publishing.more", count=more), "calm", ""))
    return tuple(shown)


def is_out(post: PostState) -> bool:
    """Whether it stands wherever it was meant to: then the next thing is to take it down."""
    live = [one for one in post.publications if one.until is None]
    return bool(live) and set(post.channels) <= {
        channel for one in live for channel in one.channels
    }


def in_a_row(post: PostState, say: Speech) -> str:
    """The same in a row of a list: that it went out and when, or loudly that it should not have;
    empty for a post that never did."""
    if not post.publications:
        return ""
    if not all(one.approved for one in post.publications):
        return say("publishing.row_alarm")
    live = [one for one in post.publications if one.until is None]
    if live:
        return say("publishing.row", when=say.when(live[-1].at))
    gone = max(one.until for one in post.publications if one.until)
    return say("publishing.row_down", when=say.when(gone))


def _short(one: Publication, say: Speech) -> str:
    where = say.channels(one.channels)
    when = say.when(one.at)
    if not one.approved:
        first = say.whole("publication.alarm")
    else:
        first = say("publishing.down" if one.until else "publishing.out")
        when = f"{when} – {say.when(one.until)}" if one.until else when
    return " · ".join(filter(None, (first, where, when)))


def _tone(one: Publication) -> Tone:
    if not one.approved:
        return "bad"
    return "calm" if one.until else "good"
