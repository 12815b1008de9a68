"""The whole way without a window: take in, hand in, decide, find, export, prove."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import brandvoice

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = "Jam buka kami Senin sampai Jumat, 9.00-17.00 WIB. 😀"
LEAKING = "Tanya ke Mbak Sari 0812-8841-2907 ya."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with Dewi, who writes, and Bayu, who approves."""
    place = tmp_path / "kerja.sqlite3"
    assert brandvoice("people", "add", "Dewi", "--role", "writer", "--workspace", place).stdout
    assert brandvoice("--workspace", place, "people", "add", "Bayu", "--role", "approver").stdout
    return place


def new(place: Path, text: str, *arguments: str) -> str:
    done = brandvoice(
        "post", "new", "-", "--as", "Dewi", "--workspace", place, *arguments, given=text
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[0]


def signed(place: Path, arguments: tuple[str, ...]) -> list[str | Path]:
    """Decisions are signed: with the same passphrase for everybody here, from a file."""
    words = place.with_name("passphrase")
    words.write_text("kopi susu tanpa gula", encoding="utf-8")
    words.chmod(0o600)
    signs = arguments[0] in ("waive", "approve", "reject", "request-changes", "withdraw")
    return [*arguments, "--workspace", place, *(("--passphrase-file", words) if signs else ())]


def act(place: Path, *arguments: str) -> str:
    done = brandvoice("post", *signed(place, arguments))
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(place: Path, *arguments: str) -> str:
    done = brandvoice("post", *signed(place, arguments))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_post_goes_from_draft_to_a_proof_that_can_be_handed_over(
    place: Path, tmp_path: Path
) -> None:
    post = new(place, CLEAN, "--channel", "instagram")
    assert "In review" in act(place, "submit", post, "--as", "Dewi")
    assert "Approved" in act(place, "approve", post, "--as", "Bayu", "--note", "baik")
    assert CLEAN in act(place, "show", post)

    found = brandvoice("history", "search", "jam buka 😀", "--workspace", place)
    assert post in found.stdout
    none = brandvoice("history", "search", "lebaran", "--workspace", place)
    assert post not in none.stdout

    table = tmp_path / "riwayat.csv"
    assert (
        brandvoice(
            "history", "export", "--format", "csv", "-o", table, "--workspace", place
        ).returncode
        == 0
    )
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert any(CLEAN in row for row in csv.reader(file))
    proof = tmp_path / "riwayat.json"
    assert (
        brandvoice(
            "history", "export", "--format", "json", "-o", proof, "--workspace", place
        ).returncode
        == 0
    )
    assert json.loads(proof.read_text(encoding="utf-8"))

    verified = brandvoice("history", "verify", "--anchor", proof, "--workspace", place)
    assert verified.returncode == 0, verified.stderr + verified.stdout


def test_the_author_cannot_approve_and_a_blocker_needs_somebody_else_s_waiver(place: Path) -> None:
    brandvoice(
        "people",
        "change",
        "Dewi",
        "--role",
        "writer",
        "--role",
        "approver",
        "--as",
        "Dewi",
        "--workspace",
        place,
    )
    post = new(place, LEAKING)
    act(place, "submit", post, "--as", "Dewi")
    assert "You wrote" in refused(place, "approve", post, "--as", "Dewi")
    assert "block" in refused(place, "approve", post, "--as", "Bayu")
    waive = ("waive", post, "privacy/phone", "0812-8841-2907")
    refused(place, *waive, "--as", "Dewi", "--reason", "boleh kok")
    refused(place, *waive, "--as", "Bayu", "--reason", "  ")
    act(place, *waive, "--as", "Bayu", "--reason", "nomor resmi toko")
    assert "Approved" in act(place, "approve", post, "--as", "Bayu")


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (("reject", "--reason", "tidak sesuai"), "Rejected"),
        (("request-changes", "--reason", "perbaiki"), "Changes requested"),
    ],
)
def test_other_decisions(place: Path, decision: tuple[str, ...], state: str) -> None:
    post = new(place, CLEAN)
    act(place, "submit", post, "--as", "Dewi")
    verb, *reason = decision
    assert state in act(place, verb, post, "--as", "Bayu", *reason)
    assert state in brandvoice("post", "list", "--workspace", place).stdout


def test_a_submission_can_be_taken_back(place: Path) -> None:
    post = new(place, CLEAN)
    act(place, "submit", post, "--as", "Dewi")
    assert "Draft" in act(place, "withdraw", post, "--as", "Dewi")


def test_approving_other_words_than_expected_is_refused(place: Path) -> None:
    post = new(place, CLEAN)
    act(place, "submit", post, "--as", "Dewi")
    refused(place, "approve", post, "--as", "Bayu", "--expect", "0" * 64)


@pytest.mark.parametrize(
    "arguments",
    [("submit", "zzzz", "--as", "Dewi"), ("list", "--state", "nope"), ("show", "zzzz")],
)
def test_what_is_not_there_is_told(place: Path, arguments: tuple[str, ...]) -> None:
    refused(place, *arguments)


def test_nobody_of_that_name_is_told(place: Path) -> None:
    done = brandvoice("post", "new", "-", "--as", "Rina", "--workspace", place, given=CLEAN)
    assert done.returncode == 2
    assert "Rina" in done.stderr
    assert "Dewi" in done.stderr


def test_filters_narrow_the_history(place: Path) -> None:
    mine = new(place, CLEAN, "--channel", "x")
    other = new(place, LEAKING, "--channel", "tiktok")
    act(place, "submit", mine, "--as", "Dewi")

    def found(*filters: str) -> set[str]:
        done = brandvoice("history", "search", "", *filters, "--workspace", place)
        return {line.split()[0] for line in done.stdout.splitlines()}

    assert found() == {mine, other}
    assert found("--channel", "x") == {mine}
    assert found("--state", "in_review") == {mine}
    assert found("--person", "Bayu") == set()
    assert found("--until", "2001-01-01") == set()


def test_info_backup_and_rebuild(place: Path, tmp_path: Path) -> None:
    new(place, CLEAN)
    told = brandvoice("workspace", "info", "--workspace", place).stdout
    assert str(place) in told
    assert re.search(r"[0-9a-f]{64}", told)
    copy = tmp_path / "salinan.sqlite3"
    assert brandvoice("workspace", "backup", copy, "--workspace", place).returncode == 0
    assert brandvoice("workspace", "backup", copy, "--workspace", place).returncode == 2
    assert (
        brandvoice("post", "list", "--workspace", copy).stdout
        == brandvoice("post", "list", "--workspace", place).stdout
    )
    assert brandvoice("workspace", "rebuild", "--workspace", place).returncode == 0


def test_a_file_that_is_no_workspace_is_told_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "catatan.txt"
    other.write_text("belanja", encoding="utf-8")
    done = brandvoice("post", "list", "--workspace", other)
    assert done.returncode == 2
    assert "catatan.txt" in done.stderr
    assert other.read_text(encoding="utf-8") == "belanja"
