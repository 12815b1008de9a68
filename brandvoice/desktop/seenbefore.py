"""“Seen before”: an earlier post that reads like the one on the paper, with what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.speech import Speech
    from brandvoice.desktop.writing import Writing
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Desk
    from brandvoice.workspace.likenesses import Earlier

_PAUSE: Final = 1_200
"""Milliseconds after the last key: nothing is looked up while somebody writes."""


@dataclass(frozen=True, slots=True)
class _Found:
    post: str
    text: str
    earlier: Earlier | None


class SeenBefore(QFrame):
    """The band above the paper; hidden while there is nothing to show."""

    open = Signal()
    compare = Signal()
    dismiss = Signal()

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner-wait")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        self._sentence = Label("", wrap=True)
        row.addWidget(self._sentence, 1)
        for act, signal in (("open", self.open), ("compare", self.compare),
                            ("dismiss", self.dismiss)):  # fmt: skip
            button = Button(say(f"seen.{act}"), "small")
            button.setAccessibleName(say(f"seen.{act}_name"))
            button.clicked.connect(signal)
            row.addWidget(button)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text() if not self.isHidden() else ""

    def tell(self, sentence: str) -> None:
        """Shows a sentence; an empty one hides the band."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


class Recalling(QObject):
    """Looks for an earlier post when a sheet is turned to and when the hands rest.

    `opened` brings the id of the earlier post, `compared` its words and those on the paper.
    """

    opened = Signal(str)
    compared = Signal(str, str)

    def __init__(self, office: Office, writing: Writing, band: SeenBefore) -> None:
        super().__init__(band)
        self._office = office
        self._writing = writing
        self._band = band
        self._asked = ("", "")
        self._earlier: Earlier | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        writing.turned.connect(self._on_turned)
        writing.keeping.stood.connect(self._on_stood)
        band.open.connect(self._on_open)
        band.compare.connect(self._on_compare)
        band.dismiss.connect(self._on_dismiss)

    def look(self) -> None:
        """Looks now, if the words are other ones than last time."""
        self._pause.stop()
        sheet = self._writing.sheet
        if sheet is None or (sheet.state.id, sheet.text) == self._asked:
            return
        self._asked = sheet.state.id, sheet.text
        if sheet.state.state == "approved":
            self._show(None)
            return
        self._office.store(_looking(*self._asked), self._on_found, self._on_refused)

    def _on_turned(self) -> None:
        self._show(None)
        self._asked = ("", "")
        self._pause.start()

    def _on_stood(self, standing: str) -> None:
        """Every key moves the pause on."""
        if standing != "saved" or not self._pause.isActive():
            self._pause.start()

    def _on_found(self, found: _Found) -> None:
        if (found.post, found.text) == self._asked:
            self._show(found.earlier)

    def _on_refused(self, error: UserError) -> None:
        """What is wrong with the file is told where words are saved."""
        del error
        self._show(None)

    def _show(self, earlier: Earlier | None) -> None:
        self._earlier = earlier
        told = earlier and seen(earlier.post, self._office.say, self._office.name_of)
        self._band.tell(told or "")

    def _on_open(self) -> None:
        if self._earlier:
            post = self._earlier.post
            self._office.put(post)
            self.opened.emit(post.id)

    def _on_compare(self) -> None:
        sheet = self._writing.sheet
        if self._earlier and sheet:
            self.compared.emit(self._earlier.words, sheet.text)

    def _on_dismiss(self) -> None:
        earlier, post = self._earlier, self._asked[0]
        self._show(None)
        if earlier and post:
            work = _dismissing(post, earlier.post.id)
            self._office.store(work, self._on_dismissed, self._on_refused)

    def _on_dismissed(self, _: None) -> None:
        """There may be another one that was less alike."""
        self._asked = ("", "")
        self.look()


def seen(post: PostState, say: Speech, name_of: Callable[[str], str]) -> str:
    """What came of an earlier post, in one sentence."""
    decision = post.decision
    if decision is None:
        return say("seen.undecided", title=post.title, state=say.whole(f"state.{post.state}"))
    note = decision.note if decision.note is not None else say("erased")
    key = f"seen.{decision.kind}" + ("_note" if note else "")
    return say(key, name=name_of(decision.by), day=say.day(decision.at), note=note)


def _looking(post: str, text: str) -> Callable[[Desk], _Found]:
    def look(desk: Desk) -> _Found:
        from brandvoice.workflow.recalling import Recall

        return _Found(post, text, Recall(desk).seen_before(post, text))

    return look


def _dismissing(post: str, earlier: str) -> Callable[[Desk], None]:
    def dismiss(desk: Desk) -> None:
        from brandvoice.workflow.recalling import Recall

        Recall(desk).dismiss(post, earlier)

    return dismiss
