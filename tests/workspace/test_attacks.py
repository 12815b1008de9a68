"""The attack table: each is done to a copy with a plain SQLite program, found, and named.

What knows the format better (signatures, keys, the new part at a start) is in `test_forgery.py`,
odder damage in `test_verification.py`.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from brandvoice.post.normal import fingerprint
from brandvoice.words import LANGUAGES
from brandvoice.workflow.desk import Desk, HistoryFilter
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.handover import Handing
from tests.deciding import TEXT, Team, signer_of
from tests.workspace.attacker import (
    DOUBLE,
    MAKE_ROOM,
    MOVE,
    RENAME,
    attack,
    forged,
    rows,
    seq_of,
    stored,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.proof import Fault

OTHER = "Diskon 90%"


class Case(NamedTuple):
    """The record as it was, a copy to attack, and what was kept elsewhere."""

    path: Path
    copy: Path
    export: Path
    handover: Path


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path, copy = tmp_path / "workspace.sqlite3", tmp_path / "copy.sqlite3"
    team = Team(path)
    post = team.approved(TEXT)
    team.rejected(OTHER)
    export, handover = tmp_path / "history.json", tmp_path / "posts.bvreview"
    team.desk.export(HistoryFilter(), "json", export, "id")
    Handing(team.desk).send([post.id], handover, "id", signer_of(team.writer))
    team.desk.close()
    shutil.copy(path, copy)
    return Case(path, copy, export, handover)


def _edit(path: Path) -> None:
    edit = "UPDATE event SET payload = replace(payload, '\"x\"', '\"tiktok\"') WHERE seq = ?"
    attack(path, (edit, [seq_of(path, "post_approved")]))


def _delete(path: Path) -> None:
    attack(path, ("DELETE FROM event WHERE seq = ?", [seq_of(path, "draft_submitted")]))


def _insert(path: Path) -> None:
    seq = seq_of(path, "post_approved")
    attack(path, (MAKE_ROOM[0], [seq]), MAKE_ROOM[1], (DOUBLE, [seq]))


def _reorder(path: Path) -> None:
    seq = seq_of(path, "draft_submitted")
    attack(path, (MOVE, [-1, -1, seq]), (MOVE, [seq, seq, seq + 1]), (MOVE, [seq + 1, seq + 1, -1]))


def _exchange_texts(path: Path) -> None:
    one, other = fingerprint(TEXT), fingerprint(OTHER)
    attack(path, (RENAME, ["x", one]), (RENAME, [one, other]), (RENAME, [other, "x"]))


def _forge_signature(path: Path) -> None:
    entries = stored(path)
    seq = seq_of(path, "post_approved")
    other = entries[seq_of(path, "post_rejected") - 1].signature
    entries[seq - 1] = entries[seq - 1]._replace(signature=other)
    forged(path, entries, signing=False)


def _backdate(path: Path) -> None:
    entries = stored(path)
    seq = seq_of(path, "post_approved")
    entries[seq - 1] = entries[seq - 1]._replace(occurred_at="2020-01-01T00:00:00.000000Z")
    forged(path, entries)


def _compute_hashes_anew(path: Path) -> None:
    entries = stored(path)
    seq = seq_of(path, "post_approved")
    entries[seq - 1] = entries[seq - 1]._replace(actor=entries[seq].actor[::-1])
    forged(path, entries, signing=False)


def _erase_without_an_entry(path: Path) -> None:
    attack(path, ("UPDATE text SET content = NULL WHERE digest = ?", [fingerprint(TEXT)]))


def _wipe_the_lists(path: Path) -> None:
    attack(path, "DELETE FROM post_state")


def _cut_the_tail(path: Path) -> None:
    attack(path, ("DELETE FROM event WHERE seq >= ?", [seq_of(path, "post_rejected")]))


def _write_all_anew(path: Path) -> None:
    entries = [entry._replace(signature=None) for entry in stored(path)]
    forged(path, [one for one in entries if one.kind != "key_added"], signing=False)


TABLE: dict[Callable[[Path], None], tuple[Fault, str]] = {
    _edit: ("altered", "post_approved"),
    _delete: ("missing", "post_approved"),
    _insert: ("altered", ""),
    _reorder: ("altered", "draft_submitted"),
    _exchange_texts: ("text_altered", "draft_submitted"),
    _forge_signature: ("forged", "post_approved"),
    _backdate: ("backdated", "post_approved"),
    _compute_hashes_anew: ("forged", "post_approved"),
    _erase_without_an_entry: ("text_missing", "draft_submitted"),
    _wipe_the_lists: ("projection", "post_approved"),
}
"""What is done, what it is called, and the kind of the first entry that is named."""
WITH_ANCHOR: dict[Callable[[Path], None], tuple[Fault, ...]] = {
    _cut_the_tail: ("cut",),
    _write_all_anew: ("cut", "rewritten"),
}


@pytest.mark.parametrize("done", TABLE, ids=lambda done: done.__name__.strip("_"))
def test_an_attack_is_named(case: Case, done: Callable[[Path], None]) -> None:
    fault, kind = TABLE[done]
    before = {entry.seq: entry.kind for entry in stored(case.copy)}
    done(case.copy)
    desk = Desk.open(case.copy)
    found = desk.verify()
    assert found.broken is not None
    assert found.broken.fault == fault
    assert not kind or before[found.broken.seq] == kind
    for language in LANGUAGES:
        assert str(found.broken.seq) in found.sentence(language)
    desk.close()
    untouched = Desk.open(case.path)
    assert untouched.verify().intact


@pytest.mark.parametrize("kept", ["export", "handover"])
@pytest.mark.parametrize("done", WITH_ANCHOR, ids=lambda done: done.__name__.strip("_"))
def test_an_attack_that_needs_an_anchor_is_named_with_any(
    case: Case, done: Callable[[Path], None], kept: str
) -> None:
    done(case.copy)
    desk = Desk.open(case.copy)
    desk.rebuild()
    assert desk.verify().intact, "the file alone cannot tell"
    found = desk.verify(anchors=[getattr(case, kept)])
    assert found.broken is not None
    assert found.broken.fault in WITH_ANCHOR[done]
    assert len({found.sentence(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_words_erased_with_an_entry_are_said_and_break_nothing(tmp_path: Path) -> None:
    team = Team(tmp_path / "workspace.sqlite3")
    post = team.rejected(OTHER)
    target, by = Target(posts=(post.id,)), team.approver
    Eraser(team.desk).erase(target, "diminta pemiliknya", by, signer_of(by))
    found = team.desk.verify()
    assert found.intact
    said_so = "SELECT count(*) FROM event WHERE kind = 'text_erased'"
    assert (found.erased,) == rows(team.desk.path, said_so)[0]
    said = found.sentence("en")
    assert "erased by Bayu on 2026-11-21" in said
