"""From a keystroke to a review: one check under way at most, the newest words next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.post.measure import Measure
    from brandvoice.post.post import Post
    from brandvoice.post.span import Span
    from brandvoice.review.finding import Review
    from brandvoice.workflow.check import Checker


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found in one revision of a sheet, and how long each channel finds it."""

    sheet: Sheet
    revision: int
    review: Review
    measures: tuple[Measure, ...]
    hashtags: tuple[Span, ...]


class Checking(QObject):
    """Asks for reviews; `answered` brings those that are still about the words on the screen.

    The pause before a check is one turn of the event loop: keys that arrive together are checked
    together, and a check that runs while more is typed is followed by one of the newest words.
    """

    answered = Signal(Answer)
    failed = Signal(UserError)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._sheet: Sheet | None = None
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._send)

    @property
    def resting(self) -> bool:
        """Whether no check is under way or wanted."""
        return not self._busy and not self._pause.isActive()

    def ask(self, sheet: Sheet) -> None:
        """Wants a review of what is on `sheet` now."""
        self._sheet = sheet
        if not self._busy and not self._pause.isActive():
            self._pause.start(0)

    def stop(self) -> None:
        """Answers to nothing that is still under way."""
        self._sheet = None

    def _send(self) -> None:
        if self._sheet is None:
            return
        self._busy = True
        work = examination(self._sheet, self._sheet.revision, self._sheet.post)
        self._office.check(work, self._on_answer, self._on_failure)

    def _on_answer(self, answer: Answer) -> None:
        self._busy = False
        if answer.sheet is self._sheet and answer.sheet.answer(answer.revision, answer.review):
            self.answered.emit(answer)
        else:
            self._pause.start(0)

    def _on_failure(self, error: UserError) -> None:
        self._busy = False
        self.failed.emit(error)


def examination(sheet: Sheet, revision: int, post: Post) -> Callable[[Checker], Answer]:
    """The work of one check, for the lane of the rules."""

    def examine(checker: Checker) -> Answer:
        from brandvoice.post.hashtag import hashtags
        from brandvoice.post.measure import measure
        from brandvoice.workflow.channels import channel_limits

        limits = channel_limits()
        measures = tuple(measure(post.text, limits[channel]) for channel in post.channels)
        tags = hashtags(post.text, next(iter(post.channels), "instagram"))
        return Answer(sheet, revision, checker.check(post), measures, tags)

    return examine
