"""A person as a small disc: their picture, or their initials on a colour that stays theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageReader,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from brandvoice.approval.person import Person
    from brandvoice.desktop.speech import Speech

_SIDE: Final = 36
_KEPT: Final = 96
"""Pixels: sharp on a screen of double density, and never above 64 KiB as PNG."""


class Avatar(QPushButton):
    """Pressed, it takes another picture, or none. `chosen` brings a file, `removed` nothing."""

    chosen = Signal(Path)
    removed = Signal()

    def __init__(self, person: Person, image: bytes | None, say: Speech) -> None:
        super().__init__()
        self._say = say
        self._initials = initials(person.name)
        self._image = QImage.fromData(image) if image else QImage()
        self._hue = sum(person.id.encode("utf-8", "replace")) * 47 % 360
        name = say("picture.of", name=person.name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(QSize(_SIDE, _SIDE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_click)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - painted whole
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._image.isNull():
            self._paint_initials(painter, disc)
        else:
            path = QPainterPath()
            path.addEllipse(disc)
            painter.setClipPath(path)
            painter.drawImage(disc, self._image)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawEllipse(disc)

    def _paint_initials(self, painter: QPainter, disc: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromHsl(self._hue, 70, 105))
        painter.drawEllipse(disc)
        font = QFont(self.font())
        font.setPixelSize(14)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)

    def _on_click(self) -> None:
        if self._image.isNull():
            self._ask()
            return
        menu = QMenu(self)
        menu.addAction(self._say("picture.choose")).triggered.connect(self._ask)
        menu.addAction(self._say("picture.remove")).triggered.connect(self.removed)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self._say("picture.title"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._say("picture.kinds"))
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.chosen.emit(Path(name))


def small_picture(file: Path) -> bytes:
    """The middle of an image as a small square PNG; raises UserError for what is no image."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise UserError("picture.unreadable", name=file.name)
    whole = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    smooth = Qt.TransformationMode.SmoothTransformation
    image = image.scaled(_KEPT, _KEPT, whole, smooth)
    left, top = (image.width() - _KEPT) // 2, (image.height() - _KEPT) // 2
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image.copy(left, top, _KEPT, _KEPT))
    return bytes(buffer.data().data())


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = name.split()
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in chosen).upper()
