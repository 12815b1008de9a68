"""What the terminal tells while long work is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.cli.counting import Counting
from brandvoice.workspace.progress import when_long

if TYPE_CHECKING:
    import pytest


def test_a_line_on_stderr_stands_once_where_no_terminal_reads_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    upgrading = Counting("upgrade.line", stands=True)
    for done in range(10):
        assert upgrading(done, 10)
    upgrading.end()
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "Bringing the workspace up to date: 0 %\n"


def test_nothing_is_said_of_work_that_is_soon_done(capsys: pytest.CaptureFixture[str]) -> None:
    upgrading = Counting("upgrade.line", stands=True)
    assert when_long(upgrading)(1, 2)
    upgrading.end()
    assert capsys.readouterr().err == ""
