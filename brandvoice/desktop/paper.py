"""The paper the draft is written on: an editor that shows findings on the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from brandvoice.desktop import strokes
from brandvoice.desktop.highlighter import Highlighter
from brandvoice.desktop.utf16 import Utf16Index
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QFocusEvent,
        QHelpEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.highlight import Highlight
    from brandvoice.desktop.palette import Palette

_SIZE: Final = 17
_LINE: Final = 30
_MARGIN: Final = 30
_GAP: Final = "…"
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor
_WIDEST: Final = 760
"""Logical pixels; longer lines are hard to read, so wide paper keeps margins instead."""


class Paper(QTextEdit):
    """Plain text in, plain text out; everything else about the words is paint.

    `typed` is emitted when the words changed under somebody's hands (never by `load`), `touched`
    with the number of the finding whose words were clicked, `left` when the focus goes elsewhere.
    """

    typed = Signal()
    touched = Signal(int)
    left = Signal()

    def __init__(
        self,
        palette: Palette,
        parent: QWidget | None = None,
        document: QTextDocument | None = None,
    ) -> None:
        """A `document` that another paper gave up (`give_up`) keeps its words and undo steps."""
        super().__init__(parent)
        if document:
            document.setParent(self)
            self.setDocument(document)
        self._palette = palette
        self._loading = False
        self._current: int | None = None
        self.hint = ""
        self.tip: Callable[[int], str] = lambda _number: ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFont(self.font())
        font.setPixelSize(_SIZE)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(_MARGIN)
        self._highlighter = Highlighter(self.document(), palette)
        self.document().contentsChange.connect(self._on_contents_change)
        if document is None:
            self.load("")

    def give_up(self) -> QTextDocument:
        """Hands the document on to the paper of a new window; this one is of no more use."""
        document = self.document()
        document.contentsChange.disconnect(self._on_contents_change)
        self._highlighter.show(())
        self._highlighter.setDocument(None)
        document.setParent(None)
        self.setDocument(QTextDocument(self))
        return document

    def text(self) -> str:
        """The words as they are posted, normalised. `toPlainText` would turn NBSP into a space."""
        return normalise(self.document().toRawText())

    def load(self, text: str) -> None:
        """Puts another draft on the paper; nothing of the one before can be undone back."""
        self._loading = True
        self._current = None
        self._highlighter.show(())
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(lines)
        self.document().setUndoRedoEnabled(True)
        self._loading = False

    def replace(self, start: int, end: int, text: str) -> None:
        """Writes `text` in place of UTF-16 units `start` to `end`: one undo step.

        The first … of `text` is selected: it is there to be filled in.
        """
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.insertText(text)
        gap = text.find(_GAP)
        if gap >= 0:
            cursor.setPosition(start + Utf16Index(text).unit(gap))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, _KEEP)
        self.setTextCursor(cursor)

    @property
    def current(self) -> int | None:
        """The number of the finding that is framed."""
        return self._current

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        return self._highlighter.highlights

    def show_highlights(
        self, highlights: tuple[Highlight, ...], hashtags: tuple[Highlight, ...] = ()
    ) -> None:
        """Underlines the findings of a review of exactly the words on the paper.

        The frame stays on its words, whatever number the new review gives them.
        """
        framed = self._numbered(self._current)
        blocks = self._highlighter.show(highlights, hashtags)
        if framed:
            same = (one for one in highlights if one._replace(number=framed.number) == framed)
            self._current = next((one.number for one in same), None)
        for block in blocks:
            self.viewport().update(strokes.place_of(self, block))

    def set_current(self, number: int | None, *, cursor: bool = False) -> None:
        """Frames the words of finding `number` and scrolls them in.

        With `cursor` the text cursor goes there too.
        """
        self._current = number
        self.viewport().update()
        found = self._numbered(number)
        if found:
            there = QTextCursor(self.document())
            there.setPosition(found.start)
            if cursor:
                self.setTextCursor(there)
            strokes.scroll_in(self, self.cursorRect(there), _LINE)

    def point_below(self, number: int) -> QPoint:
        """Where on the screen a menu about finding `number` opens."""
        found = self._numbered(number)
        cursor = QTextCursor(self.document())
        cursor.setPosition(found.start if found else 0)
        return self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft() + QPoint(0, 8))

    def number_at(self, unit: int) -> int | None:
        """The finding whose words stand at UTF-16 position `unit`, the shortest if several."""
        over = [one for one in self.highlights if one.start <= unit < one.end]
        return min(over, key=lambda one: one.end - one.start).number if over else None

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(normalise(source.text()))
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Dropped files go to the window, which opens them.
        return source.hasText() and not source.hasUrls()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, origin in strokes.blocks_in(self, event.rect()):
            strokes.paint(painter, block, origin, self.highlights, self._palette, self._current)
        if self.document().isEmpty():
            room = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
            painter.setPen(QColor(self._palette.soft))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self.hint)
        painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection():
            number = self.number_at(cursor.position())
            if number is not None:
                self.touched.emit(number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            unit = self.cursorForPosition(help_event.pos()).position()
            number = self.number_at(unit)
            tip = "" if number is None else self.tip(number)
            QToolTip.showText(help_event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        spare = max(0, self.width() - _WIDEST - 2 * _MARGIN) // 2
        if self.viewportMargins().left() != spare:
            self.setViewportMargins(spare, 0, spare, 0)
        super().resizeEvent(event)

    def _numbered(self, number: int | None) -> Highlight | None:
        return next((one for one in self.highlights if one.number == number), None)

    def _on_contents_change(self, _position: int, _removed: int, _added: int) -> None:
        if not self._loading:
            self.typed.emit()
