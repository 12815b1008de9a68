"""A source on the card of the finding it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandvoice.desktop.button import WrappingButton
from brandvoice.desktop.label import ElidedLabel, Label

if TYPE_CHECKING:
    from brandvoice.approval.source import Source
    from brandvoice.desktop.speech import Speech


class SourceLine(QWidget):
    """What it says, and a way to its file; `saved` brings its id."""

    saved = Signal(str)

    def __init__(self, source: Source, say: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        said = say("erased") if source.said is None else source.said
        column.addWidget(Label(say("source.line", said=said), "body", wrap=True))
        if source.address:
            column.addWidget(ElidedLabel(source.address, "small"))
        file = source.file
        if file and not file.erased:
            name = say("source.save_file", name=file.name or say("erased"))
            save = WrappingButton(name, "aside")
            save.clicked.connect(self._on_save)
            column.addWidget(save)

    def _on_save(self) -> None:
        self.saved.emit(self._source.id)
