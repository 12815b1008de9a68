"""Where the words of a post come from, on its sign-off sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.source import supports
from brandvoice.reports.moment import written_moment
from brandvoice.reports.typeset import SOFT, Ink
from brandvoice.words import say

if TYPE_CHECKING:
    from brandvoice.approval.export_row import ExportPost, ExportRow, SourceRow
    from brandvoice.reports.canvas import Canvas
    from brandvoice.reports.edition import Edition
    from brandvoice.reports.wording import Wording


class SourceList:
    """Writes the sources of one edition."""

    def __init__(self, page: Canvas, edition: Edition, wording: Wording) -> None:
        self._page = page
        self._edition = edition
        self._wording = wording

    def all_of(self, post: ExportPost) -> tuple[SourceRow, ...]:
        """Every source ever kept with a post, oldest first."""
        kept = (row for row in post.rows if row.kind == "source_added")
        return tuple(source for row in kept for source in row.sources)

    def write(self, post: ExportPost) -> None:
        """Each with its words, its file and who kept it; those removed say when."""
        for source in self.all_of(post):
            self._page.need(14)
            words = self._wording.erasable(source.words)
            about = self._say("source_whole") if source.whole else f"“{words}”"
            gone = f"   {self._removed(source)}" if source.removed_at else ""
            self._page.spans([(about, Ink(10, bold=True)), (gone, Ink(8.5, colour=SOFT))])
            self._page.words(self._wording.erasable(source.said), Ink(9.5))
            if source.address or source.address is None:
                self._page.words(self._wording.erasable(source.address), Ink(9))
            if file := self._wording.file(source):
                self._page.words(file, Ink(8.5, colour=SOFT))
            at = written_moment(source.at, self._edition.language, self._edition.zone)
            who = self._say("source_kept", name=self._wording.person(source.name), at=at)
            self._page.words(who, Ink(8.5, colour=SOFT))
            self._page.gap(1.6)

    def beside(self, row: ExportRow, words: str | None) -> None:
        """Below a finding: the sources of its words that stood when the check was recorded."""
        for source in row.sources:
            if words and supports(source.words, words):
                said = self._wording.erasable(source.said)
                self._page.words(self._say("source", said=said), Ink(9))

    def stood(self, row: ExportRow) -> None:
        """Below a decision: what it was taken with."""
        if row.sources:
            said = "; ".join(f"“{self._wording.erasable(one.said)}”" for one in row.sources)
            told = self._say("with_sources", count=len(row.sources), said=said)
            self._page.words(told, Ink(9))

    def _removed(self, source: SourceRow) -> str:
        if source.removed_at is None:
            return ""
        at = written_moment(source.removed_at, self._edition.language, self._edition.zone)
        return self._say("source_removed", at=at)

    def _say(self, key: str, **blanks: object) -> str:
        return say(self._edition.language, f"document.{key}", **blanks)
