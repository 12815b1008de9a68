"""Proving the record: every entry, every text, and that the screens show what follows from it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

from brandvoice.approval.attestation import Attestation
from brandvoice.approval.payload import DIGESTS
from brandvoice.approval.proof import Break, Erasure, Verification
from brandvoice.approval.walk import Walk
from brandvoice.errors import UserError
from brandvoice.workspace.announced import anchors_within, erased, files_erased, received
from brandvoice.workspace.attachments import attachments, bytes_missing
from brandvoice.workspace.clock import moment
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.projection import shown
from brandvoice.workspace.proved import Proved
from brandvoice.workspace.record import attested, entries, keys_until
from brandvoice.workspace.stretches import Stretches
from brandvoice.workspace.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.workspace.book import Book
    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.stretches import Block

_STEP: Final = 500
# What reading an entry can come to that nobody but a forger wrote.
_RUBBISH: Final = (UserError, ValueError, TypeError, AttributeError, RecursionError)
_FIRST_ENTRY_WITH: Final = "SELECT min(seq) FROM event WHERE instr(payload, ?)"
_NAMES: Final = ", ".join(f"'{name}'" for name in DIGESTS)
_WITHOUT_WORDS: Final = f"""
    SELECT e.seq, e.post_id, f.value, t.digest IS NULL FROM event e, json_each(e.payload) f
    LEFT JOIN text t ON t.digest = f.value
    WHERE e.seq BETWEEN ? AND ? AND f.key IN ({_NAMES}) AND f.type != 'null' AND t.content IS NULL
    ORDER BY e.seq
"""  # noqa: S608 - our own column names
_UNREADABLE: Final = """
    SELECT seq, post_id FROM event WHERE seq BETWEEN ? AND ?
    AND NOT iif(json_valid(payload), json_type(payload) = 'object', 0) ORDER BY seq LIMIT 1
"""
_WORDS: Final = "SELECT digest, CAST(content AS BLOB) FROM text WHERE content IS NOT NULL"
_NEW_WORDS: Final = f"""
    SELECT t.digest, CAST(t.content AS BLOB) FROM text t WHERE t.content IS NOT NULL
    AND t.digest IN (
        SELECT f.value FROM event e, json_each(e.payload) f WHERE e.seq > ? AND f.key IN ({_NAMES})
    )
"""  # noqa: S608 - our own column names
_FILES: Final = "SELECT coalesce(sum(1 + length(content) / 100000), 0) FROM attachment"
_SIZE: Final = 100_000
"""Bytes of a kept file that are hashed while an entry is walked."""
_POSTS: Final = """
    SELECT post_id, max(seq) FROM event WHERE post_id IS NOT NULL AND seq > ? GROUP BY post_id
"""


class Verifier:
    """One walk over a record; `progress` is told steps done and to do, and may answer False.

    With `since` only what was added after an earlier walk is looked at, texts and posts included.
    """

    def __init__(
        self,
        book: Book,
        anchors: Iterable[Anchor] = (),
        progress: Progress | None = None,
        since: Proved | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        self._book = book
        self._connection = book.connection
        self._zone = zone
        self._since = since.seq if since else 0
        self._walk = Walk(
            [*anchors, *anchors_within(self._connection)],
            received(self._connection),
            since.walked if since else (),
            self._since,
        )
        self._attestation = Attestation(keys_until(self._connection, self._since))
        self._progress = progress
        self._erased = erased(self._connection)
        self._files_erased = files_erased(self._connection)
        self._newest = self._one("SELECT coalesce(max(seq), 0) FROM event")
        self._done = 0
        self._to_do = 0

    def run(self) -> Verification:
        """Names the first thing that does not hold."""
        broken: Break | None = None
        complete = True
        self._to_do = self._steps()
        try:
            broken = self._entries() or self._walk.finish() or self._texts() or self._files()
            broken = broken or self._screens()
        except StoppedError:
            complete = False
        walk = self._walk
        return Verification(walk.entries, walk.heads, self._erasures(), broken, complete)

    def proved(self, found: Verification) -> Proved | None:
        """What a later walk may begin after; None unless everything held."""
        if not (found.intact and found.entries):
            return None
        (newest,) = self._connection.execute(
            "SELECT hash FROM event WHERE seq = ?", (found.entries,)
        ).fetchone()
        return Proved(found.entries, newest, self._walk.walked)

    def _entries(self) -> Break | None:
        for block in Stretches(self._connection, self._since + 1, self._newest):
            broken = [self._chains(block), self._words_of(block), self._signatures_of(block)]
            if any(broken):
                return min(filter(None, broken), key=lambda one: one.seq)
            self._step(block.last - block.first + 1)
        return None

    def _chains(self, block: Block) -> Break | None:
        """Passes over what holds as a whole; elsewhere goes entry by entry to name the first."""
        if block.stretches is not None and self._walk.pass_over(block.stretches):
            return None
        for entry in entries(self._connection, block.first, block.last):
            try:
                broken = self._walk.step(entry)
            except _RUBBISH:
                broken = Break(entry.seq, "unreadable", entry.post_id)
            if broken:
                return broken
        return None

    def _words_of(self, block: Block) -> Break | None:
        """Whether the texts the entries speak of are there, or are said to be erased."""
        asked = (block.first, block.last)
        unreadable = self._connection.execute(_UNREADABLE, asked).fetchone()
        if unreadable:
            return Break(unreadable[0], "unreadable", unreadable[1])
        for seq, post, digest, gone in self._connection.execute(_WITHOUT_WORDS, asked):
            if gone or digest not in self._erased:
                return Break(seq, "text_missing", post)
        return None

    def _signatures_of(self, block: Block) -> Break | None:
        for entry in attested(self._connection, block.first, block.last):
            try:
                fault = self._attestation.step(entry)
            except _RUBBISH:
                fault = "unreadable"
            if fault:
                return Break(entry.seq, fault, entry.post_id)
        return None

    def _texts(self) -> Break | None:
        asked = (_NEW_WORDS, (self._since,)) if self._since else (_WORDS, ())
        for digest, content in self._connection.execute(*asked):
            if hashlib.sha256(content).hexdigest() != digest:
                (seq,) = self._connection.execute(_FIRST_ENTRY_WITH, (digest,)).fetchone()
                return Break(seq or 0, "text_altered")
            self._step()
        return None

    def _files(self) -> Break | None:
        """Whether the files that sources speak of are there, and are those that were kept."""
        for seq, post, digest, unknown in bytes_missing(self._connection, self._since):
            if unknown or digest not in self._files_erased:
                return Break(seq, "file_missing", post)
        for digest, content in attachments(self._connection, self._since):
            if hashlib.sha256(content).hexdigest() != digest:
                (seq,) = self._connection.execute(_FIRST_ENTRY_WITH, (digest,)).fetchone()
                return Break(seq or 0, "file_altered")
            self._step(1 + len(content) // _SIZE)
        return None

    def _screens(self) -> Break | None:
        for post, seq in self._connection.execute(_POSTS, (self._since,)):
            self._book.texts = Texts(self._connection)  # flat in memory: what was read is not kept
            try:
                known = self._book.known(post)
            except _RUBBISH:
                return Break(seq, "unreadable", post)
            if shown(self._connection, post) != (known and known.state):
                return Break(seq, "projection", post)
            self._step()
        return None

    def _erasures(self) -> tuple[Erasure, ...]:
        """By whom and when, in the order they happened."""
        try:
            names = self._book.names()
        except _RUBBISH:
            return ()
        texts, files = (
            Counter((names.at(entry.actor, entry.seq), self._day(entry)) for entry in told.values())
            for told in (self._erased, self._files_erased)
        )
        return tuple(
            Erasure(name, day, texts[name, day], files[name, day])
            for name, day in dict.fromkeys((*texts, *files))
        )

    def _day(self, entry: Entry) -> date:
        return moment(entry.occurred_at).astimezone(self._zone).date()

    def _steps(self) -> int:
        return (
            self._newest
            - self._since
            + self._one("SELECT count(*) FROM text") * (not self._since)
            + self._one("SELECT count(*) FROM post_state") * (not self._since)
            + self._one(_FILES) * (not self._since)
        )

    def _one(self, sql: str) -> int:
        (value,) = self._connection.execute(sql).fetchone()
        return int(value)

    def _step(self, steps: int = 1) -> None:
        before, self._done = self._done // _STEP, self._done + steps
        if (
            self._progress
            and self._done // _STEP > before
            and not self._progress(self._done, max(self._to_do, self._done))
        ):
            raise StoppedError
