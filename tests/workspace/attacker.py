"""What somebody does who has the file, a SQLite program and no respect for triggers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from brandvoice.approval.chain import Anchor, Entry, seal, unsigned_digest
from brandvoice.workspace.verification import Verifier
from brandvoice.workspace.workspace import Workspace
from tests.deciding import signer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from brandvoice.approval.proof import Verification

TRIGGERS = (
    "event_is_never_changed",
    "event_is_never_deleted",
    "event_is_only_appended",
    "text_is_only_erased",
    "text_is_never_deleted",
    "attachment_is_only_erased",
    "attachment_is_never_deleted",
)


APPEND = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
DOUBLE = (
    "INSERT INTO event SELECT seq + 1, origin, origin_seq + 1, 'x', occurred_at, actor, kind, "
    "version, post_id, payload, hash, 'y', signature FROM event WHERE seq = ?"
)
MOVE = "UPDATE event SET seq = ?, origin_seq = ? WHERE seq = ?"
RENAME = "UPDATE text SET digest = ? WHERE digest = ?"
MAKE_ROOM = (
    "UPDATE event SET seq = -seq, origin_seq = -origin_seq WHERE seq > ?",
    "UPDATE event SET seq = 1 - seq, origin_seq = 1 - origin_seq WHERE seq < 0",
)


def attack(path: Path, *statements: str | tuple[str, Sequence[object]]) -> None:
    """What somebody does who has the file, a SQLite program and no respect for triggers."""
    with closing(sqlite3.connect(path)) as plain, plain:
        for trigger in TRIGGERS:
            plain.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            plain.execute(*((statement,) if isinstance(statement, str) else statement))


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as plain:
        return plain.execute(sql).fetchall()


def verified(path: Path, anchors: Iterable[Anchor] = ()) -> Verification:
    workspace = Workspace.open(path)
    with workspace.reading() as book:
        found_out = Verifier(book, anchors).run()
    workspace.close()
    return found_out


def stored(path: Path) -> list[Entry]:
    return [Entry(*row) for row in rows(path, "SELECT * FROM event ORDER BY seq")]  # type: ignore[arg-type]  # as stored


def forged(path: Path, entries: list[Entry], *, signing: bool = True) -> None:
    """Writes a whole record anew, every hash right; with everybody's keys also the signatures."""
    previous = "0" * 64
    for n, entry in enumerate(entries):
        linked = entry._replace(seq=n + 1, origin_seq=n + 1, prev_hash=previous, hash="")
        if linked.signature and signing:
            signature = signer_of(linked.actor).sign(unsigned_digest(linked))
            linked = linked._replace(signature=signature)
        entries[n] = linked._replace(hash=seal(linked))
        previous = entries[n].hash
    attack(path, "DELETE FROM event", *((APPEND, entry) for entry in entries))


def seq_of(path: Path, kind: str) -> int:
    return next(entry.seq for entry in stored(path) if entry.kind == kind)
