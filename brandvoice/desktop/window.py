"""The main window: sidebar, screens, the line at the foot."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from brandvoice.desktop.dropping import dropped_files, welcome_files
from brandvoice.desktop.menus import Menus
from brandvoice.desktop.screens import Screens
from brandvoice.desktop.sidebar import Sidebar
from brandvoice.desktop.staff import Staff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from brandvoice.desktop.desk import DeskPage, Handover
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.statusline import StatusLine


class Window(QMainWindow):
    """`spoken` and `dressed` ask for another language or theme: a new window takes over.

    `painted` tells once that the window stands on the screen, its menus filled.
    """

    painted = Signal()
    spoken = Signal(str)
    dressed = Signal(str)

    def __init__(self, office: Office, palette: Palette, handover: Handover | None = None) -> None:
        super().__init__()
        self.office = office
        self._files: list[Path] = []
        self.staff = Staff(self, palette)
        self._is_furnished = False
        self.setWindowTitle("Brandvoice")
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.menus = Menus(office, self)
        self.sidebar = Sidebar(office.say, palette, self)
        self._palette = palette
        self.screens = Screens(office, palette, handover, self)
        self._arrange()
        self._connect()
        self._show_frame()

    @cached_property
    def status(self) -> StatusLine:
        """The line at the foot."""
        from brandvoice.desktop.statusline import StatusLine

        status = StatusLine(self.office.say, self._palette, self)
        self.screens.turned.connect(status.turn)
        status.watch(self.office.proofing)
        self._column.addWidget(status)
        return status

    @property
    def desk(self) -> DeskPage | None:
        """The Desk, once it is built."""
        return self.screens.desk

    def open_files(self, files: Sequence[Path]) -> None:
        """Begins posts from files, as soon as there is somebody to begin them."""
        self._files += files
        if self._files and self.office.is_open:
            self._files = self.staff.intake.open(self._files)

    def furnish(self) -> None:
        """Fills the menus and shows what is known already: after the first paint, or at once."""
        if self._is_furnished:
            return
        self._is_furnished = True
        self.menus.fill()
        self._column.insertWidget(0, self.staff.reminder)
        if self.office.is_open:
            self._on_opened()
        self.painted.emit()

    def give_up(self) -> Handover | None:
        """The sheet with its undo steps, for the window to come."""
        return self.desk.hand_over() if self.desk else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_furnished:
            QTimer.singleShot(0, self.furnish)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.office.reload()
            if self.office.is_open:
                self.office.ruling.read()  # somebody may have edited brand.toml by hand

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_files(dropped_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.staff.leaving.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _on_opened(self) -> None:
        self.screens.clear()
        if self.office.people:
            self._on_people()
        else:
            self.screens.show_welcome()
            self.open_files(())  # a hand-over file brings people along
        self._show_frame()

    def _show_frame(self) -> None:
        """The sidebar and the foot belong to somebody who is working."""
        self.sidebar.setVisible(bool(self.office.person or self.office.settings.person))
        if self.office.person:
            self.status.show()

    def _on_people(self) -> None:
        person = self.office.person
        if person is None:
            return
        self.status.show_person(person.name, self.menus.who)
        self._on_post_changed()
        self._show_frame()
        if not self.screens.current:
            self.staff.proving.begin()
            self.staff.advising.begin()
            self.staff.backing_up.begin()
            self.staff.placing.begin()
            self.screens.turn("desk")
            self.open_files(())

    def _on_post_changed(self) -> None:
        self.sidebar.show_waiting(len(self.office.watch.waiting()))

    def _on_laid(self) -> None:
        if self.desk:
            self.status.follow(self.desk.writing)
            self.desk.evidence.erasing.connect(self.staff.erase_file)

    def _on_wanted(self, command: str) -> None:
        self.staff.acting.do(command)

    def _connect(self) -> None:
        office = self.office
        office.opened.connect(self._on_opened)
        office.refused.connect(self.screens.show_trouble)
        office.upgrading.connect(self.screens.show_upgrade)
        office.people_changed.connect(self._on_people)
        office.post_changed.connect(self._on_post_changed)
        self.screens.laid.connect(self._on_laid)
        self.screens.turned.connect(self.sidebar.show_screen)
        self.sidebar.turned.connect(self.screens.turn)
        office.watch.changed.connect(self._on_post_changed)
        self.menus.recent.connect(self._on_recent)
        for source in (self.menus, self.screens):
            source.wanted.connect(self._on_wanted)
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
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(middle, 1)
        self.setCentralWidget(whole)
