"""Who alone may approve for a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label
from brandvoice.desktop.peoplechips import PeopleChips

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.approval.person import Person
    from brandvoice.desktop.speech import Speech
    from brandvoice.post.post import Channel

_NAME = 140


class ChannelForm(QWidget):
    """One row a channel that people were chosen for; `changed` tells that others are meant."""

    changed = Signal()

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self.rows: dict[Channel, PeopleChips] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @property
    def chosen(self) -> dict[Channel, tuple[str, ...]]:
        """The people of each channel that has any."""
        return {channel: row.chosen for channel, row in self.rows.items() if row.chosen}

    def show_people(self, chosen: Mapping[Channel, tuple[str, ...]], people: list[Person]) -> None:
        """Shows who is chosen, among those who may approve."""
        for row in self.findChildren(QWidget, "channel"):
            row.hide()
            row.deleteLater()
        self.rows = {}
        for channel in chosen:
            self.add(channel, chosen[channel], people)

    def add(self, channel: Channel, chosen: tuple[str, ...], people: list[Person]) -> None:
        """Puts in a row for a channel."""
        chips = PeopleChips(people, chosen, self)
        name = self._say.channels((channel,))
        chips.setAccessibleName(name)
        chips.changed.connect(self.changed)
        self.rows[channel] = chips
        row = QWidget(self)
        row.setObjectName("channel")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        label = Label(name)
        label.setFixedWidth(_NAME)
        line.addWidget(label)
        line.addWidget(chips, 1)
        remove = Button(self._say("flow.remove_channel"), "aside")
        remove.setAccessibleName(f"{self._say('flow.remove_channel')} {name}")
        remove.setProperty("channel", channel)
        remove.clicked.connect(self._on_remove)
        line.addWidget(remove)
        self._column.addWidget(row)

    def _on_remove(self) -> None:
        remove = self.sender()
        del self.rows[remove.property("channel")]
        row = remove.parent()
        if isinstance(row, QWidget):
            row.hide()
            row.deleteLater()
        self.changed.emit()
