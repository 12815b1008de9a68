"""Going from finding to finding, and the menu with the ways out of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from brandvoice.desktop.card import fix_name

if TYPE_CHECKING:
    from brandvoice.desktop.findings import Findings
    from brandvoice.desktop.sheetview import SheetView
    from brandvoice.desktop.speech import Speech
    from brandvoice.desktop.writing import Writing


class Walking(QObject):
    """Keeps paper and cards on the same finding, by mouse and by keys."""

    def __init__(self, writing: Writing, view: SheetView, findings: Findings, say: Speech) -> None:
        super().__init__(view)
        self._writing = writing
        self._view = view
        self._findings = findings
        self._say = say
        self._fixes = QMenu(view)
        self._fixes.triggered.connect(self._on_fix_chosen)
        view.paper.touched.connect(self.choose)
        findings.chosen.connect(self._on_card)

    def choose(self, number: int) -> None:
        """Frames a finding on the paper and among the cards."""
        self._view.paper.set_current(number)
        self._findings.set_current(number)

    def walk(self, step: int) -> None:
        """Turns to the next open finding, or the one before; round the end."""
        sheet = self._writing.sheet
        still_open = [one.number for one in sheet.shown if one.waiver is None] if sheet else []
        if not still_open:
            return
        current = self._view.paper.current
        if current in still_open:
            number = still_open[(still_open.index(current) + step) % len(still_open)]
        else:
            number = still_open[0 if step > 0 else -1]
        self._view.paper.set_current(number, cursor=True)
        self._findings.set_current(number)
        self._view.paper.setFocus()

    def open_fixes(self) -> None:
        """Opens the ways out of the finding at the cursor, or of the current one."""
        number, sheet = self._here(), self._writing.sheet
        if number is None or sheet is None or sheet.review is None:
            return
        self.choose(number)
        finding = sheet.review.findings[number]
        self._fixes.clear()
        for place, suggestion in enumerate(finding.suggestions):
            self._offer(fix_name(suggestion.text, self._say), (number, place))
        self._offer(self._say("card.waive"), (number, None))
        self._fixes.setActiveAction(self._fixes.actions()[0])
        self._fixes.popup(self._view.paper.point_below(number))

    def about_current(self) -> None:
        """Asks for the page of the rule of the framed finding, or of the one at the cursor."""
        number, sheet = self._here(), self._writing.sheet
        if number is not None and sheet and sheet.review:
            self._findings.about.emit(sheet.review.findings[number].rule)

    def waive_current(self) -> None:
        """Begins to let the framed finding stand, or the one at the cursor."""
        number = self._here()
        if number is not None:
            self._writing.waive(number)

    def _here(self) -> int | None:
        """The finding at the cursor, or the one that is framed."""
        paper = self._view.paper
        number = paper.number_at(paper.textCursor().position())
        return paper.current if number is None else number

    def _on_card(self, number: int) -> None:
        self._view.paper.set_current(number, cursor=True)
        self._findings.set_current(number)

    def _offer(self, name: str, data: tuple[int, int | None]) -> None:
        action = QAction(name, self._fixes)
        action.setData(data)
        self._fixes.addAction(action)

    def _on_fix_chosen(self, action: QAction) -> None:
        number, place = action.data()
        if place is None:
            self._writing.waive(number)
        else:
            self._writing.fix(number, place)
