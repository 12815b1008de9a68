"""What an empty screen says: what would stand here, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandvoice.desktop.icons import pixmap
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from brandvoice.desktop.palette import Palette


class Emptiness(QWidget):
    """A drawing, a sentence, what to do about it, and buttons that do it."""

    def __init__(self, drawing: str, palette: Palette, *buttons: QPushButton) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 32, 16, 32)
        column.setSpacing(10)
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, palette.soft, 36, 1.5))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(picture)
        self._sentence = Label("", "strong", wrap=True)
        self._advice = Label("", "soft", wrap=True)
        for label in (self._sentence, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addSpacing(8)
            column.addLayout(row)
        column.addStretch(3)

    def say(self, sentence: str, advice: str) -> None:
        """Sets what it says."""
        self._sentence.setText(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
