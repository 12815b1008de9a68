"""What went out of a post, in a row of pills; all that is known of each is its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from brandvoice.desktop.flow import Flow
from brandvoice.desktop.label import Label
from brandvoice.desktop.publishednotice import went_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.speech import Speech

_LINE = 26
"""The height of a pill, in pixels."""


class PublishedLine(QWidget):
    """Hidden for a post that never went out."""

    def __init__(self, say: Speech, name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._name_of = name_of
        self._known: object = ()
        self._row = Flow(8, self)
        self.hide()

    @property
    def told(self) -> list[str]:
        """What stands here, from the left."""
        labels = self.findChildren(Label)
        return [] if self.isHidden() else [one.text() for one in labels if not one.isHidden()]

    def show_post(self, post: PostState) -> None:
        """Shows what went out of a post."""
        if post.publications == self._known:
            return
        self._known = post.publications
        self._row.clear()
        parts = went_out(post, self._say, self._name_of)
        for one in parts:
            label = Label(one.words, f"pill-{one.tone}")
            label.setMinimumHeight(_LINE)
            label.setToolTip(one.whole)
            self._row.addWidget(label)
        self.setVisible(bool(parts))
        self.setAccessibleName(", ".join(one.words for one in parts))
        self.updateGeometry()
