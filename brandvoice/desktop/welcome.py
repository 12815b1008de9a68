"""The first start: a name and a language, nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.centred import centred
from brandvoice.desktop.label import Label
from brandvoice.desktop.speech import OWN_NAMES
from brandvoice.words import LANGUAGES

if TYPE_CHECKING:
    from brandvoice.desktop.speech import Speech


class Welcome(QWidget):
    """`started` brings the name, `spoken` the language that was chosen."""

    started = Signal(str)
    spoken = Signal(str)

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("welcome.name_hint"))
        self.name.setAccessibleName(say("welcome.name"))
        self.name.setMaxLength(80)
        self.name.textChanged.connect(self._on_typed)
        self.name.returnPressed.connect(self._on_start)
        self.start = Button(say("welcome.start"), "primary")
        self.start.clicked.connect(self._on_start)
        self._missing = Label(say("welcome.name_missing"), "soft")
        self.languages = {language: Button(OWN_NAMES[language], "chip") for language in LANGUAGES}
        self._arrange(say)
        self._on_typed()

    def _arrange(self, say: Speech) -> None:
        column = centred(self, 460, 10)
        column.addWidget(Label(say("welcome.title"), "title", wrap=True))
        column.addWidget(Label(say("welcome.promise"), "soft", wrap=True))
        column.addSpacing(10)
        asked = Label(say("welcome.name"), "strong")
        asked.setBuddy(self.name)
        column.addWidget(asked)
        column.addWidget(self.name)
        column.addSpacing(6)
        column.addWidget(Label(say("welcome.language"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for language, chip in self.languages.items():
            chip.setCheckable(True)
            chip.setChecked(language == say.language)
            chip.setProperty("language", language)
            chip.clicked.connect(self._on_language)
            row.addWidget(chip)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(14)
        foot = QHBoxLayout()
        foot.addWidget(self._missing, 1)
        foot.addWidget(self.start)
        column.addLayout(foot)

    def _on_typed(self) -> None:
        ready = bool(self.name.text().strip())
        self.start.setEnabled(ready)
        self._missing.setVisible(not ready)

    def _on_start(self) -> None:
        if name := self.name.text().strip():
            self.started.emit(name)

    def _on_language(self) -> None:
        self.spoken.emit(self.sender().property("language"))
