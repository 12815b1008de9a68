"""A real window on a real workspace file, closed before the test ends."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.application import Program
from brandvoice.desktop.palette import LIGHT
from brandvoice.desktop.theme import dress, install_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Start = Callable[..., Program]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its typeface and colours."""
    install_fonts(qapp)
    dress(qapp, LIGHT)
    return qapp


@contextmanager
def running(qtbot: QtBot, application: QApplication, home: Path) -> Iterator[Start]:
    """Starts programs as a person would, and closes them as a person would."""
    programs: list[Program] = []

    def start(
        *files: Path, workspace: Path | None = None, language: str = "id", theme: str = "light"
    ) -> Program:
        settings = home / "window.json"
        if not settings.exists():
            settings.write_text(f'{{"language": "{language}", "theme": "{theme}"}}')
        program = Program(application, settings, workspace or home / "workspace.sqlite3")
        programs.append(program)
        with qtbot.waitExposed(program.window):
            program.show(files)
        program.window.activateWindow()
        settled(qtbot, program)
        return program

    yield start
    for program in programs:
        settled(qtbot, program)
        program.window.close()
        settled(qtbot, program)
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def start(qtbot: QtBot, dressed: QApplication, private_home: Path) -> Iterator[Start]:
    """Starts the program on a workspace of its own."""
    with running(qtbot, dressed, private_home) as starting:
        yield starting


def settled(qtbot: QtBot, program: Program) -> None:
    """Waits until nothing is under way: no check, no save, no answer on its way."""

    def quiet() -> bool:
        office = program.office
        if office.check_lane.waiting or office.store_lane.waiting:
            return False
        if not program.window.screens.count():
            return False
        desk = program.window.desk
        return desk is None or desk.writing.resting

    for _ in range(2):
        qtbot.waitUntil(quiet, timeout=20_000)
        QApplication.processEvents()
