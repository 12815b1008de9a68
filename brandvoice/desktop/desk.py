"""The Desk: posts on the left, the paper in the middle, findings on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from brandvoice.desktop.blank import blank
from brandvoice.desktop.button import Button
from brandvoice.desktop.commenting import Commenting
from brandvoice.desktop.commentlist import CommentList
from brandvoice.desktop.comparing import Comparing
from brandvoice.desktop.comparison import CompareDialog
from brandvoice.desktop.dialog import tell
from brandvoice.desktop.emptiness import Emptiness
from brandvoice.desktop.evidence import Evidence
from brandvoice.desktop.findings import Findings
from brandvoice.desktop.icons import icon
from brandvoice.desktop.postlist import PostList
from brandvoice.desktop.postrow import rows_of
from brandvoice.desktop.seenbefore import Recalling
from brandvoice.desktop.sheetview import SheetView
from brandvoice.desktop.walking import Walking
from brandvoice.desktop.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.deciding import Stale
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.errors import UserError
    from brandvoice.post.post import Kind


class Handover(NamedTuple):
    """What a Desk passes on to the one in its place: the sheet, its words and undo steps."""

    sheet: Sheet
    position: int
    document: QTextDocument


class DeskPage(QWidget):
    """Where posts are written, reviewed and decided on. `wanted` brings the name of a command."""

    wanted = Signal(str)

    def __init__(
        self, office: Office, palette: Palette, parent: QWidget, handover: Handover | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._office = office
        self._palette = palette
        say = office.say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("desk.search"))
        self.search.setAccessibleName(say("desk.search"))
        self.search.setProperty("look", "search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("search", palette.soft, size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        self.posts = PostList(palette, say("desk.posts"))
        self._comparing = Comparing(office, palette, self)
        self._samples = Button(say("desk.samples"), "small")
        self._samples.clicked.connect(self._on_samples)
        self._empty = Emptiness("file-text", palette, self._samples)
        document = handover.document if handover else None
        self.view = SheetView(say, palette, office.name_of, self, document)
        self.findings = Findings(say, palette, office.name_of, self)
        self.writing = Writing(office, self.view, self.findings)
        self.remarks = CommentList(say, palette, office.name_of, self)
        self.comments = Commenting(office, self.writing, self.view.paper, self.remarks, self)
        self.evidence = Evidence(office, palette, self.writing, self.view.paper, self.findings)
        self.recalling = Recalling(office, self.writing, self.view.seen)
        self.recalling.opened.connect(self.open)
        self.recalling.compared.connect(
            partial(self._show_both, say("seen.title"), "seen.earlier", "stale.on_screen")
        )
        self.walking = Walking(self.writing, self.view, self.findings, say)
        self._arrange()
        self.search.textChanged.connect(self.refresh)
        self.posts.opened.connect(self.open)
        self.view.banner.compare.connect(self.compare)
        self.view.decisions.copied.connect(self.copy_post)
        self.view.decisions.slotted.connect(self.submit_with_slot)
        for asking in (self.comments, self.evidence, self.writing.deciding):
            asking.refused.connect(self._on_refused)
        self.writing.deciding.stale.connect(self._on_stale)
        self.writing.keeping.refused.connect(self._on_not_saved)
        self.writing.keeping.parted.connect(self._on_parted)
        office.post_changed.connect(self.refresh)
        office.watch.changed.connect(self.refresh)
        office.people_changed.connect(self.writing.refresh)
        office.reloaded.connect(self._on_reloaded)
        self._begin(handover)

    def open(self, post: str) -> None:
        """Turns to another post, once this one is saved."""
        state = self._office.shelf.get(post)
        sheet = self.writing.sheet
        if state and not (sheet and sheet.state.id == post):
            self.writing.keeping.then(partial(self._turn_to, state))

    def new(self, kind: Kind = "post") -> None:
        """Takes an empty paper; the post begins with its first word."""
        self.writing.keeping.then(partial(self._turn_to, blank(kind)))

    def refresh(self) -> None:
        """Shows the posts as they are now."""
        groups = self._office.shelf.groups(self.search.text())
        rows = rows_of(
            groups, self._office.watch.still_open, self._office.say, self._office.name_of
        )
        self.posts.show_rows(rows, self._office.settings.post)
        searching = bool(self.search.text().strip())
        key = "desk.nothing_found" if searching else "desk.empty"
        say = self._office.say
        self._empty.say(say(key), "" if searching else say("desk.empty_advice"))
        self._samples.setVisible(not searching)
        self._empty.setVisible(not rows)
        self.posts.setVisible(bool(rows))

    def compare(self) -> None:
        """Shows any two versions, first the words last approved beside those on the paper."""
        sheet = self.writing.sheet
        if sheet:
            self._comparing.ask(sheet.state, sheet.text)

    def copy_post(self) -> None:
        """Puts exactly the words on the paper on the clipboard, ready to be posted."""
        QGuiApplication.clipboard().setText(self.view.paper.text())

    def submit_with_slot(self) -> None:
        """Begins to hand in the words with the time they are meant to go out."""
        if self.writing.sheet:
            self.writing.deciding.want_slot(self.writing.sheet)

    def turn_pane(self, step: int) -> None:
        """Moves the keyboard on to the list, the paper, the cards or the buttons."""
        panes: list[QWidget] = [self.posts, self.view.paper]
        panes += self.findings.cards[:1]
        panes += self.view.decisions.pressable[:1]
        here = [place for place, pane in enumerate(panes) if _has_focus(pane)]
        place = (here[0] + step) % len(panes) if here else 0
        panes[place].setFocus(Qt.FocusReason.TabFocusReason)

    def hand_over(self) -> Handover | None:
        """Gives up the sheet with its undo steps, for a Desk in another language or colour."""
        sheet, paper = self.writing.sheet, self.view.paper
        if sheet is None:
            return None
        self.writing.retire()
        return Handover(sheet, paper.textCursor().position(), paper.give_up())

    def _begin(self, handover: Handover | None) -> None:
        if handover:
            cursor = self.view.paper.textCursor()
            cursor.setPosition(handover.position)
            self.view.paper.setTextCursor(cursor)
            self.view.paper.setFocus()
            self.writing.resume(handover.sheet)
            self.refresh()
            return
        last = self._office.shelf.get(self._office.settings.post)
        waiting = [post for group in self._office.shelf.groups() for post in group.posts]
        state = last or next(iter(waiting), blank("post"))
        self._turn_to(state)
        # A stray key must not end a review or supersede an approval.
        decided = state.state in ("in_review", "approved")
        (self.posts if decided else self.view.paper).setFocus()

    def _turn_to(self, state: PostState) -> None:
        self._office.settings.post = state.id
        self.writing.turn_to(state)
        self.refresh()
        if not state.id:
            self.view.paper.setFocus()

    def _on_reloaded(self) -> None:
        """Another window may have written: show it, unless something here is not saved yet."""
        sheet = self.writing.sheet
        newest = self._office.shelf.get(sheet.state.id) if sheet else None
        if sheet and newest and sheet.saved and newest != sheet.state:
            if newest.text == sheet.text:
                self.writing.take(newest)
            else:
                self.writing.turn_to(newest)
        self.refresh()

    def _on_samples(self) -> None:
        self.wanted.emit("samples")

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self, say, say("refused.title"), say.error(error))

    def _on_not_saved(self, error: UserError) -> None:
        say = self._office.say
        tell(self, say, say("not_saved.title"), say.error(error), say("not_saved.safe"))

    def _on_parted(self, title: str) -> None:
        say = self._office.say
        tell(self, say, say("parted.title"), say("parted.meaning", title=title), say("parted.safe"))

    def _on_stale(self, stale: Stale) -> None:
        say = self._office.say
        title = say("stale.title")
        newest = stale.newest.text or ""
        self._show_both(title, "stale.on_screen", "stale.newest", stale.on_screen, newest)
        self._office.put(stale.newest)
        self.writing.turn_to(stale.newest)

    def _show_both(self, title: str, left: str, right: str, old: str, new: str) -> None:
        from brandvoice.post.difference import difference

        say = self._office.say
        sides = say(left), say(right)
        parts = difference(old, new)
        CompareDialog(title, sides, parts, self._palette, say, self).open()

    def _arrange(self) -> None:
        left = QWidget()
        left.setObjectName("column")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 14, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.posts, 1)
        column.addWidget(self._empty, 1)
        right = QWidget()
        right.setObjectName("column")
        notes = QVBoxLayout(right)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(0)
        notes.addWidget(self.findings, 1)
        notes.addWidget(self.evidence.list)
        notes.addWidget(self.remarks)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget, width, stretch in (
            (left, 236, 2),
            (self.view, 440, 5),
            (right, 300, 3),
        ):
            widget.setMinimumWidth(width)
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([240, 626, 360])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
