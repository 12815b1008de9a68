"""The buttons of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_SIDE: Final = 11
_ABOVE: Final = 7


class Button(QPushButton):
    """A button of one `look` (see the style sheet), for the mouse and for Tab, Enter and Space."""

    def __init__(self, text: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_plain(text), parent)
        self.setProperty("look", look)
        self.setAccessibleName(text)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str) -> None:
        """Takes another name."""
        self.setText(_plain(text))
        self.setAccessibleName(text)

    def dress(self, look: str) -> None:
        """Takes another look."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


class WrappingButton(Button):
    """A button whose text goes on in a second line where there is no room."""

    def __init__(self, text: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent)
        self._words = text
        # Not fixed in height: a layout would keep it to the one line of its size hint.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * _SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - 2 * _SIDE, 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, self._words)
        return words.height() + 2 * _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - painted whole
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self.palette().buttonText().color())
        painter.drawText(
            self.rect().adjusted(_SIDE, 0, -_SIDE, 0),
            Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap,
            self._words,
        )


def _plain(text: str) -> str:
    """An ampersand of a brand's name is no keyboard accelerator."""
    return text.replace("&", "&&")
