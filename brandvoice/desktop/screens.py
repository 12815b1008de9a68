"""The screens, each built when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.desk import DeskPage, Handover
    from brandvoice.desktop.history import HistoryPage
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.outline import Place
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.rulespage import RulesPage
    from brandvoice.desktop.settingspage import SettingsPage
    from brandvoice.desktop.window import Window
    from brandvoice.errors import UserError


class Screens(QStackedWidget):
    """`spoken` brings a language, `dressed` a theme, `wanted` the name of a command, `laid` tells
    that a Desk was built, `turned` which screen is on view."""

    spoken = Signal(str)
    dressed = Signal(str)
    wanted = Signal(str)
    turned = Signal(str)
    laid = Signal()

    def __init__(
        self, office: Office, palette: Palette, handover: Handover | None, window: Window
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._palette = palette
        self._handover = handover
        self._pages: dict[str, QWidget] = {}
        self.current = ""
        self.desk: DeskPage | None = None
        self.history: HistoryPage | None = None
        self.rules: RulesPage | None = None
        self.settings: SettingsPage | None = None
        self._place: Place | None = None

    @property
    def place(self) -> Place | None:
        """Where the settings are."""
        return self.settings.outline.place if self.settings else self._place

    def resume(self, screen: str, place: Place | None) -> None:
        """Goes on where the screens of another window were."""
        self._place = place
        if screen:
            self.turn(screen)

    def turn(self, name: str) -> None:
        """Turns to a screen; none is open to anybody before they have a name."""
        if self._office.person is None:
            return
        if name not in self._pages:
            self._put(name, self._build(name))
        elif name == "history" and self.history:
            self.history.refresh()
        self.current = name
        self.setCurrentWidget(self._pages[name])
        self.turned.emit(name)

    def open_post(self, post: str) -> None:
        """Turns to a post on the Desk."""
        self.turn("desk")
        if self.desk:
            self.desk.open(post)

    @property
    def looked_at(self) -> PostState | None:
        """The post of the History's timeline while that is on view, else the one on the Desk."""
        if self.current == "history" and self.history:
            return self.history.current
        sheet = self.desk.writing.sheet if self.desk else None
        return sheet.state if sheet else None

    def clear(self) -> None:
        """Takes every screen down: another workspace is coming."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self.current = ""
        self.desk = self.history = self.rules = self.settings = None

    def show_welcome(self) -> None:
        """Asks the first person for a name and a language."""
        from brandvoice.desktop.welcome import Welcome

        welcome = Welcome(self._office.say, self)
        welcome.started.connect(self._on_started)
        welcome.spoken.connect(self.spoken)
        self._put("welcome", welcome)
        self.setCurrentWidget(welcome)
        welcome.name.setFocus()

    def show_upgrade(self, done: int, to_do: int) -> None:
        """Tells how far the upgrade of an older workspace is."""
        from brandvoice.desktop.upgrade import Upgrade

        page = self._pages.get("upgrade")
        if not isinstance(page, Upgrade):
            self._put("upgrade", page := Upgrade(self._office.say, self))
        self.setCurrentWidget(page)
        page.show_progress(done, to_do)

    def show_trouble(self, error: UserError) -> None:
        """Says why the workspace cannot be opened."""
        from brandvoice.desktop.trouble import Trouble

        self.clear()
        trouble = Trouble(error, self._office.say, self)
        trouble.again.connect(self._office.open)
        trouble.elsewhere.connect(self._on_elsewhere)
        trouble.back.connect(self._on_back)
        self._put("trouble", trouble)
        self.setCurrentWidget(trouble)

    def _put(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self.addWidget(page)

    def _build(self, name: str) -> QWidget:
        match name:
            case "queue":
                return self._build_queue()
            case "history":
                return self._build_history()
            case "rules":
                return self._build_rules()
            case "settings":
                return self._build_settings()
            case _:
                return self._build_desk()

    def _build_desk(self) -> QWidget:
        from brandvoice.desktop.desk import DeskPage

        self.desk = DeskPage(self._office, self._palette, self, self._handover)
        self._handover = None
        self.desk.wanted.connect(self.wanted)
        self.desk.view.decisions.said.connect(self.wanted)
        self.desk.findings.about.connect(self._window.staff.advising.about)
        self.laid.emit()
        return self.desk

    def _build_queue(self) -> QWidget:
        from brandvoice.desktop.queue import QueuePage

        queue = QueuePage(self._office, self._palette, self)
        queue.opened.connect(self.open_post)
        return queue

    def _build_history(self) -> QWidget:
        from brandvoice.desktop.history import HistoryPage

        self.history = HistoryPage(self._office, self._palette, self)
        self.history.wanted.connect(self.wanted)
        self.history.opened.connect(self.open_post)
        return self.history

    def _build_rules(self) -> QWidget:
        from brandvoice.desktop.rulespage import RulesPage

        self.rules = RulesPage(self._office, self._palette, self._window.staff.advising, self)
        return self.rules

    def _build_settings(self) -> QWidget:
        from brandvoice.desktop.settingspage import SettingsPage

        self.settings = SettingsPage(self._office, self._window.staff, self)
        self.settings.spoken.connect(self.spoken)
        self.settings.dressed.connect(self.dressed)
        self.settings.wanted.connect(self.wanted)
        if self._place:
            self.settings.outline.go(self._place)
        return self.settings

    def _on_started(self, name: str) -> None:
        self._window.staff.people.begin(name)

    def _on_back(self) -> None:
        self.wanted.emit("go_back")

    def _on_elsewhere(self) -> None:
        self.wanted.emit("elsewhere")
