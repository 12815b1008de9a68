"""Who works here, in which roles, with which keys; and how long a key stays unlocked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.approval.signature import fingerprint_of
from brandvoice.desktop.avatar import Avatar, small_picture
from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import tell
from brandvoice.desktop.keydialog import KeyDialog
from brandvoice.desktop.keyimport import KeyImport
from brandvoice.desktop.label import Label
from brandvoice.desktop.rows import clear
from brandvoice.desktop.section import Section
from brandvoice.desktop.vault import MINUTES
from brandvoice.errors import UserError
from brandvoice.workflow.album import Album

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.keyring import Key
    from brandvoice.approval.person import Person
    from brandvoice.desktop.keydialog import Kind
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.people import People
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.signatory import Standing


class KeyState(NamedTuple):
    """A person's key and picture; `standing` None: the key's file cannot be read."""

    key: Key | None
    standing: Standing | None
    image: bytes | None = None


class PeoplePanel(Section):
    """One row a person: name, roles, key, and what can be done about them."""

    def __init__(self, office: Office, people: People, parent: QWidget) -> None:
        super().__init__(office.say("settings.people"), parent)
        self._office = office
        self._people = people
        self._import = KeyImport(office, self)
        self._import.taken.connect(self.refresh)
        say = office.say
        column = self.column
        self._everybody = QVBoxLayout()
        self._everybody.setSpacing(14)
        column.addLayout(self._everybody)
        add = Button(say("action.add_person"), "small")
        add.clicked.connect(people.add)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._minutes())
        column.addWidget(Label(say("key.truth"), "soft", wrap=True))
        office.people_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the people and their keys as they are now."""
        self._office.store(self._states, self._on_states)

    def _states(self, desk: Desk) -> dict[str, KeyState]:
        states, images = {}, Album(desk).pictures()
        for person in desk.people():
            keys = desk.keys(person.id)
            try:
                standing = self._office.vault.standing(desk, person.id)
            except UserError:
                standing = None
            states[person.id] = KeyState(
                keys[-1] if keys else None, standing, images.get(person.id)
            )
        return states

    def _on_states(self, states: dict[str, KeyState]) -> None:
        clear(self._everybody)
        for person in self._office.people:
            state = states.get(person.id, KeyState(None, "new"))
            self._everybody.addWidget(self._row(person, state))

    def _row(self, person: Person, state: KeyState) -> QWidget:
        say = self._office.say
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        avatar = Avatar(person, state.image, say)
        avatar.chosen.connect(partial(self._on_picture, person))
        avatar.removed.connect(partial(self._put_picture, person, None))
        line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(person.name, "strong"))
        roles = [say.whole(f"role.{role}") for role in sorted(person.roles)]
        head.addWidget(Label(say.listed(roles), "soft"))
        if person == self._office.person:
            working = Label(say("settings.working"), "pill-good")
            head.addWidget(working, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        change = partial(self._people.change, person)
        self._add_button(head, person, say("settings.change"), "small", change)
        lines.addLayout(head)
        key = QHBoxLayout()
        key.setSpacing(4)
        key.addWidget(Label(self._told(state), "soft", wrap=True), 1)
        for kind in self._kinds(person, state):
            ask = partial(self._ask, kind, person)
            self._add_button(key, person, say(f"key.{kind}.button"), "link", ask)
        if person == self._office.person and state.standing in ("new", "elsewhere", None):
            take_in = partial(self._import.ask, person)
            self._add_button(key, person, say("key.import.button"), "link", take_in)
        lines.addLayout(key)
        line.addLayout(lines, 1)
        return row

    def _add_button(
        self, line: QHBoxLayout, person: Person, name: str, look: str, do: partial[None]
    ) -> None:
        button = Button(name, look)
        button.setAccessibleName(f"{name} {person.name}")
        button.clicked.connect(lambda _checked=False: do())
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _told(self, state: KeyState) -> str:
        say = self._office.say
        if state.key is None:
            return say("key.none")
        digits = fingerprint_of(state.key.public)
        told = say("key.since", day=say.day(state.key.since), digits=digits)
        if state.standing == "elsewhere":
            told = f"{told}\n{say('key.not_here')}"
        elif state.standing is None:
            told = f"{told}\n{say('key.damaged')}"
        return told

    def _kinds(self, person: Person, state: KeyState) -> tuple[Kind, ...]:
        """What somebody may do about this person's passphrase: their own, or an approver a loss."""
        working = self._office.person
        if working is None or working.id != person.id:
            can_vouch = working and working.approves and state.key
            return ("vouch",) if can_vouch else ()
        if state.key is None:
            return ("first",)
        return ("change", "lost") if state.standing == "here" else ("lost",)

    def _ask(self, kind: Kind, person: Person) -> None:
        dialog = KeyDialog(kind, person, self._office, self.window())
        dialog.kept.connect(self.refresh)
        dialog.open()
        field = dialog.old.field if dialog.old else dialog.new.first
        field.setFocus()

    def _on_picture(self, person: Person, file: Path) -> None:
        try:
            self._put_picture(person, small_picture(file))
        except UserError as error:
            self._refuse(error)

    def _put_picture(self, person: Person, image: bytes | None) -> None:
        self._office.store(
            lambda desk: Album(desk).put(person.id, image), self._on_put, self._refuse
        )

    def _on_put(self, _: None) -> None:
        self.refresh()

    def _refuse(self, error: UserError) -> None:
        say = self._office.say
        tell(self.window(), say, say("refused.title"), say.error(error))

    def _minutes(self) -> QWidget:
        say = self._office.say
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(Label(say("key.remember")))
        self.chips: list[Button] = []
        for minutes in MINUTES:
            chip = Button(say(f"key.minutes.{minutes}"), "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(minutes == self._office.vault.minutes)
            chip.setProperty("minutes", minutes)
            chip.clicked.connect(self._on_minutes)
            self.chips.append(chip)
            line.addWidget(chip)
        line.addStretch(1)
        lock = Button(say("sign.lock"), "small")
        lock.clicked.connect(self._office.vault.lock)
        line.addWidget(lock)
        return row

    def _on_minutes(self) -> None:
        minutes = int(self.sender().property("minutes"))
        self._office.vault.lock()
        self._office.vault.minutes = self._office.settings.sign_minutes = minutes
        self._office.remember()
