"""A band above every screen: a slot is near, and somebody is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office


class Reminder(QFrame):
    """`wanted` brings the name of the screen somebody asks for: the Queue."""

    wanted = Signal(str)

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        say = office.say
        self.setProperty("look", "banner-wait")
        self.sentence = Label("", wrap=True)
        self.show_queue = Button(say("reminder.open"), "small")
        self.show_queue.clicked.connect(self._on_open)
        close = Button("×", "aside")
        close.setAccessibleName(say("reminder.close"))
        close.setToolTip(say("reminder.close"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.show_queue)
        row.addWidget(close)
        office.watch.reminded.connect(self._on_reminded)
        self.hide()

    def _on_reminded(self, posts: object) -> None:
        say = self._office.say
        near = cast("tuple[PostState, ...]", posts)
        first = near[0]
        when = say.exactly(first.due) if first.due else ""
        title = first.title or say("untitled")
        self.sentence.setText(say("reminder.near", count=len(near), title=title, when=when))
        self.show()

    def _on_open(self) -> None:
        self.hide()
        self.wanted.emit("queue")
