"""From the shell's return key to the answer: `brandvoice review` on one post."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.posts import posts
from benchmarks.stopwatch import installed, side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 11
BARE_CLICK: Final = "import click; click.command()(lambda: None)(standalone_mode=False)"


def measure() -> list[tuple[str, float, str]]:
    """Start, review and end of the program, as multiples of Python's own start and of click's."""
    with tempfile.TemporaryDirectory() as folder:
        post = Path(folder) / "post.txt"
        post.write_text(posts(1)[0], encoding="utf-8")
        seconds = side_by_side(
            {
                "review": _run(folder, "-m", "brandvoice", "review", str(post)),
                "python": _run(folder, "-c", "pass"),
                "click": _run(folder, "-c", BARE_CLICK),
            },
            ROUNDS,
        )
    review, python, click = (seconds[name] * 1e3 for name in ("review", "python", "click"))
    return [
        (
            "brandvoice review, one post / python -c pass",
            review / python,
            f"{review:.0f} ms / {python:.0f} ms",
        ),
        (
            "brandvoice review, one post / bare click program",
            review / click,
            f"{review:.0f} ms / {click:.0f} ms",
        ),
    ]


def _run(folder: str, *arguments: str) -> Callable[[], object]:
    surroundings = installed(folder)

    def run() -> None:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=surroundings, capture_output=True, check=False)
        # 1 means that something was found; 2 and above that it did not work.
        assert done.returncode <= 1, done.stderr.decode()

    return run
