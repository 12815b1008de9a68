"""Sources and their files without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import brandvoice
from tests.cli.test_flow import Shell
from tests.workspace.attacker import attack

if TYPE_CHECKING:
    from pathlib import Path

BOAST = "Kopi kami termurah se-Bandung."
BYTES = b"\x00\xff survei" * 7


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    for name, role in (("Dewi", "writer"), ("Bayu", "approver")):
        shell.run("people", "add", name, "--role", role)
    return shell


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survei harga.pdf"
    path.write_bytes(BYTES)
    return path


def boast(shell: Shell) -> str:
    return shell.run("post", "new", "-", "--as", "Dewi", given=BOAST).split()[0]


def test_a_source_is_added_listed_and_its_file_saved(
    shell: Shell, survey: Path, tmp_path: Path
) -> None:
    post = boast(shell)
    add = ("post", "source", "add", post, "Survei 12 toko, 3 Mei 2026", "--as", "Dewi")
    where = ("--on", "termurah", "--address", "https://contoh.test/s", "--file", str(survey))
    told = shell.run(*add, *where)
    assert "1 file behind sources, 0.0 MB" in shell.run("workspace", "info")
    for part in ("Dewi “termurah”: Survei 12 toko", "https://contoh.test/s", "survei harga.pdf"):
        assert part in told
    assert shell.run("post", "source", "list", post) == told
    assert told.strip() in shell.run("post", "show", post)
    out = tmp_path / "kembali.pdf"
    saved = shell.run("post", "source", "save", post, told.split()[0], "-o", str(out))
    assert (saved.strip(), out.read_bytes()) == ("Saved as kembali.pdf.", BYTES)


def test_a_finding_is_waived_by_pointing_at_a_source(shell: Shell, survey: Path) -> None:
    post = boast(shell)
    shell.run("post", "submit", post, "--as", "Dewi")
    waive = ("post", "waive", post, "claim/superlative", "termurah se-Bandung", "--as", "Bayu")
    told = shell.run(
        "post", "source", "add", post, "Survei 2026", "--on", "termurah", "--file", str(survey),
        "--as", "Dewi",
    )  # fmt: skip
    assert "One warning still" in shell.run("post", "approve", post, "--as", "Bayu", signed=True)
    assert "reason" in shell.run(*waive, signed=True)
    shell.run(*waive, "--source", told.split()[0], signed=True)
    approved = shell.run("post", "approve", post, "--as", "Bayu", signed=True)
    assert "Approved" in approved
    shown = shell.run("post", "show", post)
    assert "Finding waived: Source: Survei 2026 (survei harga.pdf, SHA-256 " in shown


def test_removing_says_why_and_erasing_is_signed_and_verified(shell: Shell, survey: Path) -> None:
    post = boast(shell)
    told = shell.run(
        "post", "source", "add", post, "Survei 2026", "--file", str(survey), "--as", "Dewi"
    )
    source = told.split()[0]
    remove = ("post", "source", "remove", post, source, "--reason", "salah tahun")
    assert "(Source removed: salah tahun)" in shell.run(*remove, "--as", "Dewi")
    assert "removed already" in shell.run(*remove, "--as", "Dewi")
    erase = ("post", "source", "erase", post, source, "--reason", "data pribadi")
    assert "approver" in shell.run(*erase, "--as", "Dewi", signed=True)
    assert "its bytes were erased" in shell.run(*erase, "--as", "Bayu", signed=True)
    assert "1 file erased by Bayu" in shell.run("history", "verify")
    save = ("post", "source", "save", post, source, "-o", str(survey.with_name("x.pdf")))
    assert "was erased" in shell.run(*save)


def test_verifying_names_a_file_that_was_changed(shell: Shell, survey: Path) -> None:
    post = boast(shell)
    shell.run("post", "source", "add", post, "Survei", "--file", str(survey), "--as", "Dewi")
    path = survey.with_name("kerja.sqlite3")
    attack(path, "UPDATE attachment SET content = x'00'")
    done = brandvoice("--workspace", path, "history", "verify")
    assert (done.returncode, "is not the file that was recorded" in done.stdout) == (1, True)


def test_a_wrong_request_is_refused_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    post = boast(shell)
    add = ("post", "source", "add", post, "Survei", "--as", "Dewi")
    assert "cannot be read" in shell.run(*add, "--file", str(tmp_path / "tiada.pdf"))
    assert shell.run(*add, "--on", "tidak ada").startswith("refused")
    assert "not in the record" in shell.run("post", "source", "save", post, "zzz", "-o", "x")
    done = brandvoice("post", "source", "--help")
    assert all(name in done.stdout for name in ("add", "list", "save", "remove", "erase"))
