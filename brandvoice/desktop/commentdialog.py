"""Asks what is to be said about a post, or about some of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit

from brandvoice.desktop.card import quoted
from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech

_HEIGHT: Final = 110


class CommentDialog(Dialog):
    """`answer` is called with what was typed, stripped; `words` are those it is about, if any."""

    def __init__(
        self, words: str | None, say: Speech, parent: QWidget, answer: Callable[[str], None]
    ) -> None:
        super().__init__(say("comment.ask"), parent)
        self._answer = answer
        self.tell(quoted(words) if words else say("comment.whole"), "strong")
        self.tell(say("comment.meaning"), "soft")
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_HEIGHT)
        self.field.setAccessibleName(say("comment.ask"))
        self.field.setPlaceholderText(say("comment.hint"))
        self.field.textChanged.connect(self._on_typed)
        self.column.addWidget(self.field)
        self.confirm = self.offer(say("comment.do"), say)
        self.confirm.clicked.connect(self._on_confirm)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)
        self._on_typed()
        self.field.setFocus()

    def _on_typed(self) -> None:
        self.confirm.setEnabled(bool(self.field.toPlainText().strip()))

    def _on_confirm(self) -> None:
        said = self.field.toPlainText().strip()
        self.accept()
        self._answer(said)
