"""Drafts save themselves: soon after the last key, and at once when somebody turns away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.workflow.desk import Desk

Standing = Literal["saved", "saving", "unsaved"]

_PAUSE: Final = 300
"""Milliseconds after the last key."""


@dataclass(frozen=True, slots=True)
class _Kept:
    revision: int
    state: PostState
    beside: PostState | None = None
    """The post as another window wrote it, where these words became one of their own."""


class _Turn(NamedTuple):
    go_on: Callable[[], None]
    otherwise: Callable[[UserError], None] | None


class Keeping(QObject):
    """Keeps one sheet. A sheet of a post that does not exist yet is begun with its first words.

    `stood` tells how the words stand; "saved" only after the record has answered. `refused` brings
    why it could not be saved, once: the words stay on the screen, and every key tries again.
    `parted` tells that the words became a post of their own: another window had written to theirs.
    """

    parted = Signal(str)
    stood = Signal(str)
    refused = Signal(UserError)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._sheet: Sheet | None = None
        self._busy = False
        self._waiting: list[_Turn] = []
        self._is_told = False
        self._is_late = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def standing(self) -> Standing:
        if self._busy:
            return "saving"
        return "saved" if self._sheet is None or self._sheet.saved else "unsaved"

    def turn_to(self, sheet: Sheet | None) -> None:
        """Keeps another sheet from now on; the one before must be at rest (`then`)."""
        self._sheet = sheet
        self._is_late = False
        if sheet and not sheet.saved:
            self._pause.start()
        self.stood.emit(self.standing)

    def touch(self) -> None:
        """Something was typed: save it when the hands rest."""
        self._pause.start()
        self.stood.emit(self.standing)

    def note(self) -> None:
        """More was found in the words of a draft than when they were saved: lists count it too."""
        if self._sheet and self._sheet.state.id and not self._sheet.state.recorded:
            self._is_late = True
            self._pause.start()

    def flush(self) -> None:
        """Saves now what is not saved."""
        self._pause.stop()
        sheet, person = self._sheet, self._office.person
        if self._busy:
            return
        late, self._is_late = self._is_late, False
        if sheet is None or person is None or (sheet.saved and not (late and sheet.checked)):
            self._rest()
            return
        self._busy = True
        self._office.store(_saving(sheet, person.id), self._on_kept, self._on_refused)
        self.stood.emit("saving")

    def then(
        self,
        go_on: Callable[[], None],
        otherwise: Callable[[UserError], None] | None = None,
    ) -> None:
        """Calls `go_on` once everything typed so far is saved; if it cannot be, `otherwise`."""
        self._waiting.append(_Turn(go_on, otherwise))
        self.flush()

    def _on_kept(self, kept: _Kept) -> None:
        self._busy = False
        if self._sheet is None:
            return
        self._sheet.keep(kept.revision, kept.state)
        if kept.beside:
            self._office.settings.post = kept.state.id
            self._office.put(kept.beside)
            self.parted.emit(kept.beside.title)
        self._office.put(kept.state)
        if self._sheet.saved:
            self._rest()
        elif self._waiting:
            self.flush()
        self.stood.emit(self.standing)

    def _on_refused(self, error: UserError) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, []
        self.stood.emit("unsaved")
        asked = [turn.otherwise for turn in waiting if turn.otherwise]
        for otherwise in asked:
            otherwise(error)
        if not asked and not self._is_told:
            self._is_told = True
            self.refused.emit(error)

    def _rest(self) -> None:
        self._is_told = False
        waiting, self._waiting = self._waiting, []
        for turn in waiting:
            turn.go_on()


def _saving(sheet: Sheet, by: str) -> Callable[[Desk], _Kept]:
    """The work of one save, with the words as they are now."""
    revision, text, channels, state = sheet.revision, sheet.text, sheet.channels, sheet.state
    kind = sheet.kind
    review = sheet.review if sheet.checked else None

    def save(desk: Desk) -> _Kept:
        post = state if state.id else desk.start(by, text, channels, kind)
        beside = None
        try:
            post = desk.save(post.id, text, by, review, post.fingerprint)
        except UserError as error:
            if error.key != "record.written_elsewhere":
                raise
            beside = desk.post(post.id)
            own = desk.start(by, text, channels, kind)
            post = desk.save(own.id, text, by, review)
        if kind not in (state.kind, post.kind):
            post = desk.set_kind(post.id, kind, by)
        if post.channels != channels:
            post = desk.set_channels(post.id, channels, by)
        return _Kept(revision, post, beside)

    return save
