"""What follows from the record, kept for speed: the state of each post and the search index.

Disposable: `rebuild` makes the same rows from the record and the working copies.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brandvoice.approval.state import Decision, Noticed, PostState, Waiver
from brandvoice.post.normal import fingerprint
from brandvoice.workspace.clock import moment, ticks, written
from brandvoice.workspace.flowrow import comments_of, comments_row, flow_part, flow_row
from brandvoice.workspace.publishedrow import published_of, published_row
from brandvoice.workspace.search import indexed_facets, indexed_words
from brandvoice.workspace.sourcerow import sources_of, sources_row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.workspace.sqlite import Connection

_STORE: Final = """
    INSERT INTO post_state (
        post, kind, channels, state, version, recorded, fingerprint, title, authors,
        started_at, changed_at, place, decision, waivers, noticed, approved,
        lapses_at, flow, comments, sources, published
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
STATE_COLUMNS: Final = """
    p.post, p.kind, p.channels, p.state, p.version, p.recorded, p.fingerprint, p.title, p.authors,
    p.started_at, p.changed_at, p.decision, p.waivers, p.noticed,
    coalesce(
        (SELECT d.text FROM draft d WHERE d.post = p.post),
        (SELECT t.content FROM text t WHERE t.digest = p.fingerprint)
    ),
    iif(p.approved IS p.fingerprint, NULL,
        (SELECT t.content FROM text t WHERE t.digest = p.approved)),
    p.approved,
    p.flow,
    p.comments,
    p.sources,
    p.published,
    p.place
"""
"""The columns of `post_state p` and its words, as `state_from` reads them; last its place."""

_NO_WORDS: Final = fingerprint("")


def project(
    connection: Connection, state: PostState, recorded: Iterable[Recorded], texts: Texts
) -> None:
    """Puts a post's state and index row in the place of the ones before."""
    recorded = tuple(recorded)
    take_out(connection, state.id)
    place = _free_place(connection, ticks(state.changed_at))
    connection.execute(_STORE, _row(state, place))
    words, facets = indexed_words(state, recorded, texts), indexed_facets(state, recorded)
    connection.execute(
        "INSERT INTO post_fts (rowid, words, facets) VALUES (?, ?, ?)", (place, words, facets)
    )


def take_out(connection: Connection, post: str) -> None:
    """Removes a post's state and index row."""
    before = connection.execute("SELECT place FROM post_state WHERE post = ?", (post,))
    for row in before.fetchall():
        connection.execute("DELETE FROM post_fts WHERE rowid = ?", row)
    connection.execute("DELETE FROM post_state WHERE post = ?", (post,))


def forget(connection: Connection) -> None:
    """Empties everything that follows from the record."""
    connection.execute("DELETE FROM post_state")
    connection.execute("INSERT INTO post_fts (post_fts) VALUES ('delete-all')")


def shown(connection: Connection, post: str) -> PostState | None:
    """What the screens show of a post now."""
    row = connection.execute(
        f"SELECT {STATE_COLUMNS} FROM post_state p WHERE p.post = ?",  # noqa: S608 - our own SQL
        (post,),
    ).fetchone()
    return state_from(row) if row else None


def state_from(row: tuple[Any, ...]) -> PostState:
    """The state a row of STATE_COLUMNS holds."""
    (post, kind, channels, state, version, recorded, digest, title, authors) = row[:9]
    (started_at, changed_at, decision, waivers, noticed, text) = row[9:15]
    approved_text, approved, flow, comments, sources, published = row[15:21]
    return PostState(
        id=post,
        kind=kind,
        channels=_names(channels),
        state=state,
        version=version,
        recorded=bool(recorded),
        text="" if text is None and digest == _NO_WORDS else text,
        fingerprint=digest,
        title=title,
        authors=_names(authors),
        started_at=moment(started_at),
        changed_at=moment(changed_at),
        decision=_decision(json.loads(decision)) if decision else None,
        approved_text=text if approved == digest else approved_text,
        waivers=() if waivers == "[]" else tuple(map(_waiver, json.loads(waivers))),
        noticed=() if noticed == "[]" else tuple(Noticed(*one) for one in json.loads(noticed)),
        **flow_part(flow)._asdict(),
        comments=comments_of(comments),
        sources=sources_of(sources),
        publications=published_of(published),
    )


def lapsing(connection: Connection, at: datetime) -> tuple[str, ...]:
    """The posts whose review or approval has run out at the moment `at`, the longest ago first."""
    rows = connection.execute(
        "SELECT post FROM post_state WHERE lapses_at <= ? ORDER BY lapses_at", (written(at),)
    )
    return tuple(post for (post,) in rows)


@lru_cache(maxsize=1024)
def _names(stored: str) -> tuple[Any, ...]:
    """A stored list; the same few come again and again, so each is read once."""
    return tuple(json.loads(stored))


def _free_place(connection: Connection, place: int) -> int:
    """`place`, or the next one: acts in one file share no moment, acts brought from others may."""
    taken = "SELECT 1 FROM post_state WHERE place = ?"
    while connection.execute(taken, (place,)).fetchone():
        place += 1
    return place


def _row(state: PostState, place: int) -> tuple[object, ...]:
    decision = state.decision
    return (
        state.id,
        state.kind,
        json.dumps(state.channels),
        state.state,
        state.version,
        int(state.recorded),
        state.fingerprint,
        state.title,
        json.dumps(state.authors),
        written(state.started_at),
        written(state.changed_at),
        place,
        json.dumps(_decision_row(decision)) if decision else None,
        json.dumps([_waiver_row(waiver) for waiver in state.waivers]),
        json.dumps(state.noticed, ensure_ascii=False),
        None if state.approved_text is None else fingerprint(state.approved_text),
        written(state.lapses_at) if state.lapses_at else None,
        flow_row(state),
        comments_row(state.comments),
        sources_row(state.sources),
        published_row(state.publications),
    )


def _decision_row(of: Decision) -> list[object]:
    return [of.kind, of.by, written(of.at), of.text, of.version, of.channels, of.note]


def _decision(row: list[Any]) -> Decision:
    kind, by, at, text, version, channels, note = row
    return Decision(kind, by, moment(at), text, version, tuple(channels), note)


def _waiver_row(of: Waiver) -> list[object]:
    return [of.rule, of.words, of.severity, of.reason, of.by, written(of.at), of.text]


def _waiver(row: list[Any]) -> Waiver:
    rule, words, severity, reason, by, at, text = row
    return Waiver(rule, words, severity, reason, by, moment(at), text)
