"""The narrow bar on the left: one drawing a screen, the rest of the window steps back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from brandvoice.desktop.button import IconButton
from brandvoice.desktop.icons import icon

if TYPE_CHECKING:
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech

Screen = Literal["desk", "queue", "history", "settings"]
SCREENS: Final[tuple[Screen, ...]] = get_args(Screen)
_ICONS: Final = {
    "desk": "square-pen",
    "queue": "inbox",
    "history": "history",
    "settings": "settings",
}


class Sidebar(QWidget):
    """`turned` brings the name of the screen somebody wants."""

    turned = Signal(str)

    def __init__(self, say: Speech, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(56)
        self._say = say
        self._group = QButtonGroup(self)
        self.buttons: dict[str, IconButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 7, 14)
        column.setSpacing(7)
        for screen in SCREENS:
            if screen == "settings":
                column.addStretch(1)
            button = IconButton(
                icon(_ICONS[screen], palette.soft, palette.accent), say(f"screen.{screen}")
            )
            button.setCheckable(True)
            button.setFixedSize(40, 40)
            button.setProperty("screen", screen)
            button.clicked.connect(self._on_click)
            self._group.addButton(button)
            self.buttons[screen] = button
            column.addWidget(button)

    def show_screen(self, screen: str) -> None:
        """Marks the screen that is on view."""
        self.buttons[screen].setChecked(True)

    def show_waiting(self, count: int) -> None:
        """Says in the Queue's name how many posts wait."""
        name = self._say("screen.queue")
        if count:
            name = f"{name} · {self._say('queue.count', count=count)}"
        self.buttons["queue"].setToolTip(name)
        self.buttons["queue"].setAccessibleName(name)

    def _on_click(self) -> None:
        self.turned.emit(self.sender().property("screen"))
