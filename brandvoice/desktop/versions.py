"""The versions of a post as a person chooses between them. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.comparison import Version, as_posted, versions
from brandvoice.approval.waiving import noticed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.speech import Speech
    from brandvoice.post.difference import Part
    from brandvoice.post.post import Kind
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.check import Checker


class Choice(NamedTuple):
    """What there is to compare: all versions, oldest first, and the two to show first."""

    versions: tuple[Version, ...]
    pair: tuple[int, int]
    kind: Kind


def choice_of(post: PostState, text: str | None, archive: Archive) -> Choice | None:
    """The versions of `post`, `text` as it stands on the paper included where no entry has it, and
    words that went out and that none of them has.

    None while there is only one. Shown first: what was last approved, else the one before, beside
    the newest.
    """
    entries = archive.timeline(post.id)
    known = versions(entries)
    newest = known[-1] if known else None
    now = (text, post.channels)
    if text is not None and (newest is None or (newest.text, newest.channels) != now):
        known = (*known, Version(None, text, post.channels, post.changed_at, ""))
    texts = {one.text for one in known}
    known = (*known, *(one for one in as_posted(entries) if one.text not in texts))
    if len(known) < 2:
        return None
    last = len(known) - 1
    approved = [
        place for place, one in enumerate(known[:-1]) if one.text and one.text == post.approved_text
    ]
    return Choice(known, (approved[-1] if approved else last - 1, last), post.kind)


def called(version: Version, say: Speech) -> str:
    """What a version is called in a list: its number, who brought it, when."""
    if version.posted:
        return say("versions.posted", when=say.when(version.at))
    if version.number is None:
        return say("versions.now")
    when = say.when(version.at)
    return say("versions.one", version=version.number, name=version.name, when=when)


def counted(parts: Iterable[Part]) -> tuple[int, int]:
    """How many words went, and how many came."""
    words = {"out": 0, "in": 0, "same": 0}
    for part in parts:
        words[part.kind] += len(part.text.split()) or 1
    return words["out"], words["in"]


def reviewed(old: Version, new: Version, kind: Kind, checker: Checker) -> tuple[Version, Version]:
    """Both as they are found now, with the rules of now."""
    return _reviewed(old, kind, checker), _reviewed(new, kind, checker)


def _reviewed(version: Version, kind: Kind, checker: Checker) -> Version:
    from brandvoice.post.post import Post

    review = checker.check(Post(version.text or "", kind, version.channels))
    return replace(version, found=noticed(review.findings), rules=review.rules)
