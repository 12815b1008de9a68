"""Says of a post that it went out, or is gone again: asks, then has it entered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from brandvoice.desktop.dialog import tell
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.publishing import Outlook, Posted, TakenDown
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.window import Window
    from brandvoice.workflow.desk import Desk


class Publishing(QObject):
    """Needs no signature; an open key signs."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office

    def begin(self, what: Literal["posted", "taken_down"]) -> None:
        """Begins to say it of the post that is looked at, once what is typed there is saved."""
        go_on = partial(self._know, self._on_posted if what == "posted" else self._on_down)
        if self._window.desk and self._window.screens.current != "history":
            self._window.desk.writing.keeping.then(go_on)
        else:
            go_on()

    def _know(self, go_on: Callable[[Outlook], None]) -> None:
        state = self._window.screens.looked_at
        post = state.id if state else ""
        if post:
            self._office.store(lambda desk: desk.outlook(post), go_on, self._refuse)
        elif self._office.person:
            self._refuse(UserError("record.posted_nothing"))

    def _on_posted(self, known: Outlook) -> None:
        from brandvoice.desktop.posteddialog import PostedDialog

        person = self._office.person
        if person:
            answer = partial(self._enter_posted, known.state.id, person.id)
            PostedDialog(known, person, self._office, self._window, answer).open()

    def _on_down(self, known: Outlook) -> None:
        from brandvoice.desktop.downdialog import TakenDownDialog

        person = self._office.person
        if all(one.until for one in known.state.publications):
            self._refuse(UserError("record.nothing_out"))
        elif person:
            answer = partial(self._enter_down, known.state.id, person.id)
            TakenDownDialog(known.state, person, self._office, self._window, answer).open()

    def _enter_posted(self, post: str, by: str, said: Posted) -> None:
        def work(desk: Desk) -> PostState:
            return desk.mark_posted(post, said, by)

        self._office.store(work, self._on_done, self._refuse)

    def _enter_down(self, post: str, by: str, said: TakenDown) -> None:
        def work(desk: Desk) -> PostState:
            return desk.mark_taken_down(post, said, by)

        self._office.store(work, self._on_done, self._refuse)

    def _on_done(self, state: PostState) -> None:
        """Shows the post's new state on every screen."""
        if self._window.desk:
            self._window.desk.writing.take(state)
        else:
            self._office.put(state)
        if self._window.screens.history:
            self._window.screens.history.refresh()

    def _refuse(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
