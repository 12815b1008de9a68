"""What happened to a post: who, when, what, why, on which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandvoice.approval.event import (
    PROGRAM,
    DraftSubmitted,
    PersonAdded,
    PersonChanged,
    PostApproved,
    PostPublished,
    StageApproved,
)
from brandvoice.approval.evidence import FileErased, SourceAdded, SourceRemoved
from brandvoice.approval.fold import published
from brandvoice.approval.payload import kind_of
from brandvoice.approval.signature import signing_key
from brandvoice.approval.source import sources_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.event import Event, Recorded
    from brandvoice.approval.flow import Stage
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.publication import Publication
    from brandvoice.approval.signature import PublicKey
    from brandvoice.approval.source import Source
    from brandvoice.approval.state import Waiver
    from brandvoice.post.normal import Fingerprint


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry about one post. `by` is a Person.id, `name` their name at that time.

    `version` and `text` are the words this entry is about: None if it is about none, `text` also
    when they were erased. `reason` is as typed, empty when none was given, None when erased.
    `stage` is that of an approval in stages, empty without; `everywhere` are the waivers for the
    whole brand that let findings of its check stand, with the names of who gave them. `key` is the
    one that signed it. `sources` are those that stood beside the words it decided on, or the one
    it is about, with the names of who kept them. `out` is what went out, where the entry says so:
    how the words stood then.
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
    stage: str = ""
    everywhere: tuple[tuple[Waiver, str], ...] = ()
    key: PublicKey | None = None
    sources: tuple[tuple[Source, str], ...] = ()
    out: tuple[Publication, ...] = ()


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


def timeline(
    recorded: Iterable[Recorded], names: Names, texts: Texts, everywhere: Iterable[Waiver] = ()
) -> Iterator[TimelineEntry]:
    """The entries of one post, oldest first, in the words people read.

    `everywhere` is all that was ever waived for the whole brand.
    """
    everywhere, recorded = tuple(everywhere), tuple(recorded)
    sources, out = sources_in(recorded, texts), _out(recorded, texts)
    stages: tuple[Stage, ...] = ()
    for entry in recorded:
        event = entry.event
        if isinstance(event, DraftSubmitted):
            stages = event.stages
        typed = (getattr(event, name, None) for name in ("reason", "note", "comment", "source"))
        reason: Fingerprint | None = next(filter(None, typed), None)
        digest: Fingerprint | None = getattr(event, "text", None)
        text = texts(digest) if digest else None
        holding = _holding(event, text, [one for one in everywhere if one.holds(entry.at)])
        yield TimelineEntry(
            seq=entry.entry.seq,
            at=entry.at,
            by=entry.by,
            name=names.at(entry.by, entry.entry.seq),
            kind=kind_of(event),
            version=getattr(event, "version", None),
            reason=texts(reason) if reason else "",
            text=text,
            event=event,
            hash=entry.entry.hash,
            stage=_stage(event, stages),
            everywhere=tuple((one, names.at(one.by, entry.entry.seq)) for one in holding),
            key=signing_key(entry.entry.signature or ""),
            sources=tuple(
                (one, names.at(one.by, entry.entry.seq)) for one in _sources(event, sources)
            ),
            out=tuple(one for one in out if one.entry == entry.entry.hash),
        )


def _out(recorded: tuple[Recorded, ...], texts: Texts) -> tuple[Publication, ...]:
    """What went out by these entries; most posts have none, and nothing is folded for them."""
    said = any(isinstance(one.event, PostPublished) for one in recorded)
    return published(recorded, texts) if said else ()


def _holding(event: Event, text: str | None, waivers: list[Waiver]) -> list[Waiver]:
    """Those of `waivers` that let findings stand in the check a decision was taken with."""
    checked: Checked | None = getattr(event, "checked", None)
    if checked is None or text is None or not waivers:
        return []
    found = {(mark.rule, mark.words(text)) for mark in checked.marks}
    return [one for one in waivers if (one.rule, one.words) in found]


def _sources(event: Event, sources: tuple[Source, ...]) -> list[Source]:
    """Those a decision names, or the one an entry is about."""
    match event:
        case SourceAdded(id=source) | SourceRemoved(id=source):
            return [one for one in sources if one.id == source]
        case FileErased(attachment=digest):
            return [one for one in sources if one.file and one.file.digest == digest]
        case _:
            checked: Checked | None = getattr(event, "checked", None)
            return [one for one in sources if checked and one.hash in checked.sources]


def _stage(event: Event, stages: tuple[Stage, ...]) -> str:
    """The stage an approval was given in, by name or number; empty where there is only one."""
    if not isinstance(event, StageApproved | PostApproved) or event.stage >= len(stages):
        return ""
    return stages[event.stage].name or (str(event.stage + 1) if len(stages) > 1 else "")
