"""Where a file is written: which chain continues here.

Two copies of one file that both went on writing one chain would give two different entries one
number. So the chain belongs to the file in its place: computer, path and inode; a copy, a restored
backup or a file carried to another computer begins a chain of its own, and that chain's first
entry names the newest entries of the others.
"""

from __future__ import annotations

import hashlib
import platform
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workspace.sqlite import Connection


def place_of(path: Path) -> str:
    """A digest of this computer's name, the file's real path and its inode."""
    real = path.resolve()
    where = f"{platform.node()}\0{real}\0{real.stat().st_ino}"
    return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()


def origin_at(connection: Connection, place: str) -> str:
    """The origin of the chain written in `place`; a new random one at the first writing."""
    row = connection.execute("SELECT origin FROM place WHERE name = ?", (place,)).fetchone()
    if row:
        return str(row[0])
    origin = secrets.token_hex(16)
    connection.execute("INSERT INTO place (name, origin) VALUES (?, ?)", (place, origin))
    return origin
