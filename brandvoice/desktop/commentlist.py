"""Comments below the findings: one line that opens, the open ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from brandvoice.desktop.commentcard import CommentCard
from brandvoice.desktop.foldout import Foldout
from brandvoice.desktop.rows import clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import Comment
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech


class CommentList(Foldout):
    """`pointed` and `settled` bring a comment's id, `wanted` asks to write one."""

    pointed = Signal(str)
    settled = Signal(str)

    def __init__(
        self, say: Speech, palette: Palette, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        tip = say("comment.write_tip")
        super().__init__(say("comment.name"), say("comment.write"), tip, palette, parent)
        self._say = say
        self._name_of = name_of
        self._known: object = None
        self.cards: list[CommentCard] = []
        self.show_comments((), "")

    def show_comments(self, comments: tuple[Comment, ...], post: str) -> None:
        """Shows the comments on a post; those of another post open by themselves if any is open."""
        if (comments, post) == self._known:
            return
        turned = not isinstance(self._known, tuple) or self._known[1] != post
        self._known = (comments, post)
        clear(self.rows)
        ordered = sorted(comments, key=lambda one: not one.open)
        self.cards = [self._card(one) for one in ordered]
        self.rows.addStretch(1)
        open_ones = sum(one.open for one in comments)
        told = self._say("comment.title", open=open_ones, all=len(comments))
        self.name(told if comments else self._say("comment.name"), filled=bool(comments))
        if turned or not comments:
            self.opener.setChecked(bool(open_ones))

    def unfold(self) -> None:
        """Opens the list."""
        self.opener.setChecked(bool(self.cards))

    def _card(self, comment: Comment) -> CommentCard:
        card = CommentCard(comment, self._say, self._name_of, self)
        card.pointed.connect(self.pointed)
        card.settled.connect(self.settled)
        self.rows.addWidget(card)
        return card
