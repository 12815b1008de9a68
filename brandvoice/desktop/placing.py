"""Says once what is risky about where the workspace lies, and that it can only be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workspace.whereabouts import Risk


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    risk: Risk | None
    read_only: bool


class Placing(QObject):
    """A place somebody was warned of is remembered in the settings of this computer."""

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window

    def begin(self) -> None:
        """Looks where the workspace lies."""
        self._office.read(_looked, self._on_looked, self._on_refused)

    def _on_looked(self, place: _Place) -> None:
        say = self._office.say
        if place.read_only:
            tell(self._window, say, say("care.read_only_title"), say.whole("care.read_only"))
        elif place.risk and place.path not in self._office.settings.accepted:
            self._warn(place.path, place.risk)

    def _warn(self, path: str, risk: Risk) -> None:
        say = self._office.say
        dialog = Dialog(say("care.risk_title"), self._window)
        dialog.tell(say.whole(f"care.risk.{risk.kind}", name=risk.name))
        dialog.tell(path, "soft")
        later = Button(say("dialog.close"))
        later.clicked.connect(dialog.reject)
        understood = Button(say("care.risk_understood"), "primary")
        understood.clicked.connect(dialog.accept)

        def remember() -> None:
            self._office.settings.accepted.append(path)
            self._office.remember()

        dialog.accepted.connect(remember)
        dialog.end_with(later, understood)
        dialog.open()

    def _on_refused(self, error: UserError) -> None:
        """A workspace that cannot be opened says so itself."""
        del error


def _looked(archive: Archive) -> _Place:
    from brandvoice.workspace.whereabouts import risk_of

    return _Place(str(archive.path), risk_of(archive.path), archive.workspace.read_only)
