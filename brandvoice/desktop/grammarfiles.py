"""Where Java and LanguageTool are on this computer, and how LanguageTool gets here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.grammarquestions import ask_for_files, ask_to_fetch
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.section import named_row
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.language.choice import Choice

_MB: Final = 1_000_000
_KILO: Final = 1_000


class _Found(NamedTuple):
    """What a look around told, in words."""

    java: str
    files: str
    here: bool


class GrammarFiles(QWidget):
    """Two rows of the grammar settings, and a bar while something is fetched.

    `told` brings a sentence about what was fetched, or why it was not.
    """

    told = Signal(str)

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        say = office.say
        self.java, self.files = ElidedLabel("", "soft"), ElidedLabel("", "soft")
        self.choose_java = Button(say("grammar.choose_java"), "small")
        self.choose_java.setAccessibleName(f"{say('grammar.java')}: {say('grammar.choose_java')}")
        self.choose_java.clicked.connect(self._on_java)
        self.get = Button(say("grammar.get"), "small")
        self.get.clicked.connect(self._on_get)
        self.have = Button(say("grammar.choose_files"), "small")
        self.have.clicked.connect(self._on_have)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("grammar.get"))
        self.here = Label("", "soft")
        self.stop = Button(say("grammar.stop"), "small")
        self.stop.clicked.connect(office.proofing.stop_fetching)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.bar, 1), (self.here, 0), (self.stop, 0)):
            way.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(named_row(say("grammar.java"), self.java, self.choose_java))
        column.addWidget(named_row(say("grammar.files"), self.files, self.have, self.get))
        column.addWidget(self._way)
        self._way.hide()
        office.proofing.fetched.connect(self._on_fetched)

    def refresh(self) -> None:
        """Looks again; running `java` to ask its version takes too long for this thread."""
        self._office.proofing.look_around(self._look, self._show)

    def _look(self, choice: Choice) -> _Found:
        from brandvoice.language.java import find_java
        from brandvoice.language.place import server_folder

        say = self._office.say
        try:
            java = find_java(choice.java)
            found = say("grammar.java_found", version=str(java.version), path=java.program)
        except UserError as error:
            found = say.error(error)
        try:
            return _Found(found, str(server_folder(choice.folder)), here=True)
        except UserError as error:
            return _Found(found, say.error(error), here=False)

    def _show(self, found: _Found) -> None:
        self.java.setText(found.java)
        self.files.setText(found.files)
        self.get.setVisible(not found.here)

    def _on_java(self) -> None:
        dialog = QFileDialog(self.window(), self._office.say("grammar.java_title"))
        dialog.fileSelected.connect(self._on_java_chosen)
        dialog.open()

    def _on_java_chosen(self, name: str) -> None:
        self._choose(replace(self._office.proofing.choice, java=name))

    def _on_get(self) -> None:
        ask_to_fetch(self._office.say, self.window(), self._fetch)

    def _on_have(self) -> None:
        ask_for_files(self._office.say, self.window(), self._on_zip, self._on_folder)

    def _on_zip(self, name: str) -> None:
        self._fetch(Path(name))

    def _on_folder(self, name: str) -> None:
        self._choose(replace(self._office.proofing.choice, folder=name))

    def _choose(self, choice: Choice) -> None:
        self._office.proofing.choose(choice)
        self.refresh()

    def _fetch(self, archive: Path | None = None) -> None:
        self.told.emit("")
        self.bar.setRange(0, 0)
        self.here.setText(self._office.say("grammar.unpacking") if archive else "")
        self._way.show()
        self.get.setEnabled(False)
        self.have.setEnabled(False)
        self._office.proofing.fetch(self._on_here, self._on_not_here, archive)

    def _on_fetched(self, count: int) -> None:
        from brandvoice.language.delivery import SIZE

        if not count:
            return
        say = self._office.say
        # Bytes in thousands: Qt counts to two thousand millions.
        self.bar.setRange(0, SIZE // _KILO if count < SIZE else 0)
        self.bar.setValue(count // _KILO)
        told = say("grammar.fetching", here=count // _MB, whole=SIZE // _MB)
        self.here.setText(told if count < SIZE else say("grammar.unpacking"))

    def _on_here(self, _: Path) -> None:
        self._rest(self._office.say("grammar.got"))
        # What was chosen by hand before gives way to what was put in the usual place.
        self._choose(replace(self._office.proofing.choice, folder="", mode="auto"))

    def _on_not_here(self, error: UserError) -> None:
        self._rest(self._office.say.error(error))

    def _rest(self, sentence: str) -> None:
        self._way.hide()
        self.get.setEnabled(True)
        self.have.setEnabled(True)
        self.told.emit(sentence)
