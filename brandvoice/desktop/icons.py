"""The drawn icons, tinted in a colour of the palette when they are loaded."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from brandvoice.resources import shipped

_NOTHING: Final = QColor(0, 0, 0, 0)


@cache
def pixmap(name: str, colour: str, size: int = 20, weight: float = 2) -> QPixmap:
    """The icon `name` as a square of `size` logical pixels, its strokes `weight` wide of 24."""
    drawn = QPixmap(QSize(size, size) * _sharpness())
    drawn.fill(_NOTHING)
    painter = QPainter(drawn)
    _renderer(name, colour, weight).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(_sharpness())
    return drawn


@cache
def badge(name: str, colour: str, ink: str, size: int = 18) -> QPixmap:
    """The icon in `ink` on a rounded square of `colour`."""
    drawn = QPixmap(QSize(size, size) * _sharpness())
    drawn.fill(_NOTHING)
    whole = QRectF(drawn.rect())
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_NOTHING)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(whole, whole.width() * 0.28, whole.height() * 0.28)
    inset = whole.width() * 0.17
    inner = whole.adjusted(inset, inset, -inset, -inset)
    _renderer(name, ink, 2.75).render(painter, inner)
    painter.end()
    drawn.setDevicePixelRatio(_sharpness())
    return drawn


@cache
def icon(name: str, colour: str, active: str = "", size: int = 20) -> QIcon:
    """The icon for a button; `active` is its colour while the button is checked."""
    drawn = QIcon(pixmap(name, colour, size))
    if active:
        drawn.addPixmap(pixmap(name, active, size), QIcon.Mode.Normal, QIcon.State.On)
    return drawn


def _sharpness() -> int:
    """Pixels for each logical one, enough for the sharpest screen."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1
    return ceil(ratio)


def _renderer(name: str, colour: str, weight: float) -> QSvgRenderer:
    drawing = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{weight}"')
    return QSvgRenderer(QByteArray(drawing.encode("utf-8")))
