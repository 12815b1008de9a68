"""What went out of a post, on its sign-off sheet: loudly where nobody had approved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.reports.canvas import PAPER
from brandvoice.reports.typeset import SOFT, Colour, Ink
from brandvoice.reports.wording import publication_words
from brandvoice.words import say

if TYPE_CHECKING:
    from brandvoice.approval.export_row import ExportPost
    from brandvoice.approval.publication import Publication
    from brandvoice.reports.canvas import Canvas
    from brandvoice.reports.edition import Edition

_LOUD: Final[Colour] = (163, 36, 63)
_GROUND: Final[Colour] = (251, 230, 234)
_IN: Final[tuple[Colour, Colour]] = ((15, 110, 102), (225, 240, 238))


class PublishedList:
    """Writes what went out, of one edition."""

    def __init__(self, page: Canvas, edition: Edition) -> None:
        self._page = page
        self._edition = edition
        self._words = publication_words(edition)

    def alarm(self, post: ExportPost) -> None:
        """Beside the state: anything that went out without approval."""
        if not all(one.approved for one in post.published):
            loud = say(self._edition.language, "publication.alarm")
            self._page.pill(loud, Ink(13, bold=True, colour=_LOUD), _GROUND)
            self._page.gap(3)

    def write(self, post: ExportPost) -> None:
        """Where and from when until when, who approved and who prepared it, and who said so."""
        for one in post.published:
            self._page.need(26)
            for line in self._words.lines(one):
                loud = not one.approved and line == self._words.standing(one)
                place = line == self._words.place(one)
                self._page.words(line, Ink(10, bold=True, colour=_LOUD) if loud
                                 else Ink(10, bold=True) if place else Ink(9))  # fmt: skip
            if one.loose:
                self._difference(post, one)
            digits = say(self._edition.language, "document.fingerprint", digits=one.text)
            self._page.words(digits, Ink(8.5, colour=SOFT))
            self._page.gap(2.6)

    def _difference(self, post: ExportPost, one: Publication) -> None:
        """The words that went out, marked where they are others than those of the version."""
        from brandvoice.post.difference import difference

        went = post.texts.get(one.text)
        meant = next((v.text for v in post.versions if v.number == one.version), None)
        if went is None:
            self._page.words(say(self._edition.language, "document.erased"), Ink(9, colour=SOFT))
            return
        if meant is None:
            self._page.boxed([(went, Ink(10))], PAPER, _LOUD)
            return
        looks = {
            "same": Ink(9.5, colour=SOFT),
            "in": Ink(9.5, colour=_IN[0], ground=_IN[1], underlined=True),
            "out": Ink(9.5, colour=_LOUD, ground=_GROUND, struck=True),
        }
        parts = difference(meant, went)
        self._page.spans([(part.text, looks[part.kind]) for part in parts])
        self._page.gap(1.6)
