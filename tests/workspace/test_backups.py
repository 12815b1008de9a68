"""Backups: taken while others write, thinned out with age, and a way back that loses nothing."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.errors import UserError
from brandvoice.workflow.desk import Desk
from brandvoice.workspace.backups import Backups
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.restoring import loss, restore
from brandvoice.workspace.rotation import DAYS, MONTHS, WEEKS, kept
from tests.deciding import Team

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "toko [satu].sqlite3"


def test_a_backup_is_whole_private_and_listed(path: Path) -> None:
    team = Team(path)
    post = team.approved()
    backups = Backups(path)
    assert backups.due(NOW, UTC)
    taken = backups.take(NOW, UTC)
    assert not backups.due(NOW, UTC)
    assert backups.due(NOW + timedelta(days=1), UTC)
    assert backups.list() == (taken,)
    assert (taken.taken_at, taken.entries) == (NOW, team.desk.entries())
    assert stat.S_IMODE(taken.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700
    assert team.desk.info().backed_up_at == NOW
    assert Desk.open(taken.path).post(post.id) == post


def test_saves_go_on_while_a_backup_is_taken_and_it_shows_one_moment(path: Path) -> None:
    team = Team(path)
    for n in range(400):
        team.draft(f"Kopi {n} " + "panjang sekali " * 300)
    entries, steps = team.desk.entries(), 0

    def go_on(_done: int, _all: int) -> bool:
        nonlocal steps
        steps += 1
        team.draft(f"Sementara itu {steps}")
        return True

    taken = Backups(path).take(NOW, UTC, go_on)
    assert steps >= 1
    assert taken.entries == entries < team.desk.entries()


def test_a_backup_that_is_stopped_leaves_nothing(path: Path) -> None:
    Team(path).desk.close()
    backups = Backups(path)
    with pytest.raises(StoppedError):
        backups.take(NOW, UTC, lambda _done, _all: False)
    assert list(backups.folder.iterdir()) == []


def test_of_many_backups_days_weeks_and_months_stay(path: Path) -> None:
    Team(path).desk.close()
    backups = Backups(path)
    for day in range(12):
        backups.take(NOW + timedelta(days=day), UTC)
    days = [backup.taken_at.day for backup in backups.list()]
    assert days == [2, 1, 30, 29, 28, 27, 26, 22], "seven days, and the end of the week before"


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=80))  # noqa: DTZ001 - a bound for hypothesis
def test_rotation_keeps_the_newest_and_never_more_than_it_says(times: list[datetime]) -> None:
    moments = [time.replace(tzinfo=UTC) for time in times]
    stay = kept(moments, UTC)
    assert stay <= set(moments)
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert not moments or max(moments) in stay
    assert kept(stay, UTC) == stay, "what stays once stays when nothing new comes"


def test_going_back_says_what_is_lost_keeps_it_aside_and_begins_a_chain_of_its_own(
    path: Path,
) -> None:
    team = Team(path)
    old = team.approved("Kopi lama")
    backup = Backups(path).take(team.clock.time, UTC)
    new = team.approved("Kopi baru")
    team.draft("Konsep")
    with team.desk.workspace.reading() as book:
        lost = loss(book.connection, backup)
    assert (lost.entries, lost.posts, lost.drafts) == (4, 2, 1)
    team.desk.close()
    aside = restore(path, backup.path, NOW)
    again = Team(path, team.clock)
    assert again.desk.posts() == (old,)
    again.signers = team.signers
    again.draft("Sesudahnya")
    assert len(again.desk.verify().heads) == 2
    assert again.desk.verify().intact
    assert {post.id for post in Desk.open(aside).posts()} >= {old.id, new.id}
    assert aside in [known.path for known in Backups(path).list()]


def test_a_file_that_is_open_elsewhere_is_not_exchanged(path: Path) -> None:
    team = Team(path)
    backup = Backups(path).take(NOW, UTC)
    post = team.draft("Kopi")
    with pytest.raises(UserError, match="open_elsewhere"):
        restore(path, backup.path, NOW)
    assert team.desk.post(post.id) == post
    assert not list(path.parent.glob("*set-aside*"))


def test_a_damaged_file_can_be_gone_back_from(path: Path) -> None:
    team = Team(path)
    post = team.approved()
    backup = Backups(path).take(NOW, UTC)
    team.desk.close()
    path.write_bytes(b"rubbish" * 1000)
    aside = restore(path, backup.path, NOW)
    assert Desk.open(path).post(post.id) == post
    assert aside.read_bytes().startswith(b"rubbish")


@pytest.mark.parametrize("content", [b"", b"rubbish" * 200])
def test_what_is_no_backup_is_refused_and_nothing_happens(
    path: Path, tmp_path: Path, content: bytes
) -> None:
    Team(path).desk.close()
    strange = tmp_path / "strange.sqlite3"
    strange.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(UserError):
        restore(path, strange, NOW)
    assert path.read_bytes() == before


def test_a_backup_of_another_program_is_neither_listed_nor_deleted(path: Path) -> None:
    Team(path).desk.close()
    backups = Backups(path)
    backups.folder.mkdir()
    foreign = backups.folder / f"{path.stem}-20261121T030000Z.sqlite3"
    with sqlite3.connect(foreign) as plain:
        plain.execute("CREATE TABLE other (a)")
    plain.close()
    assert backups.list() == ()
