"""The menu bar: every command with its key, and the menus that change with what is known."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from brandvoice.desktop.commands import MENUS, SUBMENUS, Command
from brandvoice.desktop.settings import THEMES
from brandvoice.desktop.speech import OWN_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMenu

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.window import Window


Value = TypeVar("Value", bound=str)


class Menus(QObject):
    """`wanted` brings a command's name, `recent` a file, `dressed` a theme, `spoken` a language.

    Actions are never disabled: one that is not possible now says why when it is pressed.
    """

    wanted = Signal(str)
    recent = Signal(str)
    dressed = Signal(str)
    spoken = Signal(str)

    def __init__(self, office: Office, window: Window) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.who: QMenu | None = None
        bar = window.menuBar()
        bar.setAccessibleName(office.say("menu.name"))
        self._menus = {name: bar.addMenu(office.say(f"menu.{name}")) for name in MENUS}

    def fill(self) -> None:
        """Puts the commands and their keys into the menus: after the first paint, keys are slow."""
        for name, menu in self._menus.items():
            for command in MENUS[name]:
                self._add(menu, command)

    def _add(self, menu: QMenu, command: Command) -> None:
        if not command.name:
            menu.addSeparator()
        elif command.name in SUBMENUS:
            self._add_submenu(menu, command.name)
        else:
            action = QAction(self._office.say(f"action.{command.name}"), self._window)
            action.setData(command.name)
            action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(self._on_action)
            menu.addAction(action)
            self.actions[command.name] = action

    def _add_submenu(self, menu: QMenu, name: str) -> None:
        inner = menu.addMenu(self._office.say(f"menu.{name}"))
        if name == "recent":
            inner.aboutToShow.connect(partial(self._fill_recent, inner))
            inner.triggered.connect(self._on_recent)
        elif name == "who":
            self.who = inner
            inner.aboutToShow.connect(partial(self._fill_who, inner))
        elif name == "theme":
            themes = {theme: self._office.say(f"theme.{theme}") for theme in THEMES}
            self._choices(inner, themes, self._office.settings.theme)
            inner.triggered.connect(self._on_theme)
        else:
            self._choices(inner, OWN_NAMES, self._office.say.language)
            inner.triggered.connect(self._on_language)

    def _choices(self, menu: QMenu, names: Mapping[Value, str], chosen: str) -> None:
        group = QActionGroup(menu)
        for value, name in names.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)

    def _fill_who(self, menu: QMenu) -> None:
        self._window.staff.people.fill(menu)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for name in self._office.settings.recent:
            action = QAction(Path(name).name.replace("&", "&&"), menu)
            action.setToolTip(name)
            action.setData(name)
            menu.addAction(action)
        if not self._office.settings.recent:
            nothing = menu.addAction(self._office.say("open.no_recent"))
            nothing.setEnabled(False)

    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(action.data())

    def _on_recent(self, action: QAction) -> None:
        if action.data():
            self.recent.emit(action.data())

    def _on_theme(self, action: QAction) -> None:
        self.dressed.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self.spoken.emit(action.data())
