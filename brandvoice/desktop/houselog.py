"""What was changed for every post: the flow, people, waivers for the brand, rules given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandvoice.desktop.label import Label
from brandvoice.desktop.rows import clear
from brandvoice.desktop.section import Section

if TYPE_CHECKING:
    from brandvoice.approval.housewords import HouseLine
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk

_SHOWN: Final = 6


class HouseLog(Section):
    """The newest entries in words, each with who and when."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("log.title"), parent, 10)
        self._office = office
        self._known: tuple[HouseLine, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addLayout(self._rows)
        office.watch.changed.connect(self.refresh)
        office.people_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Reads what was changed."""
        self._office.store(self._read, self._on_read, _unread)

    def _read(self, desk: Desk) -> tuple[HouseLine, ...]:
        return desk.house_log(self._office.say.language)

    def _on_read(self, lines: tuple[HouseLine, ...]) -> None:
        if lines == self._known:
            return
        self._known, say = lines, self._office.say
        clear(self._rows)
        for line in lines[:_SHOWN]:
            self._rows.addWidget(self._row(line))
        if older := len(lines) - _SHOWN if len(lines) > _SHOWN else 0:
            self._rows.addWidget(Label(say("log.older", count=older), "small", wrap=True))

    def _row(self, line: HouseLine) -> QWidget:
        say, row = self._office.say, QWidget(self)
        told = QVBoxLayout(row)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(2)
        told.addWidget(Label(say.whole(f"event.{line.kind}"), "strong", wrap=True))
        told.addWidget(Label(f"{line.name} · {say.exactly(line.at)}", "small", wrap=True))
        told.addWidget(Label(line.told, "body", wrap=True))
        return row


def _unread(_: UserError) -> None:
    """A record that cannot be read is told of by its proof."""
