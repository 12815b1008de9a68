"""Tells the document which letters are underlined; it paints stored places and matches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from brandvoice.desktop.highlight import Highlight, differing, moved, segments
from brandvoice.desktop.marking import MARKINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextBlock, QTextDocument

    from brandvoice.desktop.marking import Stroke
    from brandvoice.desktop.palette import Palette
    from brandvoice.rules.terms import Category

_Style = QTextCharFormat.UnderlineStyle
_STYLES: Final[Mapping[Stroke, QTextCharFormat.UnderlineStyle]] = {
    "dotted": _Style.DotLine,
    "dashed": _Style.DashUnderline,
    "wavy": _Style.WaveUnderline,
    "solid": _Style.SingleUnderline,
    "dash-dot": _Style.DashDotLine,
    "double": _Style.DashDotDotLine,
}


class Highlighter(QSyntaxHighlighter):
    """Holds the highlights of one document and keeps them on their words while it is edited.

    Its formats carry the underline style and the colour, fully transparent: Qt's own hairline
    would be lost under 17 px letters, so the paper draws the stroke (`strokes`).
    """

    def __init__(self, document: QTextDocument, palette: Palette) -> None:
        super().__init__(QObject(document))
        self._highlights: tuple[Highlight, ...] = ()
        self._hashtags: tuple[Highlight, ...] = ()
        # Before `setDocument`: Qt's own slot asks for the formats at once, ours must have moved.
        document.contentsChange.connect(self._on_contents_change)
        self.setDocument(document)
        self._formats = {category: _format(category, palette) for category in MARKINGS}
        self._hashtag = QTextCharFormat()
        self._hashtag.setForeground(QColor(palette.accent))

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        return self._highlights

    def show(
        self, highlights: tuple[Highlight, ...], hashtags: tuple[Highlight, ...] = ()
    ) -> list[QTextBlock]:
        """Takes the places of a new review; the paragraphs that look different because of it."""
        stretches = differing(self._highlights, highlights) + differing(self._hashtags, hashtags)
        self._highlights, self._hashtags = highlights, hashtags
        document = self.document()
        dirty: set[int] = set()
        for start, end in stretches:
            block = document.findBlock(start)
            while block.isValid() and block.position() < end:
                dirty.add(block.blockNumber())
                block = block.next()
        blocks = [document.findBlockByNumber(number) for number in sorted(dirty)]
        for block in blocks:
            self.rehighlightBlock(block)
        return blocks

    def highlightBlock(self, text: str) -> None:  # noqa: ARG002 - Qt's counts are ours here
        block = self.currentBlock()
        start = block.position()
        for tag in segments(self._hashtags, start, start + block.length()):
            self.setFormat(tag.start - start, tag.end - tag.start, self._hashtag)
        for part in segments(self._highlights, start, start + block.length()):
            if not part.waived:
                length = part.end - part.start
                self.setFormat(part.start - start, length, self._formats[part.category])

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._highlights = moved(self._highlights, position, removed, added)
        self._hashtags = moved(self._hashtags, position, removed, added)


def _format(category: Category, palette: Palette) -> QTextCharFormat:
    colour = QColor(palette.category[category])
    colour.setAlpha(0)
    told = QTextCharFormat()
    told.setUnderlineStyle(_STYLES[MARKINGS[category].stroke])
    told.setUnderlineColor(colour)
    return told
