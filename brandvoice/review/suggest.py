"""The ways out of a finding: a better wording, or taking the words out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brandvoice.post.fold import fold_words
from brandvoice.post.span import Span
from brandvoice.review.detectors.vocabulary import preferred_word
from brandvoice.review.finding import Suggestion

if TYPE_CHECKING:
    from brandvoice.brand.profile import Brand
    from brandvoice.rules.rule import Rule

_MOST: Final = 2
_REJECTED: Final = "rejected-words"


def suggestions(
    rule: Rule, text: str, span: Span, sentence: Span, language: str, brand: Brand
) -> tuple[Suggestion, ...]:
    """The brand's own word, or at most two wordings in the post's language, then the removal the
    rule offers, if any."""
    if rule.detector == _REJECTED:
        preferred = preferred_word(span.of(text), brand)
        return (Suggestion(span, preferred),) if preferred else ()
    own = [instead for instead in rule.instead if instead.language == language]
    general = [instead.after for instead in own if instead.before is None]
    fitting: list[str] = []
    if len(general) < len(own):
        words = fold_words(span.of(text))
        fitting = [
            one.after for one in own if one.before is not None and _before(one.before) == words
        ]
    chosen = (fitting or general)[:_MOST]
    found = [Suggestion(span, _cased(after, span, sentence, text)) for after in chosen]
    if rule.remove == "sentence":
        found.append(Suggestion(with_blank(text, sentence), ""))
    elif rule.remove == "words":
        found.append(Suggestion(with_blank(text, span), ""))
    return tuple(found)


@lru_cache(maxsize=8_192)  # A rule's own wordings come back with every finding.
def _before(words: str) -> str:
    return fold_words(words)


def _cased(after: str, span: Span, sentence: Span, text: str) -> str:
    """With a capital where the words had one at the start of their sentence."""
    first = span.of(text)[:1]
    begins = not text[sentence.start : span.start].strip()
    if begins and first.isupper() and not after[:1].isupper():
        return after[:1].upper() + after[1:]
    return after


def with_blank(text: str, span: Span) -> Span:
    """The span and one blank beside it, so that taking it out leaves no double blank."""
    start, end = span
    if text[end : end + 1] == " ":
        return Span(start, end + 1)
    if start and text[start - 1] == " ":
        return Span(start - 1, end)
    return span
