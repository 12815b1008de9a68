"""How far the record was proved when it was last looked at, so that a start looks at the rest.

The note is bound to an entry's hash, and a shortcut only: a proof somebody asks for walks it all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.walk import Stretch

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection


class Proved(NamedTuple):
    """Everything held up to entry `seq`, whose hash was `hash`; `walked` are the chains so far."""

    seq: int
    hash: str
    walked: tuple[Stretch, ...]


def note_proof(connection: Connection, proved: Proved) -> None:
    """Remembers how far the record was proved."""
    connection.execute(
        "INSERT OR REPLACE INTO note (name, value) VALUES ('proved', ?)", (json.dumps(proved),)
    )


def last_proof(connection: Connection) -> Proved | None:
    """How far it was proved; None when never, or when that entry is no longer what it was."""
    row = connection.execute("SELECT value FROM note WHERE name = 'proved'").fetchone()
    try:
        seq, newest, walked = json.loads(row[0]) if row else (0, "", ())
        proved = Proved(seq, newest, tuple(Stretch(*one) for one in walked))
    except (ValueError, TypeError):
        return None
    there = connection.execute("SELECT hash FROM event WHERE seq = ?", (proved.seq,)).fetchone()
    return proved if there == (proved.hash,) else None
