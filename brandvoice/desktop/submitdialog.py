"""Asks when a post is meant to go out, and until when its approval is to hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut

from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.momentfield import MomentField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.sheet import Sheet
    from brandvoice.desktop.speech import Speech

    Answer = Callable[[datetime | None, datetime | None], None]

_DAY: Final = timedelta(days=1)


class SubmitDialog(Dialog):
    """`answer` is called with the slot and the end of the approval (UTC, or None)."""

    def __init__(
        self, sheet: Sheet, name: str, say: Speech, parent: QWidget, answer: Answer
    ) -> None:
        super().__init__(say("slot.title"), parent)
        self._say = say
        self._answer = answer
        channels = say.channels(sheet.channels) or say("notice.no_channels")
        self.tell(say("slot.meaning", name=name, channels=channels))
        self.quote(sheet.text, say("paper.name"))
        self.due = MomentField(say("slot.due"), _DAY, self)
        self.valid_until = MomentField(say("slot.valid_until"), 8 * _DAY, self)
        self.column.addWidget(self.due)
        self.tell(say("slot.due_meaning"), "soft")
        self.column.addWidget(self.valid_until)
        self.tell(say("slot.zone", when=say.exactly(datetime.now(UTC))), "soft")
        self.wrong = self.tell("", "bad")
        self.confirm = self.offer(say("decide.submit"), say)
        self.confirm.clicked.connect(self._on_confirm)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)
        for field in (self.due, self.valid_until):
            field.changed.connect(self._refresh)
        self._refresh()
        self.due.box.setFocus()

    def _refresh(self) -> None:
        due, end, now = self.due.moment, self.valid_until.moment, datetime.now(UTC)
        wrong = ""
        if due and due <= now:
            wrong = "record.slot_in_the_past"
        elif end and end <= (due or now):
            wrong = "record.valid_too_short"
        self.wrong.setText(self._say.whole(f"error.{wrong}") if wrong else "")
        self.wrong.setVisible(bool(wrong))
        self.confirm.setEnabled(not wrong)
        self.fit()

    def _on_confirm(self) -> None:
        due, end = self.due.moment, self.valid_until.moment
        self.accept()
        self._answer(due, end)
