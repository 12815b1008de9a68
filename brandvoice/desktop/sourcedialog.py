"""Asks where some words come from: a sentence, a link if there is one, a file if there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit

from brandvoice.approval.attachment import LARGEST, clean_name
from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.dropping import dropped_files, welcome_files
from brandvoice.desktop.label import ElidedLabel, Label
from brandvoice.desktop.sourcecard import told_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech

_HEIGHT: Final = 76


class Told(NamedTuple):
    """What was said, a link as typed, a file to keep."""

    said: str
    address: str
    file: Path | None


class SourceDialog(Dialog):
    """`answer` is called with what was told; `words` are those it is about, if any. A file may be
    chosen, or dropped anywhere on it."""

    def __init__(
        self, words: str | None, say: Speech, parent: QWidget, answer: Callable[[Told], None]
    ) -> None:
        super().__init__(say("source.ask"), parent)
        self._say = say
        self._answer = answer
        self._file: Path | None = None
        self.setAcceptDrops(True)
        self.tell(quoted(words) if words else say("source.whole"), "strong")
        self.tell(say("source.meaning"), "soft")
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_HEIGHT)
        self._ask("source.said", "source.said_hint", self.field)
        self.field.textChanged.connect(self._refresh)
        self.address = QLineEdit()
        self._ask("source.address", "source.address_hint", self.address)
        self.choose = Button(say("source.choose"), "small")
        self.choose.clicked.connect(self._on_choose)
        self._named = ElidedLabel(say("source.no_file"), "soft")
        self.drop = Button(say("source.drop"), "aside")
        self.drop.clicked.connect(self._on_dropped_again)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choose)
        row.addWidget(self._named, 1)
        row.addWidget(self.drop)
        self.column.addLayout(row)
        self.confirm = self.offer(say("source.do"), say)
        self.confirm.clicked.connect(self._on_confirm)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)
        self._refresh()
        self.field.setFocus()

    def take(self, file: Path | None) -> None:
        """Takes a file to keep, or lets go of it."""
        self._file = file
        self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        for file in dropped_files(event)[:1]:
            self.take(file)

    def _ask(self, name: str, hint: str, field: QLineEdit | QPlainTextEdit) -> None:
        label = Label(self._say(name), "strong")
        label.setBuddy(field)
        field.setAccessibleName(self._say(name))
        field.setPlaceholderText(self._say(hint))
        self.column.addWidget(label)
        self.column.addWidget(field)

    def _refresh(self) -> None:
        size = _size(self._file)
        fits = self._file is None or 0 < size <= LARGEST
        self.confirm.setEnabled(bool(self.field.toPlainText().strip()) and fits)
        self.drop.setVisible(self._file is not None)
        self._named.dress("soft" if fits else "bad")
        self._named.setText(self._told_file(size, fits=fits))

    def _told_file(self, size: int, *, fits: bool) -> str:
        if self._file is None:
            return self._say("source.no_file")
        name = clean_name(self._file.name)
        if fits:
            return f"{name} · {told_size(size, self._say)}"
        return self._say("source.too_large" if size else "source.empty", name=name)

    def _on_choose(self) -> None:
        folder = str(self._file.parent) if self._file else ""
        dialog = QFileDialog(self, self._say("source.choose"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.take(Path(name))

    def _on_dropped_again(self) -> None:
        self.take(None)

    def _on_confirm(self) -> None:
        said = self.field.toPlainText().strip()
        told = Told(said, self.address.text().strip(), self._file)
        self.accept()
        self._answer(told)


def _size(file: Path | None) -> int:
    """Bytes; 0 for what is no file that can be read."""
    try:
        return file.stat().st_size if file and file.is_file() else 0
    except OSError:
        return 0
