"""A person as a small disc: their initials, on a colour that stays theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from brandvoice.approval.person import Person

_SIDE: Final = 36


class Avatar(QWidget):
    """Says nothing that the name beside it does not say."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._initials = initials(person.name)
        self._hue = sum(person.id.encode("utf-8", "replace")) * 47 % 360
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - painted whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromHsl(self._hue, 70, 105))
        painter.drawEllipse(self.rect())
        font = QFont(self.font())
        font.setPixelSize(14)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._initials)


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = name.split()
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in chosen).upper()
