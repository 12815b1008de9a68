"""Who opens a hand-over file here: one of the people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.handover import Handover
    from brandvoice.approval.person import Person
    from brandvoice.desktop.speech import Speech


class WhoDialog(Dialog):
    """`chosen` brings the Person.id."""

    chosen = Signal(str)

    def __init__(
        self, handover: Handover, people: tuple[Person, ...], say: Speech, parent: QWidget
    ) -> None:
        super().__init__(say.whole("handover.who_title"), parent)
        sender = next((one.name for one in people if one.id == handover.sender), "?")
        self.tell(say.whole("handover.who", name=sender))
        self.names = QButtonGroup(self)
        for person in (one for one in people if one.id != handover.sender):
            name = QRadioButton(person.name.replace("&", "&&"))
            name.setProperty("person", person.id)
            self.names.addButton(name)
            self.column.addWidget(name)
        self.confirm = self.offer(say.whole("handover.who_choose"), say)
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self._on_confirm)
        self.names.buttonToggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        self.confirm.setEnabled(self.names.checkedButton() is not None)

    def _on_confirm(self) -> None:
        name = self.names.checkedButton()
        self.accept()
        if name:
            self.chosen.emit(str(name.property("person")))
