"""What went out of a post, in a row of pills; all that is known of each is its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.desktop.pillline import Pill, PillLine
from brandvoice.desktop.publishednotice import went_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.speech import Speech


class PublishedLine(PillLine):
    """Hidden for a post that never went out."""

    def __init__(self, say: Speech, name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._name_of = name_of
        self._known: object = ()

    def show_post(self, post: PostState) -> None:
        """Shows what went out of a post."""
        if post.publications == self._known:
            return
        self._known = post.publications
        parts = went_out(post, self._say, self._name_of)
        self.show_pills([Pill(one.words, f"pill-{one.tone}", one.whole) for one in parts])
