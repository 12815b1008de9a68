"""What is looked for in the history: words, state, person, channel, family, days."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.approval.state import STATES, State
from brandvoice.desktop.button import Button
from brandvoice.desktop.flow import Flow
from brandvoice.desktop.label import Label
from brandvoice.desktop.period import PERIODS, Period, days_of
from brandvoice.desktop.savedsearches import SavedSearches
from brandvoice.desktop.searchfield import SearchField
from brandvoice.post.post import CHANNELS
from brandvoice.rules.terms import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.workflow.desk import HistoryFilter

_PAUSE: Final = 200
"""Milliseconds after a choice before a search begins."""


class HistoryBar(QWidget):
    """`changed` tells that something else is looked for: see `wanted`."""

    changed = Signal()

    def __init__(self, office: Office, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        say = office.say
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.search = SearchField(office, palette, self)
        self.search.asked.connect(self.changed)
        self.told = Label("", "small", wrap=True)
        self.search.told.connect(self._on_told)
        self.saved = SavedSearches(office, self.wanted, self)
        self.saved.chosen.connect(self.look_for)
        people = [(person.id, person.name) for person in office.people]
        self.state = self._box(
            say("history.state"), ((state, say.whole(f"state.{state}")) for state in STATES)
        )
        self.person = self._box(say("history.person"), people)
        self.channel = self._box(
            say("history.channel"), ((channel, say.channels((channel,))) for channel in CHANNELS)
        )
        self.family = self._box(
            say("history.family"), ((family, say(f"category.{family}")) for family in CATEGORIES)
        )
        self.period = self._box(
            "", ((period, say(f"history.period.{period}")) for period in PERIODS)
        )
        self.period.setAccessibleName(say("history.period.name"))
        self.since = self._day(say("history.since"))
        self.until = self._day(say("history.until"))
        self._reset = Button(say("history.reset"), "link")
        self._reset.clicked.connect(self.reset)
        self._arrange()

    def wanted(self) -> HistoryFilter:
        """What is looked for now."""
        from brandvoice.workflow.desk import HistoryFilter

        since, until = self._days()
        return HistoryFilter(
            query=self.search.text().strip(),
            states=frozenset(cast("list[State]", self._chosen(self.state))),
            people=frozenset(self._chosen(self.person)),
            channels=frozenset(c for c in CHANNELS if c in self._chosen(self.channel)),
            categories=frozenset(c for c in CATEGORIES if c in self._chosen(self.family)),
            since=since,
            until=until,
        )

    def reset(self) -> None:
        """Looks for everything again."""
        for box in (self.state, self.person, self.channel, self.family, self.period):
            box.setCurrentIndex(0)
        self.search.clear()

    def look_for(self, query: str) -> None:
        """Looks for what a saved search says, and for nothing beside it."""
        self.reset()
        self.search.setText(query)

    def _on_told(self, told: str, wrong: bool) -> None:
        self.told.setText(told)
        self.told.dress("bad" if wrong else "small")

    def _days(self) -> tuple[date | None, date | None]:
        period = cast("Period", self.period.currentData())
        if period == "between":
            first, last = (_date(edit.date()) for edit in (self.since, self.until))
            return min(first, last), max(first, last)
        return days_of(period, datetime.now().astimezone().date())

    def _chosen(self, box: QComboBox) -> list[str]:
        return [box.currentData()] if box.currentData() else []

    def _box(self, name: str, choices: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        if name:
            box.addItem(name, "")
            box.setAccessibleName(name)
        for value, words in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._on_choice)
        return box

    def _day(self, name: str) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate())
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(name)
        edit.setToolTip(name)
        edit.hide()
        edit.dateChanged.connect(self._pause.start)
        return edit

    def _on_choice(self) -> None:
        between = self.period.currentData() == "between"
        self.since.setVisible(between)
        self.until.setVisible(between)
        self._pause.start()

    def _arrange(self) -> None:
        boxes = Flow(8)
        for widget in (
            self.state,
            self.person,
            self.channel,
            self.family,
            self.period,
            self.since,
            self.until,
            self._reset,
        ):
            boxes.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.saved.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addLayout(boxes)
        self.search.explain()


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
