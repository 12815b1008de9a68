"""Searches by name: kept, looked for again, renamed, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, tell
from brandvoice.desktop.label import ElidedLabel, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.speech import Speech
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk, HistoryFilter
    from brandvoice.workflow.recalling import Recall


class SavedSearches(QObject):
    """Behind the button beside the history's field. `chosen` brings a query to be looked for."""

    chosen = Signal(str)

    def __init__(self, office: Office, wanted: Callable[[], HistoryFilter], bar: QWidget) -> None:
        super().__init__(bar)
        self._office = office
        self._wanted = wanted
        self._bar = bar
        self._known: Mapping[str, str] = {}
        self.button = Button(office.say("searches.button"), "small", bar)
        self._menu = QMenu(self.button)
        self._menu.setAccessibleName(office.say("searches.button"))
        self.button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.read()

    def read(self) -> None:
        """Reads which searches there are."""
        self._recall(lambda recall: recall.searches(), self._on_read)

    def ask_name(self) -> None:
        """Asks for a name and saves what is looked for now."""
        query = typed(self._wanted(), self._office.name_of)
        NameDialog("searches.save", query, "", self._office.say, self._bar,
                   partial(self._save, query)).open()  # fmt: skip

    def manage(self) -> None:
        """Opens the list in which searches are renamed and deleted."""
        SearchesDialog(self, self._known, self._office.say, self._bar).open()

    def rename(self, name: str) -> None:
        """Asks for another name."""

        def answer(other: str) -> None:
            self._recall(lambda recall: recall.rename_search(name, other), self._on_written)

        query = self._known.get(name, "")
        NameDialog("searches.rename", query, name, self._office.say, self._bar, answer).open()

    def forget(self, name: str) -> None:
        """Deletes a search."""
        self._recall(lambda recall: recall.forget_search(name), self._on_written)

    def _save(self, query: str, name: str) -> None:
        self._recall(lambda recall: recall.save_search(name, query), self._on_written)

    def _recall(self, work: Callable[[Recall], object], done: Callable[[object], None]) -> None:
        def recalled(desk: Desk) -> object:
            from brandvoice.workflow.recalling import Recall

            return work(Recall(desk))

        self._office.store(recalled, done, self._on_refused)

    def _on_read(self, known: object) -> None:
        if isinstance(known, dict):
            self._known = known

    def _on_written(self, _: object) -> None:
        self.read()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._bar, say, say("refused.title"), say.error(error))

    def _fill(self) -> None:
        say = self._office.say
        self._menu.clear()
        for name, query in self._known.items():
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setToolTip(query)
            action.triggered.connect(partial(self.chosen.emit, query))
        if not self._known:
            self._menu.addAction(say("searches.none")).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(say("searches.save_this")).triggered.connect(self.ask_name)
        if self._known:
            self._menu.addAction(say("searches.manage")).triggered.connect(self.manage)


class NameDialog(Dialog):
    """Asks for the name of a search; `answer` is called with it."""

    def __init__(
        self,
        words: str,
        query: str,
        name: str,
        say: Speech,
        parent: QWidget,
        answer: Callable[[str], None],
    ) -> None:
        super().__init__(say(f"{words}.title"), parent)
        self._answer = answer
        self.tell(query, "soft")
        label = Label(say("searches.name"), "strong")
        self.name = QLineEdit(name)
        self.name.setAccessibleName(say("searches.name"))
        self.name.setMaxLength(60)
        label.setBuddy(self.name)
        self.column.addWidget(label)
        self.column.addWidget(self.name)
        self._save = self.offer(say(f"{words}.do"), say)
        self._save.clicked.connect(self._on_save)
        self.name.textChanged.connect(self._on_typed)
        self._on_typed()
        self.name.setFocus()

    def _on_typed(self) -> None:
        self._save.setEnabled(bool(self.name.text().strip()))

    def _on_save(self) -> None:
        self.accept()
        self._answer(self.name.text())


class SearchesDialog(Dialog):
    """Every saved search with what it looks for, and the ways to rename and delete it."""

    def __init__(
        self, searches: SavedSearches, known: Mapping[str, str], say: Speech, parent: QWidget
    ) -> None:
        super().__init__(say("searches.manage"), parent)
        self._searches = searches
        for name, query in known.items():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Label(name, "strong"))
            row.addWidget(ElidedLabel(query, "soft"), 1)
            for act in ("rename", "forget"):
                button = Button(say(f"searches.{act}.short"), "small")
                button.setAccessibleName(f"{say(f'searches.{act}.short')} {name}")
                button.clicked.connect(partial(self._do, act, name))
                row.addWidget(button)
            self.column.addLayout(row)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        self.end_with(close)

    def _do(self, act: str, name: str) -> None:
        self.accept()
        if act == "rename":
            self._searches.rename(name)
        else:
            self._searches.forget(name)


def typed(wanted: HistoryFilter, name_of: Callable[[str], str]) -> str:
    """A filter as it would be typed into the field; days that move with today are left out."""
    parts = [wanted.query]
    parts += [f"state:{state}" for state in sorted(wanted.states)]
    parts += [f'person:"{name_of(person)}"' for person in sorted(wanted.people)]
    parts += [f"channel:{channel}" for channel in sorted(wanted.channels)]
    parts += [f"category:{category}" for category in sorted(wanted.categories)]
    for name, day in (("since", wanted.since), ("until", wanted.until)):
        if day and wanted.since and wanted.until:
            parts.append(f"{name}:{day.isoformat()}")
    return " ".join(part for part in parts if part)
