"""Finds a Java that LanguageTool runs on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED: Final = 17
"""LanguageTool 6.6 and newer say so."""
_PATIENCE: Final = 5
_VERSION: Final = re.compile(r'version "(\d+)(?:\.(\d+))?')
_HOMES: Final = (
    "/usr/lib/jvm/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*",
    "C:/Program Files/*/jdk*",
    "C:/Program Files/*/jre*",
)
# Without it a window of a console opens on Windows for every program that is run.
QUIETLY: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Java(NamedTuple):
    """A `java` program and its major version."""

    program: Path
    version: int


def find_java(chosen: str = "") -> Java:
    """The first Java that is new enough: `chosen`, $JAVA_HOME, on the path, in the usual folders.

    `chosen` is a program or its home folder. Raises UserError `grammar.no_java`, or
    `grammar.old_java` when all that were found are too old.
    """
    newest = 0
    for program in dict.fromkeys(_programs(chosen)):
        version = _version(program)
        if version >= NEEDED:
            return Java(program, version)
        newest = max(newest, version)
    if newest:
        raise UserError("grammar.old_java", version=newest, needed=NEEDED)
    raise UserError("grammar.no_java", needed=NEEDED)


def _programs(chosen: str) -> Iterator[Path]:
    name = "java.exe" if os.name == "nt" else "java"
    for given in filter(None, (chosen, os.environ.get("JAVA_HOME"))):
        home = Path(given)
        yield home if home.is_file() else home / "bin" / name
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for pattern in _HOMES:
        place = Path(pattern)
        if place.anchor == Path.cwd().anchor:
            for home in sorted(Path(place.anchor).glob(str(place.relative_to(place.anchor)))):
                yield home / "bin" / name


def _version(program: Path) -> int:
    """The major version of a `java`; 0 for what is none."""
    try:
        told = subprocess.run(
            [program, "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            creationflags=QUIETLY,
        )
    except (OSError, subprocess.SubprocessError):
        return 0
    found = _VERSION.search((told.stderr + told.stdout).decode(errors="replace"))
    if found is None:
        return 0
    major, minor = int(found[1]), int(found[2] or 0)
    return minor if major == 1 else major  # 1.8 is what Java 8 calls itself
