"""Which of many patterns can match a text at all: one RE2 pass instead of hundreds of searches.

RE2's `\\b`, `\\w` and `\\s` are ASCII and it has no look-around, so each pattern is loosened to one
that matches wherever the real one does, and perhaps elsewhere; the real one confirms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

if TYPE_CHECKING:
    from collections.abc import Sequence

_SETS = {"w": r"\pL\pN\pM_", "s": r"\s\pZ\x0b\x1c-\x1f\x85", "d": r"\p{Nd}"}
_LOOK_AROUND = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\(\?(?:>|P?<[A-Za-z_]\w*>)")
_BACK_REFERENCE = re.compile(r"[1-9gkpPXRKG]")
_MEMORY = 256 << 20


class Prefilter:
    """Answers `candidates(text)`: indexes of the patterns that may match, never too few."""

    def __init__(self, patterns: Sequence[str]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        options.log_errors = False
        self._set = re2.Set.SearchSet(options)
        self._always: list[int] = []
        self._indexes: list[int] = []
        for index, pattern in enumerate(patterns):
            loose = loosen(pattern)
            try:
                if loose is None:
                    raise re2.error("cannot be loosened")
                self._set.Add(loose)
                self._indexes.append(index)
            except re2.error:
                self._always.append(index)
        if self._indexes:
            self._set.Compile()

    def candidates(self, text: str) -> list[int]:
        if not self._indexes:
            return self._always
        found = self._set.Match(text) or ()
        return [*self._always, *(self._indexes[number] for number in found)]


def loosen(pattern: str) -> str | None:
    """An RE2 pattern that matches wherever `pattern` does, or None where none can be made."""
    out: list[str] = []
    at, in_class = 0, False
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            escaped = pattern[at + 1 : at + 2]
            piece = _loose_escape(escaped, in_class=in_class)
            if piece is None:
                return None
            out.append(piece)
            at += 2
            continue
        if not in_class and character == "(":
            if look := _LOOK_AROUND.match(pattern, at):
                at = _group_end(pattern, look.end())
                out.append("(?:)")
                continue
            if group := _GROUP.match(pattern, at):
                out.append("(?:")
                at = group.end()
                continue
        if character == "[" and not in_class:
            in_class = True
            if pattern[at + 1 : at + 2] in ("]", "^") and pattern[at + 1 : at + 3] != "^]":
                out.append(pattern[at : at + 2])
                at += 2
                continue
        elif character == "]" and in_class:
            in_class = False
        elif character == "+" and not in_class and out and _is_quantified(pattern, at):
            at += 1  # possessive: greedy matches at least as much
            continue
        out.append(character)
        at += 1
    return "".join(out)


def _loose_escape(escaped: str, *, in_class: bool) -> str | None:
    if escaped in "bBAZ" and escaped:
        return "" if not in_class else None
    if escaped in _SETS:
        return _SETS[escaped] if in_class else f"[{_SETS[escaped]}]"
    if escaped in ("W", "S", "D"):
        # A negated set loosens to anything; inside a class that cannot be said.
        return None if in_class else r"(?s:.)"
    if not escaped or _BACK_REFERENCE.match(escaped):
        return None
    return f"\\{escaped}"


def _is_quantified(pattern: str, at: int) -> bool:
    before = pattern[at - 1]
    return before in "*+?}" and pattern[at - 2 : at - 1] != "\\"


def _group_end(pattern: str, at: int) -> int:
    depth, in_class = 1, False
    while at < len(pattern) and depth:
        character = pattern[at]
        if character == "\\":
            at += 1
        elif in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
        else:
            depth += (character == "(") - (character == ")")
        at += 1
    # A quantifier on a look-around says nothing a loosened pattern needs.
    return at
