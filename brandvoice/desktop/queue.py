"""The Queue: what waits for a decision, the longest waiting first, ready to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.checking import Answer, Checking
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.highlight import highlights_of, places_of
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.notice import byline
from brandvoice.desktop.paper import Paper
from brandvoice.desktop.postlist import PostList
from brandvoice.desktop.postrow import found, rows_of
from brandvoice.desktop.sheet import Sheet
from brandvoice.desktop.shelf import Group

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette


class QueuePage(QWidget):
    """`opened` brings the id of the post that somebody wants to decide on."""

    opened = Signal(str)

    def __init__(self, office: Office, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        say = office.say
        self._office = office
        self._sheet: Sheet | None = None
        self.posts = PostList(palette, say("queue.posts"))
        self.posts.opened.connect(self._show)
        self.posts.activated.connect(self._on_open)
        self._title = ElidedLabel("", "title")
        self._about = Label("", "soft", wrap=True)
        self.paper = Paper(palette)
        self.paper.setObjectName("paper")
        self.paper.setReadOnly(True)
        self.paper.setAccessibleName(say("queue.paper"))
        self._open = Button(say("queue.open"), "primary")
        self._open.clicked.connect(self._on_open)
        self._empty = Emptiness("inbox", palette)
        self._empty.say(say("queue.empty"), say("queue.empty_advice"))
        self._checking = Checking(office, self)
        self._checking.answered.connect(self._on_answer)
        self._whole = QWidget()
        self._arrange()
        office.ruling.changed.connect(self._on_rules)
        office.post_changed.connect(self.refresh)
        office.people_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what waits now."""
        waiting = self._office.shelf.waiting()
        groups = (Group("in_review", waiting),) if waiting else ()
        ids = [post.id for post in waiting]
        current = self._sheet.state.id if self._sheet else ""
        current = current if current in ids else next(iter(ids), "")
        self.posts.show_rows(rows_of(groups, self._office.say, self._office.name_of), current)
        self._empty.setVisible(not waiting)
        self._whole.setVisible(bool(waiting))
        if current:
            self._show(current)

    def _show(self, post: str) -> None:
        state = self._office.shelf.get(post)
        if state is None:
            return
        say = self._office.say
        if self._sheet is None or self._sheet.state != state:
            self._sheet = Sheet(state)
            self.paper.load(self._sheet.text)
            self._checking.ask(self._sheet)
        self._title.setText(state.title or say("untitled"))
        channels = say.channels(state.channels) or say("notice.no_channels")
        about = (byline(state, say, self._office.name_of), channels, found(state, say))
        self._about.setText(" · ".join(part for part in about if part))

    def _on_answer(self, answer: Answer) -> None:
        waived = {one.finding.key for one in answer.sheet.shown if one.waiver}
        marks = highlights_of(answer.sheet.text, answer.review.findings, waived)
        tags = places_of(answer.sheet.text, answer.hashtags)
        self.paper.show_highlights(marks, tags)

    def _on_rules(self) -> None:
        if self._sheet:
            self._checking.ask(self._sheet)

    def _on_open(self) -> None:
        if self._sheet:
            self.opened.emit(self._sheet.state.id)

    def _arrange(self) -> None:
        frame = QFrame()
        frame.setProperty("look", "paper")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.paper)
        reading = QVBoxLayout()
        reading.setContentsMargins(22, 16, 22, 16)
        reading.setSpacing(12)
        reading.addWidget(self._title)
        reading.addWidget(self._about)
        reading.addWidget(frame, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._open)
        foot.addStretch(1)
        reading.addLayout(foot)
        self.posts.setFixedWidth(320)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(12, 8, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.posts)
        row.addLayout(reading, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._whole, 1)
