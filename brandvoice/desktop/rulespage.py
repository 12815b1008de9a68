"""The Rules: everything that is looked for, to search, to read, and to set for the brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.changedialog import Change, ChangeDialog
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.icons import icon
from brandvoice.desktop.postlist import PostList
from brandvoice.desktop.rulerow import rule_rows
from brandvoice.desktop.rulesettings import RuleSettings
from brandvoice.desktop.ruleview import RuleView

if TYPE_CHECKING:
    from brandvoice.desktop.advising import Advising
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette

_PAUSE = 120
"""Milliseconds after the last key before the list follows."""


class RulesPage(QWidget):
    """The list on the left, the page of one rule and what the brand says of it on the right."""

    def __init__(
        self, office: Office, palette: Palette, advising: Advising, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        say = office.say
        self._office = office
        self._palette = palette
        self.rule = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("rules.search"))
        self.search.setAccessibleName(say("rules.search"))
        self.search.setProperty("look", "search")
        self.search.setClearButtonEnabled(True)
        glass = icon("search", palette.soft, size=16)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.rules = PostList(palette, say("rules.list"))
        self.rules.opened.connect(self.turn_to)
        self._empty = Emptiness("book-open", palette)
        self._empty.say(say("rules.nothing_found"), say("rules.nothing_found_advice"))
        self.add = Button(say("action.add_phrase"), "primary")
        self.add.clicked.connect(advising.add_phrase)
        self.view = RuleView(say, palette)
        self.settings = RuleSettings(say)
        self.settings.wanted.connect(self._on_wanted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._arrange()
        self.search.textChanged.connect(self._pause.start)
        office.ruling.changed.connect(self._on_changed)
        self.refresh()

    def turn_to(self, rule: str) -> None:
        """Shows a rule."""
        index = self._office.ruling.index
        entry = index.entry(rule) if index else None
        if index is None or entry is None:
            return
        self.rule = rule
        self.view.show_page(index.page(rule, self._office.say.language), entry.rule.category)
        self.settings.show_entry(entry)

    def look_up(self, rule: str) -> None:
        """Shows a rule, and where it stands in the whole list."""
        self.search.clear()
        self.rule = rule
        self.refresh()
        self.rules.scrollTo(self.rules.currentIndex())

    def refresh(self) -> None:
        """Shows the rules that are searched for; the one on view stays if it is among them."""
        self._pause.stop()
        index = self._office.ruling.index
        entries = index.entries(self.search.text()) if index else ()
        ids = [entry.rule.id for entry in entries]
        current = self.rule if self.rule in ids else next(iter(ids), "")
        self.rules.show_rows(rule_rows(entries, self._office.say), current)
        self.rules.setVisible(bool(ids))
        self._right.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        if current:
            self.turn_to(current)

    def _on_changed(self) -> None:
        scrolled = self.view.verticalScrollBar().value()
        rule = self.rule
        self.refresh()
        if self.rule == rule:
            self.view.verticalScrollBar().setValue(scrolled)

    def _on_wanted(self, change: Change) -> None:
        dialog = ChangeDialog(change, self._office, self._palette, self)
        dialog.rejected.connect(self.refresh)
        dialog.open()

    def _arrange(self) -> None:
        self._right = QFrame()
        self._right.setProperty("look", "paper")
        reading = QVBoxLayout(self._right)
        reading.setContentsMargins(1, 1, 1, 1)
        reading.setSpacing(0)
        reading.addWidget(self.view, 1)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        reading.addWidget(line)
        reading.addWidget(self.settings)
        left = QWidget()
        found = QVBoxLayout(left)
        found.setContentsMargins(12, 14, 8, 14)
        found.setSpacing(8)
        found.addWidget(self.search)
        found.addWidget(self.rules, 1)
        found.addWidget(self._empty, 1)
        found.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(14, 14, 22, 16)
        beside.addWidget(self._right, 1)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget, width, stretch in ((left, 270, 2), (right, 520, 4)):
            widget.setMinimumWidth(width)
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([330, 890])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
