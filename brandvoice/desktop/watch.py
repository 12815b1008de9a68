"""Keeps an eye on the time: what has run out, what waits for whom, which slot is near."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from brandvoice.approval.house import House
    from brandvoice.approval.state import Noticed, PostState
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk

_MINUTE: Final = 60_000
_REMEMBERED: Final = 200
"""How many reminders are known to have been shown."""


class Watch(QObject):
    """`changed` tells that another flow or other waivers hold, or that a minute has gone by;
    `reminded` brings the posts that wait for whoever works here and whose slot is near."""

    changed = Signal()
    reminded = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._house: House | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.look)
        for told in (office.opened, office.reloaded, office.people_changed):
            told.connect(self.look)

    @property
    def house(self) -> House | None:
        """What holds for every post now; None before the record was read."""
        return replace(self._house, at=datetime.now(UTC)) if self._house else None

    def look(self) -> None:
        """Enters what has run out, and reads what holds now."""
        if self._office.is_open:
            self._minute.start()
            self._office.store(_looked, self._on_looked, _unread)

    def take(self, house: House) -> None:
        """Tells every screen what holds from here on."""
        self._house = house
        self.changed.emit()

    def waiting(self) -> tuple[PostState, ...]:
        """The posts whose turn it is with whoever works here: the nearest slot first."""
        from brandvoice.approval.standing import waits_for

        house, person = self.house, self._office.person
        if house is None or person is None:
            return ()
        posts = self._office.shelf.waiting()
        return tuple(sorted((p for p in posts if waits_for(p, person, house)), key=_slot))

    def still_open(self, post: PostState) -> tuple[Noticed, ...]:
        """The findings of a post that no waiver lets stand, those for the brand included."""
        house = self.house
        return house.still_open(post) if house else post.noticed

    def is_soon(self, post: PostState) -> bool:
        """Whether a post's slot is near enough for a reminder."""
        if post.due is None or self._house is None:
            return False
        return post.due - timedelta(hours=self._house.flow.reminder) <= datetime.now(UTC)

    def _on_looked(self, looked: tuple[tuple[PostState, ...], House]) -> None:
        expired, house = looked
        for post in expired:
            self._office.put(post)
        self.take(house)
        self._remind()

    def _remind(self) -> None:
        """Once for each stage of each submission, however often the window is opened."""
        settings = self._office.settings
        near = {
            f"{post.id}:{post.version}:{post.stage}": post
            for post in self.waiting()
            if self.is_soon(post)
        }
        new = [key for key in near if key not in settings.reminded]
        if new:
            settings.reminded = [*settings.reminded, *new][-_REMEMBERED:]
            self._office.remember()
            self.reminded.emit(tuple(near[key] for key in new))


def _unread(_: UserError) -> None:
    """A record that cannot be read is told of by its proof, not every minute."""


def _looked(desk: Desk) -> tuple[tuple[PostState, ...], House]:
    return desk.sweep(), desk.house()


def _slot(post: PostState) -> tuple[bool, datetime]:
    return (post.due is None, post.due or post.changed_at)
