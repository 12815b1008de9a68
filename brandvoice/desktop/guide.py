"""Every key, by menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.commands import MENUS
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech


class Shortcuts(Dialog):
    """The keys of all menus in two columns."""

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(say("shortcuts.title"), parent)
        self.setMinimumWidth(760)
        row = QHBoxLayout()
        row.setSpacing(40)
        columns = [QVBoxLayout(), QVBoxLayout()]
        for place, (menu, commands) in enumerate(MENUS.items()):
            keyed = [command for command in commands if command.keys]
            if not keyed:
                continue
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(4)
            grid.addWidget(Label(say(f"menu.{menu}"), "heading"), 0, 0)
            for line, command in enumerate(keyed, start=1):
                native = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(Label(say(f"action.{command.name}")), line, 0)
                grid.addWidget(Label(native, "soft"), line, 1)
            grid.setColumnStretch(0, 1)
            columns[0 if place < 3 else 1].addLayout(grid)
        for column in columns:
            column.setSpacing(16)
            column.addStretch(1)
            row.addLayout(column)
        self.column.addLayout(row)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.end_with(close)
