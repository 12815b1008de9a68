"""The drawn icons, tinted in a colour of the palette when they are loaded."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from brandvoice.resources import shipped

_SHARPNESS: Final = 3
"""Pixels drawn for each logical one: sharp up to 300 % scaling."""


@cache
def pixmap(name: str, colour: str, size: int = 20, weight: float = 2) -> QPixmap:
    """The icon `name` as a square of `size` logical pixels, its strokes `weight` wide of 24."""
    drawn = QPixmap(QSize(size, size) * _SHARPNESS)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, colour, weight).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(_SHARPNESS)
    return drawn


@cache
def badge(name: str, colour: str, ink: str, size: int = 18) -> QPixmap:
    """The icon in `ink` on a rounded square of `colour`."""
    drawn = QPixmap(QSize(size, size) * _SHARPNESS)
    drawn.fill(Qt.GlobalColor.transparent)
    whole = QRectF(drawn.rect())
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(whole, whole.width() * 0.28, whole.height() * 0.28)
    inset = whole.width() * 0.17
    inner = whole.adjusted(inset, inset, -inset, -inset)
    _renderer(name, ink, 2.75).render(painter, inner)
    painter.end()
    drawn.setDevicePixelRatio(_SHARPNESS)
    return drawn


@cache
def icon(name: str, colour: str, active: str = "", size: int = 20) -> QIcon:
    """The icon for a button; `active` is its colour while the button is checked."""
    drawn = QIcon(pixmap(name, colour, size))
    if active:
        drawn.addPixmap(pixmap(name, active, size), QIcon.Mode.Normal, QIcon.State.On)
    return drawn


def _renderer(name: str, colour: str, weight: float) -> QSvgRenderer:
    drawing = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{weight}"')
    return QSvgRenderer(QByteArray(drawing.encode("utf-8")))
