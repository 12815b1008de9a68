"""The append-only record: entries written and read as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.chain import GENESIS, Anchor, Entry, seal, unsigned_digest
from brandvoice.approval.event import ChainStarted, Recorded
from brandvoice.approval.fold import in_order
from brandvoice.approval.payload import from_payload, kind_of, to_payload, version_of
from brandvoice.approval.signing import MUST_BE_SIGNED
from brandvoice.errors import UserError
from brandvoice.workspace.clock import moment, written
from brandvoice.workspace.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from brandvoice.approval.event import Event
    from brandvoice.approval.signature import Signer
    from brandvoice.workspace.sqlite import Connection

COLUMNS: Final = ", ".join(Entry._fields)
APPEND: Final = f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join('?' * len(Entry._fields))})"  # noqa: S608 - our own column names
_SELECT: Final = f"SELECT {COLUMNS} FROM event"  # noqa: S608 - our own column names
_END: Final = (1 << 63) - 1
_POSTS: Final = "SELECT DISTINCT post_id FROM event WHERE post_id IS NOT NULL ORDER BY post_id"
# From one origin to the next by the index: a few look-ups, however long the chains are.
_HEADS: Final = """
    WITH RECURSIVE chain (origin) AS (
        SELECT min(origin) FROM event
        UNION ALL
        SELECT (SELECT min(origin) FROM event WHERE event.origin > chain.origin)
        FROM chain WHERE chain.origin IS NOT NULL
    )
    SELECT event.origin, event.origin_seq, event.hash FROM chain JOIN event
    ON event.origin = chain.origin
    AND event.origin_seq = (SELECT max(origin_seq) FROM event e WHERE e.origin = chain.origin)
    ORDER BY event.origin
"""


def append(
    connection: Connection,
    origin: str,
    at: datetime,
    by: str,
    events: Iterable[tuple[str | None, Event]],
    signer: Signer | None = None,
) -> None:
    """Adds events, each with the post it is about, at the end of the chain of `origin`.

    With a `signer` each is signed. The first entry of an origin is preceded by one that names the
    heads of all other chains.
    """
    head = head_of(connection, origin)
    if head.count == 0:
        head = _add(connection, head, at, by, None, ChainStarted(heads(connection)), signer)
    for post, event in events:
        head = _add(connection, head, at, by, post, event, signer)


def heads(connection: Connection) -> tuple[Anchor, ...]:
    """The newest entry of every chain in the file."""
    return tuple(Anchor(*row) for row in connection.execute(_HEADS))


def entries(connection: Connection, first: int = 1, last: int = _END) -> Iterator[Entry]:
    """The stored rows from one place in the file to another, in order, one at a time."""
    for row in connection.execute(
        f"{_SELECT} WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last)
    ):
        yield Entry(*row)


def posts(connection: Connection) -> Iterator[str]:
    """The posts the record speaks of, by id, one at a time."""
    for (post,) in connection.execute(_POSTS):
        yield post


def post_count(connection: Connection) -> int:
    """How many posts the record speaks of."""
    (count,) = connection.execute(f"SELECT count(*) FROM ({_POSTS})").fetchone()  # noqa: S608 - our own SQL
    return int(count)


def keys_until(connection: Connection, last: int) -> list[Recorded]:
    """The entries that register keys, up to one place in the file."""
    return [recorded(one) for one in of_kind(connection, "key_added") if one.seq <= last]


def attested(connection: Connection, first: int, last: int) -> Iterator[Entry]:
    """The entries that are signed, or have to be, in file order."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(MUST_BE_SIGNED))
    asked = f"{_SELECT} WHERE seq BETWEEN ? AND ? AND (signature IS NOT NULL OR kind IN ({kinds}))"
    for row in connection.execute(f"{asked} ORDER BY seq", (first, last)):
        yield Entry(*row)


def of_kind(connection: Connection, kind: str) -> Iterator[Entry]:
    """The stored rows of one kind, in file order."""
    for row in connection.execute(f"{_SELECT} WHERE kind = ? ORDER BY seq", (kind,)):
        yield Entry(*row)


def about(connection: Connection, post: str | None) -> list[Recorded]:
    """The entries about one post, or (None) about people and chains, oldest first."""
    rows = connection.execute(f"{_SELECT} WHERE post_id IS ? ORDER BY seq", (post,))
    return in_order(recorded(Entry(*row)) for row in rows)


def newest_about(connection: Connection, post: str | None) -> int:
    """Where the newest entry of those that `about` gives lies in the file; 0 without any."""
    (newest,) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM event WHERE post_id IS ?", (post,)
    ).fetchone()
    return int(newest)


def recorded(entry: Entry) -> Recorded:
    """What a stored row says; raises UserError for one this program cannot read."""
    try:
        event = from_payload(entry.kind, entry.payload)
        return Recorded(moment(entry.occurred_at), entry.actor, entry.post_id, event, entry)
    except ValueError as unreadable:
        raise UserError("workspace.unreadable_entry", seq=entry.seq) from unreadable


def head_of(connection: Connection, origin: str) -> Anchor:
    """The newest entry of one chain; its count is 0 for one that is not here."""
    row = connection.execute(
        "SELECT origin, origin_seq, hash FROM event WHERE origin = ? "
        "ORDER BY origin_seq DESC LIMIT 1",
        (origin,),
    ).fetchone()
    return Anchor(*row) if row else Anchor(origin, 0, GENESIS)


def _add(
    connection: Connection,
    head: Anchor,
    at: datetime,
    by: str,
    post: str | None,
    event: Event,
    signer: Signer | None,
) -> Anchor:
    (newest,) = connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    entry = Entry(
        seq=newest + 1,
        origin=head.origin,
        origin_seq=head.count + 1,
        event_id=uuid7(at),
        occurred_at=written(at),
        actor=by,
        kind=kind_of(event),
        version=version_of(event),
        post_id=post,
        payload=to_payload(event),
        prev_hash=head.hash,
        hash="",
        signature=None,
    )
    if signer:
        entry = entry._replace(signature=signer.sign(unsigned_digest(entry)))
    entry = entry._replace(hash=seal(entry))
    connection.execute(APPEND, entry)
    return Anchor(entry.origin, entry.origin_seq, entry.hash)
