"""Searches by name, kept in the file: they name its people, and colleagues share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection

LONGEST_NAME: Final = 60
"""Code points."""


def saved(connection: Connection) -> dict[str, str]:
    """Queries as typed, by name, in the order of the names."""
    rows = connection.execute("SELECT name, query FROM saved_search")
    return dict(sorted(rows, key=lambda row: str(row[0]).casefold()))


def save(connection: Connection, name: str, query: str) -> None:
    """Keeps a query under a name, in the place of one that stood there."""
    connection.execute("INSERT OR REPLACE INTO saved_search (name, query) VALUES (?, ?)",
                       (name, query))  # fmt: skip


def rename(connection: Connection, name: str, other: str) -> None:
    connection.execute("UPDATE saved_search SET name = ? WHERE name = ?", (other, name))


def forget(connection: Connection, name: str) -> None:
    connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))
