"""Taking in a key file that somebody brought from another computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from brandvoice.approval.signature import fingerprint_of
from brandvoice.desktop.dialog import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import PublicKey
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError


class KeyImport(QObject):
    """`taken` tells that a key lies here that did not before."""

    taken = Signal()

    def __init__(self, office: Office, page: QWidget) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._person: Person | None = None

    def ask(self, person: Person) -> None:
        """Asks for the file with the keys of `person`."""
        self._person = person
        dialog = QFileDialog(self._page.window(), self._office.say("key.import.title"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self._office.say(f"key.import.{which}") for which in ("kind", "any")]
        )
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        person, vault = self._person, self._office.vault
        if person:
            self._office.store(
                lambda desk: vault.take_in(desk, person.id, Path(name)),
                self._on_taken,
                self._on_refused,
            )

    def _on_taken(self, key: PublicKey) -> None:
        say = self._office.say
        told = say("key.import.done", digits=fingerprint_of(key))
        tell(self._page.window(), say, say("key.import.title"), told)
        self.taken.emit()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._page.window(), say, say("refused.title"), say.error(error))
