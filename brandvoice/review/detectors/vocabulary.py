"""Words the brand does not use, by its profile, and what it says instead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brandvoice.post.fold import fold_words
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.brand.profile import Brand
    from brandvoice.review.paragraph import Paragraph

_CLITICS: Final = "nya|ku|mu"


def rejected_words(paragraph: Paragraph) -> Iterable[Span]:
    """The brand's rejected words, with `-nya`, `-ku`, `-mu`; not within words it accepts."""
    brand = paragraph.brand
    return _rejected(paragraph, brand) if brand.rejected or brand.preferred else ()


def _rejected(paragraph: Paragraph, brand: Brand) -> Iterator[Span]:
    folded = paragraph.fold.text
    accepted = _pattern(tuple(brand.accepted))
    fine = [Span(*one.span()) for one in accepted.finditer(folded)] if accepted else []
    for found in _unwanted(brand).finditer(folded):
        span = Span(*found.span())
        if not any(one.covers(span) for one in fine):
            yield span


def preferred_word(words: str, brand: Brand) -> str | None:
    """What the brand writes instead of `words`, clitics kept and capitals as they were."""
    folded = fold_words(words)
    table = {fold_words(one): better for one, better in brand.preferred.items()}
    for clitic in ("", *_CLITICS.split("|")):
        better = table.get(folded.removesuffix(clitic))
        if better and folded.endswith(clitic):
            return _cased(better + clitic, words)
    return None


def _cased(better: str, words: str) -> str:
    if len(words) > 1 and words.isupper():
        return better.upper()
    return better[:1].upper() + better[1:] if words[:1].isupper() else better


def _unwanted(brand: Brand) -> re.Pattern[str]:
    return _pattern((*brand.rejected, *brand.preferred)) or re.compile(r"(?!)")


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    known = sorted(filter(None, map(fold_words, words)), key=len, reverse=True)
    if not known:
        return None
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(map(re.escape, known))})(?:{_CLITICS})?(?!\w)")
