"""Keeping where figures and claims come from: sources with files, given back when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.attachment import digest_of
from brandvoice.approval.source import known_source, sourced, unsourced
from brandvoice.documents.attachment import read_attachment
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise
from brandvoice.reports.replacement import replacement
from brandvoice.workflow.houserules import known_person
from brandvoice.workspace.attachments import attachment, keep_attachment
from brandvoice.workspace.uuid7 import uuid7

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.state import PostState
    from brandvoice.post.span import Span
    from brandvoice.workflow.desk import Desk


class Sourcing:
    """Sources of posts at an open desk; belongs to the thread that opened it.

    Raises UserError (`source.…`, `record.…`); nothing has changed then.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._workspace = desk.workspace

    def add(
        self,
        post: str,
        text: str,
        said: str,
        by: str,
        span: Span | None = None,
        address: str = "",
        file: Path | None = None,
    ) -> PostState:
        """Keeps what is `said` as the source of `text`, the words on the screen, or of those at
        `span`; with a link as typed, and a file."""
        text, said, address = normalise(text), normalise(said).strip(), normalise(address).strip()
        read = read_attachment(file) if file else None
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            event = sourced(book.post(post).state, uuid7(book.at), text, span, said, address, read)
            texts = [text, said, *filter(None, (address, read.name if read else ""))]
            if read:
                keep_attachment(book.connection, read)
            book.record(person.id, post, [event], texts, self._desk.unlocked(by))
            return book.settle(post)

    def remove(self, post: str, source: str, reason: str, by: str) -> PostState:
        """Takes a source back, saying why; it stays readable in the record, and so does its
        file."""
        reason = normalise(reason)
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            event = unsourced(book.post(post).state, source, reason, person)
            book.record(person.id, post, [event], [reason], self._desk.unlocked(by))
            return book.settle(post)

    def save(self, post: str, source: str, path: Path) -> Path:
        """Writes the file of a source to the disk, byte for byte as it was kept.

        Raises UserError for one that was erased, or is not what was kept (`source.file_…`).
        """
        with self._workspace.reading() as book:
            file = known_source(book.post(post).state, source).file
            if file is None:
                raise UserError("source.no_file")
            content = attachment(book.connection, file.digest)
        if file.erased or content is None:
            raise UserError("source.file_erased")
        if digest_of(content) != file.digest:
            raise UserError("source.file_altered")
        with replacement(path) as unfinished:
            unfinished.write_bytes(content)
        return path
