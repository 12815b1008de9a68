"""Signing without a window: asked for, or from a file; never an argument, never shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import brandvoice

WORDS, OTHER = "kopi susu tanpa gula", "teh tarik dua gelas"
TEXT = "Jam buka kami Senin sampai Jumat, 9.00-17.00 WIB."

posix_only = pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminals there")


class Place:
    """A workspace with Dewi, who writes, Bayu and Rina, who approve, and a post in review."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "kerja.sqlite3"
        self.people("add", "Dewi", "--role", "writer")
        self.people("add", "Bayu", "--role", "approver")
        self.people("add", "Rina", "--role", "approver")
        done = brandvoice("post", "new", "--as", "Dewi", "--workspace", self.file, given=TEXT)
        self.post = done.stdout.split()[0]
        brandvoice("post", "submit", self.post, "--as", "Dewi", "--workspace", self.file)

    def words(self, text: str, mode: int = 0o600) -> Path:
        path = self.folder / f"words-{len(list(self.folder.iterdir()))}"
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path

    def people(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return brandvoice("people", *arguments, "--workspace", self.file)

    def approve(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        asked = ("post", "approve", self.post, "--as", "Bayu", "--workspace", self.file)
        return brandvoice(*asked, *arguments)

    def typed(self, *arguments: str | Path, answers: list[str]) -> tuple[int, str]:
        """What somebody at a terminal gets to see, answering each question in turn."""
        ours, theirs = os.openpty()
        command = [sys.executable, "-m", "brandvoice", *map(str, arguments)]
        with subprocess.Popen(
            [*command, "--workspace", str(self.file)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "LC_ALL": "C"},
        ) as running:
            os.close(theirs)
            seen = ""
            for answer in answers:
                seen += read_until(ours, ": ")
                os.write(ours, answer.encode() + b"\n")
            seen += read_until(ours, "")
            code = running.wait(timeout=60)
        os.close(ours)
        return code, seen


def read_until(terminal: int, end: str) -> str:
    """What a terminal shows up to a question, or (no end) until its program is gone."""
    seen = ""
    while not (end and seen.endswith(end)):
        try:
            seen += os.read(terminal, 1024).decode()
        except OSError:  # so Linux says that nobody is there any more
            break
    return seen


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_first_decision_makes_a_key_and_the_next_ones_need_it(place: Place) -> None:
    first = place.approve("--passphrase-file", place.words(f"{WORDS}\nand a note\n"))
    assert first.returncode == 0, first.stderr
    assert "Approved" in first.stdout
    assert "Bayu approves" in first.stderr
    assert "The key of Bayu is now" in first.stderr
    asked = ("post", "withdraw", place.post, "--as", "Bayu", "--reason", "salah harga")
    wrong = place.words(OTHER)
    refused = brandvoice(*asked, "--passphrase-file", wrong, "--workspace", place.file)
    assert refused.returncode == 2
    assert "That passphrase does not fit." in refused.stderr
    assert OTHER not in refused.stderr
    right = place.words(WORDS)
    done = brandvoice(*asked, "--passphrase-file", right, "--workspace", place.file)
    assert done.returncode == 0, done.stderr
    assert brandvoice("history", "verify", "--workspace", place.file).returncode == 0


def test_where_nobody_can_be_asked_a_file_is_needed(place: Place) -> None:
    done = place.approve()
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr
    listed = brandvoice("post", "list", "--workspace", place.file)
    assert "In review" in listed.stdout
    assert place.people("keys", "Bayu").stdout == ""


def test_what_is_not_possible_is_told_before_any_passphrase(place: Place) -> None:
    asked = ("post", "approve", place.post, "--as", "Dewi", "--workspace", place.file)
    done = brandvoice(*asked)
    assert done.returncode == 2
    assert "--passphrase-file" not in done.stderr


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xff", b"x" * 9_000])
def test_a_file_without_a_passphrase_is_told(place: Place, content: bytes) -> None:
    path = place.words("")
    path.write_bytes(content)
    done = place.approve("--passphrase-file", path)
    assert done.returncode == 2
    assert path.name in done.stderr
    gone = place.approve("--passphrase-file", place.folder / "gone")
    assert (gone.returncode, "Traceback" in gone.stderr) == (2, False)


def test_a_passphrase_too_short_is_refused(place: Place) -> None:
    done = place.approve("--passphrase-file", place.words("kopi"))
    assert done.returncode == 2
    assert "too short" in done.stderr


@posix_only
def test_a_file_that_others_can_read_is_warned_about(place: Place) -> None:
    done = place.approve("--passphrase-file", place.words(WORDS, 0o644))
    assert done.returncode == 0
    assert "chmod 600" in done.stderr


@posix_only
def test_at_a_terminal_the_passphrase_is_asked_for_and_never_shown(place: Place) -> None:
    asked = ("post", "approve", place.post, "--as", "Bayu")
    code, seen = place.typed(*asked, answers=[WORDS, WORDS])
    assert code == 0, seen
    assert "Bayu approves" in seen
    assert "Approved" in seen
    again = ("post", "withdraw", place.post, "--as", "Bayu", "--reason", "salah")
    code, more = place.typed(*again, answers=[WORDS])
    assert code == 0, more
    assert WORDS not in seen + more


@posix_only
def test_two_different_passphrases_make_no_key(place: Place) -> None:
    code, seen = place.typed("people", "set-passphrase", "Bayu", answers=[WORDS, OTHER])
    assert code == 2
    assert "not the same" in seen
    assert place.people("keys", "Bayu").stdout == ""


def test_a_passphrase_is_changed_and_a_lost_one_replaced(place: Place) -> None:
    words, other = place.words(WORDS), place.words(OTHER)
    assert place.people("set-passphrase", "Bayu", "--passphrase-file", words).returncode == 0
    again = place.people("set-passphrase", "Bayu", "--passphrase-file", words)
    assert again.returncode == 2
    assert "already" in again.stderr
    files = ("--passphrase-file", words, "--new-passphrase-file", other)
    assert place.people("change-passphrase", "Bayu", *files).returncode == 0
    assert place.people("change-passphrase", "Bayu", *files).returncode == 2
    lost = place.people("lost-passphrase", "Bayu", "--new-passphrase-file", words)
    assert lost.returncode == 0, lost.stderr
    files = ("--passphrase-file", other, "--new-passphrase-file", other)
    vouched = place.people("lost-passphrase", "Bayu", "--as", "Rina", *files)
    assert vouched.returncode == 0, vouched.stderr
    told = place.people("keys", "Bayu").stdout
    for cause in ("first key", "passphrase changed", "in place of a lost key"):
        assert cause in told
    assert place.approve("--passphrase-file", other).returncode == 0
    assert brandvoice("history", "verify", "--workspace", place.file).returncode == 0
    assert len(place.people("list").stdout.splitlines()) == 5, "three people, two with a key"


def test_reviewing_loads_no_cryptography(place: Place) -> None:
    arguments = ["-X", "importtime", "-m", "brandvoice", "review", "-"]
    done = subprocess.run(
        [sys.executable, *arguments], input=TEXT, capture_output=True, text=True, check=True
    )
    assert "brandvoice.review" in done.stderr
    assert "cryptography" not in done.stderr
    listed = [*arguments[:4], "post", "list", "--workspace", str(place.file)]
    done = subprocess.run([sys.executable, *listed], capture_output=True, text=True, check=True)
    assert "cryptography" not in done.stderr


def test_a_key_file_of_another_computer_is_taken_in(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = place.words(WORDS)
    assert place.people("set-passphrase", "Bayu", "--passphrase-file", words).returncode == 0
    (file,) = Path(os.environ["BRANDVOICE_KEYS"]).iterdir()
    monkeypatch.setenv("BRANDVOICE_KEYS", str(place.folder / "other laptop"))
    assert place.approve("--passphrase-file", words).returncode == 2
    taken = place.people("import-key", "Bayu", file)
    assert taken.returncode == 0, taken.stderr
    assert "Bayu" in taken.stderr
    assert place.people("import-key", "Dewi", file).returncode == 2
    assert place.approve("--passphrase-file", words).returncode == 0
