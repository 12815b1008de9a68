"""The care of the file from the command line: backups, going back, what a place is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from brandvoice.workflow.desk import Desk
from brandvoice.workflow.recalling import Recall
from tests.cli.program import brandvoice


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "toko.sqlite3"
    assert brandvoice("people", "add", "Dewi", "--workspace", path).returncode == 0
    return path


def new(path: Path, text: str) -> None:
    made = brandvoice("post", "new", "--as", "Dewi", "--workspace", path, given=text)
    assert made.returncode == 0, made.stderr


def listed(path: Path) -> str:
    return brandvoice("post", "list", "--workspace", path).stdout


def test_there_and_back(path: Path) -> None:
    new(path, "Kopi lama")
    taken = brandvoice("workspace", "backup", "--workspace", path)
    backup = Path(taken.stdout.removeprefix("Copied to ").strip())
    assert backup.parent == path.with_name("toko.backups")
    new(path, "Kopi baru")
    shown = brandvoice("workspace", "backups", "--workspace", path).stdout
    assert str(backup) in shown
    asked = brandvoice("workspace", "restore", backup, "--workspace", path, given="n\n")
    assert asked.returncode == 1
    assert "entries: 1, posts they are about: 1, drafts as they are now: 1" in asked.stderr
    assert "Kopi baru" in listed(path)
    gone = brandvoice("workspace", "restore", backup, "--yes", "--workspace", path)
    assert gone.returncode == 0, gone.stderr
    assert "Kopi lama" in listed(path)
    assert "Kopi baru" not in listed(path)
    (aside,) = path.parent.glob("toko-set-aside-*.sqlite3")
    assert "Kopi baru" in listed(aside)


def test_going_back_from_a_damaged_file(path: Path) -> None:
    new(path, "Kopi lama")
    assert brandvoice("workspace", "backup", "--workspace", path).returncode == 0
    path.write_bytes(b"rubbish" * 999)
    (backup,) = path.with_name("toko.backups").iterdir()
    assert str(backup) in brandvoice("workspace", "backups", "--workspace", path).stdout
    gone = brandvoice("workspace", "restore", backup, "--yes", "--workspace", path)
    assert gone.returncode == 0, gone.stderr
    assert "cannot be read" in gone.stderr
    assert "Kopi lama" in listed(path)


def test_what_is_no_backup_is_refused(path: Path, tmp_path: Path) -> None:
    strange = tmp_path / "other.sqlite3"
    strange.write_bytes(b"rubbish" * 999)
    refused = brandvoice("workspace", "restore", strange, "--yes", "--workspace", path)
    assert refused.returncode == 2
    assert "not a Brandvoice workspace" in refused.stderr


def test_a_synchronised_folder_is_pointed_out(path: Path) -> None:
    assert brandvoice("workspace", "info", "--workspace", path).stderr == ""
    synchronised = path.parent / "Dropbox" / "toko.sqlite3"
    told = brandvoice("workspace", "info", "--workspace", synchronised)
    assert told.returncode == 0
    assert "Dropbox synchronises" in told.stderr


def test_searching_understands_filters_and_says_what_it_does_not(path: Path) -> None:
    new(path, "Kopi gayo")
    new(path, "Teh melati")
    found = brandvoice("history", "search", '"kopi gayo" dari:dewi -teh', "--workspace", path)
    assert "Kopi gayo" in found.stdout
    assert "Teh" not in found.stdout
    nothing = brandvoice("history", "search", "--saved", "Promo", "--workspace", path)
    assert nothing.returncode == 2
    assert "no saved search called “Promo”" in nothing.stderr
    desk = Desk.open(path)
    Recall(desk).save_search("Promo", "teh")
    desk.close()
    saved = brandvoice("history", "search", "--saved", "Promo", "--workspace", path)
    assert "Teh melati" in saved.stdout
    assert "Kopi" not in saved.stdout
    wrong = brandvoice("history", "search", "from:rudi", "--workspace", path)
    assert wrong.returncode == 2
    assert "names nobody here. Known: Dewi" in wrong.stderr


def test_words_are_erased_with_a_signature_and_backups_that_hold_them_are_named(
    path: Path, tmp_path: Path
) -> None:
    new(path, "Selamat ulang tahun Ratnaningsih")
    new(path, "Kopi gayo")
    at = ("--workspace", path)
    (line,) = [line for line in listed(path).splitlines() if "Ratna" in line]
    post = line.split()[0]
    assert brandvoice("post", "submit", post, "--as", "Dewi", *at).returncode == 0
    backup = Path(brandvoice("workspace", "backup", *at).stdout.removeprefix("Copied to ").strip())
    secret = tmp_path / "words"
    secret.write_text("kopi susu tanpa gula", encoding="utf-8")
    secret.chmod(0o600)
    signed = ("--as", "Dewi", "--passphrase-file", secret, "--reason", "asked for")
    asked = brandvoice("post", "erase", post, *signed, *at, given="n\n")
    assert asked.returncode == 1
    assert "Ratnaningsih" in listed(path)
    erased = brandvoice("post", "erase", post, *signed, "--yes", *at)
    assert erased.returncode == 0, erased.stderr
    assert str(backup) in erased.stderr
    assert "Ratnaningsih" not in listed(path)
    assert b"Ratnaningsih" not in path.read_bytes()
    assert brandvoice("history", "verify", *at).returncode == 0
    pruned = brandvoice("post", "erase", "--of", "Dewi", *signed, "--yes", "--prune-backups", *at)
    assert pruned.returncode == 0, pruned.stderr
    assert not backup.exists()


def test_a_draft_is_thrown_away_and_what_was_handed_in_is_not(path: Path) -> None:
    new(path, "Konsep yang tidak jadi")
    at = ("--as", "Dewi", "--workspace", path)
    post = listed(path).split()[0]
    assert brandvoice("post", "discard", post, *at).returncode == 0
    assert listed(path) == ""
    new(path, "Sudah diajukan")
    post = listed(path).split()[0]
    assert brandvoice("post", "submit", post, *at).returncode == 0
    refused = brandvoice("post", "discard", post, *at)
    assert refused.returncode == 2
    assert "already in the record" in refused.stderr
