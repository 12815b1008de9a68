"""People to choose from: a chip each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.person import Person


class PeopleChips(QWidget):
    """`changed` tells that somebody else is chosen."""

    changed = Signal()

    def __init__(self, people: Iterable[Person], chosen: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        row = Flow(6, self)
        wanted = set(chosen)
        self.chips: dict[str, Button] = {}
        for person in people:
            chip = Button(person.name, "chip")
            chip.setCheckable(True)
            chip.setChecked(person.id in wanted)
            chip.clicked.connect(self.changed)
            self.chips[person.id] = chip
            row.addWidget(chip)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the people whose chip is pressed."""
        return tuple(person for person, chip in self.chips.items() if chip.isChecked())
