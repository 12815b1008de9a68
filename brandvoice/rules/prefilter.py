"""Which of many patterns can match a text at all: one RE2 filter instead of hundreds of searches.

RE2's `\\b`, `\\w` and `\\s` are ASCII and it has no look-around, so each pattern is loosened to one
that matches wherever the real one does, and perhaps elsewhere; the real one confirms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import re2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# At least what `regex` takes them for. Every character beyond ASCII counts: the exact Unicode sets
# make RE2's automaton ten times as slow to build, and folded posts have few such characters.
_SETS = {
    "w": r"0-9A-Za-z_\x{80}-\x{10FFFF}",
    "s": r"\s\x0b\x1c-\x1f\x{80}-\x{10FFFF}",
    "d": r"0-9\x{80}-\x{10FFFF}",
}
_ANYTHING = "(?s:.)"
_TOKEN = re.compile(
    r"""\\. | \[\^?\]?(?:\\.|[^\]\\])*\] | \(\?<?[=!] | \(\?(?:>|P?<[A-Za-z_]\w*>) |
    [^\\\[()+]+ | .""",
    re.S | re.X,
)
_BACK_REFERENCE = re.compile(r"\\[1-9gkpPXRKG]")
_ESCAPED_SET = re.compile(r"\\[wWsSdD]")

# More than this and the automaton of their words outgrows RE2's own bounds.
_PATTERNS_A_FILTER: Final = 1_000


class Prefilter:
    """Answers `candidates(text)`: indexes of the patterns that may match, never too few.

    RE2's filter looks for the words each pattern cannot do without, and tries only those whose
    words are there; one automaton of all patterns grows new states with every new post.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        options = re2.Options()
        options.log_errors = False
        self._always: list[int] = []
        self._filters: list[tuple[re2.Filter, list[int]]] = []
        for index, pattern in enumerate(patterns):
            loose = loosen(pattern)
            if not self._filters or len(self._filters[-1][1]) == _PATTERNS_A_FILTER:
                self._filters.append((re2.Filter(), []))
            words, indexes = self._filters[-1]
            try:
                if loose is None:
                    raise re2.error("cannot be loosened")
                words.Add(loose, options)
                indexes.append(index)
            except re2.error:
                self._always.append(index)
        self._filters = [(words, indexes) for words, indexes in self._filters if indexes]
        for words, _ in self._filters:
            words.Compile()

    def candidates(self, text: str) -> list[int]:
        found = list(self._always)
        for words, indexes in self._filters:
            found += [indexes[number] for number in words.Match(text) or ()]
        return found


def loosen(pattern: str) -> str | None:
    """An RE2 pattern that matches wherever `pattern` does, or None where none can be made."""
    out: list[str] = []
    before = ""
    tokens = _TOKEN.finditer(pattern)
    for match in tokens:
        piece = match[0]
        if piece.startswith(("(?=", "(?!", "(?<=", "(?<!")):
            _skip_group(tokens)
            loose: str | None = "(?:)"
        elif piece.startswith("(?"):
            loose = "(?:"
        elif piece == "+" and before[-1:] in ("*", "+", "?", "}") and before[0] not in "\\[":
            loose = ""  # possessive: the greedy form matches at least as much
        elif piece.startswith("["):
            loose = _loose_class(piece)
        elif piece.startswith("\\"):
            loose = _loose_escape(piece)
        else:
            loose = piece
        if loose is None:
            return None
        out.append(loose)
        before = piece
    return "".join(out)


def _skip_group(tokens: Iterator[re.Match[str]]) -> None:
    """Moves past the end of the group just opened."""
    depth = 1
    for match in tokens:
        depth += match[0].startswith("(") - (match[0] == ")")
        if not depth:
            return


def _loose_class(piece: str) -> str | None:
    if _BACK_REFERENCE.search(piece):
        return None
    if not _ESCAPED_SET.search(piece):
        return piece
    if piece.startswith("[^") or re.search(r"\\[WSD]", piece):
        return _ANYTHING
    return _ESCAPED_SET.sub(lambda escaped: _SETS[escaped[0][1]], piece)


def _loose_escape(piece: str) -> str | None:
    letter = piece[1]
    if letter in "bBAZ":
        return ""
    if letter in "WSD":
        return _ANYTHING
    if letter in _SETS:
        return f"[{_SETS[letter]}]"
    return None if _BACK_REFERENCE.match(piece) else piece
