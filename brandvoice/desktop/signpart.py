"""The signature at the foot of a dialog: the passphrase, or the first one, or a lost one."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label
from brandvoice.desktop.passphrase import NewPassphrase, PassphraseAsked

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.signatory import Standing

Mode = Literal["asking", "unlocked", "typed", "first", "lost", "shut"]

_TICK: Final = 200
"""Milliseconds between two looks at how long is still to wait."""


class SignPart(QWidget):
    """Comes to a person's signer, whatever that takes; `changed` when `ready` or its height may be
    another. While a key is being opened the window goes on.

    An `eager` one takes the keys as soon as it knows what to ask: not while a reason is typed.
    """

    changed = Signal()

    def __init__(self, office: Office, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._person = person
        self._busy = False
        self.eager = True
        self.mode: Mode = "asking"
        say = office.say
        self._sentence = Label("", "body", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asked = PassphraseAsked(say("sign.passphrase", name=person.name), say, self)
        self.new = NewPassphrase(say, self)
        self.told = Label("", "bad", wrap=True)
        self.link = Button("", "link")
        self.link.clicked.connect(self._on_link)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._lay()
        self.asked.typed.connect(self._on_typed)
        self.asked.resized.connect(self.changed)
        self.new.typed.connect(self._on_typed)
        if office.vault.unlocked.of(person.id):
            self._turn("unlocked")
        else:
            self._turn("asking")
            office.store(self._standing, self._on_standing, self._on_unreadable)

    @property
    def ready(self) -> bool:
        """Whether `sign` can be tried now."""
        if self._busy or self._wait():
            return False
        match self.mode:
            case "unlocked":
                return True
            case "typed":
                return bool(self.asked.field.text())
            case "first" | "lost":
                return self.new.ready
            case _:
                return False

    @property
    def first_field(self) -> QWidget | None:
        """Where typing goes on; None when nothing has to be typed."""
        if self.mode == "typed":
            return self.asked.field
        return self.new.first if self.mode in ("first", "lost") else None

    def sign(self, then: Callable[[Signer], None]) -> None:
        """Opens or makes the key, then goes on; what does not fit is told here."""
        vault, person = self._office.vault, self._person.id
        if self.mode == "unlocked":
            signer = vault.unlocked.of(person)
            if signer:
                then(signer)
            else:
                self._turn("typed")
            return
        if not self.ready:
            return
        passphrase = self.asked.field.text() if self.mode == "typed" else self.new.passphrase
        work = {"typed": vault.unlock, "first": vault.choose, "lost": vault.replace}[self.mode]
        self._busy = True
        self._tell("")
        self._office.store(
            lambda desk: work(desk, person, passphrase),
            partial(self._on_signer, then),
            self._on_failed,
        )

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._sentence, self.asked, self.new):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)

    def _turn(self, mode: Mode, sentence: str = "") -> None:
        say = self._office.say
        self.mode = mode
        own = {"unlocked": say("sign.unlocked", name=self._person.name), "asking": " "}
        own |= {"first": say("sign.first"), "lost": say("sign.lost")}
        sentence = sentence or own.get(mode, "")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.asked.setVisible(mode == "typed")
        self.new.setVisible(mode in ("first", "lost"))
        names = {"typed": say("sign.forgotten"), "unlocked": say("sign.lock")}
        self.link.say(names.get(mode, ""))
        self.link.setVisible(mode in names)
        self._timer.stop()
        self._tell("")
        self._on_tick()
        if self.first_field and self.isVisible() and self.eager:
            self.first_field.setFocus()
        self.eager = True
        self.changed.emit()

    def _standing(self, desk: Desk) -> Standing:
        return self._office.vault.standing(desk, self._person.id)

    def _on_standing(self, standing: Standing) -> None:
        match standing:
            case "here" | "waiting":
                self._turn("typed")
            case "new":
                self._turn("first")
            case "elsewhere":
                told = self._office.vault.keys.elsewhere(self._person.id)
                self._turn("lost", self._office.say.error(told))

    def _on_unreadable(self, error: UserError) -> None:
        told = self._office.say.error(error)
        self._turn("lost" if error.key == "key.damaged" else "shut", told)

    def _on_link(self) -> None:
        if self.mode == "typed":
            self._turn("lost")
        else:
            self._office.vault.lock()
            self._turn("typed")

    def _on_signer(self, then: Callable[[Signer], None], signer: Signer) -> None:
        self._busy = False
        self.asked.field.clear()
        self.changed.emit()
        then(signer)

    def _on_failed(self, error: UserError) -> None:
        self._busy = False
        self.asked.field.clear()
        if error.key not in ("key.wrong", "key.wait"):
            self._tell(self._office.say.error(error))
            return
        self._on_tick()
        self.asked.field.setFocus()

    def _on_typed(self) -> None:
        if self.mode != "typed":
            self._tell("")
        self.changed.emit()

    def _wait(self) -> int:
        """Whole seconds until the next try; 0 when there is nothing to wait for."""
        typed = self.mode == "typed"
        return ceil(self._office.vault.patience.wait(self._person.id)) if typed else 0

    def _on_tick(self) -> None:
        seconds = self._wait()
        if seconds:
            self._tell(self._office.say("sign.wait", count=seconds))
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self._tell(self._office.say("sign.again_now"), "soft")

    def _tell(self, sentence: str, look: str = "bad") -> None:
        self.told.setText(sentence)
        self.told.dress(look)
        self.told.setVisible(bool(sentence) or self.link.isVisibleTo(self))
        self.changed.emit()
