"""Copies of the file, taken by SQLite itself so that they are whole while others write."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.trouble import told, told_by_system

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection

_PAGES_AT_ONCE: Final = 1_000
"""Pages copied between two looks at whether to go on; 4 MB."""


def copy_to(connection: Connection, path: Path, progress: Progress | None = None) -> None:
    """Writes a whole copy, read through once (`quick_check`), to the new file `path`.

    `progress` is told pages done and to do; answering False leaves no file and raises StoppedError.
    Raises UserError when a file is there already, or when the copy does not hold together.
    """
    if path.exists():
        raise UserError("workspace.exists", path=path)
    unfinished = path.with_name(f".{path.name}.unfinished")
    with told(path), told_by_system(path):
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            target = connect(str(unfinished), isolation_level=None)
            try:
                _copy(connection, target, progress)
                if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise UserError("workspace.damaged", path=path)
            finally:
                target.close()
            unfinished.rename(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _copy(connection: Connection, target: Connection, progress: Progress | None) -> None:
    def step(_status: int, to_do: int, total: int) -> None:
        if progress and not progress(total - to_do, total):
            raise StoppedError

    # One view held from the first page to the last: without it every save of somebody else would
    # make the copy begin anew.
    held = connection.in_transaction
    if not held:
        connection.execute("BEGIN")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        connection.backup(target, pages=_PAGES_AT_ONCE, progress=step)
    finally:
        if not held:
            connection.execute("ROLLBACK")
    # A copy is one file: nothing may wait beside it to be taken along.
    target.execute("PRAGMA journal_mode = DELETE")
