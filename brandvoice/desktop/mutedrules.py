"""The remarks about language that a brand does not want to hear, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label
from brandvoice.desktop.rows import clear
from brandvoice.language.remark import SPELLING

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office

_FAMILY: Final = "language/"


class MutedRules(QWidget):
    """A row for each; nothing at all where there is none."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        office.ruling.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is muted now."""
        clear(self._column)
        index = self._office.ruling.index
        muted = [one for one in index.brand.off if one.startswith(_FAMILY)] if index else []
        self.setVisible(bool(muted))
        say = self._office.say
        if muted:
            self._column.addWidget(Label(say("grammar.muted"), "heading"))
        for rule in muted:
            name = rule.removeprefix(_FAMILY)
            if rule == SPELLING:
                name = say.whole("grammar.kind.spelling")
            again = Button(say("grammar.unmute"), "small")
            again.setAccessibleName(f"{say('grammar.unmute')} {name}")
            again.setProperty("rule", rule)
            again.clicked.connect(self._on_again)
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Label(name), 1)
            line.addWidget(again)
            self._column.addWidget(row)

    def _on_again(self) -> None:
        self._office.ruling.switch(self.sender().property("rule"), on=True)
