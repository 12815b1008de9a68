"""The page for the minutes that an older workspace is brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from brandvoice.desktop.centred import centred
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from brandvoice.desktop.speech import Speech


class Upgrade(QWidget):
    """Nothing can be done meanwhile but close the window; it is begun again at the next start."""

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        column = centred(self, 560, 14)
        column.addWidget(Label(say.whole("upgrade.title"), "title", wrap=True))
        column.addWidget(Label(say.whole("upgrade.meaning"), wrap=True))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say.whole("upgrade.title"))
        column.addWidget(self.bar)
        column.addWidget(Label(say.whole("upgrade.safe"), "soft", wrap=True))

    def show_progress(self, done: int, to_do: int) -> None:
        """Takes steps done and to do."""
        self.bar.setRange(0, to_do)
        self.bar.setValue(done)
