"""Some of a post's channels, chosen by pressing chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.desktop.speech import Speech
    from brandvoice.post.post import Channel


class ChannelBoxes(QWidget):
    """Shows `channels`, those in `pressed` pressed; `changed` tells that others are chosen."""

    changed = Signal()

    def __init__(
        self, channels: Iterable[Channel], pressed: Collection[Channel], say: Speech,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        row = Flow(8, self)
        self.chips: dict[Channel, Button] = {}
        for channel in channels:
            chip = Button(say.channels((channel,)), "chip", self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setChecked(channel in pressed)
            chip.toggled.connect(self.changed)
            self.chips[channel] = chip
            row.addWidget(chip)
        self.setVisible(bool(self.chips))

    @property
    def chosen(self) -> tuple[Channel, ...]:
        return tuple(channel for channel, chip in self.chips.items() if chip.isChecked())
