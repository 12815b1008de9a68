"""Closing the window: what is typed is saved first, and nobody is held when it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from brandvoice.desktop.window import Window
    from brandvoice.errors import UserError


class Leaving(QObject):
    """Decides whether the window may close now; closes it later when it may not yet."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._lets_go = False
        self._asked = False

    def may_close(self) -> bool:
        """Whether nothing would be lost; if something would, saves it and then closes."""
        desk = self._window.screens.desk
        if self._lets_go or desk is None or desk.writing.keeping.standing == "saved":
            return True
        if not self._asked:
            self._asked = True
            desk.writing.keeping.then(self._let_go, self._ask)
        return False

    def _let_go(self) -> None:
        self._lets_go = True
        self._window.close()

    def _ask(self, error: UserError) -> None:
        self._asked = False
        say = self._window.office.say
        dialog = Dialog(say("leave.title"), self._window)
        dialog.tell(say.error(error))
        dialog.tell(say("leave.meaning"))
        stay = Button(say("leave.stay"), "primary")
        stay.clicked.connect(dialog.reject)
        leave = Button(say("leave.leave"))
        leave.clicked.connect(self._let_go)
        dialog.end_with(leave, stay)
        dialog.open()
