"""Proves the record while nobody is waiting for it, and when somebody asks."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, SentenceDialog, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.proof import Verification
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import Desk

_QUIET: Final = 1_500
"""Milliseconds without an act before the record is walked."""


class Proof(NamedTuple):
    """What is said of the record: a sentence, whether it holds, whether it was asked for."""

    sentence: str
    intact: bool
    asked: bool


class Proving(QObject):
    """`proved` brings a Proof; bad news, and news that was asked for, open a window."""

    proved = Signal(Proof)
    _progress = Signal(int, int)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._intact = False
        self._stop = Event()
        self._dialog: Dialog | None = None
        self._bar = QProgressBar()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._walk)
        self._progress.connect(self._on_progress)
        office.post_changed.connect(self._on_changed)

    def begin(self) -> None:
        """Walks soon what was added to the record since it was last proved."""
        self._intact = False
        self._quiet.start()

    def ask(self, anchors: tuple[Path, ...] = ()) -> None:
        """Walks the whole record now and says what was found; `anchors` are earlier exports."""
        if self._dialog:
            return
        say = self._office.say
        self._stop = Event()
        self._dialog = Dialog(say("proof.walking"), self._window)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(say("proof.walking"))
        self._dialog.column.addWidget(self._bar)
        stop = Button(say("export.stop"))
        stop.clicked.connect(self._dialog.reject)
        self._dialog.rejected.connect(self._on_stop)
        self._dialog.end_with(stop)
        self._dialog.open()
        self._office.read(
            lambda archive: archive.verify(self._go_on, anchors), self._on_asked, self._fail
        )

    def _walk(self) -> None:
        self._office.read(_walking(self._office), self._on_walked, self._fail)

    def _go_on(self, done: int, to_do: int) -> bool:
        """Called on the reading lane."""
        self._progress.emit(done, to_do)
        return not (self._stop.is_set() or self._office.read_lane.closing)

    def _on_progress(self, done: int, to_do: int) -> None:
        if self._dialog:
            self._bar.setRange(0, to_do)
            self._bar.setValue(done)

    def _on_stop(self) -> None:
        """The dialog is closing, and its bar with it."""
        self._stop.set()
        self._dialog = None

    def _on_walked(self, found: Verification) -> None:
        if found.complete or found.broken:
            self._take(found, asked=False)

    def _on_asked(self, found: Verification) -> None:
        self._shut()
        if not self._stop.is_set():
            self._take(found, asked=True)

    def _take(self, found: Verification, *, asked: bool) -> None:
        self._intact = found.intact
        self._tell(Proof(found.sentence(self._office.say.language), found.intact, asked))

    def _on_changed(self) -> None:
        """Our own acts continue the chain that was proved: only their number is news."""
        if self._intact:
            self._office.store(_entries, self._on_counted, self._fail)

    def _on_counted(self, entries: int) -> None:
        sentence = self._office.say.whole("proof.intact", count=entries)
        self.proved.emit(Proof(sentence, intact=True, asked=False))

    def _fail(self, error: UserError) -> None:
        self._shut()
        say = self._office.say
        if error.key.startswith("report."):
            # The file to compare with could not be read; that says nothing about the record.
            tell(self._window, say, say("refused.title"), say.error(error))
            return
        self._tell(Proof(say.error(error), intact=False, asked=True))

    def _shut(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()

    def _tell(self, proof: Proof) -> None:
        self.proved.emit(proof)
        if proof.asked or not proof.intact:
            say = self._office.say
            title = say("proof.intact_title" if proof.intact else "proof.broken_title")
            sentences = [proof.sentence, say("proof.meaning" if proof.intact else "proof.advice")]
            compare = Button(say("proof.compare"))
            dialog = SentenceDialog(title, sentences, say, self._window, compare)
            compare.clicked.connect(dialog.accept)
            compare.clicked.connect(self._on_compare)
            dialog.open()

    def _on_compare(self) -> None:
        """Lets somebody choose earlier exports, to hold the record to them."""
        say = self._office.say
        dialog = QFileDialog(self._window, say("proof.compare"), "", say("proof.kinds"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_anchors)
        dialog.open()

    def _on_anchors(self, names: list[str]) -> None:
        self.ask(tuple(map(Path, names)))


def _walking(office: Office) -> Callable[[Archive], Verification]:
    def go_on(_done: int, _all: int) -> bool:
        return not office.read_lane.closing

    return lambda archive: archive.verify(go_on, new_only=True)


def _entries(desk: Desk) -> int:
    return desk.entries()
