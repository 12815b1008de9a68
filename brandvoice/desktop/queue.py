"""The Queue: what waits for whom, the nearest slot first, ready to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from brandvoice.desktop.approving import Approving
from brandvoice.desktop.button import Button
from brandvoice.desktop.checking import Answer, Checking
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.highlight import highlights_of, places_of
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.notice import byline
from brandvoice.desktop.paper import Paper
from brandvoice.desktop.postlist import PostList
from brandvoice.desktop.postrow import found
from brandvoice.desktop.queuerows import queue_groups, queue_rows
from brandvoice.desktop.sheet import Sheet
from brandvoice.desktop.stageline import StageLine

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
        self._ticked: set[str] = set()
        self.posts = PostList(palette, say("queue.posts"))
        self.posts.opened.connect(self._show)
        self.posts.activated.connect(self._on_open)
        self.posts.ticked.connect(self._on_ticked)
        self.posts.setAccessibleDescription(say("queue.tick"))
        self._title = ElidedLabel("", "title")
        self._about = Label("", "soft", wrap=True)
        self.paper = Paper(palette)
        self.paper.setObjectName("paper")
        self.paper.setReadOnly(True)
        self.paper.setAccessibleName(say("queue.paper"))
        self._open = Button(say("queue.open"), "primary")
        self._open.clicked.connect(self._on_open)
        self._stages = StageLine(say, self)
        self.approve = Button("", "primary")
        self.approve.clicked.connect(self._on_approve)
        self._approving = Approving(office, self)
        self._approving.done.connect(self._on_approved)
        self._empty = Emptiness("inbox", palette)
        self._empty.say(say("queue.empty"), say("queue.empty_advice"))
        self._checking = Checking(office, self)
        self._checking.answered.connect(self._on_answer)
        self._whole = QWidget()
        self._arrange()
        office.ruling.changed.connect(self._on_rules)
        office.post_changed.connect(self.refresh)
        office.people_changed.connect(self.refresh)
        office.watch.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what waits now."""
        watch, shelf = self._office.watch, self._office.shelf
        mine = watch.waiting()
        self._ticked &= {post.id for post in mine}
        groups = queue_groups(mine, shelf.queued(), watch.is_soon)
        say, name_of = self._office.say, self._office.name_of
        rows = queue_rows(groups, self._ticked, watch.still_open, say, name_of)
        ids = [row.post for row in rows if row.post]
        current = self._sheet.state.id if self._sheet else ""
        current = current if current in ids else next(iter(ids), "")
        self.posts.show_rows(rows, current)
        self._empty.setVisible(not ids)
        self._whole.setVisible(bool(ids))
        self.approve.setVisible(bool(self._ticked))
        self.approve.say(self._office.say("queue.approve", count=len(self._ticked)))
        if current:
            self._show(current)

    def _show(self, post: str) -> None:
        state = self._office.shelf.get(post)
        if state is None:
            return
        say = self._office.say
        if self._sheet is None or self._sheet.state != state:
            self._sheet = Sheet(state, self._office.watch.house)
            self.paper.load(self._sheet.text)
            self._checking.ask(self._sheet)
        self._title.setText(state.title or say("untitled"))
        channels = say.channels(state.channels) or say("notice.no_channels")
        about = (
            byline(state, say, self._office.name_of),
            channels,
            found(self._office.watch.still_open(state), say),
        )
        self._about.setText(" · ".join(part for part in about if part))
        self._stages.show_post(state, self._office.watch.house)

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

    def _on_ticked(self, post: str) -> None:
        self._ticked ^= {post}
        self.refresh()

    def _on_approve(self) -> None:
        chosen = [post for post in self._office.shelf.waiting() if post.id in self._ticked]
        self._approving.ask(tuple(chosen))

    def _on_approved(self) -> None:
        self._ticked.clear()
        self.refresh()

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
        reading.addWidget(self._stages)
        reading.addWidget(frame, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._open)
        foot.addStretch(1)
        reading.addLayout(foot)
        listed = QVBoxLayout()
        listed.setContentsMargins(0, 0, 0, 14)
        listed.setSpacing(8)
        listed.addWidget(self.posts, 1)
        listed.addWidget(self.approve)
        self.posts.setFixedWidth(340)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(12, 8, 0, 0)
        row.setSpacing(0)
        row.addLayout(listed)
        row.addLayout(reading, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._whole, 1)
