"""A text to read and copy, not to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Reading(QTextEdit):
    """Tab leaves it; `name` is what a screen reader calls it, `margin` pixels all around."""

    def __init__(self, name: str, margin: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(margin)
