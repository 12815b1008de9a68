"""The file's tables are brought up to date once, whole or not at all, and never backwards."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.resources import shipped
from brandvoice.workflow.desk import Desk, HistoryFilter
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.schema import REBUILD_DUE, bring_up_to_date
from brandvoice.workspace.sqlite import DatabaseError, connect
from tests.deciding import Team

if TYPE_CHECKING:
    from pathlib import Path

SECOND = """
-- A second step; with a trigger, whose ; are not ends of statements.
CREATE TABLE shelf (claim TEXT NOT NULL) STRICT;
CREATE TRIGGER shelf_is_kept BEFORE DELETE ON shelf BEGIN
    SELECT RAISE(ABORT, 'kept; always');
END;
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite3"


def with_steps(folder: Path, **steps: str) -> Path:
    """The shipped migrations and some that are still to come."""
    folder.mkdir()
    for file in shipped("database", "migrations").glob("*.sql"):
        (folder / file.name).write_bytes(file.read_bytes())
    for name, script in steps.items():
        (folder / f"{name.removeprefix('step_')}.sql").write_text(script, encoding="utf-8")
    return folder


def test_migrations_are_numbered() -> None:
    names = sorted(file.name for file in shipped("database", "migrations").iterdir())
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.sql", name) for name in names)
    assert len({name[:4] for name in names}) == len(names)


def test_every_table_is_described_and_strict(path: Path) -> None:
    Desk.open(path).close()
    described = shipped("database", "README.md").read_text(encoding="utf-8")
    with sqlite3.connect(path) as plain:
        tables = plain.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%' "
            "AND name NOT LIKE 'post_fts_%'"
        ).fetchall()
    plain.close()
    assert {name for name, _ in tables} >= {"event", "text", "draft", "post_state", "post_fts"}
    for name, sql in tables:
        assert f"`{name}`" in described, name
        assert sql.endswith("STRICT") or "VIRTUAL" in sql, name


def test_an_older_file_is_copied_before_it_is_changed(path: Path, tmp_path: Path) -> None:
    team = Team(path)
    post = team.approved()
    team.desk.close()
    steps = with_steps(tmp_path / "steps", step_0902_shelf=SECOND)
    connection = connect(str(path), isolation_level=None)
    bring_up_to_date(connection, path, steps)
    assert connection.execute("SELECT count(*) FROM shelf").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (902,)
    connection.close()
    (copy,) = path.parent.glob("workspace.sqlite3.version*-1.backup")
    assert Desk.open(copy).post(post.id) == post


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, tmp_path: Path) -> None:
    team = Team(path)
    post = team.approved()
    team.desk.close()
    broken = SECOND + "CREATE TABLE shelf (again TEXT);"
    steps = with_steps(tmp_path / "steps", step_0902_shelf=broken)
    connection = connect(str(path), isolation_level=None)
    with pytest.raises(DatabaseError, match="already exists"):
        bring_up_to_date(connection, path, steps)
    connection.close()
    assert Desk.open(path).post(post.id) == post


def test_a_file_of_a_later_version_is_left_alone(path: Path, tmp_path: Path) -> None:
    Team(path).desk.close()
    connection = connect(str(path), isolation_level=None)
    bring_up_to_date(connection, path, with_steps(tmp_path / "steps", step_0902_shelf=SECOND))
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"workspace\.newer"):
        Desk.open(path)
    assert path.read_bytes() == before


def test_a_step_between_two_that_were_taken_is_still_taken(path: Path, tmp_path: Path) -> None:
    """Steps are written side by side: the higher number may be there first."""
    Team(path).desk.close()
    connection = connect(str(path), isolation_level=None)
    bring_up_to_date(connection, path, with_steps(tmp_path / "late", step_0903_late="SELECT 1;"))
    steps = with_steps(tmp_path / "all", step_0902_shelf=SECOND, step_0903_late="SELECT 1;")
    bring_up_to_date(connection, path, steps)
    assert connection.execute("SELECT count(*) FROM shelf").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (903,)
    connection.close()


def test_after_an_upgrade_lists_and_index_are_made_anew(path: Path) -> None:
    team = Team(path)
    post = team.approved("Kopi gayo")
    team.desk.close()
    with sqlite3.connect(path) as plain:
        plain.execute("UPDATE post_state SET title = 'of an older form'")
        plain.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0003%'")
        plain.executescript("DROP TABLE saved_search; DROP TABLE likeness_dismissed;")
    plain.close()
    desk = Desk.open(path)
    assert desk.history(HistoryFilter(query="by:bayu")).rows == (post,)
    desk.close()


def test_whoever_waits_for_an_upgrade_is_told_and_may_stop_it(path: Path) -> None:
    team = Team(path)
    post = team.approved("Kopi gayo")
    with team.desk.workspace.writing() as book:
        book.connection.execute("UPDATE post_state SET title = 'of an older form'")
        book.connection.execute("INSERT INTO note VALUES (?, '')", (REBUILD_DUE,))
    team.desk.close()
    told: list[tuple[int, int]] = []

    def stop(done: int, to_do: int) -> bool:
        told.append((done, to_do))
        return False

    with pytest.raises(StoppedError):
        Desk.open(path, progress=stop)
    assert told == [(0, 1)]
    assert Desk.open(path).post(post.id) == post, "the rest is done at the next start"
