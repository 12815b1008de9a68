"""Word documents (.docx): their text in reading order, read from the package itself.

Taking only the part that has the words opens documents whose pictures are missing, sees words under
tracked changes, and never unpacks more than is needed (ECMA-376 part 1, chapter 17).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.documents.package import package
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

# How the namespaces of transitional and of strict documents end.
_WORD: Final = ("/wordprocessingml/2006/main", "/wordprocessingml/main")
# Taken out by a tracked change, said once more for older programs, or no words at all: the
# properties of a paragraph have `tab` elements too.
_PASSED_OVER: Final = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "sectPr"})
_SIGNS: Final[Mapping[str, str]] = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
# What Word's autocorrect makes of :) :| :( --> <-- ==> <=> in the font Wingdings.
_WINGDINGS: Final[Mapping[str, str]] = {
    "F04A": "☺",
    "F04B": "😐",
    "F04C": "☹",
    "F0E0": "→",
    "F0DF": "←",
    "F0E8": "➔",
    "F0F3": "↔",
}


def text_of(content: bytes, name: str) -> str:
    """The paragraphs of a document, those in tables included, one a line, in document order.

    Line breaks and tabs stay. Words that a tracked change takes out are left out, those it puts in
    are kept. Raises UserError as `package` does, and `document.not_word` for another kind of file.
    """
    body = _Body()
    with package(content, name) as parts:
        part = parts.main_part()
        if part is not None:
            parts.parse(part, body.start, body.end, body.characters)
    if not body.is_word:
        raise UserError("document.not_word", name=name)
    return "\n".join(body.paragraphs)


class _Body:
    """Gathers paragraphs from the elements of a document as they come."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.is_word = False
        # A text box stands inside a paragraph and has paragraphs of its own.
        self._open: list[list[str]] = []
        self._in_words = False
        self._passing_over = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        if self._passing_over or element in _PASSED_OVER:
            self._passing_over += 1
        elif not namespace.endswith(_WORD):
            return
        elif element == "document":
            self.is_word = True
        elif element == "p":
            self._open.append([])
        elif element == "t":
            self._in_words = True
        elif element == "sym":
            self._add(_WINGDINGS.get(_symbol(attributes), "\ufffd"))
        else:
            self._add(_SIGNS.get(element, ""))

    def end(self, name: str) -> None:
        namespace, _, element = name.rpartition(" ")
        if self._passing_over:
            self._passing_over -= 1
        elif not namespace.endswith(_WORD):
            return
        elif element == "t":
            self._in_words = False
        elif element == "p":
            self.paragraphs.append("".join(self._open.pop()))

    def characters(self, data: str) -> None:
        if self._in_words and not self._passing_over:
            self._add(data)

    def _add(self, words: str) -> None:
        if self._open:
            self._open[-1].append(words)


def _symbol(attributes: dict[str, str]) -> str:
    """The code of a character of a symbol font."""
    local = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
    return local.get("char", "").upper() if local.get("font") == "Wingdings" else ""
