"""Writing, finding and settling comments on the post that lies on the Desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from brandvoice.desktop.commentdialog import CommentDialog
from brandvoice.desktop.utf16 import Utf16Index
from brandvoice.errors import UserError
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import Comment, PostState
    from brandvoice.desktop.commentlist import CommentList
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.paper import Paper
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.desktop.writing import Writing
    from brandvoice.workflow.desk import Desk


class Commenting(QObject):
    """`refused` brings why a comment was not kept."""

    refused = Signal(UserError)

    def __init__(
        self, office: Office, writing: Writing, paper: Paper, shown: CommentList, window: QWidget
    ) -> None:
        super().__init__(window)
        self._office = office
        self._writing = writing
        self._paper = paper
        self._shown = shown
        self._window = window
        shown.wanted.connect(self.begin)
        shown.pointed.connect(self._on_pointed)
        shown.settled.connect(self._on_settled)
        writing.shown.connect(self._on_shown)

    def begin(self) -> None:
        """Asks what is to be said: of the words that are selected, or of the whole post."""
        sheet, person = self._writing.sheet, self._office.person
        if sheet is None or person is None or not sheet.text.strip():
            return
        span = selection(self._paper)
        go_on = partial(self._write, sheet, sheet.text, person.id, span)
        words = span.of(sheet.text) if span else None
        CommentDialog(words, self._office.say, self._window, go_on).open()

    def _write(self, sheet: Sheet, text: str, by: str, span: Span | None, said: str) -> None:
        """Keeps what is typed first: a comment speaks of words the record can name."""

        def work(desk: Desk) -> PostState:
            return desk.comment(sheet.state.id, text, said, by, span)

        self._writing.keeping.then(partial(self._store, work))

    def _store(self, work: Callable[[Desk], PostState]) -> None:
        self._office.store(work, self._on_done, self.refused.emit)

    def _on_settled(self, comment: str) -> None:
        sheet, person = self._writing.sheet, self._office.person
        if sheet and person:
            post, by = sheet.state.id, person.id
            self._store(lambda desk: desk.resolve(post, comment, by))

    def _on_done(self, state: PostState) -> None:
        self._writing.take(state)
        self._shown.unfold()

    def _on_shown(self) -> None:
        sheet = self._writing.sheet
        if sheet:
            self._shown.show_comments(sheet.state.comments, sheet.state.id)

    def _on_pointed(self, comment: str) -> None:
        """Selects the words a comment is about, where they stand now."""
        sheet = self._writing.sheet
        known = [one for one in sheet.state.comments if one.id == comment] if sheet else []
        span = _place(known[0], self._paper.text()) if known else None
        if span is None:
            return
        index = Utf16Index(self._paper.text())
        cursor = self._paper.textCursor()
        cursor.setPosition(index.unit(span.start))
        cursor.setPosition(index.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._paper.setTextCursor(cursor)
        self._paper.setFocus()


def selection(paper: Paper) -> Span | None:
    """The words that are selected on the paper, if any."""
    cursor = paper.textCursor()
    if not cursor.hasSelection():
        return None
    index = Utf16Index(paper.text())
    return Span(index.point(cursor.selectionStart()), index.point(cursor.selectionEnd()))


def _place(comment: Comment, text: str) -> Span | None:
    """Where the words of a comment stand: in their place, else where they stand first."""
    if comment.span is None or not comment.words:
        return None
    if comment.span.of(text) == comment.words:
        return comment.span
    start = text.find(comment.words)
    return Span(start, start + len(comment.words)) if start >= 0 else None
