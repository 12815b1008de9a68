"""Runs every benchmark and prints one table: `python -m benchmarks [NAME…]`."""

from __future__ import annotations

import importlib
import math
import os
import platform
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, float, str]

MODULES: Final = (
    "keystroke",
    "desktop_start",
    "cli_start",
    "engine",
    "hardship",
    "history",
    "years",
    "export",
    "proof",
    "grammar",
    "spelling",
)
# The promises: a frame of 16 ms at the 95th percentile, and one and a half bare windows to start.
LIMITS: Final = {"keystroke": 1.0, "desktop_start": 1.6}


def rows(module: str) -> Iterator[Row]:
    """What a benchmark measured, or why it could not; a ratio that is not a number says so."""
    try:
        yield from importlib.import_module(f"benchmarks.{module}").measure()
    except ModuleNotFoundError as error:
        yield module, math.nan, f"not measured: {error.name} is not here"


def line(module: str, row: Row) -> str:
    name, ratio, note = row
    limit = _limit(module, name)
    shown = "—" if math.isnan(ratio) else f"{ratio:.2f}"
    allowed = "" if limit is None else f"≤ {limit:g}"
    mark = "OVER" if limit is not None and ratio > limit else ""
    return f"{name:<58} {shown:>8} {allowed:>6} {mark:<4}  {note}"


def _limit(module: str, name: str) -> float | None:
    """What a module promises of all its rows, or of this one in its own `LIMITS`."""
    of_row = getattr(sys.modules.get(f"benchmarks.{module}"), "LIMITS", {})
    return LIMITS.get(module) or of_row.get(name)


def main(chosen: list[str]) -> None:
    cores = os.cpu_count()
    print(f"Python {platform.python_version()} on {platform.system()}, {cores} cores")
    print(f"{'':<58} {'ratio':>8} {'limit':>6}")
    for module in chosen or MODULES:
        for row in rows(module):
            print(line(module, row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
