"""The band above the paper: what was decided, and the way to the approved words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.notice import Notice
    from brandvoice.desktop.speech import Speech


class Banner(QFrame):
    """Shows a notice; `compare` asks to see the approved words beside the new ones."""

    compare = Signal()

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        self._sentence = Label("", wrap=True)
        self._compare = Button(say("compare.do"), "small")
        self._compare.clicked.connect(self.compare)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._compare)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text() if not self.isHidden() else ""

    def show_notice(self, notice: Notice | None) -> None:
        """Shows `notice`, or nothing."""
        self.setVisible(notice is not None)
        if notice is None:
            return
        tone = notice.tone if notice.tone != "calm" else "wait"
        if self.property("look") != f"banner-{tone}":
            self.setProperty("look", f"banner-{tone}")
            self.style().unpolish(self)
            self.style().polish(self)
            self._sentence.style().unpolish(self._sentence)
            self._sentence.style().polish(self._sentence)
        self._sentence.setText(notice.sentence)
        self._compare.setVisible(notice.compare)
