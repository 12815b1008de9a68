"""Asks what was taken down again: from where, when, and why if somebody likes to say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from brandvoice.approval.publishing import TakenDown, taken_down
from brandvoice.desktop.channelboxes import ChannelBoxes
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.publishednotice import told_by
from brandvoice.desktop.whenfield import WhenField
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office


_MOST: Final = 4
"""The newest are told; of all of them the channels stand below."""


class TakenDownDialog(Dialog):
    """`answer` is called with what is gone."""

    def __init__(
        self,
        post: PostState,
        person: Person,
        office: Office,
        parent: QWidget,
        answer: Callable[[TakenDown], None],
    ) -> None:
        say = office.say
        super().__init__(say("publishing.down_title"), parent)
        self._post, self._say, self._answer = post, say, answer
        out = [one for one in post.publications if one.until is None]
        there = tuple(dict.fromkeys(channel for one in out for channel in one.channels))
        self.tell(say("publishing.down_meaning", name=person.name), "soft")
        told = told_by(say, office.name_of)
        for one in out[-_MOST:]:
            self.tell(told.place(one))
        self.channels = ChannelBoxes(there, there, say, self)
        self.when = WhenField(say("publishing.down_when"), self)
        self.note = QLineEdit()
        self.note.setPlaceholderText(say("publishing.note"))
        self.note.setAccessibleName(say("publishing.note"))
        when = QHBoxLayout()
        when.addWidget(Label(say("publishing.down_when")), 1)
        when.addWidget(self.when)
        self.column.addWidget(self.channels)
        self.column.addLayout(when)
        self.column.addWidget(self.note)
        self.wrong = self.tell("", "bad")
        self.confirm = self.offer(say("publishing.down_do"), say)
        self.confirm.clicked.connect(self._on_confirm)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)
        self.channels.changed.connect(self._refresh)
        self.when.dateTimeChanged.connect(self._refresh)
        self._refresh()
        self.when.setFocus()

    @property
    def said(self) -> TakenDown:
        """What the fields say now."""
        return TakenDown(self.channels.chosen, self.when.moment, self.note.text().strip())

    def _refresh(self) -> None:
        wrong = ""
        try:
            taken_down(self.said, self._post, datetime.now(UTC))
        except UserError as error:
            wrong = self._say.error(error)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.confirm.setEnabled(not wrong)
        self.fit()

    def _on_confirm(self) -> None:
        said = self.said
        self.accept()
        self._answer(said)
