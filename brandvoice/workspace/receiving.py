"""Entries and words that were written elsewhere, and how they come to lie in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.chain import Entry
from brandvoice.post.normal import Fingerprint, fingerprint
from brandvoice.workspace.announced import erased, files_erased
from brandvoice.workspace.attachments import keep_received
from brandvoice.workspace.record import APPEND, COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.workspace.sqlite import Connection

_AT: Final = f"SELECT {COLUMNS} FROM event WHERE origin = ? AND origin_seq = ?"  # noqa: S608 - our own column names
_NAMED: Final = f"SELECT {COLUMNS} FROM event WHERE event_id = ?"  # noqa: S608 - our own column names


def entry_at(connection: Connection, origin: str, place: int) -> Entry | None:
    """The entry in this place of a chain; None where the file has none."""
    row = connection.execute(_AT, (origin, place)).fetchone()
    return Entry(*row) if row else None


def entry_named(connection: Connection, event_id: str) -> Entry | None:
    """The entry with this id."""
    row = connection.execute(_NAMED, (event_id,)).fetchone()
    return Entry(*row) if row else None


def origin_here(connection: Connection, place: str) -> str:
    """The origin of the chain that is written in this place; empty before the first entry."""
    row = connection.execute("SELECT origin FROM place WHERE name = ?", (place,)).fetchone()
    return str(row[0]) if row else ""


def add_entries(connection: Connection, entries: Iterable[Entry]) -> None:
    """Adds entries of other chains as they are, at the end of the file."""
    (newest,) = connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    rows = (entry._replace(seq=seq) for seq, entry in enumerate(entries, newest + 1))
    connection.executemany(APPEND, rows)


def add_texts(connection: Connection, texts: Mapping[str, str | None]) -> None:
    """Adds words by their digest; what an entry here says was erased stays erased."""
    gone = erased(connection)
    rows = [
        (digest, None if words is None or digest in gone else words)
        for digest, words in texts.items()
        if digest != fingerprint("")
    ]
    connection.executemany(
        "INSERT INTO text (digest, content) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE "
        "SET content = excluded.content WHERE content IS NULL AND excluded.content IS NOT NULL",
        rows,
    )


def add_files(connection: Connection, files: Mapping[Fingerprint, bytes | None]) -> None:
    """Adds kept files by their digest, which was checked; what was erased here stays erased."""
    gone = files_erased(connection)
    for digest, content in files.items():
        keep_received(connection, digest, None if digest in gone else content)
