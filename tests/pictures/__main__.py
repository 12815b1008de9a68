"""`python -m tests.pictures [FOLDER]` renders every screen at 1280 x 800 into build/pictures."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from brandvoice.desktop.application import Program
from brandvoice.desktop.settings import THEMES
from brandvoice.words import LANGUAGES
from tests.pictures.exports import take_exports
from tests.pictures.flow import take_flow
from tests.pictures.grammar import take_grammar
from tests.pictures.handover import take_handover
from tests.pictures.keeping import take_keeping
from tests.pictures.publishing import take_publishing
from tests.pictures.rules import take_rules
from tests.pictures.signing import take_signing
from tests.pictures.sources import take_sources
from tests.pictures.story import Story
from tests.pictures.vocabulary import take_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.desk import DeskPage

_PATIENCE = 20
_IN_FRONT = (Qt.WindowType.Dialog, Qt.WindowType.Popup)


class Photographer:
    """Looks at one program, in one language and one theme."""

    def __init__(self, application: QApplication, folder: Path, ending: str) -> None:
        self._application = application
        self._folder = folder
        self._ending = ending
        self.program: Program | None = None

    def start(self, settings: Path, workspace: Path) -> Program:
        self.program = Program(self._application, settings, workspace)
        self.program.window.resize(1280, 800)  # the offscreen screen is smaller than that
        self.program.show()
        self.wait()
        return self.program

    @property
    def is_indonesian(self) -> bool:
        return self._ending.startswith("id")

    def stop(self) -> None:
        if self.program:
            self.wait()
            self.program.window.close()
            self.program.close()
            self.program.window.deleteLater()
            self.program = None

    def wait(self, seconds: float = 0.0) -> None:
        """Waits until nothing is under way, and `seconds` more."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and not self._quiet():
            QTest.qWait(10)
        QTest.qWait(int(seconds * 1000) + 30)

    def take(self, name: str) -> None:
        """Takes a picture of the window with whatever stands in front of it."""
        self.wait()
        assert self.program
        window = self.program.window
        picture = window.grab()
        painter = QPainter(picture)
        for dialog in self._application.topLevelWidgets():
            if dialog.isVisible() and dialog is not window:
                self._put_in_front(painter, window, dialog)
        painter.end()
        self._save(picture, name)

    def _put_in_front(self, painter: QPainter, window: QWidget, dialog: QWidget) -> None:
        if dialog.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
            at = dialog.pos() - window.pos()
        else:
            painter.fillRect(window.rect(), Qt.GlobalColor.transparent)
            painter.setOpacity(0.45)
            painter.fillRect(window.rect(), Qt.GlobalColor.black)
            painter.setOpacity(1)
            at = QPoint(
                (window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2
            )
        painter.drawPixmap(at, dialog.grab())

    def _save(self, picture: QPixmap, name: str) -> None:
        picture.save(str(self._folder / f"{name}-{self._ending}.png"))

    def _quiet(self) -> bool:
        assert self.program
        office, desk = self.program.office, self.program.window.desk
        lanes = office.check_lane, office.store_lane, office.read_lane
        busy = any(lane.waiting for lane in lanes)
        shown = self.program.window.screens.count()
        return not busy and bool(shown) and (desk is None or desk.writing.resting)


def _first_start(look: Photographer, folder: Path, settings: Path) -> None:
    program = look.start(settings, folder / "new.sqlite3")
    look.take("01-welcome")
    program.window.staff.people.begin("Dewi Lestari")
    look.wait()
    look.take("02-desk-empty")
    look.stop()


def _work(look: Photographer, folder: Path, settings: Path) -> None:
    story = Story(folder / "story.sqlite3")
    story.tell()
    program = look.start(settings, folder / "story.sqlite3")
    _decide_as(program, story.rina.id)
    desk = program.window.desk
    assert desk
    look.wait(1.8)
    desk.walking.walk(1)
    look.take("03-desk-in-review")
    _dialogs(look, program, desk)
    _open(look, program, desk, "changes_requested")
    look.take("07-desk-changes-requested")
    _open(look, program, desk, "approved")
    look.take("08-desk-approved")
    _open(look, program, desk, "superseded")
    look.take("09-desk-superseded")
    desk.compare()
    look.take("10-compare")
    _dismiss()
    _decide_as(program, story.dewi.id)
    _open(look, program, desk, "draft")
    desk.walking.walk(1)
    desk.walking.open_fixes()
    look.take("11-desk-draft-fixes")
    _dismiss()
    _screens(look, program)
    look.stop()
    take_rules(look, folder, settings, _dismiss)
    take_keeping(look, folder, settings, _dismiss)
    take_exports(look, folder, settings, _dismiss)
    take_flow(look, folder, settings, _dismiss)
    take_handover(look, folder, settings, _dismiss)
    take_signing(look, folder, settings, _dismiss)
    take_grammar(look, folder, settings, _dismiss)
    take_vocabulary(look, folder, settings, _dismiss)
    take_sources(look, folder, settings, _dismiss)
    take_publishing(look, folder, settings, _dismiss)


def _dialogs(look: Photographer, program: Program, desk: DeskPage) -> None:
    sheet = desk.writing.sheet
    assert sheet
    open_findings = [one.number for one in sheet.shown if one.waiver is None]
    desk.writing.waive(open_findings[0])
    look.take("04-waive")
    _dismiss()
    thanks = next(post for post in program.office.shelf.waiting() if not post.noticed)
    desk.open(thanks.id)
    look.wait()
    desk.writing.act("approve")
    look.take("05-approve")
    _dismiss()
    program.window.open_files([Path("catatan.pdf"), Path("hilang.docx")])
    look.wait()
    look.take("06-files-refused")
    _dismiss()


def _screens(look: Photographer, program: Program) -> None:
    screens = program.window.screens
    screens.turn("queue")
    look.take("12-queue")
    screens.turn("history")
    look.take("13-history")
    if screens.history:
        screens.history.bar.search.setText("zzz")
        look.wait(0.4)
        look.take("14-history-nothing-found")
    screens.turn("settings")
    look.take("15-settings")
    program.window.menus.actions["shortcuts"].trigger()
    look.take("16-shortcuts")
    _dismiss()


def _upgrade(look: Photographer, folder: Path, settings: Path) -> None:
    program = look.start(settings, folder / "story.sqlite3")
    program.window.screens.show_upgrade(620, 1000)
    look.take("29-upgrade")
    look.stop()


def _trouble(look: Photographer, folder: Path, settings: Path) -> None:
    broken = folder / "broken.sqlite3"
    broken.write_bytes(b"This is not a workspace. " * 500)
    look.start(settings, broken)
    look.take("17-trouble")
    look.stop()


def _decide_as(program: Program, person: str) -> None:
    program.office.set_people(program.office.people, person)


def _open(look: Photographer, program: Program, desk: DeskPage, state: str) -> None:
    group = next(group for group in program.office.shelf.groups() if group.state == state)
    desk.open(group.posts[0].id)
    look.wait()


def _dismiss() -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget.windowType() in _IN_FRONT:
            widget.close()
    QTest.qWait(20)


def _say_only_what_matters(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """The offscreen platform mentions at every dialog what it does not support."""
    if kind != QtMsgType.QtDebugMsg and "plugin does not support" not in text:
        sys.stderr.write(f"{text}\n")


def main(target: Path) -> None:
    """Renders everything into `target`."""
    qInstallMessageHandler(_say_only_what_matters)
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    scenes: tuple[Callable[[Photographer, Path, Path], None], ...] = (
        _first_start,
        _work,
        _upgrade,
        _trouble,
    )
    for language in LANGUAGES:
        for theme in THEMES[1:]:
            look = Photographer(application, target, f"{language}-{theme}")
            with tempfile.TemporaryDirectory() as scratch:
                settings = Path(scratch, "window.json")
                # Never among the person's own.
                os.environ["BRANDVOICE_KEYS"] = str(Path(scratch, "keys"))
                for scene in scenes:
                    settings.write_text(json.dumps({"language": language, "theme": theme}))
                    scene(look, Path(scratch), settings)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build", "pictures"))
