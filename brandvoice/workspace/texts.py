"""The words the record speaks of, kept once each under their digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.post.normal import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.workspace.sqlite import Connection

# Words that were erased and are then written again are there again.
_KEEP = """
    INSERT INTO text (digest, content) VALUES (?, ?)
    ON CONFLICT (digest) DO UPDATE SET content = excluded.content WHERE content IS NULL
"""


def keep_texts(connection: Connection, texts: Iterable[str]) -> frozenset[Fingerprint]:
    """Stores texts under their SHA-256; what is there already is left alone.

    Gives the digests of those that had been erased and are there again.
    """
    rows = [(fingerprint(text), text) for text in texts]
    gone = "SELECT 1 FROM text WHERE digest = ? AND content IS NULL"
    again = {digest for digest, _ in rows if connection.execute(gone, (digest,)).fetchone()}
    connection.executemany(_KEEP, rows)
    return frozenset(again)


class Texts:
    """Reads words by their digest, each at most once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[Fingerprint, str | None] = {fingerprint(""): ""}

    def __call__(self, digest: Fingerprint) -> str | None:
        """The words, or None when they were erased."""
        if digest not in self._read:
            row = self._connection.execute(
                "SELECT content FROM text WHERE digest = ?", (digest,)
            ).fetchone()
            self._read[digest] = row[0] if row else None
        return self._read[digest]
