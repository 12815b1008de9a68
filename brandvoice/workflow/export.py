"""The approval history as plain values for a file that somebody else can read and check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brandvoice.approval.comparison import versions
from brandvoice.approval.event import FindingWaived
from brandvoice.approval.export_row import ExportPost, ExportRow, PersonRow, SourceRow, WaiverRow
from brandvoice.approval.meaning import MEANINGS, meaning_of
from brandvoice.approval.payload import digests_in
from brandvoice.approval.timeline import timeline
from brandvoice.post.normal import Fingerprint
from brandvoice.workflow.detail import Detail
from brandvoice.workspace.history import history
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import tzinfo

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.event import Recorded
    from brandvoice.approval.publication import Publication
    from brandvoice.approval.source import Source
    from brandvoice.approval.state import PostState, Waiver
    from brandvoice.approval.timeline import TimelineEntry
    from brandvoice.reports import Edition
    from brandvoice.words import Language
    from brandvoice.workspace.book import Book
    from brandvoice.workspace.history import HistoryFilter
    from brandvoice.workspace.progress import Progress


def posts_found(
    book: Book, asked: HistoryFilter, edition: Edition, progress: Progress | None
) -> Iterator[ExportPost]:
    """Every post that `asked` finds, newest change first, read as it is taken.

    Raises StoppedError when `progress`, told posts done and to do, answers False.
    """
    reading = Reading(book, edition.language, edition.zone)
    done, page = 0, history(book.connection, asked, edition.zone)
    while True:
        book.texts = Texts(book.connection)  # what was read for earlier pages is not kept
        for post in page.rows:
            yield reading.post(post.id)
            done += 1
            if progress and not progress(done, edition.count):
                raise StoppedError
        if page.after is None:
            return
        page = history(book.connection, asked, edition.zone, page.after)


class Reading:
    """Reads posts and people out of a book as one edition tells them."""

    def __init__(self, book: Book, language: Language, zone: tzinfo | None) -> None:
        self._book = book
        self._names = book.names()
        self._everywhere = book.everywhere()
        self._detail = Detail(language, zone)

    def post(self, post: str) -> ExportPost:
        """One post with every entry about it, oldest first."""
        known = self._book.post(post)
        state = known.state
        everywhere = self._everywhere
        entries = tuple(timeline(known.recorded, self._names, self._book.texts, everywhere))
        rows: list[ExportRow] = []
        waived: list[WaiverRow] = []
        for recorded, entry in zip(known.recorded, entries, strict=True):
            if isinstance(recorded.event, FindingWaived):
                waived.append(_waiver(recorded.event, entry))
            rows.append(self._row(state, recorded, entry, waived))
        newest = known.recorded[-1].entry.seq
        return ExportPost(
            id=state.id,
            title=state.title,
            state=state.state,
            channels=state.channels,
            authors=tuple(self._names.at(author, newest) for author in state.authors),
            text=state.text,
            recorded=state.recorded,
            rows=tuple(rows),
            versions=versions(entries),
            texts=texts_of(self._book, known.recorded),
        )

    def people(self) -> Iterator[PersonRow]:
        """The entries about no post: people, keys, the flow, chains."""
        recorded = self._book.general()
        entries = timeline(recorded, self._names, self._book.texts)
        for one, entry in zip(recorded, entries, strict=True):
            event = one.event
            person = getattr(event, "person", "")
            yield PersonRow(
                at=entry.at,
                name=entry.name,
                kind=entry.kind,
                meaning=MEANINGS[entry.kind],
                person=getattr(event, "name", "") or self._names.at(person, entry.seq),
                roles=tuple(sorted(getattr(event, "roles", ()))),
                key=getattr(event, "key", ""),
                reason=entry.reason,
                entry=one.entry,
                detail=self._details(entry),
                about=person,
            )

    def _row(
        self,
        post: PostState,
        recorded: Recorded,
        entry: TimelineEntry,
        waived: list[WaiverRow],
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
            meaning=meaning_of(entry),
            reason=entry.reason,
            fingerprint=getattr(event, "text", None),
            text=entry.text,
            findings=checked.marks if checked else (),
            waivers=_in_force(recorded, entry, waived),
            rules=checked.rules if checked else None,
            brand=checked.brand if checked else None,
            entry=recorded.entry,
            stage=entry.stage,
            detail=self._details(entry),
            sources=tuple(_source(source, name) for source, name in entry.sources),
            out=tuple(_named(one, self._naming(entry)) for one in entry.out),
        )

    def _details(self, entry: TimelineEntry) -> str:
        name_of = self._naming(entry)
        lines = [self._detail.of(entry.event, self._book.texts, name_of)]
        lines += [self._detail.out(one, name_of) for one in entry.out]
        return "\n".join(filter(None, lines))

    def _naming(self, entry: TimelineEntry) -> Callable[[str], str]:
        """The names people had when an entry was made."""
        return lambda person: self._names.at(person, entry.seq)


def texts_of(book: Book, recorded: Iterable[Recorded]) -> dict[str, str | None]:
    """The words behind every digest these entries hold."""
    digests = {digest for one in recorded for digest in digests_in(one.entry.payload)}
    return {digest: book.texts(Fingerprint(digest)) for digest in sorted(digests)}


def _named(one: Publication, name_of: Callable[[str], str]) -> Publication:
    """What went out, as somebody reads it who knows no Person.ids."""
    authors, approvers = (tuple(map(name_of, of)) for of in (one.authors, one.approvers))
    return replace(one, by=name_of(one.by), authors=authors, approvers=approvers)


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
    here = [waiver for waiver in waived if (waiver.rule, waiver.words) in found]
    return (*here, *(_brandwide(one, name) for one, name in entry.everywhere))


def _waiver(event: FindingWaived, entry: TimelineEntry) -> WaiverRow:
    mark = event.mark
    words = None if entry.text is None else mark.words(entry.text)
    return WaiverRow(mark.rule, mark.severity, words, entry.reason, entry.name, entry.at)


def _source(source: Source, name: str) -> SourceRow:
    file = source.file
    return SourceRow(
        words=source.words,
        whole=source.span is None,
        said=source.said,
        address=source.address,
        file_name=file.name if file else "",
        size=file.size if file else 0,
        media=file.media if file else "",
        digest=file.digest if file else "",
        erased=file.erased if file else False,
        name=name,
        at=source.at,
        removed_at=source.removed_at,
    )


def _brandwide(waiver: Waiver, name: str) -> WaiverRow:
    of = (waiver.rule, waiver.severity, waiver.words, waiver.reason, name, waiver.at)
    return WaiverRow(*of, brandwide=True, until=waiver.until)
