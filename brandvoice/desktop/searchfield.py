"""The history's field: says back what it understood, and completes filters as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from brandvoice.approval.asked import completions, meaning
from brandvoice.approval.query import parse
from brandvoice.desktop.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette

_PAUSE: Final = 200
"""Milliseconds after the last key before a search begins."""


class SearchField(QLineEdit):
    """`asked` tells, when the hands rest, that something else is looked for; never while what is
    typed cannot be understood. `told` brings what is to be said below it, and whether it is wrong.
    """

    asked = Signal()
    told = Signal(str, bool)

    def __init__(self, office: Office, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        say = office.say
        self._office = office
        self.setPlaceholderText(say("history.search"))
        self.setAccessibleName(say("history.search"))
        self.setProperty("look", "search")
        self.setClearButtonEnabled(True)
        glass = icon("search", palette.soft, size=16)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.asked)
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if popup := self._completer.popup():
            popup.setObjectName("completions")
        self._completer.activated.connect(self._on_completed)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)

    def explain(self) -> None:
        """Says below what is looked for now, or what may be typed."""
        say, people = self._office.say, self._office.people
        query = parse(self.text(), people)
        if query.mistakes:
            self.told.emit(say.error(query.mistakes[0]), True)
            return
        told = meaning(query, people, say.language)
        self.told.emit(told or say.whole("asked.none"), False)

    def _on_changed(self) -> None:
        self.explain()
        if parse(self.text(), self._office.people).mistakes:
            self._pause.stop()
        else:
            self._pause.start()

    def _on_edited(self, typed: str) -> None:
        offered = completions(typed, self._office.people, self._office.say.language)
        self._offered.setStringList(offered)

    def _on_completed(self, line: str) -> None:
        """After a filter's name its values are offered at once."""
        if line.endswith(":"):
            self._on_edited(line)
            QTimer.singleShot(0, self._completer.complete)
