"""The buttons below the paper, and the reason beside them when one cannot be pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label
from brandvoice.desktop.offer import Offer, reason_beside

if TYPE_CHECKING:
    from brandvoice.approval.command import Act
    from brandvoice.approval.state import State
    from brandvoice.desktop.speech import Speech


_BEFORE: Final = 3
"""The buttons that stand before those of the decisions: copy, posted, taken down."""


class Decisions(QWidget):
    """`wanted` brings the offer somebody took up, `slotted` asks to hand in with a slot, `copied`
    for the words to post, `said` to say that it was `posted` or `taken_down`."""

    wanted = Signal(Offer)
    slotted = Signal()
    copied = Signal()
    said = Signal(str)

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._offers: tuple[Offer, ...] = ()
        self._buttons: dict[Act, Button] = {}
        self._reason = Label("", "soft", wrap=True)
        self._reason.setAccessibleName(say("decide.reason_name"))
        self._copy = Button(say("action.copy_post"), "primary")
        self._copy.clicked.connect(self.copied)
        self._posted, self._down = (self._teller(name) for name in ("posted", "taken_down"))
        self._slot = Button(say("slot.do"))
        self._slot.clicked.connect(self.slotted)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self._copy)
        self._row.addWidget(self._posted)
        self._row.addWidget(self._down)
        self._row.addWidget(self._slot)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._reason)
        column.addLayout(self._row)

    def show_offers(self, offers: tuple[Offer, ...], state: State, *, live: bool = False) -> None:
        """Shows the buttons; one that cannot be pressed says why.

        `live` says that the post is out wherever it was meant to be.
        """
        self._offers = offers
        names = [self._name(offer.act, state) for offer in offers]
        shown = [button.accessibleName() for button in self._buttons.values()]
        if list(self._buttons) != [offer.act for offer in offers] or names != shown:
            self._build(offers, names)
        self._copy.setVisible(state == "approved")
        self._posted.setVisible(state == "approved" and not live)
        self._down.setVisible(state == "approved" and live)
        submit = next((offer for offer in offers if offer.act == "submit"), None)
        self._slot.setVisible(submit is not None)
        self._slot.setEnabled(submit is not None and submit.hindrance is None)
        for offer in offers:
            button = self._buttons[offer.act]
            button.setEnabled(offer.hindrance is None)
            why = self._say.error(offer.hindrance) if offer.hindrance else ""
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        reason = reason_beside(offers)
        self._reason.setText(self._say.error(reason) if reason else "")
        self._reason.setVisible(reason is not None)

    @property
    def reason(self) -> str:
        """Why the first disabled button is disabled; empty when none is."""
        return self._reason.text()

    @property
    def pressable(self) -> list[QWidget]:
        """The buttons that can be pressed now, from the left."""
        shown = [self._copy, self._posted, self._down, *self._buttons.values(), self._slot]
        return [button for button in shown if button.isVisible() and button.isEnabled()]

    def button(self, act: Act) -> Button | None:
        """The button of an act, if it is on view."""
        return self._buttons.get(act)

    def _build(self, offers: tuple[Offer, ...], names: list[str]) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, (offer, name) in enumerate(zip(offers, names, strict=True)):
            button = Button(name, "primary" if offer.primary else "", self)
            button.setProperty("act", offer.act)
            button.clicked.connect(self._on_click)
            self._buttons[offer.act] = button
            self._row.insertWidget(place + _BEFORE, button)

    def _teller(self, name: str) -> Button:
        button = Button(self._say(f"action.{name}"))
        button.clicked.connect(partial(self.said.emit, name))
        return button

    def _name(self, act: Act, state: State) -> str:
        if act == "withdraw":
            return self._say(f"decide.withdraw_{state}")
        return self._say(f"decide.{act}")

    def _on_click(self) -> None:
        act = self.sender().property("act")
        self.wanted.emit(next(offer for offer in self._offers if offer.act == act))
