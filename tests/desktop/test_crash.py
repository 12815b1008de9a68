"""A bug is told and written down, without the words of a post, and the window lives on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from brandvoice.desktop.crash import install, log_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE = "Mbak Sari 0812-8841-2907"


@pytest.fixture
def hook() -> Iterator[list[Path]]:
    """Our hook in place of whatever catches bugs; the places it told of."""
    before = sys.excepthook
    told: list[Path] = []
    install(told.append)
    yield told
    sys.excepthook = before


def raised(error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_bug_is_told_and_written_down_without_words(hook: list[Path]) -> None:
    raised(ValueError(PRIVATE))
    assert hook == [log_place()]
    log = log_place().read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_crash.py" in log
    assert "Sari" not in log


def test_leaving_is_no_bug(hook: list[Path]) -> None:
    raised(KeyboardInterrupt())
    assert hook == []
    assert not log_place().exists()


def test_a_log_that_cannot_be_written_is_no_second_bug(
    hook: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    raised(ValueError())
    assert len(hook) == 1
