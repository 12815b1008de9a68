"""One line that opens into cards, with a button to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.icons import icon

if TYPE_CHECKING:
    from brandvoice.desktop.palette import Palette

_HEIGHT: Final = 232


class Foldout(QWidget):
    """Cards go into `rows`; `wanted` asks for another one."""

    wanted = Signal()

    def __init__(self, name: str, add: str, tip: str, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = palette
        self.opener = Button("", "quiet")
        self.opener.setCheckable(True)
        self.opener.setIconSize(QSize(16, 16))
        self.opener.toggled.connect(self._on_toggled)
        self.write = Button(add, "aside")
        self.write.setToolTip(tip)
        self.write.clicked.connect(self.wanted)
        inner = QWidget()
        self.rows = QVBoxLayout(inner)
        self.rows.setContentsMargins(0, 0, 6, 0)
        self.rows.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMaximumHeight(_HEIGHT)
        self._scroll.setMinimumHeight(_HEIGHT // 2)
        self._scroll.setWidget(inner)
        self._scroll.setAccessibleName(name)
        self._scroll.hide()
        row = QHBoxLayout()
        row.addWidget(self.opener)
        row.addStretch(1)
        row.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._scroll)
        self._point()

    def name(self, told: str, *, filled: bool) -> None:
        """What the line says; without cards there is nothing to open."""
        self.opener.say(told)
        self.opener.setEnabled(filled)
        self._point()

    def _on_toggled(self) -> None:
        self._scroll.setVisible(self.opener.isChecked())
        self._point()

    def _point(self) -> None:
        drawing = "chevron-down" if self.opener.isChecked() else "chevron-right"
        self.opener.setIcon(icon(drawing, self._palette.soft, size=16))
