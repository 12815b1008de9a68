"""What was found but left alone, quietly below the cards: the words, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button, WrappingButton
from brandvoice.desktop.card import quoted
from brandvoice.desktop.icons import icon
from brandvoice.desktop.rows import clear

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech
    from brandvoice.review.finding import Passed
    from brandvoice.workflow.ruleindex import RuleIndex

_HEIGHT: Final = 208
_SIDE: Final = 14
_SETTLED: Final = frozenset({"own_unsaid", "not_formal", "not_casual", "brand_word"})


class PassedList(QWidget):
    """One line that opens; `about` brings the rule somebody wants to read."""

    about = Signal(str)

    def __init__(self, say: Speech, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._palette = palette
        self._passed: tuple[Passed, ...] = ()
        self._rules: RuleIndex | None = None
        self.opener = Button("", "quiet")
        self.opener.setCheckable(True)
        self.opener.setIconSize(QSize(16, 16))
        self.opener.toggled.connect(self._on_toggled)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(2)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._scroll.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 10)
        column.setSpacing(4)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll)
        self._point()
        self.hide()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The lines on view."""
        rows = self._scroll.findChildren(WrappingButton) if self.opener.isChecked() else []
        return tuple(row.accessibleName() for row in rows)

    def show_passed(self, passed: tuple[Passed, ...], rules: RuleIndex | None) -> None:
        """Shows what a review left alone, as `rules` say why."""
        told = told_once(passed) if rules else ()
        if (told, rules) == (self._passed, self._rules):
            return
        self._passed, self._rules = told, rules
        self.setVisible(bool(told))
        self.opener.say(self._say("passed.count", count=len(told)))
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        if self._rules is None or not self.opener.isChecked():
            return
        for one in self._passed:
            reason = self._rules.because(one.guard, self._say.language)
            row = WrappingButton(f"{quoted(one.words)}: {reason}", "quiet")
            row.setToolTip(self._say("rules.about"))
            row.setProperty("rule", one.rule)
            row.clicked.connect(self._on_row)
            self._rows.addWidget(row)
            row.show()  # what is not shown yet takes no room
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """As high as the rows are, up to a bound: below it they scroll."""
        if self.opener.isChecked():
            wanted = self._rows.heightForWidth(self.width() - 2 * _SIDE)
            self._scroll.setFixedHeight(min(max(wanted, 0), _HEIGHT))

    def _point(self) -> None:
        drawing = "chevron-down" if self.opener.isChecked() else "chevron-right"
        self.opener.setIcon(icon(drawing, self._palette.soft, size=16))

    def _on_toggled(self, opened: bool) -> None:
        self._scroll.setVisible(opened)
        self._point()
        self._fill()

    def _on_row(self) -> None:
        self.about.emit(self.sender().property("rule"))


def told_once(passed: tuple[Passed, ...]) -> tuple[Passed, ...]:
    """The longest words of each rule and reason: their parts say nothing more, and what the brand's
    profile settles for every post is no news in this one."""
    news = (one for one in passed if one.guard not in _SETTLED)
    longest = sorted(news, key=lambda one: (one.span.start, -one.span.end))
    told: list[Passed] = []
    for one in longest:
        if not any(
            (one.rule, one.guard) == (other.rule, other.guard) and other.span.covers(one.span)
            for other in told
        ):
            told.append(one)
    return tuple(told)
