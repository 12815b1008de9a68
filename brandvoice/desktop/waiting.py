"""A dialog that tells how far long work is, and lets somebody stop it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office


class Waiting(QObject):
    """For work on the reading lane, which asks `go_on`; closing the dialog stops it."""

    _progress = Signal(int, int)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._stop = Event()
        self._dialog: Dialog | None = None
        self._bar = QProgressBar()
        self._progress.connect(self._on_progress)

    @property
    def under_way(self) -> bool:
        """Whether the dialog is open."""
        return self._dialog is not None

    @property
    def stopped(self) -> bool:
        """Whether somebody closed the dialog before the work was done."""
        return self._stop.is_set()

    def begin(self, title: str, detail: str = "") -> None:
        """Opens the dialog."""
        say = self._office.say
        self._stop = Event()
        self._dialog = Dialog(title, self._window)
        if detail:
            self._dialog.tell(detail, "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._dialog.column.addWidget(self._bar)
        stop = Button(say("export.stop"))
        stop.clicked.connect(self._dialog.reject)
        self._dialog.rejected.connect(self._on_stop)
        self._dialog.end_with(stop)
        self._dialog.open()

    def go_on(self, done: int, to_do: int) -> bool:
        """Takes how far the work is; whether it shall go on. Called on the reading lane."""
        self._progress.emit(done, to_do)
        return not (self._stop.is_set() or self._office.read_lane.closing)

    def end(self) -> None:
        """Closes the dialog: the work is done."""
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()

    def _on_progress(self, done: int, to_do: int) -> None:
        if self._dialog:
            self._bar.setRange(0, to_do)
            self._bar.setValue(done)

    def _on_stop(self) -> None:
        """The dialog is closing, and its bar with it."""
        self._stop.set()
        self._dialog = None
