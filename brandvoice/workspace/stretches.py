"""Whole stretches of the record sealed anew at once: SQLite frames them, two threads hash them.

A walk entry by entry takes eight times a bare SHA-256 over the same bytes, this one about two. What
it says is only that a stretch holds; where one does not, `Walk.step` finds out why.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.walk import Stretch
from brandvoice.workspace.sqlite import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from brandvoice.workspace.sqlite import Connection

SIZE: Final = 500
"""Entries read at once."""
_THREADS: Final = 2
_AHEAD: Final = 4

_FIELDS: Final = ("prev_hash", "origin", "origin_seq", "event_id", "occurred_at", "actor", "kind")
_OPTIONAL: Final = "iif({0} IS NULL, '-,', octet_length({0}) || ':' || {0} || ',')"
# The frame of `approval.chain.seal`, made by SQLite: a property test holds the two together.
_FRAME: Final = (
    "format('17:brandvoice-record,1:1,"
    + "%d:%s," * (len(_FIELDS) + 1)
    + "%s%d:%s,%s', "
    + "".join(f"octet_length({name}), {name}, " for name in (*_FIELDS, "version"))
    + f"{_OPTIONAL.format('post_id')}, octet_length(payload), payload, "
    + f"{_OPTIONAL.format('signature')})"
)
_BLOCK: Final = f"""
    SELECT min(origin), max(origin), count(*), min(origin_seq),
        CAST(group_concat({_FRAME}, char(10)) AS BLOB),
        group_concat(hash), group_concat(prev_hash), group_concat(origin_seq),
        group_concat(occurred_at)
    FROM event NOT INDEXED WHERE seq BETWEEN ? AND ?
"""  # noqa: S608 - our own column names
_ORIGINS: Final = "SELECT DISTINCT origin FROM event NOT INDEXED WHERE seq BETWEEN ? AND ?"


class Block(NamedTuple):
    """Entries `first` to `last` of this file, and their stretches; None when any does not hold."""

    first: int
    last: int
    stretches: tuple[Stretch, ...] | None


class Stretches:
    """Reads entries `first` to `last` block by block; flat in memory however many there are."""

    def __init__(self, connection: Connection, first: int, last: int) -> None:
        (self._path,) = connection.execute(
            "SELECT file FROM pragma_database_list WHERE name = 'main'"
        ).fetchone()
        self._first, self._last = first, last
        self._of_thread = local()
        self._opened: list[Connection] = []

    def __iter__(self) -> Iterator[Block]:
        ahead: deque[Future[Block]] = deque()
        with ThreadPoolExecutor(_THREADS) as pool:
            try:
                for first in range(self._first, self._last + 1, SIZE):
                    last = min(first + SIZE - 1, self._last)
                    ahead.append(pool.submit(self._block, first, last))
                    if len(ahead) == _AHEAD:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)
                for connection in self._opened:
                    connection.close()

    def _block(self, first: int, last: int) -> Block:
        """SQLite reads without the interpreter's lock, so each thread has a connection."""
        connection: Connection | None = getattr(self._of_thread, "connection", None)
        if connection is None:
            connection = connect(self._path, isolation_level=None, check_same_thread=False)
            self._of_thread.connection = connection
            self._opened.append(connection)
        whole = _stretch(connection.execute(_BLOCK, (first, last)).fetchone())
        stretches = (whole,) if whole else _by_origin(connection, first, last)
        count = sum(one.last - one.first + 1 for one in stretches)
        return Block(first, last, stretches if count == last - first + 1 else None)


def _by_origin(connection: Connection, first: int, last: int) -> tuple[Stretch, ...]:
    """The stretches of each chain of which entries lie here side by side."""
    origins = connection.execute(_ORIGINS, (first, last)).fetchall()
    asked = f"{_BLOCK} AND origin = ?"
    rows = [connection.execute(asked, (first, last, origin)).fetchone() for (origin,) in origins]
    return tuple(filter(None, map(_stretch, rows)))


def _stretch(row: tuple[str, str, int, int, bytes, str, str, str, str]) -> Stretch | None:
    """The stretch these entries are; None when they are no stretch, or not what they claim."""
    origin, other, count, first, joined, hashes, before, places, times = row
    if origin != other:
        return None
    # A line end within an entry would make it two; nobody but a forger writes one.
    frames = joined.split(b"\n")
    digests = ",".join([hashlib.sha256(frame).hexdigest() for frame in frames])
    written = times.split(",")
    holds = (
        len(frames) == count
        and digests == hashes
        and before[64:] == f",{hashes[:-65]}" * (count > 1)
        and places == ",".join(map(str, range(first, first + count)))
        and sorted(written) == written
    )
    if not holds:
        return None
    return Stretch(
        origin, first, first + count - 1, before[:64], hashes[-64:], written[0], written[-1]
    )
