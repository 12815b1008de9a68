"""A rule's page in front of the window, opened from a finding's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.ruleview import RuleView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech
    from brandvoice.words import Language
    from brandvoice.workflow.ruleindex import Entry, RuleIndex

_WIDTH: Final = 640
_HEIGHT: Final = 620


class RuleDialog(QDialog):
    """Shows one rule; `go_on` is called with its id when somebody wants it on the Rules screen."""

    def __init__(
        self,
        entry: Entry,
        index: RuleIndex,
        say: Speech,
        palette: Palette,
        parent: QWidget,
        go_on: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("rules.about"))
        self.resize(_WIDTH, min(_HEIGHT, parent.height() - 60))
        self._rule = entry.rule.id
        self._go_on = go_on
        self.view = RuleView(say, palette)
        language: Language = say.language
        self.view.show_page(index.page(entry.rule.id, language), entry.rule.category)
        frame = QFrame()
        frame.setProperty("look", "paper")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        there = Button(say("rules.there"))
        there.setAutoDefault(False)
        there.clicked.connect(self._on_there)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(there)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(14)
        column.addWidget(frame, 1)
        column.addLayout(foot)
        self.view.setFocus()

    def _on_there(self) -> None:
        self.accept()
        self._go_on(self._rule)
