"""Attacks by somebody who knows the format: hashes can be computed anew, signatures cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.approval.chain import Anchor, Entry, seal, unsigned_digest
from brandvoice.approval.proof import Break
from brandvoice.words import LANGUAGES
from brandvoice.workflow.desk import Desk
from tests.deciding import TEXT, Clock, Team, signer_of
from tests.workspace.attacker import APPEND, attack, forged, seq_of, stored, verified

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.proof import Verification

STRANGER = signer_of("a stranger")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record whose people all have keys: two posts, one approved and one rejected."""
    team = Team(tmp_path / "workspace.sqlite3")
    team.approved(TEXT)
    team.rejected("Diskon 90%")
    team.desk.close()
    return tmp_path / "workspace.sqlite3"


def broken(path: Path) -> tuple[int, str]:
    found = verified(path).broken
    assert found is not None
    for language in LANGUAGES:
        assert str(found.seq) in verified(path).sentence(language)
    return found.seq, found.fault


def altered(path: Path, seq: int, **columns: Any) -> None:
    """One entry changed, every hash after it computed anew, all signatures left as they are."""
    entries = stored(path)
    entries[seq - 1] = entries[seq - 1]._replace(**columns)
    forged(path, entries, signing=False)


def appended(path: Path, **columns: Any) -> Entry:
    """The newest entry once more, as the next one of its chain."""
    last = stored(path)[-1]
    return last._replace(
        seq=last.seq + 1, origin_seq=last.origin_seq + 1, prev_hash=last.hash, **columns
    )


def test_a_record_with_all_its_signatures_is_intact(path: Path) -> None:
    assert verified(path).intact


@pytest.mark.parametrize(
    "columns",
    [
        {"occurred_at": "2026-11-21T02:00:59.000000Z"},
        {"actor": "somebody else"},
        {"kind": "post_rejected"},
        {"event_id": "x"},
    ],
)
def test_whoever_computes_all_hashes_anew_still_cannot_sign(
    path: Path, columns: dict[str, str]
) -> None:
    seq = seq_of(path, "post_approved")
    altered(path, seq, **columns)
    assert broken(path) == (seq, "forged")


def test_an_unsigned_entry_changed_with_all_hashes_is_named_by_the_next_signature(
    path: Path,
) -> None:
    started = seq_of(path, "post_started")
    altered(path, started, payload='{"kind":"reply"}')
    seq, fault = broken(path)
    assert fault == "forged"
    assert seq == next(e.seq for e in stored(path) if e.seq >= started and e.signature)


@pytest.mark.parametrize("signature", ["", "x", "0" * 193, f"{STRANGER.public}.{'0' * 128}"])
def test_what_is_no_signature_is_named(path: Path, signature: str) -> None:
    seq = stored(path)[-1].seq
    altered(path, seq, signature=signature)
    assert broken(path) == (seq, "forged")


def test_a_signature_taken_from_another_entry_is_named(path: Path) -> None:
    seq = stored(path)[-1].seq
    altered(path, seq, signature=stored(path)[seq_of(path, "post_approved") - 1].signature)
    assert broken(path) == (seq, "forged")


def test_a_signature_taken_off_is_named(path: Path) -> None:
    seq = stored(path)[-1].seq
    altered(path, seq, signature=None)
    assert broken(path) == (seq, "unsigned")


def test_a_decision_signed_with_a_strangers_key_is_named(path: Path) -> None:
    entry = appended(path, event_id="x", signature=None)
    entry = entry._replace(signature=STRANGER.sign(unsigned_digest(entry)))
    attack(path, (APPEND, entry._replace(hash=seal(entry))))
    assert broken(path) == (entry.seq, "unknown_key")


@pytest.mark.parametrize("cause", ["first", "changed", "lost"])
def test_nobody_registers_a_key_for_somebody_who_has_one(path: Path, cause: str) -> None:
    approver = stored(path)[seq_of(path, "post_approved") - 1].actor
    payload = {"person": approver, "key": STRANGER.public, "cause": cause}
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    stranger = "f" * 32
    entry = appended(
        path, event_id="x", kind="key_added", post_id=None, payload=text, actor=stranger
    )
    entry = entry._replace(signature=None)
    entry = entry._replace(signature=STRANGER.sign(unsigned_digest(entry)))
    attack(path, (APPEND, entry._replace(hash=seal(entry))))
    assert broken(path) == (entry.seq, "unknown_key")


def test_a_changed_key_leaves_what_the_old_one_signed_intact(path: Path) -> None:
    team = Team(path, Clock())
    new = signer_of("new")
    old = team.signers[team.approver]
    team.desk.add_key(team.approver, new.public, "changed", old)
    assert verified(path).intact


def test_a_wiped_projection_is_named_and_rebuilt(path: Path) -> None:
    attack(path, "DELETE FROM post_state")
    approved = stored(path)[seq_of(path, "post_approved") - 1]
    assert verified(path).broken == Break(approved.seq, "projection", approved.post_id)
    desk = Desk.open(path)
    desk.rebuild()
    assert desk.verify().intact


def test_a_record_written_anew_without_any_keys_is_seen_with_an_earlier_export_only(
    path: Path,
) -> None:
    export = verified(path).heads
    entries = [
        entry._replace(signature=None) for entry in stored(path) if entry.kind != "key_added"
    ]
    forged(path, entries, signing=False)
    Desk.open(path).rebuild()
    assert verified(path).intact, "the file alone cannot tell"
    found = verified(path, export).broken
    assert found is not None
    assert found.fault == "cut"


def test_a_start_walks_the_new_part_alone(path: Path) -> None:
    known = len(stored(path))
    assert started(path).intact
    seq = seq_of(path, "post_approved")
    attack(path, ("UPDATE event SET actor = 'x' WHERE seq = ?", [seq]))
    worked_on(path)
    again = started(path)
    assert again.intact
    assert again.entries > known
    last = stored(path)[-1]
    assert again.heads == (Anchor(last.origin, last.origin_seq, last.hash),)
    assert broken(path) == (seq, "altered")


@pytest.mark.parametrize("kind", ["post_started", "post_approved"])
def test_a_start_names_what_is_wrong_in_the_new_part(path: Path, kind: str) -> None:
    known = len(stored(path))
    assert started(path).intact
    worked_on(path)
    seq = next(e.seq for e in stored(path)[known:] if e.kind == kind)
    attack(path, ("UPDATE event SET actor = 'x' WHERE seq = ?", [seq]))
    found = started(path).broken
    assert found is not None
    assert (found.seq, found.fault) == (seq, "altered")


def test_a_start_walks_everything_when_the_place_it_got_to_is_another_now(path: Path) -> None:
    assert started(path).intact
    seq = stored(path)[-1].seq
    attack(path, ("UPDATE event SET hash = 'x' WHERE seq = ?", [seq]))
    found = started(path).broken
    assert found is not None
    assert (found.seq, found.fault) == (seq, "altered")


def started(path: Path) -> Verification:
    """What a start of the program finds."""
    desk = Desk.open(path)
    found = desk.verify(new_only=True)
    desk.close()
    return found


def worked_on(path: Path) -> None:
    team = Team(path, Clock())
    team.approved("Kopi baru")
    team.desk.close()
