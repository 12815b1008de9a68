"""The way in: commands, help, the window or a line saying why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.cli import COMMANDS
from tests.cli.program import brandvoice

if TYPE_CHECKING:
    from pathlib import Path

NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_help_names_every_command() -> None:
    done = brandvoice("--help")
    assert done.returncode == 0
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    assert brandvoice(command, "--help").returncode == 0


def test_the_version_is_told() -> None:
    assert brandvoice("--version").stdout.startswith("brandvoice, version ")


@pytest.mark.parametrize("wrong", [("reveiw",), ("review", "--nope"), ("--nope",)])
def test_a_wrong_request_is_told_with_exit_2(wrong: tuple[str, ...]) -> None:
    done = brandvoice(*wrong)
    assert done.returncode == 2
    assert "Usage" in done.stderr


def test_without_a_display_the_samples_are_reviewed_in_the_terminal() -> None:
    done = brandvoice(env=NO_DISPLAY)
    assert done.returncode == 0
    assert "no display" in done.stderr
    assert "serum" in done.stdout


def test_without_a_display_given_drafts_are_reviewed(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text("Termurah se-Bandung!", encoding="utf-8")
    done = brandvoice(draft, env=NO_DISPLAY)
    assert "Termurah se-Bandung" in done.stdout


def test_the_terminal_speaks_indonesian_where_the_locale_does() -> None:
    done = brandvoice(env={**NO_DISPLAY, "LC_ALL": "id_ID.UTF-8"})
    assert "Tidak ada layar" in done.stderr


@pytest.mark.parametrize("display", [":987", "nonsense"])
def test_a_display_that_is_not_there_is_no_crash(display: str) -> None:
    done = brandvoice(env={**NO_DISPLAY, "DISPLAY": display})
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("ModuleNotFoundError('no PySide6', name='PySide6')", "brandvoice[desktop]"),
        ("ImportError('libGL.so.1: cannot open shared object file')", "libGL.so.1"),
    ],
)
def test_where_the_window_cannot_start_the_terminal_says_why_and_does_the_job(
    tmp_path: Path, error: str, says: str
) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text(f"raise {error}", encoding="utf-8")
    done = brandvoice(env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tmp_path)})
    assert done.returncode == 0
    assert says in done.stderr
    assert "serum" in done.stdout
