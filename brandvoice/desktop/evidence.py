"""Keeping, saving and removing the sources of the post that lies on the Desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from brandvoice.approval.attachment import clean_name
from brandvoice.desktop.button import Button
from brandvoice.desktop.commenting import selection
from brandvoice.desktop.dialog import ReasonDialog, SentenceDialog
from brandvoice.desktop.folder import show_in_folder
from brandvoice.desktop.sourcedialog import SourceDialog, Told
from brandvoice.desktop.sourcelist import SourceList
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.signature import Signer
    from brandvoice.approval.source import Source
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.findings import Findings
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.paper import Paper
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.desktop.writing import Writing
    from brandvoice.post.span import Span
    from brandvoice.workflow.desk import Desk


class Evidence(QObject):
    """`list` shows them; `refused` brings why something was not done, `erasing` of which post which
    file (its digest) is to go for good."""

    refused = Signal(UserError)
    erasing = Signal(str, str)

    def __init__(
        self, office: Office, palette: Palette, writing: Writing, paper: Paper, findings: Findings
    ) -> None:
        super().__init__(findings)
        self._office = office
        self._writing = writing
        self._paper = paper
        self._window = findings
        self.list = shown = SourceList(office.say, palette, office.name_of, findings)
        self._place = Path()
        shown.wanted.connect(self.begin)
        shown.dropped.connect(self.begin_with)
        shown.saved.connect(self.save)
        shown.removed.connect(self.ask_removal)
        shown.erased.connect(self.ask_erasing)
        findings.sourced.connect(self.begin_on)
        findings.saved.connect(self.save)
        writing.shown.connect(self._on_shown)

    def begin(self) -> None:
        """Asks where the selected words come from, or the whole post."""
        self._ask(selection(self._paper))

    def begin_with(self, file: Path) -> None:
        """The same, with a file that was dropped."""
        self._ask(selection(self._paper), file)

    def begin_on(self, number: int) -> None:
        """The same for the words of finding `number`."""
        sheet = self._writing.sheet
        if sheet and sheet.review and sheet.checked:
            self._ask(sheet.review.findings[number].span)

    def save(self, source: str) -> None:
        """Asks where the file of a source is to be written, and writes it there."""
        known = self._known(source)
        if known is None or known.file is None:
            return
        say = self._office.say
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents) or str(Path.home())
        place = str(Path(folder, clean_name(known.file.name or "")))
        dialog = QFileDialog(self._window, say("source.save"), place)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(place)
        dialog.fileSelected.connect(partial(self._save_as, source))
        dialog.open()

    def ask_removal(self, source: str) -> None:
        """Asks why a source stands no longer."""
        person, known = self._office.person, self._known(source)
        if person is None or known is None:
            return
        say = self._office.say
        go_on = partial(self._remove, source, person.id)
        title, do = say("source.remove_title"), say("source.remove_do")
        dialog = ReasonDialog(title, do, say, self._window, go_on)
        dialog.tell(say("source.line", said=known.said or say("erased")), "strong")
        dialog.tell(say("source.remove_meaning"))
        dialog.ask()

    def ask_erasing(self, source: str) -> None:
        """Begins to erase the file of a source for good."""
        known, sheet = self._known(source), self._writing.sheet
        if known and known.file and sheet:
            self.erasing.emit(sheet.state.id, known.file.digest)

    def _ask(self, span: Span | None, file: Path | None = None) -> None:
        sheet, person = self._writing.sheet, self._office.person
        if sheet is None or person is None or not sheet.text.strip():
            return
        go_on = partial(self._add, sheet, sheet.text, person.id, span)
        words = span.of(sheet.text) if span else None
        dialog = SourceDialog(words, self._office.say, self._window, go_on)
        dialog.take(file)
        dialog.open()

    def _add(self, sheet: Sheet, text: str, by: str, span: Span | None, told: Told) -> None:
        """Keeps what is typed first: a source speaks of words the record can name."""

        def work(desk: Desk) -> PostState:
            from brandvoice.workflow.sourcing import Sourcing

            post = sheet.state.id
            return Sourcing(desk).add(post, text, told.said, by, span, told.address, told.file)

        self._writing.keeping.then(partial(self._store, work))

    def _remove(self, source: str, by: str, reason: str, _: Signer | None) -> None:
        sheet = self._writing.sheet
        if sheet is None:
            return
        post = sheet.state.id

        def work(desk: Desk) -> PostState:
            from brandvoice.workflow.sourcing import Sourcing

            return Sourcing(desk).remove(post, source, reason, by)

        self._store(work)

    def _save_as(self, source: str, name: str) -> None:
        sheet = self._writing.sheet
        if sheet is None:
            return
        post = sheet.state.id

        def work(desk: Desk) -> Path:
            from brandvoice.workflow.sourcing import Sourcing

            return Sourcing(desk).save(post, source, Path(name))

        self._office.store(work, self._on_saved, self.refused.emit)

    def _store(self, work: Callable[[Desk], PostState]) -> None:
        self._office.store(work, self._on_done, self.refused.emit)

    def _known(self, source: str) -> Source | None:
        sheet = self._writing.sheet
        known = sheet.state.sources if sheet else ()
        return next((one for one in known if one.id == source), None)

    def _on_done(self, state: PostState) -> None:
        self._writing.take(state)
        self.list.unfold()

    def _on_saved(self, path: Path) -> None:
        self._place = path
        say = self._office.say
        show = Button(say("export.show"))
        show.clicked.connect(self._on_show)
        told = [say.whole("source.saved", name=path.name), say("source.saved_safe")]
        SentenceDialog(say("source.saved_title"), told, say, self._window, show).open()

    def _on_show(self) -> None:
        show_in_folder(self._place)

    def _on_shown(self) -> None:
        sheet = self._writing.sheet
        if sheet:
            self.list.show_sources(sheet.state.sources, sheet.state.id, self._office.person)
