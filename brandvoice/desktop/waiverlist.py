"""Words that stand in every post: which, why, by whom, until when; and the way to end that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.dialog import tell
from brandvoice.desktop.label import Label
from brandvoice.desktop.rows import clear
from brandvoice.desktop.section import Section
from brandvoice.desktop.signdialog import SignDialog

if TYPE_CHECKING:
    from brandvoice.approval.house import House
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import Waiver
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError


class WaiverList(Section):
    """Not on view while nothing is waived for the whole brand."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("everywhere.title"), parent, 10)
        self._office = office
        self._known: tuple[Waiver, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addLayout(self._rows)
        office.watch.changed.connect(self.refresh)
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Shows what holds now."""
        house = self._office.watch.house
        waivers = house.in_force if house else ()
        if waivers == self._known:
            return
        self._known = waivers
        clear(self._rows)
        for place, waiver in enumerate(waivers):
            self._rows.addWidget(self._row(place, waiver))
        self.setVisible(bool(waivers))

    def _row(self, place: int, waiver: Waiver) -> QWidget:
        say, row = self._office.say, QWidget(self)
        words = say("erased") if waiver.words is None else quoted(waiver.words)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(Label(words, "strong", wrap=True))
        until = say.exactly(waiver.until) if waiver.until else ""
        by = self._office.name_of(waiver.by)
        told.addWidget(Label(say("everywhere.by", name=by, until=until), "soft", wrap=True))
        reason = say("erased") if waiver.reason is None else waiver.reason
        told.addWidget(Label(reason, "body", wrap=True))
        end = Button(say("everywhere.end"), "small")
        end.setAccessibleName(f"{say('everywhere.end')} {words}")
        end.setProperty("place", place)
        end.setEnabled(waiver.words is not None)
        end.clicked.connect(self._on_end)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(told, 1)
        line.addWidget(end)
        return row

    def _on_end(self) -> None:
        waiver, person = self._known[self.sender().property("place")], self._office.person
        if person is None or waiver.words is None:
            return
        say = self._office.say
        go_on = partial(self._end, waiver.rule, waiver.words)
        title, do = say("everywhere.end_title"), say("everywhere.end")
        dialog = SignDialog(title, do, person, self._office, self, go_on)
        dialog.tell(quoted(waiver.words), "strong")
        dialog.tell(say("everywhere.end_meaning", name=person.name))
        dialog.ask()

    def _end(self, rule: str, words: str, signer: Signer) -> None:
        self._office.store(
            lambda desk: desk.end_waiver(rule, words, signer.person, signer=signer),
            self._on_ended,
            self._on_refused,
        )

    def _on_ended(self, house: House) -> None:
        self._office.watch.take(house)

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self, say, say("refused.title"), say.error(error))
