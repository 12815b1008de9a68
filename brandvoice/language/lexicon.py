"""Our own words: everyday, social and commercial Indonesian, in `resources/lexicon`.

A `.txt` file is a theme: words parted by blanks, lines that begin with `#` say what they are.
`nonstandard.toml` has a table of spellings KBBI does not list, each with the one it does.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_COMMON: Final = ("common-id", "common-en")
_CHATTY: Final = ("abbreviations", "chat", "everyday")
_ROOTS: Final = ("common-id", "everyday", "standard")
_LOAN_VERBS: Final = "loan-verbs"
_REGIONAL: Final = "regional"
_NEVER_OFFERED: Final = ("abbreviations", "names", "places", _REGIONAL)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, in small letters; what each set of them is for, below it."""

    words: frozenset[str]
    common: frozenset[str]
    """Those people use most, the best guesses at what a slip was meant to be."""
    chatty: frozenset[str]
    """Those of talk."""
    roots: frozenset[str]
    """Native ones that take all affixes."""
    loan_verbs: frozenset[str]
    """English ones that take Indonesian affixes: `upload`."""
    offered: frozenset[str]
    """Those fit to be suggested."""
    regional: frozenset[str]
    """Those of a regional language, in no other theme."""
    standard: Mapping[str, str]
    """By a spelling KBBI does not list, the one it does."""


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    folder = shipped("resources", "lexicon")
    themes = {path.stem: _words(path) for path in folder.glob("*.txt")}

    def of(*names: str) -> frozenset[str]:
        return frozenset[str]().union(*map(themes.__getitem__, names))

    others = of(*(name for name in themes if name != _REGIONAL))
    source = folder.joinpath("nonstandard.toml").read_text(encoding="utf-8")
    return Lexicon(
        words=others | of(_REGIONAL),
        common=of(*_COMMON),
        chatty=of(*_CHATTY),
        roots=of(*_ROOTS),
        loan_verbs=of(_LOAN_VERBS),
        offered=of(*(name for name in themes if name not in _NEVER_OFFERED)),
        regional=of(_REGIONAL) - others,
        standard=tomllib.loads(source)["standard"],
    )


def _words(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
