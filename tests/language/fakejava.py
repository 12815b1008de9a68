"""A program that is called like Java, and starts like it, or does not."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

import psutil

from brandvoice.language.place import JAR, NAME
from tests.language.fakeserver import FakeServer

Kind = Literal["good", "old", "mute", "never", "exits", "taken-once", "taken", "late", "dies"]
ROOT = Path(__file__).resolve().parents[2]
_VERSION = 'openjdk version "{}" 2025-04-15\nOpenJDK Runtime Environment'


def java_home(folder: Path, kind: Kind) -> Path:
    """A folder as JAVA_HOME names one, with a `java` of this kind."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        f"from tests.language.fakejava import main\nmain({kind!r}, {str(folder)!r})\n"
    )
    program.chmod(0o755)
    return folder


def server_files(folder: Path) -> Path:
    """A folder that looks like LanguageTool's."""
    files = folder / NAME
    (files / "libs").mkdir(parents=True)
    (files / JAR).write_bytes(b"")
    return files


def main(kind: Kind, folder: str) -> None:
    """What this `java` does."""
    if "-version" in sys.argv:
        if kind == "mute":
            sys.exit(0)
        sys.stderr.write(_VERSION.format("1.8.0_401" if kind == "old" else "17.0.15"))
        return
    with Path(folder, "starts").open("a", encoding="utf-8") as noted:
        noted.write("x")
    port = int(sys.argv[sys.argv.index("--port") + 1])
    if kind == "never":
        time.sleep(600)
    if kind == "exits":
        sys.exit("Error: Could not find or load main class")
    if kind == "taken" or (kind == "taken-once" and starts(Path(folder)) == 1):
        sys.exit("java.net.BindException: Address already in use")
    if kind == "late":
        time.sleep(0.6)
    server = FakeServer(port)
    if kind == "dies":
        server.manner = "drops"
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.serve_forever()


def starts(folder: Path) -> int:
    """How often the `java` of this home was started as a server."""
    noted = folder / "starts"
    return len(noted.read_text(encoding="utf-8")) if noted.exists() else 0


def running(folder: Path) -> list[psutil.Process]:
    """The servers from this folder that run now."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            line = process.cmdline()
            runs = process.status() != psutil.STATUS_ZOMBIE
            if runs and str(folder / JAR) in line and "--port" in line:
                found.append(process)
    return found
