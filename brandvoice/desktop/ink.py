"""How words and paragraphs look in texts to read."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat


def block(above: int, left: int = 0) -> QTextBlockFormat:
    """A paragraph with so many pixels above it and to its left."""
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setLeftMargin(left)
    made.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def ink(colour: str, *, bold: bool = False, size: int = 14) -> QTextCharFormat:
    """Words in `colour`, `size` pixels high."""
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    font = QFont("Inter")
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFont(font)
    return made
