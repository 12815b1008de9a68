"""Files in: opened, dropped or given at the start; what cannot be read says so, the rest opens."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from brandvoice.approval.handover import EXTENSION
from brandvoice.desktop.dialog import tell
from brandvoice.errors import UserError
from brandvoice.post.post import Post
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.documents import Draft
    from brandvoice.review.finding import Review
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.desk import Desk


class _Read(NamedTuple):
    """Drafts with their first review, the files they came from, and what could not be read."""

    drafts: tuple[tuple[Draft, Review], ...]
    opened: tuple[Path, ...]
    refused: tuple[UserError, ...]


class Intake(QObject):
    """`started` brings the id of the first post begun from a file; the others are in the list.

    `handed` brings a hand-over file: no draft, but posts of another laptop.
    """

    started = Signal(str)
    handed = Signal(Path)

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window

    def ask(self) -> None:
        """Lets somebody choose files."""
        from brandvoice.documents import EXTENSIONS

        say = self._office.say
        kinds = " ".join(f"*{extension}" for extension in (*EXTENSIONS, EXTENSION))
        dialog = QFileDialog(self._window, say("open.title"), "", say("open.kinds", kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_selected)
        dialog.open()

    def open(self, files: Sequence[Path]) -> list[Path]:
        """Reads `files` beside the window and begins a post for each draft in them.

        Those that are left wait until there is somebody to begin them.
        """
        drafts = [file for file in files if file.suffix.lower() != EXTENSION]
        for file in files:
            if file not in drafts:
                self.handed.emit(file)
        if not (drafts and self._office.person):
            return drafts
        self._office.check(partial(_read, tuple(drafts)), self._on_read)
        return []

    def open_samples(self) -> None:
        """Begins the posts that show what the program looks for."""
        samples = sorted(shipped("resources", "samples").glob("*.txt"))
        if self._office.person:
            self._office.check(partial(_read, samples), self._on_samples)

    def _on_selected(self, names: list[str]) -> None:
        self.open([Path(name) for name in names])

    def _on_read(self, read: _Read) -> None:
        for file in read.opened:
            self._office.settings.opened(file)
        self._office.remember()
        self._on_samples(read)

    def _on_samples(self, read: _Read) -> None:
        if read.refused:
            say = self._office.say
            sentences = [say.error(error) for error in read.refused]
            tell(self._window, say, say("open.refused", count=len(sentences)), *sentences)
        by = self._office.person
        if not (read.drafts and by):
            return

        def begun(desk: Desk) -> list[PostState]:
            # The last one begun is the newest: the first file comes out on top.
            return [
                desk.save(desk.start(by.id, draft.text).id, draft.text, by.id, review)
                for draft, review in reversed(read.drafts)
            ]

        self._office.store(begun, self._on_begun, self._on_refused)

    def _on_begun(self, posts: list[PostState]) -> None:
        for post in posts:
            self._office.put(post)
        self.started.emit(posts[-1].id)

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("not_saved.title"), say.error(error))


def _read(files: Sequence[Path], checker: Checker) -> _Read:
    from brandvoice.documents import read

    drafts: list[tuple[Draft, Review]] = []
    opened: list[Path] = []
    refused: list[UserError] = []
    for file in files:
        try:
            drafts += [(draft, checker.check(Post(draft.text))) for draft in read(file)]
            opened.append(file)
        except UserError as error:
            refused.append(error)
    return _Read(tuple(drafts), tuple(opened), tuple(refused))
