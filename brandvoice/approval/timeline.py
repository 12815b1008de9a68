"""What happened to a post: who, when, what, why, on which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandvoice.approval.event import PROGRAM, PersonAdded, PersonChanged
from brandvoice.approval.payload import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from brandvoice.approval.event import Event, Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.post.normal import Fingerprint


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry about one post. `by` is a Person.id, `name` their name at that time.

    `version` and `text` are the words this entry is about: None if it is about none, `text` also
    when they were erased. `reason` is as typed, empty when none was given, None when erased.
    """

    seq: int
    at: datetime
    by: str
    name: str
    kind: str
    version: int | None
    reason: str | None
    text: str | None
    event: Event
    hash: str


class Names:
    """Every name each person ever had, so that an entry shows the one it was made under."""

    def __init__(self, recorded: Iterable[Recorded]) -> None:
        self._names: dict[str, list[tuple[int, str]]] = {}
        for entry in recorded:
            if isinstance(entry.event, PersonAdded | PersonChanged):
                names = self._names.setdefault(entry.event.person, [])
                names.append((entry.entry.seq, entry.event.name))

    def at(self, person: str, seq: int) -> str:
        """The name of `person` when entry `seq` was made; empty for somebody unknown.

        What nobody did because time went by is told by the program.
        """
        if person == PROGRAM:
            return "Brandvoice"
        names = self._names.get(person, [])
        return next((name for since, name in reversed(names) if since <= seq), "")


def timeline(recorded: Iterable[Recorded], names: Names, texts: Texts) -> Iterator[TimelineEntry]:
    """The entries of one post, oldest first, in the words people read."""
    for entry in recorded:
        event = entry.event
        typed = (getattr(event, name, None) for name in ("reason", "note", "comment"))
        reason: Fingerprint | None = next(filter(None, typed), None)
        text: Fingerprint | None = getattr(event, "text", None)
        yield TimelineEntry(
            seq=entry.entry.seq,
            at=entry.at,
            by=entry.by,
            name=names.at(entry.by, entry.entry.seq),
            kind=kind_of(event),
            version=getattr(event, "version", None),
            reason=texts(reason) if reason else "",
            text=texts(text) if text else None,
            event=event,
            hash=entry.entry.hash,
        )
