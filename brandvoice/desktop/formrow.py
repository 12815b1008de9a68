"""A row of a form in the settings."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from brandvoice.desktop.label import ElidedLabel, Label

_NAMES: Final = 176


def named_row(name: str, *widgets: QWidget) -> QWidget:
    """The name of a row, then what belongs to it; a line to type or to read takes the room."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    label = Label(name)
    label.setFixedWidth(_NAMES)
    line.addWidget(label)
    wide = [widget for widget in widgets if isinstance(widget, (ElidedLabel, QLineEdit))]
    for widget in widgets:
        line.addWidget(widget, 1 if widget in wide else 0)
    if not wide:
        line.addStretch(1)
    return row
