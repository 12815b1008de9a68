"""Asks for a person's name and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from brandvoice.approval.person import ROLES
from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person, Role
    from brandvoice.desktop.speech import Speech


class PersonDialog(Dialog):
    """`answer` is called with a name and the roles; without either it cannot be confirmed."""

    def __init__(
        self,
        person: Person | None,
        say: Speech,
        parent: QWidget,
        answer: Callable[[str, frozenset[Role]], None],
    ) -> None:
        super().__init__(say("person.change_title" if person else "person.add_title"), parent)
        self._answer = answer
        self.name = QLineEdit(person.name if person else "")
        self.name.setMaxLength(80)
        self.name.setAccessibleName(say("person.name"))
        self.name.textChanged.connect(self._on_changed)
        self.roles = {role: QCheckBox(say.whole(f"role.{role}")) for role in ROLES}
        asked = Label(say("person.name"), "strong")
        asked.setBuddy(self.name)
        self.column.addWidget(asked)
        self.column.addWidget(self.name)
        self.column.addWidget(Label(say("person.roles"), "strong"))
        for role, box in self.roles.items():
            box.setChecked(person is None or role in person.roles)
            box.toggled.connect(self._on_changed)
            self.column.addWidget(box)
        self.column.addWidget(Label(say("person.four_eyes"), "soft", wrap=True))
        self.confirm = Button(say("person.save"), "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self.confirm.setDefault(True)
        cancel = Button(say("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        self._missing = Label(say("person.missing"), "soft")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._missing, 1)
        row.addWidget(cancel)
        row.addWidget(self.confirm)
        self.column.addLayout(row)
        self._on_changed()

    def _chosen(self) -> frozenset[Role]:
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    def _on_changed(self) -> None:
        ready = bool(self.name.text().strip() and self._chosen())
        self.confirm.setEnabled(ready)
        self._missing.setVisible(not ready)

    def _on_confirm(self) -> None:
        self.accept()
        self._answer(self.name.text().strip(), self._chosen())
