"""Comments below the findings: one line that opens, the open ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.commentcard import CommentCard
from brandvoice.desktop.icons import icon
from brandvoice.desktop.rows import clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import Comment
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech

_HEIGHT: Final = 232


class CommentList(QWidget):
    """`pointed` and `settled` bring a comment's id, `wanted` asks to write one."""

    pointed = Signal(str)
    settled = Signal(str)
    wanted = Signal()

    def __init__(
        self, say: Speech, palette: Palette, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._palette = palette
        self._name_of = name_of
        self._known: object = None
        self.cards: list[CommentCard] = []
        self.opener = Button("", "quiet")
        self.opener.setCheckable(True)
        self.opener.setIconSize(QSize(16, 16))
        self.opener.toggled.connect(self._on_toggled)
        self.write = Button(say("comment.write"), "aside")
        self.write.setToolTip(say("comment.write_tip"))
        self.write.clicked.connect(self.wanted)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMaximumHeight(_HEIGHT)
        self._scroll.setMinimumHeight(_HEIGHT // 2)
        self._scroll.setWidget(inner)
        self._scroll.setAccessibleName(say("comment.name"))
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
        self.show_comments((), "")

    def show_comments(self, comments: tuple[Comment, ...], post: str) -> None:
        """Shows the comments on a post; those of another post open by themselves if any is open."""
        if (comments, post) == self._known:
            return
        turned = not isinstance(self._known, tuple) or self._known[1] != post
        self._known = (comments, post)
        clear(self._rows)
        ordered = sorted(comments, key=lambda one: not one.open)
        self.cards = [self._card(one) for one in ordered]
        self._rows.addStretch(1)
        open_ones = sum(one.open for one in comments)
        told = self._say("comment.title", open=open_ones, all=len(comments))
        self.opener.say(told if comments else self._say("comment.name"))
        self.opener.setEnabled(bool(comments))
        if turned or not comments:
            self.opener.setChecked(bool(open_ones))
        self._point()

    def unfold(self) -> None:
        """Opens the list."""
        self.opener.setChecked(bool(self.cards))

    def _card(self, comment: Comment) -> CommentCard:
        card = CommentCard(comment, self._say, self._name_of, self)
        card.pointed.connect(self.pointed)
        card.settled.connect(self.settled)
        self._rows.addWidget(card)
        return card

    def _on_toggled(self) -> None:
        self._scroll.setVisible(self.opener.isChecked())
        self._point()

    def _point(self) -> None:
        drawing = "chevron-down" if self.opener.isChecked() else "chevron-right"
        self.opener.setIcon(icon(drawing, self._palette.soft, size=16))
