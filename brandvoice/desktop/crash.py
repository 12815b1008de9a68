"""A bug is told, written down, and does not take the window along."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType


def log_place() -> Path:
    """Where bugs are written down on this platform."""
    from platformdirs import user_log_path

    return user_log_path("Brandvoice", appauthor=False) / "window.log"


def write_down(kind: type[BaseException], trace: TracebackType | None, place: Path) -> None:
    """Adds one bug to the log. It names files and lines of the program, never words of a post."""
    import traceback
    from datetime import UTC, datetime

    frames = traceback.extract_tb(trace)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat()} {kind.__name__}\n{''.join(lines)}")
    except OSError:
        pass


def install(tell: Callable[[Path], None]) -> None:
    """Has every exception that nobody caught printed, written down and told with `tell`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            place = log_place()
            write_down(kind, trace, place)
            tell(place)

    sys.excepthook = hook
