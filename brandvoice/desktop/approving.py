"""Approving several posts at once: asks with every word on view, then tells what was refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from brandvoice.desktop.dialog import tell
from brandvoice.desktop.signdialog import SignDialog
from brandvoice.post.post import Post

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.workflow.bulk import Chosen, Outcome
    from brandvoice.workflow.check import Checker


_HEIGHT: Final = 300
"""Pixels for all the words; the dialog must fit a small screen."""


class Approving(QObject):
    """`done` tells that every chosen post was approved, or is said to have been refused."""

    done = Signal()

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window

    def ask(self, posts: tuple[PostState, ...]) -> None:
        """Shows the words of all these posts; approved is exactly what stands there."""
        person = self._office.person
        if person and posts:
            go_on = partial(self._carry, posts)
            ApproveManyDialog(posts, person, self._office, self._window, go_on).ask()

    def _carry(self, posts: tuple[PostState, ...], signer: Signer) -> None:
        go_on = partial(self._on_checked, signer)
        self._office.check(partial(_checked, posts), go_on)

    def _on_checked(self, signer: Signer, chosen: tuple[Chosen, ...]) -> None:
        from brandvoice.workflow.bulk import approve_each

        self._office.store(
            lambda desk: approve_each(desk, chosen, signer.person, signer=signer), self._on_done
        )

    def _on_done(self, outcomes: tuple[Outcome, ...]) -> None:
        say = self._office.say
        for outcome in outcomes:
            self._office.put(outcome.post)
        refused = [one for one in outcomes if one.refused]
        sentences = [say("many.done", count=len(outcomes) - len(refused))]
        if refused:
            sentences.append(say("many.refused", count=len(refused)))
        for one in refused:
            if one.refused:
                title = one.post.title or say("untitled")
                sentences.append(f"{title}\n{say.error(one.refused)}")
        tell(self._window, say, say("many.title_done"), *sentences)
        self.done.emit()


class ApproveManyDialog(SignDialog):
    """The words of every chosen post, and one button for them all; each is signed by itself."""

    def __init__(
        self,
        posts: tuple[PostState, ...],
        person: Person,
        office: Office,
        parent: QWidget,
        answer: Callable[[Signer], None],
    ) -> None:
        say, count = office.say, len(posts)
        title, do = say("many.title", count=count), say("many.do", count=count)
        super().__init__(title, do, person, office, parent, answer)
        self.setMinimumWidth(560)
        self.tell(say("many.meaning", name=person.name))
        self.quote(_all(posts, say.channels), say("paper.name"), _HEIGHT)


def _all(posts: tuple[PostState, ...], channels: Callable[..., str]) -> str:
    parts = [f"[ {channels(one.channels) or '–'} ]\n{one.text or ''}" for one in posts]
    return "\n\n".join(parts)


def _checked(posts: tuple[PostState, ...], checker: Checker) -> tuple[Chosen, ...]:
    """The posts with the words that stood on the screen, checked as they are now."""
    from brandvoice.workflow.bulk import Chosen

    return tuple(
        Chosen(
            one.id,
            one.text or "",
            checker.check(Post(one.text or "", one.kind, one.channels)),
            one.stage,
        )
        for one in posts
    )
