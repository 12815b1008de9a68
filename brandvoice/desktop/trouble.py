"""The page for a workspace that cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.centred import centred
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from brandvoice.desktop.speech import Speech
    from brandvoice.errors import UserError


class Trouble(QWidget):
    """`again` asks to try once more, `elsewhere` for another file, `back` for a backup."""

    again = Signal()
    elsewhere = Signal()
    back = Signal()

    def __init__(self, error: UserError, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        column = centred(self, 560, 14)
        column.addWidget(Label(say("trouble.title"), "title", wrap=True))
        self.sentence = Label(say.error(error), wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.sentence)
        again = Button(say("trouble.again"), "primary")
        again.clicked.connect(self.again)
        elsewhere = Button(say("trouble.elsewhere"))
        elsewhere.clicked.connect(self.elsewhere)
        back = Button(say("care.go_back"))
        back.clicked.connect(self.back)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(again)
        row.addWidget(back)
        row.addWidget(elsewhere)
        row.addStretch(1)
        column.addLayout(row)
