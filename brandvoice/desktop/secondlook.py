"""What is found besides the rules, later: spelling and grammar join a review on the screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.brand.profile import Brand
from brandvoice.desktop.checking import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.desktop.office import Office
    from brandvoice.language.reading import Reading
    from brandvoice.review.finding import Finding

Reader = Literal["spelling", "grammar"]
READERS: Final[tuple[Reader, ...]] = ("spelling", "grammar")
"""In the order in which they are heard where both speak of the same words."""
_SPELLING: Final = "language/spelling"
_PAUSE: Final = 500
"""Milliseconds without a key before a post is read: half a word is no mistake."""


class SecondLook(QObject):
    """Takes every answer on, with what was found in its words before; `answered` brings it,
    `heard` tells that more, or less, was found in words that are on the screen already.

    After a pause the words are read again. An answer about other words than those on the screen is
    dropped; each reader reads one post at a time, the newest words next.
    """

    answered = Signal(Answer)
    heard = Signal()

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._answer: Answer | None = None
        self._text = ""
        self._found: dict[Reader, Reading] = {}
        self._busy: set[Reader] = set()
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
        known, self._answer = self._answer, answer
        if known and known.sheet is answer.sheet:
            self._carry(answer.sheet.text)
        else:
            self._found.clear()
        self._text = answer.sheet.text
        self._pass_on()
        self._pause.start()

    def _carry(self, text: str) -> None:
        if self._found and text != self._text:
            from brandvoice.language.carry import carried

            for reader, found in self._found.items():
                self._found[reader] = carried(found, self._text, text)

    def _pass_on(self) -> None:
        answer = self._answer
        if answer is None:
            return
        if found := list(self._wanted()):
            from brandvoice.language.merge import merged

            answer = replace(answer, review=merged(answer.review, found))
            answer.sheet.answer(answer.revision, answer.review)
        self.answered.emit(answer)

    def _wanted(self) -> Iterator[Finding]:
        """What was found, without what the brand does not want to hear."""
        brand = self._brand
        spelling, grammar = (self._found.get(reader) for reader in READERS)
        spelt = spelling.findings if spelling else ()
        found = grammar.over(spelt) if grammar else spelt
        return (one for one in found if one.rule not in brand.off and not _is_own(one, brand))

    @property
    def _brand(self) -> Brand:
        index = self._office.ruling.index
        return index.brand if index else Brand()

    def _send(self) -> None:
        answer = self._answer
        if answer is None or answer.sheet.revision != answer.revision:
            return
        proofing = self._office.proofing
        for reader in READERS:
            if reader in self._busy or (reader == "grammar" and not proofing.wanted):
                continue
            self._busy.add(reader)
            read = proofing.spell if reader == "spelling" else proofing.read
            read(answer.sheet.post, self._brand, partial(self._on_read, answer, reader))

    def _on_read(self, answer: Answer, reader: Reader, found: Reading) -> None:
        self._busy.discard(reader)
        if answer is not self._answer:
            self._pause.start()
        elif answer.sheet.revision == answer.revision:
            self._hear(reader, found)

    def _hear(self, reader: Reader, found: Reading) -> None:
        before = self._found.get(reader)
        if self._answer and found != before:
            self._found[reader] = found
            self._answer.sheet.answer(self._answer.revision, self._answer.review)
            self._pass_on()
            if found.findings != (before.findings if before else ()):
                self.heard.emit()

    def _on_stood(self) -> None:
        """Grammar can be read now that could not be before, or no longer."""
        if self._office.proofing.wanted:
            self._pause.start()
        elif self._found.pop("grammar", None) and self._answer:
            self._answer.sheet.answer(self._answer.revision, self._answer.review)
            self._pass_on()


def _is_own(finding: Finding, brand: Brand) -> bool:
    """Whether it is about a word that was added to the brand's since."""
    own = (one.casefold() for one in brand.accepted)
    return finding.rule == _SPELLING and finding.words.casefold() in own
