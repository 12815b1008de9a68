"""A real window on a real workspace file, closed before the test ends."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from brandvoice.desktop.application import Program
from brandvoice.desktop.palette import LIGHT
from brandvoice.desktop.theme import dress, finish_fonts, install_fonts
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Start = Callable[..., Program]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its typeface and colours."""
    install_fonts(qapp)
    finish_fonts()
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture
def place(private_home: Path) -> Workplace:
    """People and posts in the workspace that the window opens."""
    return Workplace(private_home / "workspace.sqlite3")


@contextmanager
def running(application: QApplication, home: Path) -> Iterator[Start]:
    """Starts programs as a person would, and closes them as a person would."""
    programs: list[Program] = []

    def start(
        *files: Path, workspace: Path | None = None, language: str = "id", theme: str = "light"
    ) -> Program:
        settings = home / "window.json"
        if not settings.exists():
            settings.write_text(f'{{"language": "{language}", "theme": "{theme}"}}')
        program = Program(application, settings, workspace or home / "workspace.sqlite3")
        program.window.resize(1280, 800)  # the offscreen screen is smaller than that
        programs.append(program)
        program.show(files)
        assert QTest.qWaitForWindowExposed(program.window)
        program.window.activateWindow()
        settled(program)
        return program

    yield start
    for program in programs:
        for dialog in program.window.findChildren(QDialog):
            dialog.close()
        settled(program)
        program.window.close()
        settled(program)
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def start(dressed: QApplication, private_home: Path) -> Iterator[Start]:
    """Starts the program on a workspace of its own."""
    with running(dressed, private_home) as starting:
        yield starting


def settled(program: Program) -> None:
    """Waits until nothing is under way: no check, no save, no answer on its way."""

    def quiet() -> bool:
        office = program.office
        if any(lane.waiting for lane in (office.check_lane, office.store_lane, office.read_lane)):
            return False
        if not program.window.screens.count():
            return False
        desk = program.window.desk if program.window.isVisible() else None
        return desk is None or desk.writing.resting

    for _ in range(2):
        until(quiet)
        QApplication.processEvents()


def until(so: Callable[[], bool]) -> None:
    """Waits until `so`; the test fails when that takes longer than anybody would wait."""
    end = time.monotonic() + 20
    while not so():
        assert time.monotonic() < end, "waited 20 seconds in vain"
        QTest.qWait(5)
