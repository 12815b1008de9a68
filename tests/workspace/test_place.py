"""A copied file never continues the chain of the file it was copied from."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brandvoice.workflow.desk import Desk
from tests.deciding import TEXT, Clock, Team

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "kantor" / "workspace.sqlite3"
    team = Team(path)
    team.approved()
    team.desk.close()
    return path


def write_on(path: Path, text: str) -> None:
    desk = Desk.open(path, Clock())
    desk.start(desk.people()[0].id, text)
    desk.close()


def chains(path: Path) -> dict[str, int]:
    desk = Desk.open(path)
    proof = desk.verify()
    desk.close()
    assert proof.intact
    return {head.origin: head.count for head in proof.heads}


def test_a_file_in_its_place_goes_on_with_one_chain(original: Path) -> None:
    before = chains(original)
    write_on(original, TEXT)
    assert chains(original) == {origin: count + 1 for origin, count in before.items()}


def test_two_copies_that_both_go_on_never_give_two_entries_one_number(
    original: Path, tmp_path: Path
) -> None:
    begun = chains(original)
    copy = tmp_path / "laptop" / "workspace.sqlite3"
    copy.parent.mkdir()
    shutil.copy(original, copy)
    write_on(original, "Ditulis di kantor")
    write_on(copy, "Ditulis di laptop")
    ((origin, count),) = begun.items()
    here, there = chains(original), chains(copy)
    assert here == {origin: count + 1}
    assert there.pop(origin) == count
    assert list(there.values()) == [2], "what it found, and the new post"
    write_on(copy, "Lagi")
    assert list(chains(copy).values()).count(3) == 1, "and it goes on with that chain"


def test_a_restored_backup_begins_a_chain_of_its_own(original: Path) -> None:
    desk = Desk.open(original, Clock())
    backup = desk.backup(original.with_name("backup.sqlite3"))
    desk.start(desk.people()[0].id, "Sesudah cadangan")
    desk.close()
    before = chains(backup)
    shutil.copy(backup, original.with_name("restored"))
    original.with_name("restored").replace(original)
    write_on(original, "Sesudah dipulihkan")
    after = chains(original)
    assert after.items() >= before.items()
    assert len(after) == 2


def test_reading_alone_begins_no_chain(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(original, copy)
    desk = Desk.open(copy)
    desk.posts()
    desk.rebuild()
    desk.close()
    assert chains(copy) == chains(original)
