"""The workspace as the rest of the program sees it: a file, read and written through books."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.workspace.book import Book, WritingBook
from brandvoice.workspace.clock import utc_now
from brandvoice.workspace.copy import copy_to
from brandvoice.workspace.erasure import scrub_index
from brandvoice.workspace.file import PATIENCE, WorkspaceFile
from brandvoice.workspace.info import note_backup
from brandvoice.workspace.place import place_of
from brandvoice.workspace.schema import rebuild_due

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from brandvoice.workspace.progress import Progress


class Workspace:
    """One open workspace file. It belongs to the thread that opened it."""

    def __init__(self, file: WorkspaceFile, now: Callable[[], datetime]) -> None:
        self._file = file
        self._place = place_of(file.path)
        self.now = now

    @classmethod
    def open(
        cls,
        path: Path,
        now: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE,
        progress: Progress | None = None,
    ) -> Workspace:
        """Opens or creates the file; `patience` are the seconds to wait for other programs.

        `progress` is told how far an upgrade is, first of the copy, then of the lists; answering
        False raises StoppedError, and the upgrade is finished the next time. Raises UserError
        (`workspace.…`) when the file cannot be used.
        """
        workspace = cls(WorkspaceFile.open(path, patience, progress), now)
        try:
            workspace._finish_upgrade(progress)
        except BaseException:
            workspace.close()
            raise
        return workspace

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder cannot be written to."""
        return self._file.read_only

    def close(self) -> None:
        self._file.close()

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """One unchanging view, whoever writes meanwhile."""
        with self._file.read() as connection:
            yield Book(connection)

    @contextmanager
    def writing(self) -> Iterator[WritingBook]:
        """One act: all of it is on the disk when this ends, or, after an error, nothing."""
        with self._file.write() as connection:
            yield WritingBook(connection, self._place, self.now())

    def _finish_upgrade(self, progress: Progress | None) -> None:
        """Makes anew what follows from the record, if an upgrade left that to be done."""
        with self._file.read() as connection:
            due = rebuild_due(connection)
        if due:
            try:
                with self.writing() as book:
                    book.rebuild(progress)
            except UserError as told:
                # A record somebody tampered with must still open: how else would it be verified?
                if told.key != "workspace.unreadable_entry":
                    raise

    def scrub_index(self) -> bool:
        """Cleans a part of the search index of what was taken out; False when all is clean."""
        with self._file.write() as connection:
            return scrub_index(connection)

    def empty_log(self) -> bool:
        """Empties the write-ahead log of old pages; False when another program still needs them."""
        with self._file.idle() as connection:
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def backup(self, path: Path) -> Path:
        """Writes a whole copy to the new file `path`; raises UserError when one is there."""
        with self._file.idle() as connection:
            copy_to(connection, path)
        with self._file.write() as connection:
            note_backup(connection, self.now())
        return path
