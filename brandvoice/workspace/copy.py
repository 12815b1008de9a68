"""Copies of the file, taken by SQLite itself so that they are whole while others write."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.trouble import told, told_by_system

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workspace.sqlite import Connection


def copy_to(connection: Connection, path: Path) -> None:
    """Writes a whole copy to the new file `path`; raises UserError when one is already there."""
    if path.exists():
        raise UserError("workspace.exists", path=path)
    unfinished = path.with_name(f".{path.name}.unfinished")
    with told(path), told_by_system(path):
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            target = connect(str(unfinished), isolation_level=None)
            try:
                connection.backup(target)
                # A copy is one file: nothing may wait beside it to be taken along.
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()
            unfinished.rename(path)
        finally:
            unfinished.unlink(missing_ok=True)
