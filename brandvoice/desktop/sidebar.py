"""The narrow bar on the left: one drawing a screen, the rest of the window steps back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from brandvoice.desktop.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech

Screen = Literal["desk", "queue", "history", "rules", "settings"]
SCREENS: Final[tuple[Screen, ...]] = get_args(Screen)
_ICONS: Final = {
    "desk": "square-pen",
    "queue": "inbox",
    "history": "history",
    "rules": "book-open",
    "settings": "settings",
}


class IconButton(QToolButton):
    """A button that is only a drawing; its name is told in the tooltip and to screen readers."""

    def __init__(self, drawing: QIcon, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(drawing)
        self.setIconSize(QSize(20, 20))
        self.setToolTip(name)
        self.setAccessibleName(name)


class Sidebar(QFrame):
    """`turned` brings the name of the screen somebody wants."""

    turned = Signal(str)

    def __init__(self, say: Speech, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
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
