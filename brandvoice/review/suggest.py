"""The ways out of a finding: a better wording, or taking the words out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.fold import fold_words
from brandvoice.post.span import Span, spanning
from brandvoice.review.detectors.vocabulary import preferred_word
from brandvoice.review.finding import Suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.brand.profile import Brand
    from brandvoice.review.candidate import Candidate
    from brandvoice.rules.rule import Rule

_MOST: Final = 2
_REJECTED: Final = "rejected-words"


class _Wordings(NamedTuple):
    """What a rule offers in one language: in general, and by the folded words it stands for."""

    general: tuple[str, ...]
    by_words: Mapping[str, tuple[str, ...]]


class WaysOut:
    """The ways out of the findings of one brand's rules."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        self._wordings: dict[tuple[str, str], _Wordings] = {}

    def of(
        self, candidate: Candidate, offset: int, text: str, language: str
    ) -> tuple[Suggestion, ...]:
        """The brand's own word, or at most two wordings in the post's language, then the removal
        the rule offers, if any. `offset` is where the candidate's line begins in `text`."""
        rule, (start, end) = candidate.rule, candidate.span
        span = spanning((start + offset, end + offset))
        words = text[start + offset : end + offset]
        if rule.detector == _REJECTED:
            preferred = preferred_word(words, self._brand)
            return (Suggestion(span, preferred),) if preferred else ()
        chosen = self._chosen(rule, words, language)
        if words[0].isupper() and not text[candidate.sentence[0] + offset : span[0]].strip():
            chosen = tuple(map(_with_capital, chosen))
        found = [Suggestion(span, after) for after in chosen]
        if rule.remove == "sentence":
            start, end = candidate.sentence
            found.append(Suggestion(with_blank(text, Span(start + offset, end + offset)), ""))
        elif rule.remove == "words":
            found.append(Suggestion(with_blank(text, span), ""))
        return tuple(found)

    def _chosen(self, rule: Rule, words: str, language: str) -> tuple[str, ...]:
        key = rule.id, language
        if (known := self._wordings.get(key)) is None:
            known = self._wordings[key] = _wordings(rule, language)
        general, by_words = known
        return by_words.get(_folded(words), general) if by_words else general


def _wordings(rule: Rule, language: str) -> _Wordings:
    own = [instead for instead in rule.instead if instead.language == language]
    by_words: dict[str, tuple[str, ...]] = {}
    for one in own:
        if one.before is not None:
            words = fold_words(one.before)
            by_words[words] = (*by_words.get(words, ()), one.after)[:_MOST]
    general = tuple(one.after for one in own if one.before is None)
    return _Wordings(general[:_MOST], by_words)


@lru_cache(maxsize=8_192)  # The words of findings come back.
def _folded(words: str) -> str:
    return fold_words(words)


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def with_blank(text: str, span: Span) -> Span:
    """The span and one blank beside it, so that taking it out leaves no double blank."""
    start, end = span
    if text[end : end + 1] == " ":
        return Span(start, end + 1)
    if start and text[start - 1] == " ":
        return Span(start - 1, end)
    return span
