"""Adding people, changing them, and saying who is working."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from brandvoice.desktop.dialog import tell
from brandvoice.desktop.persondialog import PersonDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from brandvoice.approval.person import Person, Role
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk


class People(QObject):
    """The acts about people, for menus and pages."""

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window

    def add(self) -> None:
        """Asks for somebody new."""
        PersonDialog(None, self._office.say, self._window, self._on_new).open()

    def change(self, person: Person) -> None:
        """Asks for another name or other roles."""
        go_on = partial(self._on_changed, person)
        PersonDialog(person, self._office.say, self._window, go_on).open()

    def begin(self, name: str) -> None:
        """Adds the first person, who writes and approves, and lets them work."""

        def added(desk: Desk) -> tuple[tuple[Person, ...], str]:
            person = desk.add_person(name, ("writer", "approver"))
            return desk.people(), person.id

        self._office.store(added, self._on_begun, self._on_refused)

    def fill(self, menu: QMenu) -> None:
        """Fills a menu with everybody, the one who is working marked."""
        menu.clear()
        group = QActionGroup(menu)
        for person in self._office.people:
            roles = self._office.say.listed(
                [self._office.say.whole(f"role.{role}") for role in sorted(person.roles)]
            )
            action = QAction(f"{person.name} · {roles}".replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(person == self._office.person)
            action.setData(person.id)
            action.triggered.connect(self._on_chosen)
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        new = QAction(self._office.say("action.add_person"), menu)
        new.triggered.connect(self.add)
        menu.addAction(new)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._office.set_people(self._office.people, action.data())

    def _on_new(self, name: str, roles: frozenset[Role]) -> None:
        by = self._office.person

        def added(desk: Desk) -> tuple[Person, ...]:
            desk.add_person(name, roles, by.id if by else None)
            return desk.people()

        self._office.store(added, self._on_people, self._on_refused)

    def _on_changed(self, person: Person, name: str, roles: frozenset[Role]) -> None:
        by = self._office.person or person

        def changed(desk: Desk) -> tuple[Person, ...]:
            desk.change_person(person.id, name, roles, by.id)
            return desk.people()

        self._office.store(changed, self._on_people, self._on_refused)

    def _on_begun(self, begun: tuple[tuple[Person, ...], str]) -> None:
        self._office.set_people(*begun)

    def _on_people(self, people: tuple[Person, ...]) -> None:
        self._office.set_people(people)

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
