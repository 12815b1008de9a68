"""The History: everything ever reviewed, newest first, and each post's timeline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.comparing import Comparing
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.historybar import HistoryBar
from brandvoice.desktop.historyrows import HistoryRows
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.postlist import PostPainter
from brandvoice.desktop.postrow import TONES
from brandvoice.desktop.publishedline import PublishedLine
from brandvoice.desktop.timelineview import TimelineView

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState
    from brandvoice.approval.timeline import TimelineEntry
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Read:
    post: str
    entries: tuple[TimelineEntry, ...]


class HistoryPage(QWidget):
    """`wanted` brings the name of a command, `opened` the post to turn to on the Desk."""

    wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, office: Office, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        say = office.say
        self._office = office
        self._post: PostState | None = None
        self.bar = HistoryBar(office, palette, self)
        self.rows = HistoryRows(office, self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PostPainter(palette, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("history.list"))
        self._count = Label("", "heading")
        self._title = ElidedLabel("", "title")
        self._state = Label("", "pill-calm")
        self.timeline = TimelineView(say, palette, office.name_of, self)
        self._export = Button(say("action.export"))
        self._verify = Button(say("action.verify"))
        self._open = Button(say("history.open"), "small")
        self._compare = Button(say("versions.do"), "small")
        self._published = PublishedLine(say, office.name_of, self)
        self.posted = Button(say("action.posted"))
        self.taken_down = Button(say("action.taken_down"))
        self._comparing = Comparing(office, palette, self)
        self._empty = Emptiness("history", palette)
        self._arrange()
        self._export.clicked.connect(self._on_export)
        self._verify.clicked.connect(self._on_verify)
        self._open.clicked.connect(self._on_open)
        self._compare.clicked.connect(self._on_compare)
        for name, button in (("posted", self.posted), ("taken_down", self.taken_down)):
            button.clicked.connect(partial(self.wanted.emit, name))
        self.bar.changed.connect(self.refresh)
        self.rows.counted.connect(self._on_counted)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_open)
        self.refresh()

    @property
    def current(self) -> PostState | None:
        """The post whose timeline is shown."""
        return self._post

    def refresh(self) -> None:
        """Looks again for what the bar says."""
        self.rows.look_for(self.bar.wanted())

    def _on_counted(self, total: int, counted: bool) -> None:
        say = self._office.say
        key = "history.count" if counted else "history.more"
        self._count.setText(say(key, count=total))
        searching = self.bar.wanted() != type(self.bar.wanted())()
        key = "history.nothing_found" if searching else "history.nothing"
        self._empty.say(say(key), say(f"{key}_advice"))
        self._empty.setVisible(total == 0)
        self._right.setVisible(total > 0)
        self._export.setEnabled(total > 0)
        if total and not self.list.currentIndex().isValid():
            known = self.rows.place_of(self._post.id) if self._post else QModelIndex()
            self.list.setCurrentIndex(known if known.isValid() else self.rows.index(0))

    def _on_current(self, current: Index, _previous: Index) -> None:
        if not current.isValid():
            return
        post = self.rows.post(current)
        if post is None:
            return
        self._post = post
        self._title.setText(post.title or self._office.say("untitled"))
        self._state.setText(self._office.say.whole(f"state.{post.state}"))
        self._state.dress(f"pill-{TONES[post.state]}")
        self._published.show_post(post)
        self.taken_down.setVisible(any(one.until is None for one in post.publications))
        self._office.store(partial(_read, post.id), self._on_read, self._on_refused)

    def _on_read(self, read: _Read) -> None:
        if self._post and read.post == self._post.id:
            unrecorded = None if self._post.recorded else self._post.text
            self.timeline.show_entries(read.entries, unrecorded)

    def _on_refused(self, error: UserError) -> None:
        self.timeline.setPlainText(self._office.say.error(error))

    def _on_export(self) -> None:
        self.wanted.emit("export")

    def _on_verify(self) -> None:
        self.wanted.emit("verify")

    def _on_compare(self) -> None:
        if self._post:
            self._comparing.ask(self._post, self._post.text)

    def _on_open(self) -> None:
        if self._post:
            self._office.put(self._post)
            self.opened.emit(self._post.id)

    def _arrange(self) -> None:
        self._right = QFrame()
        self._right.setProperty("look", "paper")
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 14, 0)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._compare)
        head.addWidget(self._open)
        reading = QVBoxLayout(self._right)
        reading.setContentsMargins(1, 1, 1, 1)
        reading.addLayout(head)
        out = QVBoxLayout()
        out.setContentsMargins(18, 8, 14, 0)
        out.addWidget(self._published)
        reading.addLayout(out)
        reading.addWidget(self.timeline, 1)
        left = QWidget()
        found = QVBoxLayout(left)
        found.setContentsMargins(0, 0, 8, 0)
        found.setSpacing(4)
        found.addWidget(self._count)
        found.addWidget(self.list, 1)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(14, 0, 0, 0)
        beside.addWidget(self._right, 1)
        beside.addWidget(self._empty, 1)
        for widget, width, stretch in ((left, 280, 2), (right, 480, 3)):
            widget.setMinimumWidth(width)
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([380, 780])
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._export)
        foot.addWidget(self._verify)
        foot.addStretch(1)
        foot.addWidget(self.taken_down)
        foot.addWidget(self.posted)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        column.addLayout(foot)


def _read(post: str, desk: Desk) -> _Read:
    return _Read(post, desk.timeline(post))
