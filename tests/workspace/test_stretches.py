"""Whole stretches and single entries come to the same, whatever stands in the columns."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.approval.chain import GENESIS, Entry, seal
from brandvoice.approval.walk import Received, Walk
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.stretches import Stretches
from tests.workspace.attacker import APPEND

if TYPE_CHECKING:
    from brandvoice.approval.proof import Break

TABLE = (
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, origin TEXT, origin_seq INTEGER, event_id TEXT, "
    "occurred_at TEXT, actor TEXT, kind TEXT, version INTEGER, post_id TEXT, payload TEXT, "
    "prev_hash TEXT, hash TEXT, signature TEXT) STRICT"
)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from("ab"), WORDS, WORDS, WORDS, st.none() | WORDS, WORDS, st.none() | WORDS
    ),
    min_size=1,
    max_size=12,
)


def sealed(rows: list[tuple[str, str, str, str, str | None, str, str | None]]) -> list[Entry]:
    """Two chains, entry by entry, sealed as they ought to be."""
    heads: dict[str, tuple[int, str]] = {}
    entries: list[Entry] = []
    for seq, (origin, event_id, actor, kind, post, payload, signature) in enumerate(rows, 1):
        count, before = heads.get(origin, (0, GENESIS))
        entry = Entry(
            seq, origin, count + 1, event_id, f"2026-11-21T02:00:{seq:02}.000000Z", actor, kind, 1,
            post, payload, before, "", signature,
        )  # fmt: skip
        entry = entry._replace(hash=seal(entry))
        heads[origin] = (entry.origin_seq, entry.hash)
        entries.append(entry)
    return entries


def step_by_step(entries: list[Entry]) -> Break | None:
    walk = Walk()
    for entry in entries:
        if broken := walk.step(entry):
            return broken
    return walk.finish()


def at_once(entries: list[Entry]) -> bool:
    """Whether the stretches of a file with these rows are passed over."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "record.sqlite3")
        with closing(sqlite3.connect(path)) as plain, plain:
            plain.execute(TABLE)
            plain.executemany(APPEND, entries)
        walk = Walk()
        with closing(connect(path)) as connection:
            return all(
                block.stretches is not None and walk.pass_over(block.stretches)
                for block in Stretches(connection, 1, len(entries))
            )


@settings(deadline=None, max_examples=60)
@given(ENTRIES)
def test_what_is_sealed_is_passed_over(
    rows: list[tuple[str, str, str, str, str | None, str, str | None]],
) -> None:
    entries = sealed(rows)
    assert step_by_step(entries) is None
    # A line end in a column is for the step by step walk to judge.
    line_ends = any("\n" in str(field) for entry in entries for field in entry)
    assert at_once(entries) or line_ends


@settings(deadline=None, max_examples=100)
@given(ENTRIES, st.data())
def test_what_is_passed_over_holds_step_by_step(
    rows: list[tuple[str, str, str, str, str | None, str, str | None]], data: st.DataObject
) -> None:
    entries = sealed(rows)
    at = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from(["event_id", "actor", "kind", "payload", "prev_hash", "hash"]))
    entries[at] = Entry(**entries[at]._asdict() | {name: data.draw(WORDS)})
    if data.draw(st.booleans()):
        entries[at] = entries[at]._replace(hash=seal(entries[at]))
    if at_once(entries):
        assert step_by_step(entries) is None


@given(st.integers(1, 8), st.integers(0, 4), st.permutations(range(4)))
def test_announced_parts_of_a_chain_hold_in_any_order_and_others_do_not(
    length: int, gap: int, order: list[int]
) -> None:
    chain = sealed([("b", str(n), "", "", None, "", None) for n in range(length * 4 + gap)])
    parts = [chain[n * length : (n + 1) * length] for n in range(4)]
    laid = [entry for n in order for entry in parts[n]]
    laid = [entry._replace(seq=seq) for seq, entry in enumerate(laid, 1)]
    received = [
        Received(1, "b", part[0].origin_seq, part[-1].origin_seq, part[-1].hash) for part in parts
    ]
    whole, one_short = Walk(received=received), Walk(received=received)
    assert [whole.step(entry) for entry in laid] == [None] * len(laid)
    assert whole.finish() is None
    for entry in laid[:-1]:
        one_short.step(entry)
    lost = one_short.finish()
    assert lost is not None
    assert lost.fault == "lost"
    if order != sorted(order):
        unannounced = Walk()
        assert any(unannounced.step(entry) for entry in laid)
