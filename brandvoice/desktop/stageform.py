"""One stage of the approval flow to fill in: its name, its people, any of them or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from brandvoice.approval.flow import NEEDS, Stage
from brandvoice.approval.flowchange import LONGEST_NAME
from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label
from brandvoice.desktop.peoplechips import PeopleChips

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.desktop.speech import Speech


class StageForm(QFrame):
    """`changed` tells that something else is meant, `removed` that the stage is to go."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, place: int, stage: Stage, people: list[Person], say: Speech, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "paper")
        number = say("flow.stage_number", number=place + 1)
        self.name = QLineEdit(stage.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(say("flow.name_hint"))
        self.name.setAccessibleName(f"{number}: {say('flow.name')}")
        self.name.textChanged.connect(self.changed)
        self.people = PeopleChips(people, stage.people, self)
        self.people.setAccessibleName(f"{number}: {say('flow.people')}")
        self.people.changed.connect(self._on_people)
        self.remove = Button(say("flow.remove_stage"), "aside")
        self.remove.setAccessibleName(f"{say('flow.remove_stage')} {number}")
        self.remove.clicked.connect(self.removed)
        self.needs = {need: Button(say(f"flow.need_{need}"), "chip") for need in NEEDS}
        self._group = QButtonGroup(self)
        self._meaning = Label("", "soft", wrap=True)
        self._say = say
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(number, "strong"))
        head.addWidget(self.name, 1)
        head.addWidget(self.remove)
        need = QHBoxLayout()
        need.setSpacing(6)
        for one, chip in self.needs.items():
            chip.setCheckable(True)
            chip.setChecked(one == stage.need)
            chip.clicked.connect(self._on_people)
            self._group.addButton(chip)
            need.addWidget(chip)
        need.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.people)
        column.addLayout(need)
        column.addWidget(self._meaning)
        self._refresh()

    @property
    def stage(self) -> Stage:
        """The stage as it stands here."""
        need = next((one for one, chip in self.needs.items() if chip.isChecked()), NEEDS[0])
        chosen = self.people.chosen
        return Stage(" ".join(self.name.text().split()), need if chosen else NEEDS[0], chosen)

    @property
    def meaning(self) -> str:
        """Who has to agree, in words."""
        return self._meaning.text()

    def _on_people(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        stage = self.stage
        for chip in self.needs.values():
            chip.setVisible(len(stage.people) > 1)
        if not stage.people:
            self._meaning.setText(self._say("flow.means_anybody"))
            return
        names = [self.people.chips[one].accessibleName() for one in stage.people]
        key = "flow.means_all" if stage.need == "all" else "flow.means_any"
        key = key if len(names) > 1 else "flow.means_one"
        self._meaning.setText(self._say(key, people=self._say.listed(names)))
