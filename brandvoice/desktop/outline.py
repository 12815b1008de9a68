"""The names of a long page's sections: choosing one leads there, scrolling marks where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollArea

    from brandvoice.desktop.section import Section

_ABOVE: Final = 12
_LINE: Final = 34
_WIDTH: Final = 240
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class Place(NamedTuple):
    """A place on the page: the section at the top, and how many pixels of it are above."""

    section: int
    offset: int = -_ABOVE


class Outline(QListWidget):
    """One stop of Tab: the arrows and letters lead to a section, Enter goes into it.

    The page stays where it is when sections above it fill, grow or go.
    """

    def __init__(self, name: str, area: QScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(name)
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        self._bar = area.verticalScrollBar()
        self._page = QWidget()
        self._sections: tuple[Section, ...] = ()
        self._place = Place(0)
        self._is_settling = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._bar.valueChanged.connect(self._on_scrolled)
        self.currentRowChanged.connect(self._on_chosen)
        self.itemClicked.connect(self._on_clicked)

    @property
    def place(self) -> Place:
        """Where the page is."""
        return self._place

    def name(self, page: QWidget, sections: Sequence[Section]) -> None:
        """Names the sections of `page`, the widget that the area scrolls."""
        self._page, self._sections = page, tuple(sections)
        for section in self._sections:
            item = QListWidgetItem(section.title, self)
            item.setSizeHint(QSize(0, _LINE))
            section.installEventFilter(self)
        self._mark(0)

    def go(self, place: Place) -> None:
        """Scrolls there, and stays there until somebody scrolls on."""
        self._place = place
        self._settle()
        self._mark(place.section)

    def enter(self, section: Section) -> None:
        """Goes to a section and puts the focus on the first thing to do there or below it."""
        row = self._sections.index(section)
        self.go(Place(row))
        for one in self._sections[row:]:
            for field in one.findChildren(QWidget):
                can_tab = field.focusPolicy() & Qt.FocusPolicy.TabFocus
                if can_tab and field.isEnabled() and field.isVisible():
                    field.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self._settling.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.enter(self._sections[self.currentRow()])
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        """Finds the kept place again after the page was laid out anew."""
        for row, section in enumerate(self._sections):
            self.setRowHidden(row, section.isHidden())
        place = self._place
        self._is_settling = True
        self._bar.setValue(self._top(self._sections[place.section]) + place.offset)
        self._is_settling = False

    def _on_scrolled(self, value: int) -> None:
        if self._is_settling or self._settling.isActive():
            return  # not somebody's scrolling: the page is being laid out
        row = self._last_above(value + _ABOVE)
        self._place = Place(row, value - self._top(self._sections[row]))
        # The last ones are too short to reach the top.
        is_end = value == self._bar.maximum()
        third = self._area.viewport().height() // 3
        self._mark(self._last_above(self._page.height() if is_end else value + third))

    def _last_above(self, line: int) -> int:
        """The last of the sections on the page that begins above a line."""
        shown = [row for row, one in enumerate(self._sections) if not one.isHidden()]
        return [row for row in shown if self._top(self._sections[row]) <= line][-1]

    def _on_chosen(self, row: int) -> None:
        self.go(Place(row))

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.go(Place(self.row(item)))

    def _mark(self, row: int) -> None:
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _top(self, section: Section) -> int:
        """Where a section begins; the first one takes the page's title along."""
        if section is self._sections[0]:
            return 0
        return section.mapTo(self._page, QPoint(0, 0)).y()
