"""Writing what is shown to a file, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QProgressBar

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, SentenceDialog, tell
from brandvoice.desktop.exportdialog import ExportDialog, Order
from brandvoice.desktop.folder import show_in_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import HistoryFilter


class Exporting(QObject):
    """Asks what is wanted and writes it beside the record's lane; stopping leaves no file."""

    _progress = Signal(int, int)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._stop = Event()
        self._place: Path | None = None
        self._asking: ExportDialog | None = None
        self._dialog: Dialog | None = None
        self._bar = QProgressBar()
        self._progress.connect(self._on_progress)

    def ask(self, wanted: HistoryFilter) -> None:
        """Lets somebody choose format, language and file for what `wanted` finds."""
        from brandvoice.workflow.scope import scope

        say = self._office.say
        words = scope(wanted, say.language, self._office.name_of)
        place = self._place or self._usual_place()
        self._asking = dialog = ExportDialog(wanted, words, place, say, self._window)
        dialog.ordered.connect(self._on_ordered)
        dialog.finished.connect(self._on_answered)
        self._office.read(lambda archive: archive.count(wanted), self._on_counted, self._on_refused)
        dialog.open()

    def _on_ordered(self, order: object) -> None:
        if isinstance(order, Order):
            self.write(order)

    def write(self, order: Order) -> None:
        """Writes what was ordered."""
        say = self._office.say
        self._stop = Event()
        self._place = order.path
        self._dialog = Dialog(say("export.writing"), self._window)
        self._dialog.tell(order.path.name, "soft")
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
        self._office.read(_writing(order, self._tell), self._on_written, self._on_refused)

    def _usual_place(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents) or str(Path.home())
        today = QDate.currentDate().toString("yyyy-MM-dd")
        return Path(folder, f"{self._office.say('export.name')}-{today}.pdf")

    def _tell(self, done: int, to_do: int) -> bool:
        """Called on the reading lane."""
        self._progress.emit(done, to_do)
        return not (self._stop.is_set() or self._office.read_lane.closing)

    def _on_counted(self, count: int) -> None:
        if self._asking:
            self._asking.show_count(count)

    def _on_answered(self) -> None:
        self._asking = None

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
        if self._stop.is_set() or self._place is None:
            return
        told = say("export.done", count=count, name=self._place.name)
        title = say("export.done_title")
        show = Button(say("export.show"))
        show.clicked.connect(self._on_show)
        SentenceDialog(title, [told, say("export.anchor")], say, self._window, show).open()

    def _on_show(self) -> None:
        if self._place:
            show_in_folder(self._place)

    def _on_refused(self, error: UserError) -> None:
        self._shut()
        say = self._office.say
        tell(self._window, say, say("export.refused"), say.error(error))

    def _shut(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()


def _writing(order: Order, progress: Callable[[int, int], bool]) -> Callable[[Archive], int]:
    return lambda archive: archive.export(
        order.wanted, order.kind, order.path, order.language, progress
    )
