"""A first passphrase, another one, or one in the place of a lost one; outside any decision."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, Signal

from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.passphrase import NewPassphrase, PassphraseAsked
from brandvoice.desktop.signpart import SignPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk

Kind = Literal["first", "change", "lost", "vouch"]


class KeyDialog(Dialog):
    """`kept` tells that a new key is in the record. `vouch` is for an approver, who signs that
    somebody else's passphrase was lost; that person types the new one here."""

    kept = Signal()

    def __init__(self, kind: Kind, person: Person, office: Office, parent: QWidget) -> None:
        say = office.say
        super().__init__(say(f"key.{kind}.title", name=person.name), parent)
        self._kind = kind
        self._person = person
        self._office = office
        self._busy = False
        self.tell(say(f"key.{kind}.meaning", name=person.name))
        self.old: PassphraseAsked | None = None
        self.sign: SignPart | None = None
        if kind == "change":
            self.old = PassphraseAsked(say("key.old"), say, self)
            self.old.typed.connect(self._refresh)
            self.old.resized.connect(self._refresh)
            self.column.addWidget(self.old)
        self.new = NewPassphrase(say, self)
        self.new.typed.connect(self._refresh)
        self.column.addWidget(self.new)
        approver = office.person
        if kind == "vouch" and approver:
            self.column.addWidget(Label(say("key.vouch.signature"), "heading"))
            self.sign = SignPart(office, approver, self)
            self.sign.changed.connect(self._refresh)
            self.column.addWidget(self.sign)
        self.told = self.tell("", "bad")
        self.confirm = self.offer(say(f"key.{kind}.do"), say)
        self.confirm.clicked.connect(self._on_confirm)
        self._timer = QTimer(self)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._refresh)
        self._refresh()

    @property
    def ready(self) -> bool:
        """Whether everything is typed and nothing has to be waited for."""
        if self._busy or self._wait() or not self.new.ready:
            return False
        if self.old:
            return bool(self.old.field.text())
        return self.sign is None or self.sign.ready

    def _on_confirm(self) -> None:
        vault, person = self._office.vault, self._person.id
        new = self.new.passphrase
        match self._kind:
            case "first":
                self._carry(lambda desk: vault.choose(desk, person, new))
            case "lost":
                self._carry(lambda desk: vault.replace(desk, person, new))
            case "change":
                old = self.old.field.text() if self.old else ""
                self._carry(lambda desk: vault.change(desk, person, old, new))
            case "vouch":
                if self.sign:
                    self.sign.sign(partial(self._on_approver, new))

    def _on_approver(self, new: str, approver: Signer) -> None:
        vault, person = self._office.vault, self._person.id
        self._carry(lambda desk: vault.replace(desk, person, new, approver))

    def _carry(self, work: Callable[[Desk], Signer]) -> None:
        self._busy = True
        self._refresh()
        self._office.store(work, self._on_kept, self._on_failed)

    def _on_kept(self, _: Signer) -> None:
        self.accept()
        self.kept.emit()

    def _on_failed(self, error: UserError) -> None:
        self._busy = False
        if self.old and error.key in ("key.wrong", "key.wait"):
            self.old.field.clear()
            self.old.field.setFocus()
        else:
            self.told.setText(self._office.say.error(error))
        self._refresh()

    def _wait(self) -> int:
        patience = self._office.vault.patience
        return ceil(patience.wait(self._person.id)) if self.old else 0

    def _refresh(self) -> None:
        seconds = self._wait()
        if seconds:
            self.told.setText(self._office.say("sign.wait", count=seconds))
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.told.setText(self._office.say("sign.again_now"))
        self.told.setVisible(bool(self.told.text()))
        self.confirm.setEnabled(self.ready)
        self.fit()
