"""The list of posts, grouped under headings, painted by hand: two quiet lines a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.postrow import Row

Index = QModelIndex | QPersistentModelIndex

_ROW: Final = 57
_HEADING: Final = 34
_BOX: Final = 18
_ROLE: Final = Qt.ItemDataRole.UserRole


class PostRows(QAbstractListModel):
    """Headings and posts; only posts can be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Takes other rows; where only their words differ, selection and scrolling stay."""
        if [row.post for row in rows] == [row.post for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1), [])
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, post: str) -> QModelIndex:
        """The index of a post; invalid when it is not in the list."""
        places = (place for place, row in enumerate(self._rows) if post and row.post == post)
        place = next(places, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.title}\n{row.detail}" if row.detail else row.title
        if role == Qt.ItemDataRole.CheckStateRole and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return row if role == _ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].post:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PostPainter(QStyledItemDelegate):
    """Paints headings and posts."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = palette
        self._title = QFont(parent.font())
        self._title.setPixelSize(14)
        self._title.setWeight(QFont.Weight.DemiBold)
        self._detail = QFont(parent.font())
        self._detail.setPixelSize(12)
        self._heading = QFont(self._detail)
        self._heading.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        row: Row = index.data(_ROLE)
        return QSize(120, _ROW if row.post else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROLE)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.post:
            self._paint_post(painter, option, box, row)
        else:
            painter.setFont(self._heading)
            painter.setPen(QColor(self._palette.soft))
            painter.drawText(box.adjusted(12, 8, -8, 0), Qt.AlignmentFlag.AlignVCenter, row.title)
        painter.restore()

    def _paint_post(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: Row
    ) -> None:
        frame = box.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if selected or focused:
            edge = self._palette.accent if focused else self._palette.line
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(QColor(self._palette.panel))
            painter.drawRoundedRect(frame, 9, 9)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.hover))
            painter.drawRoundedRect(frame, 9, 9)
        inner = frame.adjusted(10, 9, -10, -9)
        if row.ticked is not None:
            self._paint_box(painter, box_in(box), ticked=row.ticked)
            inner.setRight(box_in(box).left() - 8)
        self._line(painter, inner, row.title, self._title, self._palette.ink)
        dot = QPointF(inner.left() + 4, inner.bottom() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._palette, row.tone)))
        painter.drawEllipse(dot, 4, 4)
        below = inner.adjusted(14, 23, 0, 0)
        self._line(painter, below, row.detail, self._detail, self._palette.soft)

    def _paint_box(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        edge = self._palette.accent if ticked else self._palette.soft
        painter.setPen(QPen(QColor(edge), 1.4))
        painter.setBrush(QColor(self._palette.accent if ticked else self._palette.panel))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(self._palette.on_accent), 2))
            left, middle = (
                QPointF(box.left() + 4, box.top() + 9),
                QPointF(box.left() + 7.5, box.top() + 12.5),
            )
            painter.drawPolyline([left, middle, QPointF(box.left() + 13.5, box.top() + 5.5)])

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box.left(), box.top() + metrics.ascent(), line)


def box_in(row: QRect) -> QRect:
    """Where the box of a row stands."""
    return QRect(row.right() - 32, row.center().y() - 9, _BOX, _BOX)


class PostList(QListView):
    """The list itself; `opened` brings the id of the post somebody turned to, `ticked` that of the
    post whose box was clicked, or Space pressed on."""

    opened = Signal(str)
    ticked = Signal(str)

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.rows = PostRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PostPainter(palette, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: tuple[Row, ...], current: str) -> None:
        """Shows `rows` with the post `current` chosen; tells nobody, scrolls nowhere."""
        self._quiet = True
        scrolled = self.verticalScrollBar().value()
        self.rows.show(rows)
        self.setCurrentIndex(self.rows.place_of(current))
        self.verticalScrollBar().setValue(scrolled)
        self._quiet = False

    def step(self, by: int) -> None:
        """Turns to the post `by` places below (or above), over headings."""
        place = self.currentIndex().row() + by
        while 0 <= place < self.rows.rowCount():
            if self.rows.row(self.rows.index(place)).post:
                self.setCurrentIndex(self.rows.index(place))
                return
            place += by

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        margin = QMargins(9, 12, 12, 12)
        box = box_in(self.visualRect(index)).marginsAdded(margin)
        if not (box.contains(event.position().toPoint()) and self._tick(index)):
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.key() == Qt.Key.Key_Space and self._tick(self.currentIndex())):
            super().keyPressEvent(event)

    def _tick(self, index: Index) -> bool:
        """Asks for a box to be ticked; whether there is one."""
        if not index.isValid() or self.rows.row(index).ticked is None:
            return False
        self.ticked.emit(self.rows.row(index).post)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._quiet or not current.isValid():
            return
        if post := self.rows.row(current).post:
            self.scrollTo(current)
            self.opened.emit(post)
