"""Time as the record writes it: UTC, microseconds, never backwards in one file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
TICK: Final = timedelta(microseconds=1)
"""The shortest time that makes a difference here."""
# The newest of every chain, by the index: the newest row may have been written elsewhere, earlier.
_NEWEST: Final = """
    WITH RECURSIVE chain (origin) AS (
        SELECT min(origin) FROM event
        UNION ALL
        SELECT (SELECT min(origin) FROM event WHERE event.origin > chain.origin)
        FROM chain WHERE chain.origin IS NOT NULL
    )
    SELECT max(event.occurred_at) FROM chain JOIN event ON event.origin = chain.origin
    AND event.origin_seq = (SELECT max(origin_seq) FROM event e WHERE e.origin = chain.origin)
"""


def utc_now() -> datetime:
    return datetime.now(UTC)


def written(at: datetime) -> str:
    """`at` as the record stores it: `2026-11-21T02:26:19.000000Z`, so that text sorts by time."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def moment(text: str) -> datetime:
    """The UTC time a stored text means."""
    return datetime.fromisoformat(text)


def ticks(at: datetime) -> int:
    """Microseconds since 1970, as posts are ordered by."""
    return (at - _EPOCH) // TICK


def from_ticks(microseconds: int) -> datetime:
    return _EPOCH + microseconds * TICK


def next_moment(connection: Connection, now: datetime) -> datetime:
    """`now`, or just after the newest time in the file if the computer's clock went back.

    No two acts share a moment: it orders posts, and is their place in the search index.
    """
    (newest,) = connection.execute("SELECT max(place) FROM post_state").fetchone()
    (last,) = connection.execute(_NEWEST).fetchone()
    return max(
        now.astimezone(UTC),
        from_ticks(newest) + TICK if newest is not None else _EPOCH,
        moment(last) + TICK if last else _EPOCH,
    )
