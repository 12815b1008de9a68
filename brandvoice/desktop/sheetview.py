"""The middle of the Desk: title and state, channels, the paper, the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.banner import Banner
from brandvoice.desktop.button import Button
from brandvoice.desktop.chips import Chips
from brandvoice.desktop.decisions import Decisions
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.notice import byline, notice_of
from brandvoice.desktop.offer import offers
from brandvoice.desktop.paper import Paper
from brandvoice.desktop.postrow import TONES
from brandvoice.desktop.publishedline import PublishedLine
from brandvoice.desktop.publishednotice import is_out
from brandvoice.desktop.seenbefore import SeenBefore
from brandvoice.desktop.stageline import StageLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from brandvoice.approval.person import Person
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.desktop.speech import Speech


class SheetView(QWidget):
    """Shows a sheet. Its parts (`paper`, `reply`, `chips`, …) tell what is wanted."""

    def __init__(
        self,
        say: Speech,
        palette: Palette,
        name_of: Callable[[str], str],
        parent: QWidget,
        document: QTextDocument | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._say = say
        self._name_of = name_of
        self._title = ElidedLabel("", "title")
        self._state = Label("", "pill-calm")
        self._byline = Label("", "soft")
        self.reply = Button(say("kind.reply_chip"), "chip", self)
        self.reply.setCheckable(True)
        self.chips = Chips(say, self)
        self.banner = Banner(say, self)
        self.seen = SeenBefore(say, self)
        self.stages = StageLine(say, self)
        self.published = PublishedLine(say, name_of, self)
        self.paper = Paper(palette, self, document)
        self.paper.setObjectName("paper")
        self.paper.setAccessibleName(say("paper.name"))
        self.paper.hint = say("paper.placeholder")
        self.decisions = Decisions(say, self)
        self._arrange()

    def show_sheet(self, sheet: Sheet, person: Person) -> None:
        """Shows everything about the sheet but the words, which the paper holds already."""
        post = sheet.state
        self._title.setText(sheet.title or self._say("untitled"))
        self._state.setText(self._say.whole(f"state.{post.state}"))
        self._state.dress(f"pill-{TONES[post.state]}")
        self._byline.setText(byline(post, self._say, self._name_of))
        self._show_kind(sheet)
        self.chips.show_channels(sheet.channels)
        self.banner.show_notice(notice_of(post, self._say, self._name_of))
        self.stages.show_post(post, sheet.house)
        self.published.show_post(post)
        self.decisions.show_offers(offers(sheet, person), post.state, live=is_out(post))

    @property
    def state_words(self) -> str:
        """What the pill says."""
        return self._state.text()

    def _show_kind(self, sheet: Sheet) -> None:
        self.reply.setChecked(sheet.kind == "reply")
        self.reply.setEnabled(sheet.turnable)
        self.reply.setToolTip(self._say("kind.reply_tip" if sheet.turnable else "kind.decided"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self.reply)
        head.addWidget(self._state)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.chips, 1)
        below.addWidget(self._byline)
        frame = QFrame()
        frame.setProperty("look", "paper")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.banner)
        column.addWidget(self.seen)
        column.addWidget(self.stages)
        column.addWidget(self.published)
        column.addWidget(frame, 1)
        column.addWidget(self.decisions)
