"""Files kept as evidence, once each under the digest of their bytes; one in memory at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from brandvoice.approval.attachment import Attachment
    from brandvoice.post.normal import Fingerprint
    from brandvoice.workspace.sqlite import Connection

# A file that was erased and is then kept again is there again.
_KEEP = """
    INSERT INTO attachment (digest, content) VALUES (?, ?)
    ON CONFLICT (digest) DO UPDATE SET content = excluded.content WHERE content IS NULL
"""
_HOLDS = "SELECT 1 FROM attachment WHERE digest = ? AND content IS NOT NULL"
_NAMED = """
    SELECT e.seq, e.post_id, e.payload ->> 'attachment', a.digest IS NULL FROM event e
    LEFT JOIN attachment a ON a.digest = e.payload ->> 'attachment'
    WHERE e.seq > ? AND e.kind = 'source_added'
    AND e.payload ->> 'attachment' IS NOT NULL AND a.content IS NULL ORDER BY e.seq
"""
_ALL = "SELECT digest, content FROM attachment WHERE content IS NOT NULL ORDER BY digest"
_NEW = """
    SELECT digest, content FROM attachment WHERE content IS NOT NULL AND digest IN (
        SELECT payload ->> 'attachment' FROM event WHERE seq > ? AND kind = 'source_added'
    ) ORDER BY digest
"""


def keep_attachment(connection: Connection, file: Attachment) -> None:
    """Stores a file's bytes; what is there already is left alone."""
    connection.execute(_KEEP, (file.digest, file.content))


def keep_received(connection: Connection, digest: Fingerprint, content: bytes | None) -> None:
    """The same for one that came from elsewhere, whose digest was checked; None: erased."""
    connection.execute(_KEEP, (digest, content))


def attachment(connection: Connection, digest: Fingerprint) -> bytes | None:
    """The bytes behind a digest; None when they were erased, or never were here."""
    row = connection.execute(
        "SELECT content FROM attachment WHERE digest = ?", (digest,)
    ).fetchone()
    return row[0] if row else None


def holds_attachment(connection: Connection, digests: Collection[Fingerprint]) -> bool:
    """Whether the bytes of any of these files can still be read in the file."""
    if not digests or not _has_table(connection):
        return False
    return any(connection.execute(_HOLDS, (digest,)).fetchone() for digest in digests)


def erase_attachments(connection: Connection, digests: Collection[Fingerprint]) -> None:
    """Takes the bytes out; the digests stay."""
    rows = [(digest,) for digest in digests]
    connection.executemany("UPDATE attachment SET content = NULL WHERE digest = ?", rows)


def attachments(connection: Connection, since: int = 0) -> Iterator[tuple[str, bytes]]:
    """Every file that is there, one after the other; of those kept after a place of the record."""
    asked = (_NEW, (since,)) if since else (_ALL, ())
    yield from connection.execute(*asked)


def kept_size(connection: Connection) -> tuple[int, int]:
    """How many files are there, and how many bytes they have together."""
    count, size = connection.execute(
        "SELECT count(content), coalesce(sum(length(content)), 0) FROM attachment"
    ).fetchone()
    return int(count), int(size)


def bytes_missing(connection: Connection, since: int) -> Iterator[tuple[int, str, str, bool]]:
    """The entries after a place that speak of a file whose bytes are not here: place, post,
    digest, and whether not even the digest is known."""
    for seq, post, digest, unknown in connection.execute(_NAMED, (since,)):
        yield seq, post, digest, bool(unknown)


def _has_table(connection: Connection) -> bool:
    """Backups of before there were files have none."""
    known = "SELECT 1 FROM sqlite_schema WHERE name = 'attachment'"
    return connection.execute(known).fetchone() is not None
