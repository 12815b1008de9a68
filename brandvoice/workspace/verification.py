"""Proving the record: every entry, every text, and that the screens show what follows from it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from brandvoice.approval.chain import Break, Verification, Walk
from brandvoice.approval.event import ChainStarted, TextErased
from brandvoice.approval.payload import digests_in, from_payload
from brandvoice.errors import UserError
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.projection import shown
from brandvoice.workspace.record import entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.workspace.book import Book
    from brandvoice.workspace.progress import Progress

_STEP: Final = 500
# What reading an entry can come to that nobody but a forger wrote.
_RUBBISH: Final = (UserError, ValueError, TypeError, AttributeError, RecursionError)
_FIRST_ENTRY_WITH: Final = "SELECT min(seq) FROM event WHERE instr(payload, ?)"


class Verifier:
    """One walk over a record; `progress` is told steps done and to do, and may answer False."""

    def __init__(
        self, book: Book, anchors: Iterable[Anchor], progress: Progress | None = None
    ) -> None:
        self._book = book
        self._connection = book.connection
        self._walk = Walk(anchors)
        self._progress = progress
        self._unsaid: dict[str, int] = {}
        self._erased: set[str] = set()
        self._done = 0

    def run(self) -> Verification:
        """Names the first thing that does not hold."""
        broken: Break | None = None
        complete = True
        try:
            broken = self._entries() or self._walk.finish() or self._texts() or self._screens()
        except StoppedError:
            complete = False
        return Verification(
            self._walk.entries, self._walk.heads, len(self._erased), broken, complete
        )

    def _entries(self) -> Break | None:
        for entry in entries(self._connection):
            try:
                broken = self._walk.step(entry) or self._words_of(entry)
            except _RUBBISH:
                broken = Break(entry.seq, "unreadable", entry.post_id)
            if broken:
                return broken
            self._step()
        return None

    def _words_of(self, entry: Entry) -> Break | None:
        """Whether the texts an entry speaks of are there, or will be said to be erased."""
        for digest in digests_in(entry.payload):
            row = self._connection.execute(
                "SELECT content IS NULL FROM text WHERE digest = ?", (digest,)
            ).fetchone()
            if row is None:
                return Break(entry.seq, "text_missing", entry.post_id)
            if row[0]:
                self._unsaid.setdefault(digest, entry.seq)
        if entry.kind in ("chain_started", "text_erased"):
            match from_payload(entry.kind, entry.payload):
                case ChainStarted(heads) if not all(map(self._walk.expect, heads)):
                    return Break(entry.seq, "rewritten")
                case TextErased(text):
                    self._erased.add(text)
                case _:
                    pass
        return None

    def _texts(self) -> Break | None:
        missing = [seq for digest, seq in self._unsaid.items() if digest not in self._erased]
        if missing:
            return Break(min(missing), "text_missing")
        stored = self._connection.execute(
            "SELECT digest, CAST(content AS BLOB) FROM text WHERE content IS NOT NULL"
        )
        for digest, content in stored:
            if hashlib.sha256(content).hexdigest() != digest:
                (seq,) = self._connection.execute(_FIRST_ENTRY_WITH, (digest,)).fetchone()
                return Break(seq or 0, "text_altered")
        return None

    def _screens(self) -> Break | None:
        posts = self._connection.execute(
            "SELECT post_id, max(seq) FROM event WHERE post_id IS NOT NULL GROUP BY post_id"
        )
        for post, seq in posts:
            try:
                known = self._book.known(post)
            except _RUBBISH:
                return Break(seq, "unreadable", post)
            if shown(self._connection, post) != (known and known.state):
                return Break(seq, "projection", post)
            self._step()
        return None

    def _step(self) -> None:
        self._done += 1
        if self._progress and not self._done % _STEP:
            (total,) = self._connection.execute(
                "SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM post_state)"
            ).fetchone()
            if not self._progress(self._done, total):
                raise StoppedError
