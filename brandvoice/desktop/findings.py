"""The column of findings: families to choose from above, cards below."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import Card
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.flow import Flow
from brandvoice.desktop.icons import badge
from brandvoice.desktop.marking import MARKINGS
from brandvoice.desktop.passedlist import PassedList
from brandvoice.rules.terms import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.sheet import Shown
    from brandvoice.desktop.speech import Speech
    from brandvoice.rules.terms import Category


_AT_ONCE: Final = 5
"""A card takes about 2 ms to make."""


class Findings(QWidget):
    """Cards in the order of the text, waived ones last; a card lives on while its finding does.

    `about`, `chosen`, `fix`, `waive`, `mute`, `accept`, `sourced` and `saved` are those of the
    cards.
    """

    about = Signal(str)
    chosen = Signal(int)
    fix = Signal(int, int)
    waive = Signal(int)
    mute = Signal(str)
    accept = Signal(str)
    sourced = Signal(int)
    saved = Signal(str)

    def __init__(
        self, say: Speech, palette: Palette, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._say = say
        self._palette = palette
        self._name_of = name_of
        self._shown: tuple[Shown, ...] = ()
        self._only: Category | None = None
        self._cards: list[Card] = []
        self._current: int | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._refresh_cards)
        self._families = Flow(8)
        self._empty = Emptiness("circle-check", palette)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(14, 4, 14, 14)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        self._scroll.setAccessibleName(say("findings.name"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.setSpacing(8)
        families = QWidget()
        families.setLayout(self._families)
        self._families.setContentsMargins(14, 0, 14, 0)
        whole.addWidget(families)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._scroll, 1)
        self.passed = PassedList(say, palette, self)
        self.passed.about.connect(self.about)
        whole.addWidget(self.passed)

    @property
    def complete(self) -> bool:
        """Whether every card is made."""
        return not self._more.isActive()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards on view, from above."""
        return tuple(self._cards)

    def show_findings(self, shown: tuple[Shown, ...], nothing: str) -> None:
        """Shows what a review found; `nothing` is said when that is nothing."""
        self._shown = tuple(sorted(shown, key=lambda one: one.waiver is not None))
        if self._only not in {one.finding.category for one in shown}:
            self._only = None
        self._empty.say(nothing, "")
        self._refresh_families()
        self._refresh_cards()

    def set_current(self, number: int | None) -> None:
        """Frames the card of finding `number` and scrolls it in."""
        self._current = number
        for card in self._cards:
            card.set_current(current=card.number == number)
            if card.number == number:
                self._scroll.ensureWidgetVisible(card, 0, 12)

    def _refresh_families(self) -> None:
        counts = Counter(one.finding.category for one in self._shown if one.waiver is None)
        self._families.clear()
        for category in CATEGORIES:
            if not counts[category]:
                continue
            name = f"{self._say(f'category.{category}')} {counts[category]}"
            # Qt leaves no room between a drawing and the words.
            chip = Button(f" {name}", "family")
            chip.setAccessibleName(name)
            colour = self._palette.category[category]
            chip.setIcon(QIcon(badge(MARKINGS[category].icon, colour, self._palette.panel, 16)))
            chip.setIconSize(QSize(16, 16))
            chip.setCheckable(True)
            chip.setChecked(category == self._only)
            chip.setToolTip(self._say("findings.only", family=self._say(f"category.{category}")))
            chip.setProperty("category", category)
            chip.clicked.connect(self._on_family)
            self._families.addWidget(chip)

    def _refresh_cards(self) -> None:
        """Makes the cards that are missing, a few a turn: keys come in between."""
        wanted = [one for one in self._shown if self._only in (None, one.finding.category)]
        old: defaultdict[object, list[Card]] = defaultdict(list)
        for card in self._cards:
            old[_likeness(card.shown)].append(card)
        self._cards = []
        made = 0
        for one in wanted:
            same = old[_likeness(one)]
            made += not same
            if made > _AT_ONCE:
                break
            self._cards.append(self._card(one, same))
        if len(self._cards) < len(wanted):
            self._more.start()
        for left in old.values():
            for card in left:
                card.hide()
                card.deleteLater()
        for place, card in enumerate(self._cards):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self._empty.setVisible(not wanted)
        self._scroll.setVisible(bool(wanted))

    def _card(self, one: Shown, same: list[Card]) -> Card:
        if same:
            card = same.pop(0)
            card.number, card.shown = one.number, one
            return card
        by = self._name_of(one.waiver.by) if one.waiver else ""
        card = Card(one, by, self._say, self._palette, self._list)
        card.set_current(current=one.number == self._current)
        card.chosen.connect(self.chosen)
        card.fix.connect(self.fix)
        card.waive.connect(self.waive)
        card.mute.connect(self.mute)
        card.accept.connect(self.accept)
        card.about.connect(self.about)
        card.sourced.connect(self.sourced)
        card.saved.connect(self.saved)
        return card

    def _on_family(self) -> None:
        category = self.sender().property("category")
        self._only = None if self._only == category else category
        self._refresh_families()
        self._refresh_cards()


def _likeness(shown: Shown) -> object:
    """What a card shows of a finding: all but where it stands."""
    finding = shown.finding
    fixes = tuple(suggestion.text for suggestion in finding.suggestions)
    told = finding.severity, finding.message, finding.why, finding.cues
    return finding.key, told, fixes, shown.waiver, shown.sources
