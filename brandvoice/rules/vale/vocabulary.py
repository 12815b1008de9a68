"""Accepted and rejected words: `accept.txt` and `reject.txt` of Vale's vocabularies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.vale.document import Many, Table, Text
from brandvoice.rules.vale.keys import Word
from brandvoice.rules.vale.pattern import Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brandvoice.rules.vale.document import Node

ACCEPT: Final = "accept.txt"
REJECT: Final = "reject.txt"
_ESCAPE_OR_LETTER = re.compile(r"\\.|.", re.S)


class Vocabulary:
    """Patterns of words by the file they stand in."""

    def __init__(
        self, accepted: Mapping[str, Sequence[Word]], rejected: Mapping[str, Sequence[Word]]
    ) -> None:
        self.accepted = [word for words in accepted.values() for word in words]
        self._files = (accepted, rejected)

    def rules(self) -> Iterator[tuple[str, str, Table]]:
        """The rules Vale makes of them, as files would say it: name, path, table.

        Accepted words are to be written as they stand there; rejected ones are not to be used.
        """
        accepted, rejected = self._files
        if self.accepted:
            swap = {_small(word.text): word for word in self.accepted}
            texts: dict[str, Node] = {key: Text(word.text, word.line) for key, word in swap.items()}
            lines = {key: word.line for key, word in swap.items()}
            yield (
                "Vale.Terms",
                next(iter(accepted)),
                _table(
                    extends="substitution",
                    message="Use '%s' instead of '%s'.",
                    level="error",
                    ignorecase="true",
                    vocab="false",
                    swap=Table(texts, lines, 1),
                ),
            )
        tokens = tuple(Text(*word) for words in rejected.values() for word in words)
        if tokens:
            yield (
                "Vale.Avoid",
                next(iter(rejected)),
                _table(
                    extends="existence",
                    message="Avoid using '%s'.",
                    level="error",
                    vocab="false",
                    tokens=Many(tokens, 1),
                ),
            )


def read_words(path: str, source: str) -> tuple[Word, ...]:
    """The words of one file without its comments; raises PackError for patterns that are none."""
    mistakes = []
    words = []
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.strip()
        if not text or text.startswith("# "):
            continue
        try:
            Pattern(text)
        except PatternError as error:
            mistakes.append(Mistake(path, number, f"word “{text[:60]}” {error}"))
        words.append(Word(text, number))
    if mistakes:
        raise PackError(mistakes)
    return tuple(words)


def _table(**items: str | Many | Table) -> Table:
    nodes: dict[str, Node] = {
        key: Text(value, 1) if isinstance(value, str) else value for key, value in items.items()
    }
    return Table(nodes, dict.fromkeys(nodes, 1), 1)


def _small(pattern: str) -> str:
    """In small letters, save those of escapes: `\\S` is not `\\s`."""
    return _ESCAPE_OR_LETTER.sub(
        lambda one: one[0] if one[0].startswith("\\") else one[0].lower(), pattern
    )


BUILT_IN: Final = {
    "Vale.Repetition": _table(
        extends="repetition",
        message="'%s' is repeated!",
        level="error",
        ignorecase="true",
        alpha="true",
        tokens=Many((Text(r"[^\s.!?]+", 1),), 1),
        action=_table(name="edit", params=Many((Text("truncate", 1), Text(" ", 1)), 1)),
    ),
    "Vale.Spelling": _table(extends="spelling"),
}
"""Rules that Vale brings itself, where a configuration asks for its style."""
