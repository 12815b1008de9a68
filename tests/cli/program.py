"""Runs the real program in a process of its own, as a person or a script does."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def brandvoice(
    *arguments: str | Path, given: str | bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """One run of `brandvoice` with an English locale; output read as UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "brandvoice", *map(str, arguments)],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", **(env or {})},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
