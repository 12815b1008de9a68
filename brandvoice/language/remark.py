"""A finding about language, as the brand wants it told, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.review.finding import Finding, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.brand.profile import Brand
    from brandvoice.post.span import Span
    from brandvoice.rules.terms import Told

SPELLING: Final = "language/spelling"
"""The rule of every misspelt word, whoever found it: a waiver outlives a change of dictionary."""
MOST_SUGGESTIONS: Final = 4


def remark(
    rule: str,
    span: Span,
    text: str,
    brand: Brand,
    *,
    title: Told,
    message: Told,
    why: Told,
    instead: Iterable[str] = (),
    sources: tuple[str, ...] = (),
) -> Finding | None:
    """A note on the words at `span`; None when the brand has switched `rule` off.

    `rule` is `language/…`; `[rules] off` and `[rules.severity]` of the brand's profile count for it
    as for any other. `instead` is what else to write there, best first.
    """
    if rule in brand.off:
        return None
    words = span.of(text)
    better = [one for one in dict.fromkeys(instead) if one != words]
    return Finding(
        rule=rule,
        category="language",
        severity=brand.severity.get(rule, "note"),
        span=span,
        words=words,
        title=title,
        message=message,
        why=why,
        sources=sources,
        suggestions=tuple(Suggestion(span, one) for one in better[:MOST_SUGGESTIONS]),
    )
