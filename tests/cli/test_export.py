"""Exporting without a window: every format, in a language of its own, without Qt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from brandvoice.reports import FORMATS, read_anchors
from brandvoice.workflow.desk import Desk
from tests.cli.program import brandvoice
from tests.deciding import Team

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.reports import Format


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with an approved post and a draft."""
    team = Team(tmp_path / "kerja.sqlite3")
    team.approved("Kopi Gayo 😀 buka Senin")
    team.draft("Teh")
    team.desk.close()
    return team.desk.path


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written_and_is_an_anchor(
    place: Path, tmp_path: Path, format_: Format
) -> None:
    out = tmp_path / f"riwayat.{format_}"
    done = brandvoice("history", "export", "--format", format_, "-o", out, "--workspace", place)
    assert done.returncode == 0, done.stderr
    desk = Desk.open(place)
    (anchor,) = read_anchors(out)
    assert anchor.hash == desk.info().newest
    desk.close()
    proof = brandvoice("history", "verify", "--anchor", out, "--workspace", place)
    assert proof.returncode == 0, proof.stderr


def test_the_file_speaks_the_language_that_is_asked_for(place: Path, tmp_path: Path) -> None:
    for language, words in (("id", "Riwayat persetujuan"), ("en", "Approval history")):
        out = tmp_path / f"{language}.pdf"
        done = brandvoice(
            *("history", "export", "--format", "pdf", "-o", out, "--language", language),
            *("--workspace", place),
        )
        assert done.returncode == 0, done.stderr
        assert words in PdfReader(out).pages[0].extract_text()


def test_filters_say_what_goes_in_and_stand_on_the_cover(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "setuju.pdf"
    brandvoice(
        *("history", "export", "kopi", "--format", "pdf", "-o", out, "--language", "en"),
        *("--state", "approved", "--channel", "instagram", "--workspace", place),
    )
    cover, contents, *_ = (page.extract_text() for page in PdfReader(out).pages)
    assert "“kopi” · Approved · Instagram" in cover
    assert "Kopi Gayo 😀 buka Senin" in contents
    assert "Teh" not in contents


def test_a_workbook_without_posts_still_names_people_and_anchor(
    place: Path, tmp_path: Path
) -> None:
    out = tmp_path / "kosong.xlsx"
    done = brandvoice(
        *("history", "export", "tidakada", "--format", "xlsx", "-o", out, "--workspace", place)
    )
    assert done.returncode == 0, done.stderr
    assert is_zipfile(out)
    record, people, _about = load_workbook(out).worksheets
    assert record.max_row == 1
    assert people.max_row > 3


def test_nothing_half_written_is_left_where_it_cannot_be_written(
    place: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tidak" / "ada.pdf"
    done = brandvoice("history", "export", "--format", "pdf", "-o", out, "--workspace", place)
    assert done.returncode == 2
    assert "ada.pdf" in done.stderr
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.skipif(os.name != "posix", reason="no such signals there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_stopped_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    team = Team(tmp_path / "kerja.sqlite3")
    for place in range(150):
        team.draft(f"Teh {place}\n" * 20)
    team.desk.close()
    folder = tmp_path / "out"
    folder.mkdir()
    command = ("history", "export", "--format", "pdf", "-o", str(folder / "riwayat.pdf"))
    begin = [sys.executable, "-m", "brandvoice", *command, "--workspace", str(team.desk.path)]
    with subprocess.Popen(begin, stderr=subprocess.PIPE) as running:
        while running.poll() is None and not any(folder.iterdir()):
            time.sleep(0.01)
        running.send_signal(number)
        _, told = running.communicate(timeout=60)
    assert running.returncode > 0
    assert b"Traceback" not in told
    assert list(folder.iterdir()) == []
