"""A few of many phrases, as somebody would write them: for those who read a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.rules.blanks import Phrase, UnknownClassError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST: Final = 40
_SHORTEST: Final = 3


def sample(phrases: Iterable[str], classes: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """At most `most` spellings, one a phrase, spread evenly over the phrases."""
    spellings = [spelling for phrase in phrases if (spelling := _shown(phrase, classes))]
    found = list(dict.fromkeys(spellings))
    # A cue such as “i” tells a reader little, unless there is nothing else.
    found = [one for one in found if len(one) >= _SHORTEST] or found
    step = max(1, len(found) / most)
    return [found[int(place * step)] for place in range(min(most, len(found)))]


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks, in a row."""
    return ", ".join(f"“{word}”" for word in words)


def _shown(phrase: str, classes: Mapping[str, Sequence[str]]) -> str:
    """One spelling; empty where it says too much or the phrase is wrong."""
    try:
        spelling = Phrase(phrase, classes).shortest
    except UnknownClassError:
        return ""
    return spelling if len(spelling) <= _LONGEST else ""
