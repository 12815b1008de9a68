"""Sources below the findings: one line that opens, those that stand first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from brandvoice.desktop.dropping import dropped_files, welcome_files
from brandvoice.desktop.foldout import Foldout
from brandvoice.desktop.rows import clear
from brandvoice.desktop.sourcecard import SourceCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.source import Source
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech


class SourceList(Foldout):
    """`saved`, `removed` and `erased` bring a source's id, `dropped` a file to keep as one."""

    saved = Signal(str)
    removed = Signal(str)
    erased = Signal(str)
    dropped = Signal(Path)

    def __init__(
        self, say: Speech, palette: Palette, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        tip = say("source.add_tip")
        super().__init__(say("source.name"), say("source.add"), tip, palette, parent)
        self._say = say
        self._name_of = name_of
        self._known: object = None
        self.cards: list[SourceCard] = []
        self.setAcceptDrops(True)
        self.show_sources((), "", None)

    def show_sources(self, sources: tuple[Source, ...], post: str, person: Person | None) -> None:
        """Shows the sources of a post to `person`; the list of another post is closed."""
        if (sources, post, person) == self._known:
            return
        turned = not isinstance(self._known, tuple) or self._known[1] != post
        self._known = (sources, post, person)
        clear(self.rows)
        self.cards = []
        for source in sorted(sources, key=lambda one: not one.stands):
            card = SourceCard(source, person, self._say, self._name_of, self)
            card.saved.connect(self.saved)
            card.removed.connect(self.removed)
            card.erased.connect(self.erased)
            self.rows.addWidget(card)
            self.cards.append(card)
        self.rows.addStretch(1)
        standing = sum(one.stands for one in sources)
        told = self._say("source.title", count=standing) if sources else self._say("source.name")
        self.name(told, filled=bool(sources))
        if turned or not sources:
            self.opener.setChecked(False)

    def unfold(self) -> None:
        """Opens the list."""
        self.opener.setChecked(bool(self.cards))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        for file in dropped_files(event)[:1]:
            self.dropped.emit(file)
