"""Which servers run, for whom: what an app that was killed leaves behind, the next one ends."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import psutil

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE: Final = 3
# Two readings of when a process began differ by rounding at most.
_SAME_SECOND: Final = 1.0


class Register:
    """A folder with a note for each server: its process, and the app it belongs to.

    A process is told by its number and the time it began, and a server also by the folder in its
    command line, so that nothing else is ever ended.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{os.getpid()}.json"

    def note(self, pid: int, files: Path) -> None:
        """Notes the server `pid`, started from `files` by this process."""
        server = psutil.Process(pid)
        known = {
            "server": [pid, server.create_time()],
            "app": [os.getpid(), psutil.Process().create_time()],
            "files": str(files),
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        self._own.write_text(json.dumps(known), encoding="utf-8")

    def forget(self) -> None:
        """This process has no server any more."""
        self._own.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Ends the servers whose app is gone; says how many there were."""
        swept = 0
        for note in self._folder.glob("*.json"):
            try:
                known = json.loads(note.read_text(encoding="utf-8"))
                app, server, files = known["app"], known["server"], str(known["files"])
                if _alive(*app):
                    continue
                orphan = _alive(*server)
            except (OSError, ValueError, KeyError, TypeError):
                orphan = None
                files = ""
            if orphan and _runs_from(orphan, files):
                end(orphan)
                swept += 1
            with suppress(OSError):
                note.unlink(missing_ok=True)
        return swept


def end(process: psutil.Process) -> None:
    """Asks a process to end, and makes it after three seconds."""
    with suppress(psutil.NoSuchProcess):
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(_PATIENCE)


def _alive(pid: Any, began: Any) -> psutil.Process | None:
    """The process `pid` if it is the one that began then and still runs."""
    try:
        process = psutil.Process(int(pid))
        same = abs(process.create_time() - float(began)) < _SAME_SECOND
        return process if same and process.status() != psutil.STATUS_ZOMBIE else None
    except psutil.Error:
        return None


def _runs_from(process: psutil.Process, files: str) -> bool:
    with suppress(psutil.Error):
        return any(part.startswith(files) for part in process.cmdline())
    return False
