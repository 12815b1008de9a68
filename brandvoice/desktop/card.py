"""One finding as a card: the words, the why, the source, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from brandvoice.desktop.button import Button, WrappingButton
from brandvoice.desktop.flow import Flow
from brandvoice.desktop.icons import badge, pixmap
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.marking import MARKINGS
from brandvoice.desktop.sourceline import SourceLine

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.sheet import Shown
    from brandvoice.desktop.speech import Speech
    from brandvoice.review.finding import Finding

_LONGEST: Final = 140
_MOST_FIXES: Final = 3
_SPELLING: Final = "language/spelling"


class Card(QFrame):
    """Shows one finding. `chosen`, `fix` (which suggestion) and `waive` tell what is wanted,
    `about` which rule somebody wants to read, `mute` which one nobody wants to hear of again,
    `accept` which word is no mistake for the brand, `sourced` which one somebody knows a source of,
    `saved` the file of which source (its id) somebody wants."""

    about = Signal(str)
    chosen = Signal(int)
    fix = Signal(int, int)
    waive = Signal(int)
    mute = Signal(str)
    accept = Signal(str)
    sourced = Signal(int)
    saved = Signal(str)

    def __init__(
        self, shown: Shown, by: str, say: Speech, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = shown.number
        self.shown = shown
        self._say = say
        self._palette = palette
        self._is_current = False
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(described(shown.finding, say))
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 14)
        column.setSpacing(6)
        column.addLayout(self._head(shown))
        words = Label(quoted(shown.finding.words), "strong", wrap=True)
        column.addWidget(words)
        if shown.waiver:
            words.dress("struck")
            self._add_waiver(column, shown, by)
            self._add_sources(column, shown)
        else:
            self._add_why(column, shown.finding)
            self._add_sources(column, shown)
            self._add_ways_out(column, shown.finding)

    @property
    def is_current(self) -> bool:
        """Whether its words are framed on the paper."""
        return self._is_current

    def set_current(self, *, current: bool) -> None:
        """Frames the card whose words are framed on the paper."""
        if self._is_current != current:
            self._is_current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_current or self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self._palette.category[self.shown.finding.category]
            painter.setPen(QPen(QColor(colour if self._is_current else self._palette.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 11, 11)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.chosen.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _head(self, shown: Shown) -> QHBoxLayout:
        finding = shown.finding
        row = QHBoxLayout()
        row.setSpacing(8)
        drawing = QLabel()
        colour = self._palette.category[finding.category]
        drawing.setPixmap(badge(MARKINGS[finding.category].icon, colour, self._palette.panel))
        row.addWidget(drawing)
        row.addWidget(ElidedLabel(kind_of(finding, self._say), "soft"), 1)
        if shown.waiver:
            row.addWidget(Label(self._say("card.waived"), "soft"))
            return row
        severity = Label(self._say.whole(f"severity.{finding.severity}"), "soft")
        if finding.severity == "blocker":
            stop = QLabel()
            stop.setPixmap(pixmap("octagon-alert", self._palette.bad, 15))
            row.addWidget(stop)
            severity.dress("bad")
        row.addWidget(severity)
        return row

    def _add_why(self, column: QVBoxLayout, finding: Finding) -> None:
        language = self._say.language
        column.addWidget(Label(finding.message.to(language), "body", wrap=True))
        if why := finding.why.to(language):
            column.addWidget(Label(why, "soft", wrap=True))
        if finding.cues:
            told = self._say.whole("rule.cues", words=", ".join(map(quoted, finding.cues)))
            column.addWidget(Label(told, "soft", wrap=True))
        if finding.sources:
            column.addWidget(Label(" · ".join(finding.sources), "small", wrap=True))

    def _add_ways_out(self, column: QVBoxLayout, finding: Finding) -> None:
        ways = Flow(6)
        for place, suggestion in enumerate(finding.suggestions[:_MOST_FIXES]):
            button = WrappingButton(fix_name(suggestion.text, self._say), "fix")
            button.setProperty("place", place)
            button.clicked.connect(self._on_fix)
            ways.addWidget(button)
        waive = Button(self._say("card.waive"), "small")
        waive.setAccessibleName(f"{self._say('card.waive')} {quoted(finding.words)}")
        waive.clicked.connect(self._on_waive)
        ways.addWidget(waive)
        if finding.category == "claim":
            source = Button(self._say("source.add"), "small")
            source.setAccessibleName(f"{self._say('source.add')} {quoted(finding.words)}")
            source.clicked.connect(self._on_source)
            ways.addWidget(source)
        if finding.rule == _SPELLING:
            accept = Button(self._say("card.accept"), "small")
            accept.setToolTip(self._say("card.accept_meaning"))
            accept.setAccessibleName(f"{self._say('card.accept')} {quoted(finding.words)}")
            accept.clicked.connect(self._on_accept)
            ways.addWidget(accept)
        if finding.category == "language" and not finding.rule.islower():  # LanguageTool's own ids
            mute = Button(self._say("card.mute"), "aside")
            mute.setToolTip(self._say("card.mute_meaning"))
            mute.setAccessibleName(f"{self._say('card.mute')} {quoted(finding.words)}")
            mute.clicked.connect(self._on_mute)
            ways.addWidget(mute)
        elif finding.category != "channel":  # the platforms' limits are no rules with pages
            about = Button(self._say("rules.about"), "aside")
            about.setAccessibleName(f"{self._say('rules.about')} {quoted(finding.words)}")
            about.clicked.connect(self._on_about)
            ways.addWidget(about)
        column.addSpacing(2)
        column.addLayout(ways)

    def _add_sources(self, column: QVBoxLayout, shown: Shown) -> None:
        for source in shown.sources:
            line = SourceLine(source, self._say)
            line.saved.connect(self.saved)
            column.addWidget(line)

    def _add_waiver(self, column: QVBoxLayout, shown: Shown, by: str) -> None:
        waiver = shown.waiver
        if waiver is None:
            return
        when = self._say.when(waiver.at)
        column.addWidget(Label(self._say("card.waived_by", name=by, when=when), "soft", wrap=True))
        if waiver.until:
            told = self._say("everywhere.holds", until=self._say.exactly(waiver.until))
            column.addWidget(Label(told, "soft", wrap=True))
        reason = self._say("erased") if waiver.reason is None else f"“{waiver.reason}”"
        column.addWidget(Label(reason, "soft", wrap=True))

    def _on_fix(self) -> None:
        place = self.sender().property("place")
        self.fix.emit(self.number, place)

    def _on_about(self) -> None:
        self.about.emit(self.shown.finding.rule)

    def _on_mute(self) -> None:
        self.mute.emit(self.shown.finding.rule)

    def _on_accept(self) -> None:
        self.accept.emit(self.shown.finding.words)

    def _on_source(self) -> None:
        self.sourced.emit(self.number)

    def _on_waive(self) -> None:
        self.waive.emit(self.number)

    def sizeHint(self) -> QSize:
        return QSize(280, super().sizeHint().height())


def quoted(words: str) -> str:
    """The words in quotation marks, on one line, cut where they are long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def kind_of(finding: Finding, say: Speech) -> str:
    """Family and kind: `Klaim · hasil instan`."""
    family = say(f"category.{finding.category}")
    title = finding.title.to(say.language)
    return f"{family} · {title}" if title else family


def fix_name(text: str, say: Speech) -> str:
    """What pressing a suggestion does."""
    return say("card.replace", words=" ".join(text.split())) if text else say("card.remove")


def described(finding: Finding, say: Speech) -> str:
    """The whole finding in one line, for tooltips and screen readers."""
    message = finding.message.to(say.language)
    severity = say.whole(f"severity.{finding.severity}")
    return f"{kind_of(finding, say)}, {severity}: {quoted(finding.words)}. {message}"
