"""A kept file that is not the one that was kept is found, whoever changed it and however."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from brandvoice.words import LANGUAGES
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.sourcing import Sourcing
from brandvoice.workspace.backups import Backups
from tests.deciding import TEXT, Team
from tests.workspace.attacker import attack, seq_of

if TYPE_CHECKING:
    from pathlib import Path

BYTES = b"laporan survei" * 100
SWAP = (
    "UPDATE attachment SET content = CAST(replace(CAST(content AS TEXT), 'survei', 'survey') "
    "AS BLOB)"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one source and its file, proved once as a start of the program does."""
    path, file = tmp_path / "workspace.sqlite3", tmp_path / "survei.pdf"
    file.write_bytes(BYTES)
    team = Team(path)
    post = team.submitted()
    Sourcing(team.desk).add(post.id, TEXT, "Survei 2026", team.writer, None, "", file)
    team.desk.close()
    return path


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (SWAP, "file_altered"),
        ("UPDATE attachment SET content = x'00'", "file_altered"),
        ("UPDATE attachment SET content = NULL", "file_missing"),
        ("DELETE FROM attachment", "file_missing"),
        ("UPDATE attachment SET digest = hex(zeroblob(32))", "file_missing"),
    ],
)
@pytest.mark.parametrize("new_only", [False, True])
def test_an_attack_is_named(path: Path, statement: str, fault: str, *, new_only: bool) -> None:
    attack(path, statement)
    desk = Desk.open(path)
    found = desk.verify(new_only=new_only)
    assert found.broken is not None
    assert (found.broken.fault, found.broken.seq) == (fault, seq_of(path, "source_added"))
    for language in LANGUAGES:
        assert str(found.broken.seq) in found.sentence(language)
    desk.close()


def test_an_altered_file_is_not_given_out(path: Path, tmp_path: Path) -> None:
    attack(path, SWAP)
    desk = Desk.open(path)
    (post,) = desk.posts()
    with pytest.raises(Exception, match=r"source\.file_altered"):
        Sourcing(desk).save(post.id, post.sources[0].id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    desk.close()


def test_triggers_keep_a_file_as_it_is(path: Path) -> None:
    for statement in ("UPDATE attachment SET content = x'00'", "DELETE FROM attachment"):
        with closing(sqlite3.connect(path)) as plain, pytest.raises(sqlite3.IntegrityError):
            plain.execute(statement)


def test_a_change_behind_an_earlier_proof_is_found_when_all_is_asked_for(path: Path) -> None:
    desk = Desk.open(path)
    assert desk.verify().intact
    desk.close()
    attack(path, SWAP)
    desk = Desk.open(path)
    assert not desk.verify().intact
    desk.close()


def test_files_are_in_backups_and_those_are_named_when_one_is_erased(path: Path) -> None:
    team = Team(path)
    (post,) = team.desk.posts()
    backup = Backups.of(team.desk.workspace).take(team.clock())
    copied = Desk.open(backup.path)
    assert copied.verify().intact
    copied.close()
    assert post.sources[0].file
    target = Target((post.id,), file=post.sources[0].file.digest)
    erased = Eraser(team.desk).erase(target, "diminta", team.approver)
    assert [one.path for one in erased.backups] == [backup.path]
