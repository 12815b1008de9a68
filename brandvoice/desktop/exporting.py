"""Writing what is shown to a file, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QStandardPaths

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import SentenceDialog, tell
from brandvoice.desktop.exportdialog import ExportDialog, Order
from brandvoice.desktop.folder import show_in_folder
from brandvoice.desktop.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import HistoryFilter


class Exporting(QObject):
    """Asks what is wanted and writes it beside the record's lane; stopping leaves no file."""

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._waiting = Waiting(office, window)
        self._place: Path | None = None
        self._asking: ExportDialog | None = None

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
        self._place = order.path
        self._waiting.begin(self._office.say("export.writing"), order.path.name)
        self._office.read(_writing(order, self._waiting.go_on), self._on_written, self._on_refused)

    def _usual_place(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents) or str(Path.home())
        today = QDate.currentDate().toString("yyyy-MM-dd")
        return Path(folder, f"{self._office.say('export.name')}-{today}.pdf")

    def _on_counted(self, count: int) -> None:
        if self._asking:
            self._asking.show_count(count)

    def _on_answered(self) -> None:
        self._asking = None

    def _on_written(self, count: int) -> None:
        self._waiting.end()
        say = self._office.say
        if self._waiting.stopped or self._place is None:
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
        self._waiting.end()
        say = self._office.say
        tell(self._window, say, say("export.refused"), say.error(error))


def _writing(order: Order, progress: Callable[[int, int], bool]) -> Callable[[Archive], int]:
    return lambda archive: archive.export(
        order.wanted, order.kind, order.path, order.language, progress
    )
