"""Draws what tells words apart below and behind them: tints, underlines, the current outline."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from brandvoice.desktop.marking import MARKINGS
from brandvoice.desktop.palette import TINT, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine
    from PySide6.QtWidgets import QTextEdit

    from brandvoice.desktop.highlight import Highlight
    from brandvoice.desktop.marking import Stroke
    from brandvoice.desktop.palette import Palette

_WIDTH: Final = 2.0
_DASHES: Final[Mapping[Stroke, tuple[float, ...]]] = {
    "dotted": (0.01, 1.9),
    "dashed": (3.0, 2.0),
    "dash-dot": (3.0, 2.0, 0.01, 2.0),
}
_WAVE: Final = 3.5
"""Half the length of one wave, logical pixels."""
_SWING: Final = 3.2
"""How far its bends are drawn out, up and down."""
_REACH: Final = 8
"""How far a frame reaches over the words it is around."""


def blocks_in(editor: QTextEdit, part: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
    """The paragraphs in `part` of the viewport, and where each begins there."""
    block = editor.cursorForPosition(part.topLeft()).block()
    # A frame reaches a little over the borders of its paragraph.
    block = block.previous() if block.previous().isValid() else block
    scrolled = _scrolled(editor)
    while block.isValid():
        origin = block.layout().position() - scrolled
        if origin.y() > part.bottom() + _REACH:
            return
        yield block, origin
        block = block.next()


def place_of(editor: QTextEdit, block: QTextBlock) -> QRect:
    """The part of the viewport that a paragraph and its frames take."""
    box = editor.document().documentLayout().blockBoundingRect(block)
    box.translate(-_scrolled(editor))
    return box.adjusted(-_REACH, -_REACH, _REACH, _REACH).toAlignedRect()


def _scrolled(editor: QTextEdit) -> QPointF:
    return QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())


def scroll_in(editor: QTextEdit, place: QRect, margin: int) -> None:
    """Scrolls `place` of the viewport into view, with three `margin`s of room around it."""
    bar, height = editor.verticalScrollBar(), editor.viewport().height()
    if place.top() < margin:
        bar.setValue(bar.value() + place.top() - 3 * margin)
    elif place.bottom() > height - margin:
        bar.setValue(bar.value() + place.bottom() - height + 3 * margin)


def paint(
    painter: QPainter,
    block: QTextBlock,
    origin: QPointF,
    highlights: tuple[Highlight, ...],
    palette: Palette,
    current: int | None,
) -> None:
    """Draws the highlights of one paragraph, the `current` one framed."""
    start, end = block.position(), block.position() + block.length()
    for one in highlights:
        if one.end <= start or end <= one.start:
            continue
        colour = palette.category[one.category]
        for box in boxes(block, origin, one.start, one.end):
            if one.waived:
                underline(painter, box, mixed(palette.soft, palette.panel, 0.4), "solid")
                continue
            tint(painter, box, colour)
            underline(painter, box, colour, MARKINGS[one.category].stroke)
            if one.number == current:
                outline(painter, box, colour)


def boxes(block: QTextBlock, origin: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """The boxes around units `start` to `end` of the document, one a line, within `block`."""
    layout: QTextLayout = block.layout()
    first = max(0, start - block.position())
    last = min(block.length() - 1, end - block.position())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= last or line.textStart() + line.textLength() <= first:
            continue
        left, right = _ends(line, first, last)
        if right > left:
            top = origin.y() + line.y()
            height = line.ascent() + line.descent()
            yield QRectF(origin.x() + left, top, right - left, height)


def _ends(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    """The x positions of the words on `line`; the blank that ends it hangs over and is left out."""
    begin = max(first, line.textStart())
    end = min(last, line.textStart() + line.textLength())
    one, other = line.cursorToX(begin)[0], line.cursorToX(end)[0]
    return min(one, other), min(max(one, other), line.x() + line.naturalTextWidth())


def tint(painter: QPainter, box: QRectF, colour: str, strength: float = TINT) -> None:
    """The quiet ground behind the words."""
    ground = QColor(colour)
    ground.setAlphaF(strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0, -1, 0, 2), 2, 2)


def outline(painter: QPainter, box: QRectF, colour: str) -> None:
    """The rounded frame around the words of the current finding."""
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-3.5, -4, 3.5, 6.5), 6, 6)


def underline(painter: QPainter, box: QRectF, colour: str, stroke: Stroke) -> None:
    """The line below the words, in the manner of their category."""
    y = box.bottom() + 1.5
    if stroke == "wavy":
        height = _SWING * 2
        wave = QRectF(box.left(), y - _SWING, box.width(), height)
        painter.drawTiledPixmap(wave, _wave(colour, painter.device().devicePixelRatioF()))
        return
    painter.setPen(_pen(colour, stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    if stroke == "double":
        painter.drawLine(QPointF(box.left(), y + 2.6), QPointF(box.right(), y + 2.6))


@cache
def _pen(colour: str, stroke: Stroke) -> QPen:
    pen = QPen(QColor(colour), 1.2 if stroke == "double" else _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke in _DASHES:
        pen.setDashPattern(_DASHES[stroke])
    if stroke in ("dotted", "dash-dot"):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


@cache
def _wave(colour: str, ratio: float) -> QPixmap:
    """One wave, up and down, to be laid side by side: a path would take most of a key's time."""
    drawn = QPixmap(ceil(2 * _WAVE * ratio), ceil(2 * _SWING * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(-_WAVE, _SWING))
    for bend in range(4):
        x = (bend - 1) * _WAVE
        swing = -_SWING if bend % 2 else _SWING
        path.quadTo(QPointF(x + _WAVE / 2, _SWING + swing), QPointF(x + _WAVE, _SWING))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), _WIDTH))
    painter.drawPath(path)
    painter.end()
    return drawn
