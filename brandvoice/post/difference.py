"""What changed between two versions, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

# A run of letters and digits with the accents and joiners that belong to it; a run of blanks; or
# one sign with the modifiers that make it one emoji (joined, flagged, skin-toned).
_PIECES = re.compile(
    r"\w[\w\u0300-\u036f]*"
    r"|\n|[^\S\n]+"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    r"|.[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d.[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that is in both versions (`same`), only in the new (`in`), or the old (`out`)."""

    kind: Literal["same", "in", "out"]
    text: str


def difference(old: str, new: str) -> tuple[Part, ...]:
    """The parts that make `old` (same and out, in order) and `new` (same and in, in order)."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts: list[Part] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part("same", "".join(before[i1:i2])))
            continue
        parts += _changed("".join(before[i1:i2]), "".join(after[j1:j2]))
    return tuple(parts)


def _changed(out: str, within: str) -> Iterator[Part]:
    if out:
        yield Part("out", out)
    if within:
        yield Part("in", within)
