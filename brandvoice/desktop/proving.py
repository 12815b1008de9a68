"""Proves the record while nobody is waiting for it, and when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.desktop.dialog import tell

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
        self._asked = False
        self._intact = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._walk)
        office.post_changed.connect(self._on_changed)

    def begin(self) -> None:
        """Walks the record soon."""
        self._intact = False
        self._quiet.start()

    def ask(self) -> None:
        """Walks the whole record now and says what was found."""
        self._asked = True
        self._walk()

    def _walk(self) -> None:
        self._office.read(_walking(self._office, asked=self._asked), self._on_walked, self._fail)

    def _on_walked(self, found: Verification) -> None:
        asked, self._asked = self._asked, False
        if not found.complete and found.broken is None:
            return
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
        asked, self._asked = self._asked, False
        self._tell(Proof(self._office.say.error(error), intact=False, asked=asked))

    def _tell(self, proof: Proof) -> None:
        self.proved.emit(proof)
        if proof.asked or not proof.intact:
            say = self._office.say
            key = "proof.intact_title" if proof.intact else "proof.broken_title"
            told = say("proof.meaning" if proof.intact else "proof.advice")
            tell(self._window, say, say(key), proof.sentence, told)


def _walking(office: Office, *, asked: bool) -> Callable[[Archive], Verification]:
    def go_on(_done: int, _all: int) -> bool:
        return not office.read_lane.closing

    return lambda archive: archive.verify(go_on, new_only=not asked)


def _entries(desk: Desk) -> int:
    return desk.entries()
