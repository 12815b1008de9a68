"""The file's own notes: small facts that are no part of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection

RETENTION: Final = "retention_years"
"""The note that says for how many years words are to be kept; without it, for ever."""


def note(connection: Connection, name: str) -> str | None:
    """What was noted under `name`, or None."""
    row = connection.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def take_note(connection: Connection, name: str, value: str | None) -> None:
    """Notes `value` in the place of what stood there; None: nothing any more."""
    if value is None:
        connection.execute("DELETE FROM note WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)", (name, value))
