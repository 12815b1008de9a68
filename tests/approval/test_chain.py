"""Whoever changes an entry, or the order of entries, is found out; and where."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from brandvoice.approval.chain import (
    GENESIS,
    Anchor,
    Entry,
    seal,
)
from brandvoice.approval.proof import Break, Verification
from brandvoice.approval.walk import Walk
from brandvoice.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRY = Entry(
    seq=7,
    origin="a1",
    origin_seq=2,
    event_id="0190",
    occurred_at="2026-11-21T02:00:00.000000Z",
    actor="dewi",
    kind="post_started",
    version=1,
    post_id="p1",
    payload='{"kind":"post"}',
    prev_hash=GENESIS,
    hash="",
    signature=None,
)


def chain(length: int, origin: str = "a", start: int = 1) -> list[Entry]:
    entries: list[Entry] = []
    previous = GENESIS
    for n in range(length):
        entry = ENTRY._replace(
            seq=start + n,
            origin=origin,
            origin_seq=n + 1,
            event_id=f"{origin}{n}",
            occurred_at=f"2026-11-21T02:00:{n:02}.000000Z",
            prev_hash=previous,
        )
        entries.append(entry._replace(hash=seal(entry)))
        previous = entries[-1].hash
    return entries


def changed_in(entry: Entry, name: str, value: str) -> Entry:
    return Entry(**entry._asdict() | {name: value})


def first_break(entries: Iterable[Entry], anchors: Iterable[Anchor] = ()) -> Break | None:
    walk = Walk(anchors)
    for entry in entries:
        if broken := walk.step(entry):
            return broken
    return walk.finish()


def resealed(entries: list[Entry]) -> list[Entry]:
    """The chain as a forger with the program in hand would write it."""
    forged: list[Entry] = []
    for entry in entries:
        linked = entry._replace(prev_hash=forged[-1].hash if forged else GENESIS)
        forged.append(linked._replace(hash=seal(linked)))
    return forged


def test_the_seal_can_be_computed_by_anybody_from_the_description() -> None:
    fields = [GENESIS, "a1", "2", "0190", "2026-11-21T02:00:00.000000Z", "dewi", "post_started"]
    fields += ["1", "p1", '{"kind":"post"}']
    frame = "17:brandvoice-record,1:1,"
    frame += "".join(f"{len(field)}:{field}," for field in fields) + "-,"
    assert seal(ENTRY) == hashlib.sha256(frame.encode()).hexdigest()


SEALED = [name for name in Entry._fields if name not in ("seq", "hash")]


@given(st.sampled_from(SEALED), st.text(max_size=8))
def test_no_field_can_be_changed_unseen(name: str, value: str) -> None:
    changed = changed_in(ENTRY, name, value)
    assume(str(getattr(ENTRY, name)) != value)
    assert seal(changed) != seal(ENTRY)


@given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
def test_letters_cannot_move_from_one_field_to_the_next(
    actor: str, kind: str, other_actor: str, other_kind: str
) -> None:
    assume((actor, kind) != (other_actor, other_kind))
    one = ENTRY._replace(actor=actor, kind=kind)
    assert seal(one) != seal(ENTRY._replace(actor=other_actor, kind=other_kind))


def test_nothing_and_an_empty_field_are_not_the_same() -> None:
    assert seal(ENTRY._replace(signature="")) != seal(ENTRY)
    assert seal(ENTRY._replace(post_id="-")) != seal(ENTRY._replace(post_id=None))


def test_an_untouched_record_holds() -> None:
    entries = chain(5)
    walk = Walk()
    assert [walk.step(entry) for entry in entries] == [None] * 5
    assert walk.finish() is None
    assert walk.heads == (Anchor("a", 5, entries[-1].hash),)


def test_chains_of_several_origins_stand_side_by_side() -> None:
    a, b = chain(3, "a"), chain(2, "b")
    mixed = [a[0], b[0], a[1], b[1], a[2]]
    assert first_break([entry._replace(seq=n) for n, entry in enumerate(mixed, 1)]) is None


@given(st.integers(0, 4), st.sampled_from(SEALED))
def test_an_altered_entry_is_named(at: int, name: str) -> None:
    entries = chain(5)
    value = 9 if name == "origin_seq" else "9"
    entries[at] = Entry(**entries[at]._asdict() | {name: value})
    broken = first_break(entries)
    assert broken is not None
    assert broken.seq == at + 1


@given(st.integers(0, 3))
def test_a_missing_entry_is_named_by_the_one_after_it(at: int) -> None:
    entries = chain(5)
    del entries[at]
    assert first_break(entries) == Break(at + 2, "missing", "p1")
    closed = [entry._replace(seq=n) for n, entry in enumerate(entries, 1)]
    assert first_break(closed) == Break(at + 1, "missing", "p1")


def test_an_entry_put_in_is_named() -> None:
    entries = chain(4)
    alien = entries[1]._replace(seq=3, origin_seq=3, prev_hash=entries[1].hash, event_id="x")
    alien = alien._replace(hash=seal(alien), occurred_at=alien.occurred_at)
    later = [entry._replace(seq=entry.seq + 1) for entry in entries[2:]]
    assert first_break([*entries[:2], alien, *later]) == Break(4, "missing", "p1")
    moved = [entry._replace(origin_seq=entry.origin_seq + 1) for entry in later]
    moved = [entry._replace(hash=seal(entry)) for entry in moved]
    assert first_break([*entries[:2], alien, *moved]) == Break(4, "unlinked", "p1")


def test_a_backdated_entry_is_named_even_when_its_chain_was_forged() -> None:
    entries = chain(4)
    entries[2] = entries[2]._replace(occurred_at="2026-01-01T00:00:00.000000Z")
    assert first_break(resealed(entries)) == Break(3, "backdated", "p1")


def test_a_cut_tail_and_a_rewritten_record_are_seen_with_an_earlier_export_only() -> None:
    entries = chain(5)
    export = [Anchor("a", 4, entries[3].hash)]
    assert first_break(entries, export) is None
    assert first_break(entries[:3]) is None
    assert first_break(entries[:3], export) == Break(4, "cut")
    rewritten = resealed([entry._replace(actor="tono") for entry in entries])
    assert first_break(rewritten) is None
    assert first_break(rewritten, export) == Break(4, "rewritten", "p1")
    assert first_break([], export) == Break(1, "cut")


def test_an_empty_export_asks_for_nothing() -> None:
    assert first_break(chain(2), [Anchor("a", 0, GENESIS)]) is None


def test_what_was_found_is_said_in_both_languages() -> None:
    whole = Verification(5, (), (), None)
    assert whole.intact
    stopped = replace(whole, complete=False)
    broken = replace(whole, broken=Break(3, "altered"))
    assert not stopped.intact
    assert not broken.intact
    for language in LANGUAGES:
        told = {found.sentence(language) for found in (whole, stopped, broken)}
        assert len(told) == 3
        assert any("3" in sentence for sentence in told)
