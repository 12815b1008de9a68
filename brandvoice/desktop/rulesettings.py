"""What the brand says of one rule: whether it is looked for, and how grave it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.changedialog import Change
from brandvoice.desktop.flow import Flow
from brandvoice.desktop.label import Label
from brandvoice.rules.terms import SEVERITIES

if TYPE_CHECKING:
    from brandvoice.desktop.speech import Speech
    from brandvoice.workflow.ruleindex import Entry

_LINE: Final = 28
"""The height of a chip, in pixels."""


class RuleSettings(QWidget):
    """`wanted` brings the Change somebody wants; nothing has changed yet."""

    wanted = Signal(Change)

    def __init__(self, say: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._entry: Entry | None = None
        row = Flow(8, self)
        row.setContentsMargins(18, 12, 14, 12)
        name = Label(say("rules.for_brand"), "soft")
        name.setMinimumHeight(_LINE)
        row.addWidget(name)
        self.weights = {one: Button(say.whole(f"severity.{one}"), "chip") for one in SEVERITIES}
        self._group = QButtonGroup(self)
        for severity, chip in self.weights.items():
            chip.setCheckable(True)
            chip.setProperty("severity", severity)
            chip.clicked.connect(self._on_weight)
            self._group.addButton(chip)
            row.addWidget(chip)
        self.switch = Button("", "small")
        self.switch.clicked.connect(self._on_switch)
        self.remove = Button(say("rules.remove"), "small")
        self.remove.clicked.connect(self._on_remove)
        row.addWidget(self.switch)
        row.addWidget(self.remove)

    def show_entry(self, entry: Entry) -> None:
        """Shows what the brand says of a rule."""
        self._entry = entry
        for severity, chip in self.weights.items():
            chip.setChecked(severity == entry.severity)
            chip.setEnabled(not entry.is_off)
        self.switch.say(self._say("rules.switch_on" if entry.is_off else "rules.switch_off"))
        self.remove.setVisible(entry.is_own)

    def _on_weight(self) -> None:
        wanted = self.sender().property("severity")
        if self._entry and wanted != self._entry.severity:
            severity = next(one for one in SEVERITIES if one == wanted)
            self.wanted.emit(Change("weigh", self._entry, severity))

    def _on_switch(self) -> None:
        if self._entry:
            self.wanted.emit(Change("on" if self._entry.is_off else "off", self._entry))

    def _on_remove(self) -> None:
        if self._entry:
            self.wanted.emit(Change("remove", self._entry))
