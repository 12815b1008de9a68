"""One source: who kept it, for which words, what it says, its file, and whether it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.flow import Flow
from brandvoice.desktop.label import ElidedLabel, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.source import KeptFile, Source
    from brandvoice.desktop.speech import Speech

_KILO: Final = 1024
_MEGA: Final = _KILO * _KILO


class SourceCard(QFrame):
    """`saved` wants its file on the disk, `removed` that it stands no longer, `erased` that its
    file is gone for good; each brings its id."""

    saved = Signal(str)
    removed = Signal(str)
    erased = Signal(str)

    def __init__(
        self,
        source: Source,
        person: Person | None,
        say: Speech,
        name_of: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._say = say
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        byline = f"{name_of(source.by)} · {say.when(source.at)}"
        column.addWidget(ElidedLabel(byline, "small"))
        about = quoted(source.words) if source.words else say("source.whole")
        column.addWidget(Label(about, "soft", wrap=True))
        said = Label(_words(source.said, say), "body", wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        if not source.stands:
            said.dress("struck")
            by, why = name_of(source.removed_by), _words(source.removed_why, say)
            column.addWidget(Label(say("source.gone", name=by, reason=why), "small", wrap=True))
        if source.address or source.address is None:
            address = ElidedLabel(_words(source.address, say), "small")
            address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(address)
        if source.file:
            column.addWidget(ElidedLabel(told_file(source.file, say), "small"))
        column.addLayout(self._ways(person))
        self.setAccessibleName(f"{byline}, {about}: {said.text()}")

    def _ways(self, person: Person | None) -> Flow:
        ways, source = Flow(4), self.source
        kept = source.file is not None and not source.file.erased
        approves = person is not None and person.approves
        own = person is not None and (approves or person.id == source.by)
        for wanted, name, on_click in (
            (kept, "source.save", self._on_save),
            (own and source.stands, "source.remove", self._on_remove),
            (kept and approves, "source.erase", self._on_erase),
        ):
            if wanted:
                button = Button(self._say(name), "aside")
                button.setAccessibleDescription(_words(source.said, self._say))
                button.clicked.connect(on_click)
                ways.addWidget(button)
        return ways

    def _on_save(self) -> None:
        self.saved.emit(self.source.id)

    def _on_remove(self) -> None:
        self.removed.emit(self.source.id)

    def _on_erase(self) -> None:
        self.erased.emit(self.source.id)


def told_file(file: KeptFile, say: Speech) -> str:
    """Name and size of a kept file, and whether its bytes were erased."""
    name = _words(file.name, say)
    if file.erased:
        return f"{name} · {say('source.file_gone')}"
    return f"{name} · {told_size(file.size, say)}"


def told_size(size: int, say: Speech) -> str:
    """So many bytes, as people say it."""
    if size < _MEGA:
        return f"{say.number(-(-size // _KILO))} KB"
    whole, tenth = divmod(round(size * 10 / _MEGA), 10)
    return f"{whole}{say('source.point_sign')}{tenth} MB"


def _words(words: str | None, say: Speech) -> str:
    return say("erased") if words is None else words
