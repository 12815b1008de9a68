"""What changed between two versions, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that is in both versions (`same`), only in the new (`in`), or the old (`out`)."""

    kind: Literal["same", "in", "out"]
    text: str


def difference(old: str, new: str) -> tuple[Part, ...]:
    """The parts that make `old` (same and out, in order) and `new` (same and in, in order).

    Words, runs of blanks and whole emoji are kept in one piece.
    """
    before, after = _pieces().findall(old), _pieces().findall(new)
    # Blanks and other frequent pieces are no anchors in long texts: difflib's `autojunk`.
    changes = SequenceMatcher(None, before, after).get_opcodes()
    parts: list[Part] = []
    for change, i1, i2, j1, j2 in changes:
        if change == "equal":
            parts.append(Part("same", "".join(before[i1:i2])))
        else:
            parts += _changed("".join(before[i1:i2]), "".join(after[j1:j2]))
    return tuple(parts)


def _changed(out: str, within: str) -> Iterator[Part]:
    if out:
        yield Part("out", out)
    if within:
        yield Part("in", within)


@cache
def _pieces() -> regex.Pattern[str]:
    return regex.compile(r"(?:\w\p{M}*)+|\n|[^\S\n]+|\X", regex.VERSION1)
