"""A rule's page as one text to read and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QTextCursor, QTextOption

from brandvoice.desktop.ink import block, ink
from brandvoice.desktop.palette import TINT, mixed
from brandvoice.desktop.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech
    from brandvoice.rules.page import Block, BlockKind
    from brandvoice.rules.terms import Category

_ABOVE: Final[dict[BlockKind, int]] = {
    "title": 0,
    "about": 4,
    "lead": 12,
    "text": 6,
    "heading": 22,
    "item": 6,
    "flagged": 6,
    "passed": 6,
    "instead": 6,
    "small": 22,
}
_SIGNS: Final[dict[BlockKind, str]] = {
    "item": "–",
    "flagged": "✗",
    "passed": "✓",
    "instead": "→",
}
_INDENT: Final = 22


class RuleView(Reading):
    """Shows the blocks of a page; flagged words stand out as they do on the paper."""

    def __init__(self, say: Speech, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(say("rules.page"), 20, parent)
        self._say = say
        self._palette = palette

    def show_page(self, blocks: Iterable[Block], category: Category) -> None:
        """Shows a page; `category` gives flagged words their colour."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        before: BlockKind | None = None
        for one in blocks:
            if one.kind in ("flagged", "passed") and one.kind != before:
                self._begin(cursor, 10, first=before is None)
                told = self._say.whole(f"rule.{one.kind}")
                cursor.insertText(told, ink(self._palette.soft, bold=True, size=12))
            self._begin(cursor, _ABOVE[one.kind], one.kind, first=before is None)
            self._write(cursor, one, category)
            before = one.kind
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _begin(
        self, cursor: QTextCursor, above: int, kind: BlockKind = "text", *, first: bool
    ) -> None:
        made = block(above, _INDENT if kind in _SIGNS else 0)
        if kind in _SIGNS:
            made.setTextIndent(-_INDENT)
            made.setTabPositions([QTextOption.Tab(_INDENT, QTextOption.TabType.LeftTab)])
        if first:
            cursor.setBlockFormat(made)
        else:
            cursor.insertBlock(made)

    def _write(self, cursor: QTextCursor, one: Block, category: Category) -> None:
        palette = self._palette
        plain = {
            "title": ink(palette.ink, bold=True, size=20),
            "about": ink(palette.soft, size=13),
            "lead": ink(palette.ink, bold=True),
            "heading": ink(palette.ink, bold=True, size=15),
            "small": ink(palette.soft, size=12),
        }.get(one.kind, ink(palette.ink))
        if sign := _SIGNS.get(one.kind):
            tones = {"flagged": palette.bad, "passed": palette.good, "instead": palette.accent}
            cursor.insertText(f"{sign}\t", ink(tones.get(one.kind, palette.soft), bold=True))
        text = one.text.replace("\n", " ")
        if one.marked is None:
            cursor.insertText(text, plain)
            return
        marked = ink(palette.ink)
        colour = palette.category[category]
        marked.setBackground(QColor(mixed(colour, palette.panel, TINT)))
        marked.setUnderlineColor(QColor(colour))
        marked.setFontUnderline(True)
        start, end = one.marked
        cursor.insertText(text[:start], plain)
        cursor.insertText(text[start:end], marked)
        cursor.insertText(text[end:], plain)
