"""The keys of one Vale rule read by kind, every mistake with its line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.rules.parse import Mistake
from brandvoice.rules.vale.document import Many, Table, Text
from brandvoice.rules.vale.pattern import Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.rules.vale.document import Node

_TRUE: Final = frozenset("true yes on y 1".split())
_FALSE: Final = frozenset(["false", "no", "off", "n", "0", ""])


class Word(NamedTuple):
    """A text of the file and the line it stands on."""

    text: str
    line: int


class Keys:
    """Reads a table as Vale does: keys in any case, a single value where a list may stand.

    A wrong value is noted in `mistakes` and read as the default.
    """

    def __init__(self, path: str, table: Table) -> None:
        self.path = path
        self.mistakes: list[Mistake] = []
        self._items = {key.lower(): value for key, value in table.items.items()}
        self._lines = {key.lower(): line for key, line in table.lines.items()}

    def __contains__(self, key: str) -> bool:
        return key in self._items

    def line(self, key: str) -> int:
        """Where `key` stands, or the first line."""
        return self._lines.get(key, 1)

    def wrong(self, line: int, message: str) -> None:
        self.mistakes.append(Mistake(self.path, line, message))

    def refuse_unknown(self, known: Iterable[str]) -> None:
        allowed = set(known)
        for key, line in self._lines.items():
            if key not in allowed:
                self.wrong(
                    line, f"“{key}” is unknown here; use one of {', '.join(sorted(allowed))}"
                )

    def text(self, key: str, otherwise: str = "") -> str:
        node = self._items.get(key)
        if node is None:
            return otherwise
        if isinstance(node, Text):
            return node.value
        self.wrong(self.line(key), f"“{key}” is not a text")
        return otherwise

    def flag(self, key: str, *, otherwise: bool = False) -> bool:
        value = self.text(key, str(otherwise)).lower()
        if value in _TRUE or value in _FALSE:
            return value in _TRUE
        self.wrong(self.line(key), f"“{key}” is true or false")
        return otherwise

    def number(self, key: str, otherwise: float = 0) -> float:
        try:
            value = float(self.text(key, "") or otherwise)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            return value
        self.wrong(self.line(key), f"“{key}” is not a number")
        return otherwise

    def words(self, key: str, *, with_blank: bool = False) -> list[Word]:
        """The texts of a list, or the one text that stands in its place; blank ones left out."""
        node = self._items.get(key)
        nodes: tuple[Node, ...] = node.items if isinstance(node, Many) else (node,) if node else ()
        found = []
        for one in nodes:
            if not isinstance(one, Text):
                self.wrong(one.line, f"“{key}” is a list of texts")
            elif one.value.strip() or with_blank:
                found.append(Word(one.value, one.line))
        return found

    def pairs(self, key: str) -> list[tuple[Word, str]]:
        """The texts of a table: each key with its line, and its value."""
        node = self._items.get(key)
        if node is None:
            return []
        if not isinstance(node, Table):
            self.wrong(self.line(key), f"“{key}” is a table")
            return []
        found = []
        for name, value in node.items.items():
            if isinstance(value, Text):
                found.append((Word(name, node.lines[name]), value.value))
            else:
                self.wrong(node.lines[name], f"“{name}” is not a text")
        return found

    def table(self, key: str) -> Keys | None:
        """The table under `key`; its mistakes are this one's."""
        node = self._items.get(key)
        if isinstance(node, Table):
            inner = Keys(self.path, node)
            inner.mistakes = self.mistakes
            return inner
        if node is not None and not (isinstance(node, Text) and not node.value):
            self.wrong(self.line(key), f"“{key}” is a table")
        return None

    def pattern(self, source: str, line: int, *, ignore_case: bool = False) -> Pattern:
        """`source` compiled; a mistake at `line`, and a pattern of nothing, where it is none."""
        try:
            return Pattern(source, ignore_case=ignore_case)
        except PatternError as error:
            self.wrong(line, f"pattern “{_short(source)}” {error}")
            return Pattern(r"(?!)")

    def joined(
        self, words: list[Word], whole: str, line: int, *, ignore_case: bool = False
    ) -> Pattern:
        """`whole`, made of `words`, compiled; a mistake is told at the word at fault."""
        try:
            return Pattern(whole, ignore_case=ignore_case)
        except PatternError as error:
            before = len(self.mistakes)
            for word in words:
                self.pattern(word.text, word.line)
            if len(self.mistakes) == before:
                self.wrong(line, f"pattern “{_short(whole)}” {error}")
            return Pattern(r"(?!)")


def _short(source: str) -> str:
    return source if len(source) <= 60 else source[:59] + "…"
