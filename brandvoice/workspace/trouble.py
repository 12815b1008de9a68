"""What can go wrong with the file, told in sentences."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.workspace.sqlite import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SENTENCES: Final = {
    sqlite3.SQLITE_BUSY: "workspace.busy",
    sqlite3.SQLITE_LOCKED: "workspace.busy",
    sqlite3.SQLITE_PERM: "workspace.read_only",
    sqlite3.SQLITE_READONLY: "workspace.read_only",
    sqlite3.SQLITE_CANTOPEN: "workspace.cannot_open",
    sqlite3.SQLITE_FULL: "workspace.disk_full",
    sqlite3.SQLITE_IOERR: "workspace.disk_failed",
    sqlite3.SQLITE_CORRUPT: "workspace.damaged",
    sqlite3.SQLITE_NOTADB: "workspace.not_ours",
}
_NO_SPACE: Final = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite refuses into a UserError about the file `path`."""
    try:
        yield
    except DatabaseError as trouble:
        # The low byte is the kind of error, the others say more about it. Python's own complaint
        # about bytes that are no text has none.
        code = getattr(trouble, "sqlite_errorcode", None)
        unreadable = code is None and "decode" in str(trouble)
        sentence = "workspace.damaged" if unreadable else _SENTENCES.get((code or 0) & 0xFF)
        if sentence is None:
            raise
        if sentence == "workspace.cannot_open" and not os.access(path.parent, os.W_OK):
            sentence = "workspace.read_only"
        raise UserError(sentence, path=path) from trouble


@contextmanager
def told_by_system(path: Path) -> Iterator[None]:
    """Turns what the operating system refuses into a UserError about the file `path`."""
    try:
        yield
    except PermissionError as trouble:
        raise UserError("workspace.read_only", path=path) from trouble
    except OSError as trouble:
        full = trouble.errno in _NO_SPACE
        sentence = "workspace.disk_full" if full else "workspace.cannot_open"
        raise UserError(sentence, path=path) from trouble
