"""Backups taken beside the work: on the first change of a day, and when somebody asks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from brandvoice.desktop.dialog import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import Desk
    from brandvoice.workspace.backups import Backup

_SOON: Final = 20_000
"""Milliseconds after the first change of a day."""


class BackingUp(QObject):
    """`taken` brings the new Backup, or None when none was due; `progress` steps done and to do;
    `changed` tells that there are other backups than before."""

    taken = Signal(object)
    progress = Signal(int, int)
    changed = Signal()

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._day = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.take_if_due)

    def begin(self) -> None:
        """Waits for the first change of a day."""
        self._office.post_changed.connect(self._on_changed)

    def take_if_due(self) -> None:
        """Takes one if this day has none yet; a failure is told once a day."""
        self._take(always=False)

    def take(self) -> None:
        """Takes one now."""
        self._take(always=True)

    def choose_folder(self) -> None:
        """Lets somebody choose where backups go from now on."""
        dialog = QFileDialog(self._window, self._office.say("care.folder_title"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.put_into)
        dialog.open()

    def put_into(self, folder: str) -> None:
        """Names the folder of the backups to come; empty: beside the file."""

        def put(desk: Desk) -> None:
            from brandvoice.workspace.backups import Backups

            Backups.put_into(desk.workspace, Path(folder) if folder else None)

        self._office.store(put, self._on_put, self._on_refused)

    def _take(self, *, always: bool) -> None:
        self._office.read(self._taking(always=always), self._on_taken, self._on_refused)

    def _taking(self, *, always: bool) -> Callable[[Archive], Backup | None]:
        lane, tell_progress = self._office.read_lane, self.progress.emit

        def go_on(done: int, to_do: int) -> bool:
            tell_progress(done, to_do)
            return not lane.closing

        def take(archive: Archive) -> Backup | None:
            from brandvoice.workspace.backups import Backups
            from brandvoice.workspace.progress import StoppedError

            now = datetime.now(UTC)
            backups = Backups.of(archive.workspace)
            if archive.workspace.read_only or not (always or backups.due(now)):
                return None
            try:
                return backups.take(now, None, go_on)
            except StoppedError:
                return None

        return take

    def _on_changed(self) -> None:
        """Something was written; once a day that is the moment."""
        today = datetime.now().astimezone().date().isoformat()
        if self._day != today:
            self._day = today
            self._soon.start()

    def _on_taken(self, backup: Backup | None) -> None:
        self.taken.emit(backup)
        if backup:
            self.changed.emit()

    def _on_put(self, _: None) -> None:
        self.changed.emit()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        self.taken.emit(None)
        tell(self._window, say, say("care.not_backed_up"), say.error(error))
