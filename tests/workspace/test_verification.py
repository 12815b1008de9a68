"""Attacks on a copy of the record with a plain SQLite program: each is found, and named."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.chain import seal, unsigned_digest
from brandvoice.approval.event import TextErased
from brandvoice.approval.proof import Break
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.workflow.desk import Desk
from brandvoice.workspace.record import heads
from brandvoice.workspace.workspace import Workspace
from tests.deciding import TEXT, Clock, Team, found, review_of, signer_of
from tests.workspace.attacker import (
    APPEND,
    DOUBLE,
    MAKE_ROOM,
    MOVE,
    RENAME,
    attack,
    forged,
    seq_of,
    stored,
    verified,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with people, an approval with a waiver, a superseded post and a rejected one."""
    path = tmp_path / "workspace.sqlite3"
    team = Team(path)
    blocker = found(TEXT, "termurah", "blocker")
    post = team.submitted(TEXT, blocker)
    team.desk.waive(post.id, blocker, TEXT, "ada survei", team.approver)
    team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT, blocker), "oke")
    team.superseded("Kopi baru")
    team.rejected("Diskon 90%")
    team.desk.close()
    return path


def test_an_untouched_record_is_intact(path: Path) -> None:
    result = verified(path)
    assert result.intact
    assert result.entries == len(stored(path))
    assert [head.count for head in result.heads] == [result.entries]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'x' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "UPDATE OR REPLACE event SET seq = 3 WHERE seq = 2",
        "INSERT INTO event VALUES (99, 'o', 1, 'x', '', '', '', 1, '', '', '', 'h', '')",
        "INSERT INTO event VALUES (NULL, 'o', 1, 'x', '', '', '', 1, '', '', '', 'h', '')",
        "UPDATE text SET content = 'x'",
        "UPDATE text SET digest = 'x'",
        "DELETE FROM text",
    ],
)
def test_the_file_itself_refuses_to_forget(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as plain, pytest.raises(sqlite3.IntegrityError):
        plain.execute(statement)
    assert verified(path).intact


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'somebody else' WHERE seq = ?",
        "UPDATE event SET occurred_at = '2020-01-01T00:00:00.000000Z' WHERE seq = ?",
        "UPDATE event SET payload = replace(payload, '\"x\"', '\"tiktok\"') WHERE seq = ?",
        "UPDATE event SET post_id = 'another' WHERE seq = ?",
        "UPDATE event SET kind = 'post_rejected' WHERE seq = ?",
        "UPDATE event SET version = 9 WHERE seq = ?",
        "UPDATE event SET signature = 'forged' WHERE seq = ?",
        "UPDATE event SET event_id = 'x' WHERE seq = ?",
        "UPDATE event SET hash = 'x' WHERE seq = ?",
        "UPDATE event SET prev_hash = 'x' WHERE seq = ?",
    ],
)
def test_an_edited_entry_is_named(path: Path, statement: str) -> None:
    seq = seq_of(path, "post_approved")
    attack(path, (statement, [seq]))
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (seq, "altered")


def test_a_deleted_entry_is_named_by_the_one_after_it(path: Path) -> None:
    seq = seq_of(path, "finding_waived")
    attack(path, ("DELETE FROM event WHERE seq = ?", [seq]))
    assert verified(path).broken == Break(seq + 1, "missing", stored(path)[seq - 1].post_id)


def test_a_deleted_entry_whose_gap_was_closed_is_named(path: Path) -> None:
    seq = seq_of(path, "finding_waived")
    attack(
        path,
        ("DELETE FROM event WHERE seq = ?", [seq]),
        ("UPDATE event SET seq = seq - 1, origin_seq = origin_seq - 1 WHERE seq > ?", [seq]),
    )
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (seq, "altered")


def test_an_inserted_entry_is_named(path: Path) -> None:
    seq = seq_of(path, "post_approved")
    attack(
        path,
        (MAKE_ROOM[0], [seq]),
        MAKE_ROOM[1],
        (DOUBLE, [seq]),
    )
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (seq + 1, "altered")


def test_an_inserted_entry_with_a_right_hash_is_named_by_the_one_after_it(path: Path) -> None:
    entries = stored(path)
    seq = seq_of(path, "draft_submitted")
    alien = entries[seq - 1]._replace(seq=seq + 1, origin_seq=seq + 1, event_id="x")
    alien = alien._replace(prev_hash=entries[seq - 1].hash)
    alien = alien._replace(signature=signer_of(alien.actor).sign(unsigned_digest(alien)))
    alien = alien._replace(hash=seal(alien))
    attack(path, (MAKE_ROOM[0], [seq]), MAKE_ROOM[1], (APPEND, alien))
    broken = verified(path).broken
    assert broken is not None
    assert broken.seq == seq + 2


def test_exchanged_entries_are_named(path: Path) -> None:
    seq = seq_of(path, "draft_submitted")
    attack(
        path,
        (MOVE, [-1, -1, seq]),
        (MOVE, [seq, seq, seq + 1]),
        (MOVE, [seq + 1, seq + 1, -1]),
    )
    broken = verified(path).broken
    assert broken is not None
    assert broken.seq == seq


def test_exchanged_texts_are_named_with_the_first_entry_that_speaks_of_them(path: Path) -> None:
    one, other = fingerprint(TEXT), fingerprint("Diskon 90%")
    attack(
        path,
        (RENAME, ["x", one]),
        (RENAME, [one, other]),
        (RENAME, [other, "x"]),
    )
    broken = verified(path).broken
    assert broken is not None
    assert broken.fault == "text_altered"
    assert stored(path)[broken.seq - 1].kind == "draft_submitted"


def test_one_more_invisible_character_in_a_text_is_named(path: Path) -> None:
    invisible = "UPDATE text SET content = content || char(8203) WHERE digest = ?"
    attack(path, (invisible, [fingerprint("oke")]))
    assert verified(path).broken == Break(seq_of(path, "post_approved"), "text_altered")


def test_a_text_that_is_gone_or_emptied_is_named(path: Path) -> None:
    waived = seq_of(path, "finding_waived")
    reason = fingerprint("ada survei")
    attack(path, ("UPDATE text SET content = NULL WHERE digest = ?", [reason]))
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (waived, "text_missing")
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DELETE FROM text WHERE digest = ?", (reason,))
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (waived, "text_missing")


def test_an_erasure_that_is_an_entry_leaves_the_record_intact(path: Path) -> None:
    words = fingerprint("Diskon 90%")
    workspace = Workspace.open(path, Clock())
    with workspace.writing() as book:
        (actor, post) = book.connection.execute(
            "SELECT actor, post_id FROM event WHERE kind = 'post_rejected'"
        ).fetchone()
        asked = "diminta pemiliknya"
        erased = TextErased(words, fingerprint(asked))
        book.record(actor, post, [erased], [asked], signer_of(actor))
        book.connection.execute("UPDATE text SET content = NULL WHERE digest = ?", (words,))
        book.settle(post)
    desk = Desk(workspace, None)
    result = desk.verify()
    assert result.intact
    assert result.erased == 1
    state = desk.post(post)
    assert (state.text, state.title, state.fingerprint) == (None, "", words)
    assert [entry.text for entry in desk.timeline(post)] == [None] * 4


def test_a_cut_tail_is_seen_with_an_earlier_export(path: Path) -> None:
    export = verified(path).heads
    seq = seq_of(path, "post_rejected")
    attack(path, ("DELETE FROM event WHERE seq >= ?", [seq]), "DELETE FROM post_state")
    Desk.open(path).rebuild()
    assert verified(path).intact, "the file alone cannot tell"
    assert verified(path, export).broken == Break(seq, "cut")


def test_a_record_written_anew_is_seen_with_an_earlier_export(path: Path) -> None:
    export = verified(path).heads
    entries = stored(path)
    backdated = "2026-11-20T00:00:00.000000Z"
    forged(path, [entry._replace(occurred_at=backdated) for entry in entries])
    Desk.open(path).rebuild()
    assert verified(path).intact, "the file alone cannot tell"
    assert verified(path, export).broken == Break(len(entries), "rewritten", entries[-1].post_id)


def test_a_backdated_entry_is_named_even_with_right_hashes(path: Path) -> None:
    entries = stored(path)
    at = seq_of(path, "post_approved") - 1
    entries[at] = entries[at]._replace(occurred_at="2026-01-01T00:00:00.000000Z")
    forged(path, entries)
    assert verified(path).broken == Break(at + 1, "backdated", entries[at].post_id)


def test_an_entry_of_an_unknown_kind_is_named_even_with_right_hashes(path: Path) -> None:
    entries = stored(path)
    entries[-1] = entries[-1]._replace(kind="post_published")
    forged(path, entries)
    assert verified(path).broken == Break(len(entries), "unreadable", entries[-1].post_id)
    with pytest.raises(UserError, match=r"workspace\.unreadable_entry"):
        Desk.open(path).post(str(entries[-1].post_id))


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "{",
        "[]",
        "3",
        "{}",
        '{"text":[]}',
        '{"text":3}',
        '{"version":"x","text":""}',
        "[" * 9999,
    ],
)
def test_a_payload_nobody_wrote_is_named_even_with_right_hashes(path: Path, payload: str) -> None:
    entries = stored(path)
    entries[-1] = entries[-1]._replace(payload=payload)
    forged(path, entries)
    broken = verified(path).broken
    assert broken is not None
    assert broken.seq == len(entries)
    assert broken.fault in ("unreadable", "text_missing")


def test_bytes_that_are_no_text_are_damage(path: Path) -> None:
    attack(path, "UPDATE event SET payload = CAST(x'ff' AS TEXT) WHERE seq = 5")
    with pytest.raises(UserError, match=r"workspace\.damaged"):
        verified(path)


def test_words_that_are_no_text_are_named(path: Path) -> None:
    words = fingerprint("oke")
    attack(path, ("UPDATE text SET content = CAST(x'ff' AS TEXT) WHERE digest = ?", [words]))
    assert verified(path).broken == Break(seq_of(path, "post_approved"), "text_altered")


def test_a_state_that_does_not_follow_from_the_record_is_named_and_rebuilt(path: Path) -> None:
    seq = seq_of(path, "post_rejected")
    attack(path, "UPDATE post_state SET state = 'approved' WHERE state = 'rejected'")
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (seq, "projection")
    desk = Desk.open(path)
    assert desk.post(str(broken.post)).state == "rejected", "a decision never rests on it"
    desk.rebuild()
    assert desk.verify().intact


def test_the_walk_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    team = Team(tmp_path / "w.sqlite3")
    for n in range(400):
        team.draft(f"Kopi {n}")
    told: list[tuple[int, int]] = []

    def once(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    stopped = team.desk.verify(once)
    assert (stopped.complete, stopped.intact, stopped.broken) == (False, False, None)
    assert told == [(500, 807)]
    assert team.desk.verify(lambda done, total: done <= total).intact


def test_the_heads_of_other_chains_are_anchors_too(path: Path, tmp_path: Path) -> None:
    carried = tmp_path / "carried.sqlite3"
    carried.write_bytes(path.read_bytes())
    desk = Desk.open(carried, Clock())
    desk.start(desk.people()[0].id, "Ditulis di laptop lain")
    desk.close()
    own, other = verified(carried).heads
    assert {own.count, other.count} == {2, len(stored(path))}
    started = next(e for e in stored(carried)[1:] if e.kind == "chain_started")
    (head,) = json.loads(started.payload)["heads"]
    entries = stored(carried)
    previous = entries[started.seq - 2]
    assert head == [previous.origin, previous.origin_seq, previous.hash]
    # The first chain, written anew up to its head, no longer is what the second one found.
    first = [entry for entry in entries if entry.origin == previous.origin]
    forged(carried, [entry._replace(event_id=f"x{entry.seq}") for entry in first])
    with closing(sqlite3.connect(carried)) as plain, plain:
        for entry in entries[started.seq - 1 :]:
            plain.execute(APPEND, entry)
    assert verified(carried).broken == Break(previous.seq, "rewritten", previous.post_id)


def test_the_heads_of_a_file_are_those_of_its_proof(path: Path) -> None:
    workspace = Workspace.open(path)
    with workspace.reading() as book:
        assert heads(book.connection) == verified(path).heads
