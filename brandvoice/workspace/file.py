"""The SQLite file: opened safely, one transaction at a time."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.workspace.schema import bring_up_to_date, refuse_older
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.trouble import told, told_by_system

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection

PATIENCE: Final = 5.0
"""Seconds to wait for another program that is writing to the same file."""

_SETTINGS: Final = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # Words that were erased, and drafts that were written over, leave nothing in free pages.
    "PRAGMA secure_delete = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -16000",
    "PRAGMA journal_size_limit = 64000000",
)


class WorkspaceFile:
    """An open workspace file. It belongs to the thread that opened it.

    `read_only`: the file or its folder cannot be written to, so nothing can be saved.
    """

    def __init__(self, path: Path, connection: Connection, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection

    @classmethod
    def open(
        cls, path: Path, patience: float = PATIENCE, progress: Progress | None = None
    ) -> WorkspaceFile:
        """Opens the file, or creates it and its folder for this user's eyes only.

        A file that can be read but not written to is opened for reading. `patience` are the seconds
        to wait for other programs, `progress` is told how far the copy before an upgrade is. Raises
        UserError (`workspace.…`).
        """
        path = path.absolute()
        if _only_readable(path):
            return cls._open_to_read(path, patience)
        with told_by_system(path):
            _create_private(path)
        with told(path):
            connection = connect(str(path), timeout=patience, isolation_level=None)
            try:
                for setting in _SETTINGS:
                    connection.execute(setting)
                bring_up_to_date(connection, path, progress=progress)
                _write_ahead(connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    @classmethod
    def _open_to_read(cls, path: Path, patience: float) -> WorkspaceFile:
        # Without a log beside it the file is all there is, and nobody is writing to it. With one,
        # SQLite needs the log's index, and says so if that is not there.
        log = path.with_name(f"{path.name}-wal")
        how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
        with told(path):
            connection = connect(
                f"{path.as_uri()}?{how}", timeout=patience, isolation_level=None, uri=True
            )
            try:
                connection.execute("PRAGMA trusted_schema = OFF")
                refuse_older(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, read_only=True)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One unchanging view of the file, however long it takes and whoever writes meanwhile."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """All that is written inside is on the disk when this ends, or, after an error, nothing."""
        if self.read_only:
            raise UserError("workspace.read_only", path=self.path)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def idle(self) -> Iterator[Connection]:
        """The connection between transactions, for what SQLite does only then."""
        with told(self.path):
            yield self._connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with told(self.path):
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def _only_readable(path: Path) -> bool:
    """Whether there is something to read here that cannot be written to, by file or by folder."""
    if not path.is_file() or not os.access(path, os.R_OK) or not path.stat().st_size:
        return False
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _create_private(path: Path) -> None:
    missing = [folder for folder in path.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _write_ahead(connection: Connection) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
