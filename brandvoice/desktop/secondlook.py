"""What is found besides the rules, later: grammar joins a review that is on the screen already."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.brand.profile import Brand
from brandvoice.desktop.checking import Answer

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.review.finding import Finding

_PAUSE: Final = 500
"""Milliseconds without a key before a post is read: half a word is no mistake."""


class SecondLook(QObject):
    """Takes every answer on, with what was found in its words before; `answered` brings it.

    After a pause the words are read again; an answer about other words than those on the screen is
    dropped. One reading is under way at most, the newest words come next.
    """

    answered = Signal(Answer)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._answer: Answer | None = None
        self._text = ""
        self._found: tuple[Finding, ...] = ()
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._send)
        office.proofing.stood.connect(self._on_stood)

    @property
    def resting(self) -> bool:
        """Whether nothing is being read or about to be."""
        return not self._busy and not self._pause.isActive()

    def take(self, answer: Answer) -> None:
        """Passes on an answer of the rules at once, and has its words read when the hands rest."""
        known = self._answer
        self._answer = answer
        if self._found and known and known.sheet is answer.sheet:
            from brandvoice.language.carry import carried

            self._found = carried(self._found, self._text, answer.sheet.text)
        else:
            self._found = ()
        self._text = answer.sheet.text
        self._pass_on()
        if self._office.proofing.wanted:
            self._pause.start()

    def _pass_on(self) -> None:
        answer = self._answer
        if answer is None:
            return
        off = self._brand.off
        found = [one for one in self._found if one.rule not in off]
        if found:
            from brandvoice.language.merge import merged

            review = merged(answer.review, found)
            answer.sheet.answer(answer.revision, review)
            answer = replace(answer, review=review)
        self.answered.emit(answer)

    @property
    def _brand(self) -> Brand:
        index = self._office.ruling.index
        return index.brand if index else Brand()

    def _send(self) -> None:
        answer = self._answer
        if self._busy or answer is None or answer.sheet.revision != answer.revision:
            return
        self._busy = True
        done = partial(self._on_read, answer)
        self._office.proofing.read(answer.sheet.post, self._brand, done)

    def _on_read(self, answer: Answer, found: tuple[Finding, ...]) -> None:
        self._busy = False
        if answer is not self._answer:
            self._pause.start()
        elif answer.sheet.revision == answer.revision and found != self._found:
            self._found = found
            answer.sheet.answer(answer.revision, answer.review)
            self._pass_on()

    def _on_stood(self) -> None:
        """Something can be read now that could not be before, or no longer."""
        if self._office.proofing.wanted:
            self._pause.start()
        elif self._found and self._answer:
            self._found = ()
            self._answer.sheet.answer(self._answer.revision, self._answer.review)
            self._pass_on()
