"""Whatever happens to the file or its folder: a sentence, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain
from brandvoice.workflow.desk import Desk
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.workspace import Workspace
from tests.deciding import TEXT, Clock, Team

ROOT = Path(__file__).resolve().parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="rights are kept differently there")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ruang kerja 😀" / "workspace.sqlite3"


def sentence(path: Path) -> str:
    """What somebody is told who opens `path`; it exists in both languages."""
    with pytest.raises(UserError) as refused:
        Desk.open(path)
    assert all(explain(language, refused.value) for language in LANGUAGES)
    return refused.value.key


def visited_by_somebody_else(path: Path, *wish: str) -> str:
    command = [sys.executable, "-m", "tests.workspace.visitor", str(path), "nobody", *wish]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_missing_folder_is_made(path: Path) -> None:
    Desk.open(path).close()
    assert path.exists()


@posix_only
def test_nobody_else_on_the_computer_can_read_what_is_kept(path: Path) -> None:
    team = Team(path)
    team.draft()
    assert path.parent.stat().st_mode & 0o777 == 0o700
    beside = list(path.parent.iterdir())
    assert len(beside) == 3, "the file, its write-ahead log and that one's index"
    assert {file.stat().st_mode & 0o777 for file in beside} == {0o600}
    copy = team.desk.backup(path.with_name("copy"))
    assert copy.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_folder_that_cannot_be_written_to_is_named(open_folder: Path) -> None:
    assert visited_by_somebody_else(open_folder / "new.sqlite3") == "workspace.read_only"
    assert visited_by_somebody_else(open_folder / "deep" / "new.sqlite3") == "workspace.read_only"
    assert list(open_folder.iterdir()) == []


@posix_only
def test_a_file_that_cannot_be_written_to_is_named_and_left_alone(open_folder: Path) -> None:
    path = open_folder / "workspace.sqlite3"
    team = Team(path)
    post = team.approved()
    team.desk.close()
    path.chmod(0o444)
    before = path.read_bytes()
    assert visited_by_somebody_else(path) == "workspace.read_only"
    assert visited_by_somebody_else(path, "read") == "1 read"
    open_folder.chmod(0o777)
    assert visited_by_somebody_else(path) == "workspace.read_only"
    assert visited_by_somebody_else(path, "read") == "1 read"
    assert path.read_bytes() == before
    path.chmod(0o600)
    assert Desk.open(path).post(post.id) == post


@posix_only
def test_a_file_in_a_read_only_folder_is_left_alone(open_folder: Path) -> None:
    path = open_folder / "workspace.sqlite3"
    Team(path).desk.close()
    path.chmod(0o666)
    assert visited_by_somebody_else(path) == "workspace.read_only"
    assert visited_by_somebody_else(path, "read") == "0 read"
    assert [file.name for file in open_folder.iterdir()] == [path.name]


@posix_only
def test_a_file_somebody_is_writing_to_is_read_whole_or_not_at_all(open_folder: Path) -> None:
    path = open_folder / "workspace.sqlite3"
    team = Team(path)
    team.draft()
    for file in open_folder.iterdir():
        file.chmod(0o644)
    assert visited_by_somebody_else(path, "read") in ("1 read", "workspace.read_only")
    team.desk.close()


@posix_only
def test_a_file_of_an_older_version_that_cannot_be_written_to_says_so(open_folder: Path) -> None:
    path = open_folder / "workspace.sqlite3"
    Team(path).desk.close()
    with sqlite3.connect(path) as plain:
        plain.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0003%'")
    plain.close()
    path.chmod(0o444)
    assert visited_by_somebody_else(path, "read") == "workspace.read_only_older"


def test_a_folder_is_not_a_workspace(tmp_path: Path) -> None:
    assert sentence(tmp_path) == "workspace.cannot_open"


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert sentence(tmp_path / "file" / "workspace.sqlite3") == "workspace.cannot_open"


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"PK\x03\x04" + bytes(4000)])
def test_another_kind_of_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "price list.xlsx"
    path.write_bytes(content)
    assert sentence(path) == "workspace.not_ours"
    assert path.read_bytes() == content


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE contact (name)")
    other.close()
    before = path.read_bytes()
    assert sentence(path) == "workspace.not_ours"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    path = tmp_path / "workspace.sqlite3"
    path.touch()
    Team(path).draft()


def test_a_damaged_file_is_named_and_left_alone(path: Path) -> None:
    team = Team(path)
    for _ in range(50):
        team.draft(TEXT * 20)
    team.desk.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    damaged = path.read_bytes()
    assert sentence(path) == "workspace.damaged"
    assert path.read_bytes() == damaged


def test_damage_that_shows_later_is_told_when_it_shows(path: Path) -> None:
    team = Team(path)
    posts = [team.draft(TEXT * 20) for _ in range(50)]
    team.desk.close()
    whole = bytearray(path.read_bytes())
    for start in range(3 * 4096, len(whole), 4096):
        whole[start : start + 200] = b"\xff" * 200
    path.write_bytes(whole)
    with pytest.raises(UserError, match=r"workspace\.damaged"):  # noqa: PT012 - whichever comes first
        desk = Desk.open(path)
        for post in posts:
            desk.post(post.id)


def test_a_full_disk_loses_nothing_that_was_saved(path: Path) -> None:
    workspace = Workspace.open(path, Clock())
    desk = Desk(workspace, None)
    writer = desk.add_person("Dewi", ["writer"]).id
    post = desk.start(writer, TEXT)
    with workspace.writing() as book:
        (pages,) = book.connection.execute("PRAGMA page_count").fetchone()
        book.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(UserError, match=r"workspace\.disk_full"):
        desk.save(post.id, TEXT * 1000, writer)
    assert desk.post(post.id) == post
    assert desk.verify().intact
    with workspace.writing() as book:
        book.connection.execute("PRAGMA max_page_count = 1073741823")
    assert desk.save(post.id, TEXT * 1000, writer).text == TEXT * 1000
    assert Desk.open(path).post(post.id).text == TEXT * 1000


def test_a_file_another_program_holds_is_told_and_nothing_is_lost(path: Path) -> None:
    team = Team(path)
    post = team.draft()
    team.desk.close()
    hasty = Desk(Workspace.open(path, patience=0.1), None)
    # With the same library: a second one in one process would not see the first one's locks.
    other = connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert hasty.post(post.id) == post, "reading goes on"
    with pytest.raises(UserError, match=r"workspace\.busy"):
        hasty.save(post.id, "lain", team.writer)
    other.execute("ROLLBACK")
    other.close()
    assert hasty.post(post.id) == post
    assert hasty.save(post.id, "lain", team.writer).text == "lain"


def test_a_backup_overwrites_nothing(path: Path) -> None:
    team = Team(path)
    kept = path.with_name("kept")
    kept.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match=r"workspace\.exists"):
        team.desk.backup(kept)
    assert kept.read_text(encoding="utf-8") == "mine"
    with pytest.raises(UserError, match=r"workspace\.cannot_open"):
        team.desk.backup(path / "below a file")


def test_a_backup_is_the_whole_record(path: Path) -> None:
    team = Team(path)
    posts = [team.approved(), team.superseded(), team.draft("konsep")]
    assert team.desk.info().backed_up_at is None
    copy = Desk.open(team.desk.backup(path.with_name("copy.sqlite3")))
    assert [copy.post(post.id) for post in posts] == posts
    assert copy.verify().intact
    assert team.desk.info().backed_up_at is not None
    assert {file.name for file in path.parent.iterdir() if file.name.startswith(".")} == set()
