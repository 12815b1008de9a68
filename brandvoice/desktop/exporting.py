"""Writing what is shown to a file, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.reports import Format
    from brandvoice.words import Language
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import HistoryFilter


class Exporting(QObject):
    """Asks for a file and writes it beside the record's lane; stopping leaves no file behind."""

    _progress = Signal(int, int)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._stop = Event()
        self._path = Path()
        self._wanted: HistoryFilter | None = None
        self._dialog: Dialog | None = None
        self._bar = QProgressBar()
        self._progress.connect(self._on_progress)

    def ask(self, wanted: HistoryFilter) -> None:
        """Lets somebody choose the file; its ending says the format."""
        say = self._office.say
        self._wanted = wanted
        dialog = QFileDialog(self._window, say("export.title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say("export.csv"), say("export.json")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(say("export.name"))
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        self._chooser = dialog
        dialog.open()

    def write(self, wanted: HistoryFilter, path: Path) -> None:
        """Writes what `wanted` finds to `path`."""
        say = self._office.say
        self._stop = Event()
        self._path = path
        self._dialog = Dialog(say("export.writing"), self._window)
        self._dialog.tell(path.name, "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(say("export.writing"))
        self._dialog.column.addWidget(self._bar)
        stop = Button(say("export.stop"))
        stop.clicked.connect(self._dialog.reject)
        self._dialog.rejected.connect(self._on_stop)
        self._dialog.end_with(stop)
        self._dialog.open()
        work = _writing(wanted, path, say.language, self._tell)
        self._office.read(work, self._on_written, self._on_refused)

    def _tell(self, done: int, to_do: int) -> bool:
        """Called on the reading lane."""
        self._progress.emit(done, to_do)
        return not (self._stop.is_set() or self._office.read_lane.closing)

    def _on_filter(self, name: str) -> None:
        self._chooser.setDefaultSuffix("json" if ".json" in name else "csv")

    def _on_file(self, name: str) -> None:
        if self._wanted is not None:
            self.write(self._wanted, Path(name))

    def _on_progress(self, done: int, to_do: int) -> None:
        if self._dialog:
            self._bar.setRange(0, to_do)
            self._bar.setValue(done)

    def _on_stop(self) -> None:
        """The dialog is closing, and its bar with it."""
        self._stop.set()
        self._dialog = None

    def _on_written(self, count: int) -> None:
        self._shut()
        say = self._office.say
        if not self._stop.is_set():
            told = say("export.done", count=count, name=self._path.name)
            tell(self._window, say, say("export.done_title"), told, say("export.anchor"))

    def _on_refused(self, error: UserError) -> None:
        self._shut()
        say = self._office.say
        tell(self._window, say, say("export.refused"), say.error(error))

    def _shut(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()


def _writing(
    wanted: HistoryFilter, path: Path, language: Language, progress: Callable[[int, int], bool]
) -> Callable[[Archive], int]:
    kind: Format = "json" if path.suffix.lower() == ".json" else "csv"
    return lambda archive: archive.export(wanted, kind, path, language, progress)
