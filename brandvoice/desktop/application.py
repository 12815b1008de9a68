"""Starts the window, and puts another in its place when the language or the colours change."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.collecting import Collecting
from brandvoice.desktop.crash import install
from brandvoice.desktop.office import Office
from brandvoice.desktop.settings import THEMES, settings_place
from brandvoice.desktop.theme import dress, finish_fonts, install_fonts, palette_for, system_shade
from brandvoice.desktop.window import Window
from brandvoice.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import Qt

    from brandvoice.errors import UserError
    from brandvoice.words import Language

_SIZE = QSize(1280, 800)
# What a title bar takes of a small screen.
_FRAME = QSize(0, 40)


class Program(QObject):
    """The office and the window in front of it."""

    def __init__(
        self, application: QApplication, settings_file: Path, workspace: Path | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._collecting = Collecting(self)
        self.office = Office(settings_file, workspace)
        if self.office.settings.language is None:
            self.office.settings.language = _system_language()
            self.office.speak()
        self._system = system_shade(application)
        install_fonts(application)
        self._palette = palette_for(self.office.settings.theme, self._system)
        dress(application, self._palette)
        self.window = self._made(Window(self.office, self._palette))
        screen = application.primaryScreen().availableSize()
        self.window.resize(_SIZE.boundedTo(screen - _FRAME))

    def show(self, files: Sequence[Path] = ()) -> None:
        """Shows the window; everything slow begins after it was painted."""
        self.window.painted.connect(self._begin)
        self.window.open_files(files)
        self.window.show()

    def _begin(self) -> None:
        """What was not needed for the first paint: the record on its lane, the Desk here."""
        self.office.open()
        self.office.proofing.begin()
        finish_fonts()
        importlib.import_module("brandvoice.desktop.desk")
        self._application.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def close(self) -> None:
        """Finishes what is to be kept and ends the lanes."""
        self.office.remember()
        self.office.close()
        self._collecting.stop()

    def _made(self, window: Window) -> Window:
        window.spoken.connect(self._on_spoken)
        window.dressed.connect(self._on_dressed)
        return window

    def _on_spoken(self, language: str) -> None:
        if language != self.office.say.language:
            self.office.settings.language = next(one for one in LANGUAGES if one == language)
            self.office.speak()
            self._replace()

    def _on_dressed(self, theme: str) -> None:
        self.office.settings.theme = next(known for known in THEMES if known == theme)
        self._replace()

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._system = "dark" if scheme.name == "Dark" else "light"
        if palette_for(self.office.settings.theme, self._system) != self._palette:
            self._replace()

    def _replace(self) -> None:
        """Puts another window in place of this one, once what is typed is saved or cannot be."""
        if self.window.desk:
            self.window.desk.writing.keeping.then(self._put_another, self._put_another)
        else:
            self._put_another()

    def _put_another(self, _: UserError | None = None) -> None:
        """Another window takes over the size, the screen and the sheet, undo steps included."""
        self.office.remember()
        self._palette = palette_for(self.office.settings.theme, self._system)
        dress(self._application, self._palette)
        old = self.window
        self.window = self._made(Window(self.office, self._palette, old.give_up()))
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.furnish()
        self.window.screens.resume(old.screens.current, old.screens.place)
        if not self.office.is_open:
            self.office.open()
        if old.isVisible():
            self.window.show()
        old.hide()
        old.deleteLater()


def run(files: Sequence[Path] = (), workspace: Path | None = None) -> int:
    """Opens the window with these drafts and stays until it is closed; the exit code."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Brandvoice")
    application.setDesktopFileName("brandvoice")
    program = Program(application, settings_place(), workspace)

    def bug(log: Path) -> None:
        say = program.office.say
        from brandvoice.desktop.dialog import tell

        told = say("bug.safe"), say("bug.log", path=log)
        tell(program.window, say, say("bug.title"), *told)

    install(bug)
    program.show(files)
    code = application.exec()
    program.close()
    return code


def _system_language() -> Language:
    from PySide6.QtCore import QLocale

    spoken = QLocale.system()
    if spoken.language() in (QLocale.Language.Indonesian, QLocale.Language.C):
        return "id"
    return "en"
