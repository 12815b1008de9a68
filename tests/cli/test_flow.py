"""Stages, slots and comments without a window."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import brandvoice

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = "Jam buka kami Senin sampai Jumat, 9.00-17.00 WIB. 😀"


class Shell:
    """Somebody at a terminal, with everybody's passphrase in one file."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / "kerja.sqlite3"
        self._words = folder / "passphrase"
        self._words.write_text("kopi susu tanpa gula", encoding="utf-8")
        self._words.chmod(0o600)

    def run(self, *arguments: str, given: str = "", signed: bool = False) -> str:
        """What it printed; stderr where it was refused."""
        signs = ("--passphrase-file", self._words) if signed else ()
        done = brandvoice("--workspace", self._place, *arguments, *signs, given=given)
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 2)
        return done.stdout if done.returncode == 0 else f"refused: {done.stderr}"

    def submitted(self, *more: str) -> str:
        """The short id of a post of Dewi's, handed in."""
        post = self.run("post", "new", "-", "--as", "Dewi", given=CLEAN).split()[0]
        return self.run("post", "submit", post, "--as", "Dewi", *more).split()[0]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    for name, role in (("Dewi", "writer"), ("Bayu", "approver"), ("Rina", "approver")):
        shell.run("people", "add", name, "--role", role)
    return shell


def test_a_flow_is_shown_set_and_followed(shell: Shell) -> None:
    assert "1. Approval: any approver" in shell.run("flow", "show")
    stages = ("--stage", "Redaksi:any:Rina", "--stage", "Hukum:all:Bayu")
    assert "approver" in shell.run("flow", "set", *stages, "--as", "Dewi", signed=True)
    told = shell.run("flow", "set", *stages, "--reminder", "6", "--as", "Bayu", signed=True)
    assert "1. Redaksi: any one of Rina" in told
    assert "2. Hukum: all of Bayu" in told
    assert "6 hours" in shell.run("flow", "show")
    assert "Bayu  Approval flow changed" in shell.run("flow", "log")
    post = shell.submitted()
    early = shell.run("post", "approve", post, "--as", "Bayu", signed=True)
    assert "This stage is for Rina" in early
    assert post in shell.run("post", "list", "--waiting-for", "Rina")
    assert shell.run("post", "list", "--waiting-for", "Bayu") == ""
    shell.run("post", "approve", post, "--as", "Rina", signed=True)
    assert post in shell.run("post", "list", "--waiting-for", "Bayu")
    assert "Approved" in shell.run("post", "approve", post, "--as", "Bayu", signed=True)
    told = shell.run("flow", "set", "--channel", "x:Rina", "--as", "Bayu", signed=True)
    assert "nobody could pass" in told


def test_a_slot_is_given_with_its_time_and_not_in_the_past(shell: Shell) -> None:
    slot = (datetime.now().astimezone() + timedelta(days=2)).replace(microsecond=0)
    written = slot.strftime("%Y-%m-%d %H:%M")
    post = shell.submitted("--due", written)
    assert f"slot {written}" in shell.run("post", "list", "--waiting-for", "Rina")
    assert post
    draft = shell.run("post", "new", "-", "--as", "Dewi", given=CLEAN).split()[0]
    late = shell.run("post", "submit", draft, "--as", "Dewi", "--due", "2020-01-01 10:00")
    assert "already over" in late
    assert "is no moment" in shell.run("post", "submit", draft, "--as", "Dewi", "--due", "besok")


def test_comments_are_made_on_words_shown_and_settled(shell: Shell) -> None:
    post = shell.submitted()
    line = shell.run("post", "comment", post, "tutup saat libur?", "--on", "Senin", "--as", "Rina")
    assert "Rina “Senin”: tutup saat libur?" in line
    assert "not in this post" in shell.run(
        "post", "comment", post, "x", "--on", "Minggu", "--as", "Rina"
    )
    settled = shell.run("post", "settle", post, line.split()[0], "--as", "Dewi")
    assert "(Comment settled)" in settled
    assert "tutup saat libur?" in shell.run("post", "show", post)
