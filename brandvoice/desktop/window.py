"""The main window: sidebar, screens, the line at the foot."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from brandvoice.desktop.acting import Acting
from brandvoice.desktop.dialog import tell
from brandvoice.desktop.intake import Intake
from brandvoice.desktop.leaving import Leaving
from brandvoice.desktop.menus import Menus
from brandvoice.desktop.people import People
from brandvoice.desktop.proving import Proof, Proving
from brandvoice.desktop.screens import Screens
from brandvoice.desktop.sidebar import Sidebar
from brandvoice.desktop.statusline import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.desk import DeskPage, Handover
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.errors import UserError


class Window(QMainWindow):
    """`spoken` and `dressed` ask for another language or theme: a new window takes over."""

    spoken = Signal(str)
    dressed = Signal(str)

    def __init__(self, office: Office, palette: Palette, handover: Handover | None = None) -> None:
        super().__init__()
        self.office = office
        self._files: list[Path] = []
        self.setWindowTitle("Brandvoice")
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.people = People(office, self)
        self.intake = Intake(office, self)
        self.proving = Proving(office, self)
        self.menus = Menus(office, self.people, self)
        self.sidebar = Sidebar(office.say, palette, self)
        self.status = StatusLine(office.say, palette, self)
        self.screens = Screens(office, self.people, palette, handover)
        self._acting = Acting(self)
        self._leaving = Leaving(self)
        self._arrange()
        self._connect()
        self._show_frame()
        if office.is_open:
            self._on_opened()

    @property
    def desk(self) -> DeskPage | None:
        """The Desk, once it is built."""
        return self.screens.desk

    @property
    def folder(self) -> Path:
        """Where another workspace file is looked for first."""
        return self.office.workspace.parent if self.office.workspace else Path.home()

    def open_files(self, files: Sequence[Path]) -> None:
        """Begins posts from files, as soon as there is somebody to begin them."""
        self._files += files
        if self.office.person and self.office.is_open:
            self.intake.open(self._files)
            self._files = []

    def turn_to_workspace(self, file: Path) -> None:
        """Saves what is typed, then opens another workspace file."""
        if self.desk:
            self.desk.writing.keeping.then(partial(self._turn_elsewhere, file))
        else:
            self._turn_elsewhere(file)

    def give_up(self) -> tuple[str, Handover | None]:
        """The screen on view and the sheet with its undo steps, for the window to come."""
        return self.screens.current, self.desk.hand_over() if self.desk else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _turn_elsewhere(self, file: Path) -> None:
        self.screens.clear()
        self.office.open_elsewhere(file)

    def _on_opened(self) -> None:
        self.screens.clear()
        if self.office.people:
            self._on_people()
            self.proving.begin()
        else:
            self.screens.show_welcome()
        self._show_frame()

    def _show_frame(self) -> None:
        """The sidebar and the foot belong to somebody who is working."""
        working = bool(self.office.person or self.office.settings.person)
        self.sidebar.setVisible(working)
        self.status.setVisible(working)

    def _on_refused(self, error: UserError) -> None:
        self.screens.show_trouble(error)

    def _on_people(self) -> None:
        person = self.office.person
        if person is None:
            return
        self.status.show_person(person.name, self.menus.who)
        self._on_post_changed()
        self._show_frame()
        if not self.screens.current:
            self.screens.turn("desk")
            self.open_files(())

    def _on_post_changed(self) -> None:
        self.sidebar.show_waiting(len(self.office.shelf.waiting()))

    def _on_laid(self, desk: DeskPage) -> None:
        self.status.follow(desk.writing)

    def _on_started(self, post: PostState) -> None:
        self.screens.open_post(post.id)

    def _on_proved(self, proof: Proof) -> None:
        self.status.show_record(proof.sentence, intact=proof.intact)
        if proof.asked or not proof.intact:
            say = self.office.say
            key = "proof.intact_title" if proof.intact else "proof.broken_title"
            told = say("proof.meaning" if proof.intact else "proof.advice")
            tell(self, say, say(key), proof.sentence, told)

    def _connect(self) -> None:
        office = self.office
        office.opened.connect(self._on_opened)
        office.refused.connect(self._on_refused)
        office.people_changed.connect(self._on_people)
        office.post_changed.connect(self._on_post_changed)
        self.intake.started.connect(self._on_started)
        self.proving.proved.connect(self._on_proved)
        self.screens.laid.connect(self._on_laid)
        self.screens.turned.connect(self.sidebar.show_screen)
        self.screens.turned.connect(self.status.turn)
        self.sidebar.turned.connect(self.screens.turn)
        self._acting.closing.connect(self.close)
        self.menus.recent.connect(self._on_recent)
        for source in (self.menus, self.screens):
            source.wanted.connect(self._acting.do)
            source.spoken.connect(self.spoken)
            source.dressed.connect(self.dressed)

    def _on_recent(self, name: str) -> None:
        self.open_files([Path(name)])

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.screens, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
