"""Adding people, changing them, and saying who is working."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from brandvoice.desktop.dialog import tell
from brandvoice.desktop.persondialog import PersonDialog
from brandvoice.desktop.signdialog import SignDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from brandvoice.approval.person import Person, Role
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk

    _Act = Callable[[Desk, Signer | None], None]


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

        def added(desk: Desk, signer: Signer | None) -> None:
            desk.add_person(name, roles, by.id if by else None, signer=signer)

        self._carry(added, None)

    def _on_changed(self, person: Person, name: str, roles: frozenset[Role]) -> None:
        by = self._office.person or person

        def changed(desk: Desk, signer: Signer | None) -> None:
            desk.change_person(person.id, name, roles, by.id, signer=signer)

        self._carry(changed, None)

    def _carry(self, act: _Act, signer: Signer | None) -> None:
        def work(desk: Desk) -> tuple[Person, ...]:
            act(desk, signer)
            return desk.people()

        self._office.store(work, self._on_people, partial(self._on_unsigned, act))

    def _on_unsigned(self, act: _Act, error: UserError) -> None:
        """Asks for the signature of an approver who makes or unmakes one."""
        person, say = self._office.person, self._office.say
        if person is None or error.key not in ("record.signature_missing", "record.key_missing"):
            self._on_refused(error)
            return
        go_on = partial(self._carry, act)
        title, do = say("person.sign_title"), say("person.save")
        dialog = SignDialog(title, do, person, self._office, self._window, go_on)
        dialog.tell(say("person.sign_meaning", name=person.name))
        dialog.ask()

    def _on_begun(self, begun: tuple[tuple[Person, ...], str]) -> None:
        self._office.set_people(*begun)

    def _on_people(self, people: tuple[Person, ...]) -> None:
        self._office.set_people(people)

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
