"""Finding posts again: filtered, newest change first, page by page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.fold import fold_people
from brandvoice.approval.query import Query, parse
from brandvoice.workspace.clock import ticks
from brandvoice.workspace.projection import STATE_COLUMNS, state_from
from brandvoice.workspace.record import about
from brandvoice.workspace.search import match

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from brandvoice.approval.state import PostState, State
    from brandvoice.post.post import Channel
    from brandvoice.review.finding import Category
    from brandvoice.workspace.sqlite import Connection

COUNTED: Final = 1_000
"""How far a page counts what is found; more than that is "many" to whoever reads it."""

_END: Final = 1 << 62
_BETWEEN: Final = "{0} >= ? AND {0} < ?"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is looked for; an empty part asks for nothing. `query` is as typed (approval/query.py).

    `people` took part: wrote, waived or decided. `categories` were found in a recorded check or
    are open now. `since` and `until` are local calendar days, both included.
    """

    query: str = ""
    states: frozenset[State] = frozenset()
    people: frozenset[str] = frozenset()
    channels: frozenset[Channel] = frozenset()
    categories: frozenset[Category] = frozenset()
    since: date | None = None
    until: date | None = None


class Cursor(NamedTuple):
    """Where the next page begins; `total` was counted with the first page."""

    place: int
    total: int


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Posts, newest change first; `after` is None on the last page.

    `total` counts what is found, but stops at COUNTED; `counted` says whether it got to the end.
    """

    rows: tuple[PostState, ...]
    after: Cursor | None
    total: int

    @property
    def counted(self) -> bool:
        return self.total < COUNTED


class _Query(NamedTuple):
    """Where posts are looked for; `place` is the column that puts the newest change first."""

    source: str
    place: str
    where: str
    values: tuple[object, ...]


def history(
    connection: Connection,
    asked: HistoryFilter,
    zone: tzinfo | None,
    after: Cursor | None = None,
    limit: int = 100,
    down_to: Cursor | None = None,
) -> HistoryPage:
    """One page of what `asked` finds. `zone` is where the calendar days are; None: here.

    `down_to` is the end of a page read earlier: reading it again gives no post beyond. Raises
    UserError (`query.…`) for words in the field that cannot be understood.
    """
    query = _query(connection, asked, zone)
    # The first page counts what it finds on the same walk through the index.
    most = limit + 1 if after else max(COUNTED, limit + 1)
    places = [
        place
        for (place,) in connection.execute(
            f"SELECT {query.place} FROM {query.source} WHERE {query.where} AND {query.place} < ? "  # noqa: S608 - our own SQL, values bound
            f"AND {query.place} >= ? ORDER BY {query.place} DESC LIMIT ?",
            (*query.values, after.place if after else _END, down_to.place if down_to else 0, most),
        )
    ]
    total = after.total if after else min(COUNTED, len(places))
    states = _states(connection, places[:limit])
    more = len(places) > limit
    return HistoryPage(states, Cursor(places[limit - 1], total) if more else None, total)


def _states(connection: Connection, places: list[int]) -> tuple[PostState, ...]:
    rows = connection.execute(
        f"SELECT {STATE_COLUMNS} FROM json_each(?) found CROSS JOIN post_state p "  # noqa: S608 - our own SQL
        "ON p.place = found.value ORDER BY p.place DESC",
        (json.dumps(places),),
    )
    return tuple(map(state_from, rows))


def called(connection: Connection, part: str) -> tuple[PostState, ...]:
    """The posts whose id begins or ends with `part`, newest change first; none for no part."""
    rows = connection.execute(
        f"SELECT {STATE_COLUMNS} FROM post_state p WHERE ? <> '' AND p.post IN "  # noqa: S608 - our own SQL
        "(SELECT post FROM post_state WHERE ? IN (substr(post, 1, ?), substr(post, -?))) "
        "ORDER BY p.place DESC",
        (part, part, len(part), len(part)),
    )
    return tuple(map(state_from, rows))


def understood(connection: Connection, typed: str) -> Query:
    """What the words in the field ask for, people by the names they have now."""
    if not typed.strip():
        return Query()
    return parse(typed, fold_people(about(connection, None)).values())


def _query(connection: Connection, asked: HistoryFilter, zone: tzinfo | None) -> _Query:
    query = understood(connection, asked.query)
    if query.mistakes:
        raise query.mistakes[0]
    since = max(filter(None, (asked.since, query.since)), default=None)
    until = min(filter(None, (asked.until, query.until)), default=None)
    first = ticks(_midnight(since, zone)) if since else 0
    last = ticks(_midnight(until + timedelta(days=1), zone)) if until else _END
    expression = match(asked, query)
    if expression is None:
        return _Query("post_state p", "p.place", _BETWEEN.format("p.place"), (first, last))
    return _Query(
        "post_fts",
        "post_fts.rowid",
        f"post_fts MATCH ? AND {_BETWEEN.format('post_fts.rowid')}",
        (expression, first, last),
    )


def count(connection: Connection, asked: HistoryFilter, zone: tzinfo | None) -> int:
    """How many posts `asked` finds, to the last one; slower than a page of them."""
    query = _query(connection, asked, zone)
    (total,) = connection.execute(
        f"SELECT count(*) FROM {query.source} WHERE {query.where}",  # noqa: S608 - our own SQL, values bound
        query.values,
    ).fetchone()
    return int(total)


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(zone)
