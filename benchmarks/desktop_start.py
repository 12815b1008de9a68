"""Process start to first painted window, against a bare PySide6 window in the same run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.stopwatch import installed, side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 11

# Ends the process at the first paint of the first window, or when `ready` says so.
_WATCH: Final = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
"""
_BARE: Final = f"""
{_WATCH}
application = QApplication([])
watch = Watch()
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit())
window.installEventFilter(watch)
window.show()
application.exec()
"""
_OURS: Final = """
import brandvoice.desktop.application as ours
watch = []
class Program(ours.Program):
    def show(self, files=()):
        self.window.resize(1280, 800)
        {watching}
        super().show(files)
ours.Program = Program
from pathlib import Path
ours.run((), Path({workspace!r}))
"""
_FIRST_PAINT: Final = "watch.append(Watch()); self.window.installEventFilter(watch[0])"
_ON_PAPER: Final = "self.office.opened.connect(lambda: QTimer.singleShot(0, lambda: os._exit(0)))"


def measure() -> list[tuple[str, float, str]]:
    """The first paint of the program as a multiple of a bare window's."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = str(Path(folder, "workspace.sqlite3"))
        _somebody_works_here(folder, workspace)
        seconds = side_by_side(
            {
                "bare": _run(folder, _BARE),
                "window": _run(
                    folder, _WATCH + _OURS.format(watching=_FIRST_PAINT, workspace=workspace)
                ),
                "paper": _run(
                    folder, _WATCH + _OURS.format(watching=_ON_PAPER, workspace=workspace)
                ),
            },
            ROUNDS,
        )
    bare = seconds["bare"]
    note = (
        f"{seconds['window'] * 1000:.0f} ms, bare {bare * 1000:.0f} ms; "
        f"the last post on the paper after {seconds['paper'] * 1000:.0f} ms"
    )
    return [
        ("start to first painted window / a bare PySide6 window", seconds["window"] / bare, note)
    ]


def _somebody_works_here(folder: str, workspace: str) -> None:
    from brandvoice.workflow.desk import Desk

    desk = Desk.open(Path(workspace))
    person = desk.add_person("Dewi", ("writer", "approver"))
    post = desk.start(person.id, "Jam buka selama Lebaran: 09.00-15.00.")
    desk.close()
    settings = Path(folder, "config", "Brandvoice", "window.json")
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f'{{"language": "id", "theme": "light", "person": "{person.id}", "post": "{post.id}"}}'
    )


def _run(home: str, code: str) -> Callable[[], None]:
    surroundings = installed(home) | {
        "HOME": home,
        "XDG_CONFIG_HOME": str(Path(home, "config")),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }

    def run() -> None:
        subprocess.run(
            [sys.executable, "-c", code], env=surroundings, check=True, capture_output=True
        )

    return run
