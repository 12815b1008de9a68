"""Asks for a signature under what was told: nothing has to be typed but the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.signpart import SignPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office


class SignDialog(Dialog):
    """`answer` is called with the signer; `ask` opens it once everything was told."""

    def __init__(
        self,
        title: str,
        do: str,
        person: Person,
        office: Office,
        parent: QWidget,
        answer: Callable[[Signer], None],
    ) -> None:
        super().__init__(title, parent)
        self._answer = answer
        self.sign = SignPart(office, person, self)
        self.sign.changed.connect(self._on_sign_changed)
        self.confirm = Button(do, "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self.confirm.setDefault(True)
        self._cancel = Button(office.say("dialog.cancel"))
        self._cancel.clicked.connect(self.reject)

    def ask(self) -> None:
        """Puts the signature below what was told so far, and opens."""
        self.column.addWidget(self.sign)
        self.end_with(self._cancel, self.confirm)
        self._on_sign_changed()
        self.open()

    def _on_sign_changed(self) -> None:
        self.confirm.setEnabled(self.sign.ready)
        self.fit()

    def _on_confirm(self) -> None:
        self.sign.sign(self._on_signer)

    def _on_signer(self, signer: Signer) -> None:
        self.accept()
        self._answer(signer)
