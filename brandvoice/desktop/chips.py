"""Where a post is meant to appear: one chip a channel, pressed while it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.flow import Flow
from brandvoice.post.post import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.desktop.speech import Speech
    from brandvoice.post.post import Channel

_OFFERED: Final[tuple[Channel, ...]] = ("instagram", "tiktok", "facebook")
"""Always one click away; the others are in the menu until they are chosen."""


class Chips(QWidget):
    """`chosen` brings the channels somebody wants, as a tuple in the usual order."""

    chosen = Signal(tuple)

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._channels: tuple[Channel, ...] = ()
        self._chips: dict[Channel, Button] = {}
        self._row = Flow(8, self)
        self._more = Button(say("chips.more"), "chip")
        self._more.setAccessibleName(say("chips.more_name"))
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_menu)
        self._more.setMenu(self._menu)

    def show_channels(self, channels: tuple[Channel, ...]) -> None:
        """Shows which channels are chosen."""
        if self._chips and channels == self._channels:
            return
        self._channels = channels
        offered = [one for one in CHANNELS if one in channels or one in _OFFERED]
        if list(self._chips) != offered:
            self._build(offered)
        for channel, chip in self._chips.items():
            chip.setChecked(channel in channels)
        self._fill_menu()

    def warn(self, over: Collection[Channel]) -> None:
        """Marks the channels that would cut the post or refuse it."""
        for channel, chip in self._chips.items():
            chip.dress("chip-over" if channel in over else "chip")
            chip.setToolTip(self._say("chips.over") if channel in over else "")

    def _build(self, offered: list[Channel]) -> None:
        focused = next((name for name, chip in self._chips.items() if chip.hasFocus()), None)
        while self._row.takeAt(0):
            pass
        for chip in self._chips.values():
            chip.deleteLater()
        self._chips = {}
        for channel in offered:
            chip = Button(self._say.channels((channel,)), "chip", self)
            chip.setCheckable(True)
            chip.setProperty("channel", channel)
            chip.clicked.connect(self._on_chip)
            self._chips[channel] = chip
            self._row.addWidget(chip)
            chip.show()
        self._row.addWidget(self._more)
        if focused:
            self._chips.get(focused, self._more).setFocus()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for channel in CHANNELS:
            action = QAction(self._say.channels((channel,)), self._menu)
            action.setCheckable(True)
            action.setChecked(channel in self._channels)
            action.setData(channel)
            self._menu.addAction(action)

    def _on_chip(self) -> None:
        self._toggle(self.sender().property("channel"))

    def _on_menu(self, action: QAction) -> None:
        self._toggle(action.data())

    def _toggle(self, channel: Channel) -> None:
        wanted = set(self._channels) ^ {channel}
        self.chosen.emit(tuple(one for one in CHANNELS if one in wanted))
