"""Which of LanguageTool's remarks are worth telling about a social post."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.language.distance import distance
from brandvoice.language.protected import touches
from brandvoice.language.remark import SPELLING
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandvoice.brand.profile import Brand
    from brandvoice.language.client import Slip
    from brandvoice.language.proofreader import Vocabulary
    from brandvoice.post.span import Span

# What LanguageTool calls the rule that asks a dictionary, after the dictionary's make, or after the
# language. German has a hundred others for single words (`WEISS_SPELLING_RULE`), which are grammar:
# only behind the code of a language is that ending the dictionary's.
_SPELLER: Final = re.compile(
    r"(?:MORFOLOGIK|HUNSPELL(?:_NO_SUGGEST)?)_RULE(?:_\w+)?|(?:\w+_)?SPELLER_RULE|[A-Z]{2}_SPELLING_RULE"
)
# “‘colour’ is British English”: no mistake, and nobody asked which English a brand writes.
_ELSEWHERE: Final = "English."
_CUT: Final = ("…", "..")
_ONE_IN: Final = 4
_SHORT: Final = 3
_SHORTEST: Final = 3


class Quiet(NamedTuple):
    """What is not told unless a brand asks for it: `resources/grammar/quiet.toml`."""

    categories: frozenset[str]
    rules: frozenset[str]
    beginnings: tuple[str, ...]
    words: frozenset[str]


@cache
def quiet() -> Quiet:
    """The shipped list."""
    data = tomllib.loads(shipped("resources", "grammar", "quiet.toml").read_text(encoding="utf-8"))
    rules = data["rules"]
    return Quiet(
        categories=frozenset(data["categories"]),
        rules=frozenset(one for one in rules if not one.endswith("*")),
        beginnings=tuple(one[:-1] for one in rules if one.endswith("*")),
        words=frozenset(data["words"].split()),
    )


def rule_of(slip: Slip) -> str:
    """The id a finding has for a slip: one for all misspelt words, else LanguageTool's own."""
    return SPELLING if is_spelling(slip) else f"language/{slip.rule}"


def is_spelling(slip: Slip) -> bool:
    """Whether it is about a word that no dictionary has."""
    return _SPELLER.fullmatch(slip.rule) is not None


def is_foreign(slips: Iterable[Slip], sentence: str) -> bool:
    """Whether so many words of a sentence are in no dictionary that it is in another language."""
    unknown = {
        slip.span for slip in slips if is_spelling(slip) and slip.span.of(sentence).islower()
    }
    return len(unknown) > 1 and len(unknown) * _ONE_IN > len(sentence.split())


def worth_telling(
    slip: Slip,
    sentence: str,
    fixed: Sequence[Span],
    brand: Brand,
    vocabulary: Vocabulary | None = None,
) -> bool:
    """Whether a slip in `sentence`, whose words at `fixed` nobody may fault, is told at all."""
    if touches(slip.span, fixed):
        return False
    if is_spelling(slip):
        return _is_typo(slip, sentence, brand, vocabulary)
    if rule_of(slip) in brand.severity:
        return True
    known = quiet()
    return not (
        slip.category in known.categories
        or slip.rule in known.rules
        or slip.rule.startswith(known.beginnings)
    )


def _is_typo(slip: Slip, sentence: str, brand: Brand, vocabulary: Vocabulary | None) -> bool:
    """Whether a word that is in no dictionary is a slip of the pen, and no name of anything."""
    word, better = slip.span.of(sentence), next(iter(slip.instead), "")
    if len(word) < _SHORTEST or not word.isalpha() or not word[1:].islower():
        return False
    if slip.message.endswith(_ELSEWHERE) or sentence.startswith(_CUT, slip.span.end):
        return False
    if word.lower() in quiet().words or (vocabulary and vocabulary.knows(word, brand)):
        return False
    if not better or word.replace("is", "iz") in slip.instead:
        return False
    near = "".join(better.split())
    return _is_near(word, near) if word.islower() else _is_jumbled(word, near, slip.span.start == 0)


def _is_near(word: str, better: str) -> bool:
    """Whether what the server would write is but a slip away, and no name."""
    if better.lower() == word:
        return better.istitle()  # “russian”; with other capitals it is a name or an abbreviation
    if better == f"{word}g" or not better.islower():
        return False  # “rollin”
    return distance(word, better) <= (1 if len(word) <= _SHORT else 2)


def _is_jumbled(word: str, better: str, initial: bool) -> bool:
    """Whether the letters of a word with a capital are in the wrong order (“Wendesday”), or, where
    every word has a capital, one is missing or too many. One for another makes a name of it."""
    jumbled = sorted(word.lower()) == sorted(better.lower())
    if not jumbled and (not initial or len(word) == len(better)):
        return False
    return better.istitle() and distance(word.lower(), better.lower()) == 1
