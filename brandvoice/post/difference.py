"""What changed between two versions, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BOUND: Final = 1_000_000
"""How many pairs of pieces are compared at once: difflib's time goes with the product of both
lengths, 65 ms for these here; a text of a few pages would hold the window for minutes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that is in both versions (`same`), only in the new (`in`), or the old (`out`)."""

    kind: Literal["same", "in", "out"]
    text: str


def difference(old: str, new: str) -> tuple[Part, ...]:
    """The parts that make `old` (same and out, in order) and `new` (same and in, in order).

    Words, runs of blanks and whole emoji are kept in one piece. Long texts are compared line by
    line first, and word by word where lines differ; what is too long even for that is out and in.
    """
    parts = _joined(_words(_pieces().findall(old), _pieces().findall(new)))
    return tuple(_by_phrase(tuple(parts)))


def _words(before: Sequence[str], after: Sequence[str]) -> Iterator[Part]:
    start, end = _alike(before, after)
    yield Part("same", "".join(before[:start]))
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) * len(new) <= _BOUND:
        yield from _parts(old, new)
    else:
        yield from _lines(old, new)
    yield Part("same", "".join(before[len(before) - end :]))


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Part]:
    old, new = (_by_line("".join(pieces)) for pieces in (before, after))
    pairs = len(old) * len(new)
    if pairs > 100 * _BOUND:
        yield from (Part("out", "".join(old)), Part("in", "".join(new)))
        return
    # Without its most frequent lines, 10,000 of them cost what 1,000 cost with them.
    matcher = SequenceMatcher(None, old, new, autojunk=pairs > _BOUND)
    for change, i1, i2, j1, j2 in matcher.get_opcodes():
        out, within = "".join(old[i1:i2]), "".join(new[j1:j2])
        if change == "equal":
            yield Part("same", out)
            continue
        gone, come = _pieces().findall(out), _pieces().findall(within)
        if len(gone) * len(come) <= _BOUND:
            yield from _parts(gone, come)
        else:
            yield from (Part("out", out), Part("in", within))


def _parts(before: Sequence[str], after: Sequence[str]) -> Iterator[Part]:
    # difflib's `autojunk` would lose every frequent word, and with it what is the same.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for change, i1, i2, j1, j2 in matcher.get_opcodes():
        if change == "equal":
            yield Part("same", "".join(before[i1:i2]))
        else:
            yield Part("out", "".join(before[i1:i2]))
            yield Part("in", "".join(after[j1:j2]))


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Without empty parts, and neighbours of one kind in one."""
    last: Part | None = None
    for part in parts:
        if not part.text:
            continue
        if last and last.kind == part.kind:
            last = Part(last.kind, last.text + part.text)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _by_phrase(parts: Sequence[Part]) -> Iterator[Part]:
    """Words changed one after the other in one stretch: a blank between them is no rest to read."""
    out = within = ""
    for place, part in enumerate(parts):
        if part.kind == "out":
            out += part.text
        elif part.kind == "in":
            within += part.text
        elif (
            (out and within)
            and part.text.isspace()
            and "\n" not in part.text
            and parts[place + 1 :]
        ):
            out, within = out + part.text, within + part.text
        else:
            yield from _changed(out, within)
            out = within = ""
            yield part
    yield from _changed(out, within)


def _changed(out: str, within: str) -> Iterator[Part]:
    if out:
        yield Part("out", out)
    if within:
        yield Part("in", within)


def _alike(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many pieces both begin with, and how many of the rest both end with."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return start, end


def _by_line(text: str) -> list[str]:
    return regex.findall(r"[^\n]*\n|[^\n]+", text)


@cache
def _pieces() -> regex.Pattern[str]:
    return regex.compile(r"(?:\w\p{M}*)+|\n|[^\S\n]+|\X", regex.VERSION1)
