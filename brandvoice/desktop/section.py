"""A card of the settings, and the rows of its forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from brandvoice.desktop.label import ElidedLabel, Label

if TYPE_CHECKING:
    from brandvoice.desktop.button import Button

_NAMES: Final = 176
_LINE: Final = 34
_BETWEEN: Final = re.compile(r"[,;\n]")


class Section(QFrame):
    """A card with a heading; what belongs to it is added to its `column`."""

    def __init__(self, title: str, parent: QWidget | None = None, spacing: int = 12) -> None:
        super().__init__(parent)
        self.title = title
        self.setProperty("look", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 18)
        self.column.setSpacing(spacing)
        self.column.addWidget(Label(title, "heading"))

    def ask(self, name: str, field: QWidget) -> None:
        """Adds a field that takes the room beside its name, which a click leads from."""
        label = _name(name, field)
        label.setMinimumHeight(_LINE)
        field.setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        self.column.addLayout(row)

    def end_with(self, save: Button, standing: Label) -> None:
        """Adds the button that keeps what was typed, and what is said of that."""
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(save)
        foot.addWidget(standing, 1)
        self.column.addLayout(foot)


def named_row(name: str, *widgets: QWidget) -> QWidget:
    """The name of a row, then what belongs to it; a line to type or to read takes the room."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(_name(name, widgets[0]))
    wide = [widget for widget in widgets if isinstance(widget, (ElidedLabel, QLineEdit))]
    for widget in widgets:
        line.addWidget(widget, 1 if widget in wide else 0)
    if not wide:
        line.addStretch(1)
    return row


def listed(text: str, between: re.Pattern[str] = _BETWEEN) -> tuple[str, ...]:
    """What was typed one after the other, each once: by lines, commas and semicolons."""
    words = (" ".join(part.split()) for part in between.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


def _name(name: str, field: QWidget) -> Label:
    label = Label(name, wrap=True)
    label.setFixedWidth(_NAMES)
    label.setBuddy(field)
    return label
