"""Proves the record while nobody is waiting for it, and when somebody asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import SentenceDialog, tell
from brandvoice.desktop.waiting import Waiting

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

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._intact = False
        self._waiting = Waiting(office, window)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._walk)
        office.post_changed.connect(self._on_changed)

    def begin(self) -> None:
        """Walks soon what was added to the record since it was last proved."""
        self._intact = False
        self._quiet.start()

    def ask(self, anchors: tuple[Path, ...] = ()) -> None:
        """Walks the whole record now and says what was found; `anchors` are earlier exports."""
        if self._waiting.under_way:
            return
        self._waiting.begin(self._office.say("proof.walking"))
        self._office.read(
            lambda archive: archive.verify(self._waiting.go_on, anchors), self._on_asked, self._fail
        )

    def _walk(self) -> None:
        self._office.read(_walking(self._office), self._on_walked, self._fail)

    def _on_walked(self, found: Verification) -> None:
        if found.complete or found.broken:
            self._take(found, asked=False)

    def _on_asked(self, found: Verification) -> None:
        self._waiting.end()
        if not self._waiting.stopped:
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
        self._waiting.end()
        say = self._office.say
        if error.key.startswith("report."):
            # The file to compare with could not be read; that says nothing about the record.
            tell(self._window, say, say("refused.title"), say.error(error))
            return
        self._tell(Proof(say.error(error), intact=False, asked=True))

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
