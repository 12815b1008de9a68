"""Time in the record never goes back, whatever the computer's clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from brandvoice.workspace.clock import from_ticks, moment, ticks, written
from brandvoice.workspace.uuid7 import uuid7
from tests.deciding import TEXT, Clock, Team

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
WIB = timezone(timedelta(hours=7))


@given(MOMENTS)
def test_a_moment_comes_back_as_it_was_written(at: datetime) -> None:
    assert moment(written(at)) == at
    assert from_ticks(ticks(at)) == at
    assert written(at.astimezone(WIB)) == written(at)


@given(MOMENTS, MOMENTS)
def test_written_moments_sort_by_time(one: datetime, other: datetime) -> None:
    assert (written(one) < written(other)) == (one < other)


@given(MOMENTS)
def test_an_identifier_says_when_it_was_made(at: datetime) -> None:
    made = uuid7(at)
    assert len(made) == 32
    assert abs(int(made[:12], 16) - at.timestamp() * 1000) <= 1
    assert (made[12], int(made[16], 16) >> 2) == ("7", 0b10)
    assert uuid7(at) != made
    assert uuid7(at + timedelta(milliseconds=2)) > made


def test_a_clock_that_was_set_back_does_not_take_the_record_back(tmp_path: Path) -> None:
    clock = Clock()
    team = Team(tmp_path / "w.sqlite3", clock)
    first = team.submitted()
    clock.time -= timedelta(days=300)
    second = team.draft("Kopi")
    saved = team.desk.save(second.id, "Kopi baru", team.writer)
    third = team.submitted("Teh")
    times = [first.changed_at, second.changed_at, saved.changed_at, third.changed_at]
    assert times == sorted(set(times))
    assert third.changed_at - first.changed_at < timedelta(seconds=1)
    assert [post.id for post in team.desk.posts()] == [third.id, second.id, first.id]
    assert team.desk.verify().intact


def test_times_are_utc_wherever_the_computer_is(tmp_path: Path) -> None:
    clock = Clock()
    clock.time = clock.time.astimezone(WIB)
    post = Team(tmp_path / "w.sqlite3", clock).draft(TEXT)
    assert post.changed_at.utcoffset() == timedelta(0)
    assert post.changed_at == clock.time
