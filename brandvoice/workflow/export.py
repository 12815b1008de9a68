"""The approval history as rows for a file that somebody else can read and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import FindingWaived
from brandvoice.approval.export_row import ExportRow, WaiverRow
from brandvoice.approval.meaning import MEANINGS
from brandvoice.approval.timeline import timeline
from brandvoice.workspace.history import count, history
from brandvoice.workspace.progress import StoppedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.event import Recorded
    from brandvoice.approval.state import PostState
    from brandvoice.approval.timeline import Names, TimelineEntry
    from brandvoice.workspace.book import Book
    from brandvoice.workspace.history import HistoryFilter
    from brandvoice.workspace.progress import Progress


def rows_found(
    book: Book, asked: HistoryFilter, zone: tzinfo | None, progress: Progress | None
) -> Iterator[ExportRow]:
    """The rows of every post that `asked` finds, newest change first, read as they are taken.

    Raises StoppedError when `progress`, told posts done and to do, answers False.
    """
    names = book.names()
    total = count(book.connection, asked, zone) if progress else 0
    done, page = 0, history(book.connection, asked, zone)
    while True:
        for post in page.rows:
            yield from rows_of(book, post.id, names)
            done += 1
            if progress and not progress(done, total):
                raise StoppedError
        if page.after is None:
            return
        page = history(book.connection, asked, zone, page.after)


def rows_of(book: Book, post: str, names: Names) -> Iterator[ExportRow]:
    """One row for each entry about a post, oldest first."""
    known = book.post(post)
    entries = timeline(known.recorded, names, book.texts)
    waived: list[WaiverRow] = []
    for recorded, entry in zip(known.recorded, entries, strict=True):
        if isinstance(recorded.event, FindingWaived):
            waived.append(_waiver(recorded.event, entry))
        yield _row(known.state, recorded, entry, waived)


def _row(
    post: PostState, recorded: Recorded, entry: TimelineEntry, waived: list[WaiverRow]
) -> ExportRow:
    event = recorded.event
    checked: Checked | None = getattr(event, "checked", None)
    return ExportRow(
        post=post.id,
        title=post.title,
        state=post.state,
        channels=post.channels,
        version=entry.version,
        at=entry.at,
        name=entry.name,
        kind=entry.kind,
        meaning=MEANINGS[entry.kind],
        reason=entry.reason,
        fingerprint=getattr(event, "text", None),
        text=entry.text,
        findings=checked.marks if checked else (),
        waivers=_in_force(recorded, entry, waived),
        rules=checked.rules if checked else None,
        brand=checked.brand if checked else None,
        entry=recorded.entry,
    )


def _in_force(
    recorded: Recorded, entry: TimelineEntry, waived: list[WaiverRow]
) -> tuple[WaiverRow, ...]:
    """The waiver itself, or those that let findings of a decision's check stand."""
    if isinstance(recorded.event, FindingWaived):
        return (waived[-1],)
    checked: Checked | None = getattr(recorded.event, "checked", None)
    if checked is None or entry.text is None:
        return ()
    found = {(mark.rule, mark.words(entry.text)) for mark in checked.marks}
    return tuple(waiver for waiver in waived if (waiver.rule, waiver.words) in found)


def _waiver(event: FindingWaived, entry: TimelineEntry) -> WaiverRow:
    mark = event.mark
    words = None if entry.text is None else mark.words(entry.text)
    return WaiverRow(mark.rule, mark.severity, words, entry.reason, entry.name, entry.at)
