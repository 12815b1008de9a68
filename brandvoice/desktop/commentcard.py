"""One comment: who, when, on which words, what, and whether it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.label import ElidedLabel, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import Comment
    from brandvoice.desktop.speech import Speech


class CommentCard(QFrame):
    """`pointed` asks to see the words it is about, `settled` to settle it; both bring its id."""

    pointed = Signal(str)
    settled = Signal(str)

    def __init__(
        self, comment: Comment, say: Speech, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.comment = comment
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        byline = f"{name_of(comment.by)} · {say.when(comment.at)}"
        column.addWidget(ElidedLabel(byline, "small"))
        if comment.words:
            words = Button(quoted(comment.words), "quiet")
            words.setAccessibleDescription(say("comment.point"))
            words.clicked.connect(self._on_point)
            column.addWidget(words)
        said = say("erased") if comment.said is None else comment.said
        column.addWidget(Label(said, "body", wrap=True))
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addStretch(1)
        if comment.open:
            settle = Button(say("comment.settle"), "aside")
            settle.clicked.connect(self._on_settle)
            foot.addWidget(settle)
            column.addLayout(foot)
        else:
            by = name_of(comment.resolved_by or "")
            column.addWidget(Label(say("comment.settled", name=by), "small"))
        self.setAccessibleName(f"{byline}: {said}")

    def _on_point(self) -> None:
        self.pointed.emit(self.comment.id)

    def _on_settle(self) -> None:
        self.settled.emit(self.comment.id)
