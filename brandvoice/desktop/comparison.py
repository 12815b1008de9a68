"""Two versions of a text, word by word: what was taken out is struck, what came in underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech
    from brandvoice.post.difference import Part

Side = Literal["old", "new", "both"]
_LEFT_OUT: Final = {"old": "in", "new": "out", "both": ""}


class DifferenceView(Reading):
    """Shows one side of a difference, or both sides run together."""

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 14, parent)
        self._formats = {
            "same": QTextCharFormat(),
            "in": _marked(palette.good, palette.good_ground),
            "out": _marked(palette.bad, palette.bad_ground),
        }
        self._formats["in"].setFontUnderline(True)
        self._formats["out"].setFontStrikeOut(True)

    def show_parts(self, parts: Iterable[Part], side: Side = "both") -> None:
        """Shows the parts of that side."""
        self.clear()
        cursor = QTextCursor(self.document())
        for part in parts:
            if part.kind != _LEFT_OUT[side]:
                cursor.insertText(part.text, self._formats[part.kind])
        self.moveCursor(QTextCursor.MoveOperation.Start)


class CompareDialog(Dialog):
    """An older text on the left, a newer one on the right."""

    def __init__(
        self,
        title: str,
        sides: tuple[str, str],
        parts: tuple[Part, ...],
        palette: Palette,
        say: Speech,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self.setMinimumSize(960, 600)
        row = QHBoxLayout()
        row.setSpacing(16)
        sides_of: tuple[Side, Side] = ("old", "new")
        for name, side in zip(sides, sides_of, strict=True):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(Label(name, "heading", wrap=True))
            view = DifferenceView(palette, name)
            view.show_parts(parts, side)
            column.addWidget(framed(view), 1)
            row.addLayout(column, 1)
        self.column.addLayout(row, 1)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.end_with(close)


def framed(view: QTextEdit) -> QFrame:
    """A text on a paper of its own."""
    frame = QFrame()
    frame.setProperty("look", "paper")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(view)
    return frame


def _marked(ink: str, ground: str) -> QTextCharFormat:
    marked = QTextCharFormat()
    marked.setForeground(QColor(ink))
    marked.setBackground(QColor(ground))
    return marked
