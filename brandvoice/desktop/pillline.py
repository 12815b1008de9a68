"""What is known of a post in a few words each, in a row of pills."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from brandvoice.desktop.flow import Flow
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = 26
"""The height of a pill, in pixels."""


class Pill(NamedTuple):
    """Words, how they look (the label's name in the stylesheet), and all there is to say."""

    words: str
    look: str
    whole: str = ""


class PillLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = Flow(8, self)
        self.hide()

    @property
    def told(self) -> list[str]:
        """What stands here, from the left."""
        labels = self.findChildren(Label)
        return [] if self.isHidden() else [one.text() for one in labels if not one.isHidden()]

    def show_pills(self, pills: Sequence[Pill]) -> None:
        """Shows these in the place of what stood here."""
        self._row.clear()
        for pill in pills:
            label = Label(pill.words, pill.look)
            label.setMinimumHeight(_LINE)
            label.setToolTip(pill.whole)
            self._row.addWidget(label)
        self.setVisible(bool(pills))
        self.setAccessibleName(", ".join(pill.words for pill in pills))
        self.updateGeometry()
