"""Findings of rules that search the post's own text: those of Vale styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.review.finding import Finding, Passed, Suggestion, Told
from brandvoice.review.suggest import with_blank

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.brand.profile import Brand
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule
    from brandvoice.rules.search import Alert
    from brandvoice.rules.terms import Severity

_MOST_SUGGESTIONS: Final = 4


def searched(
    pack: Pack, brand: Brand, text: str, only: Collection[str] = ()
) -> tuple[list[Finding], list[Passed]]:
    """What the pack's searches find, and the rules that were given up on.

    Two rules of a style may both have something to say about the same words, so none hides another.
    A rule of a later pack with the same id stands in the place of the one that searched.
    """
    findings: list[Finding] = []
    given_up: list[Passed] = []
    for search in pack.searches:
        found = search.find(text, only)
        findings += [
            _finding(pack.rules[alert.rule], alert, text, brand.severity.get(alert.rule))
            for alert in found.alerts
            if alert.rule not in brand.off
        ]
        whole = Span(0, len(text))
        given_up += [Passed(rule_id, whole, text, "timeout") for rule_id in found.timed_out]
    return findings, given_up


def _finding(rule: Rule, alert: Alert, text: str, gravity: Severity | None) -> Finding:
    message = Told(alert.message, alert.message)  # in the language its author wrote
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=gravity or rule.severity,
        span=alert.span,
        words=alert.span.of(text),
        title=rule.title,
        message=message,
        why=Told(alert.why, alert.why) if alert.why else rule.why,
        sources=rule.sources,
        suggestions=tuple(
            Suggestion(alert.span if one else with_blank(text, alert.span), one)
            for one in alert.texts[:_MOST_SUGGESTIONS]
            if one != alert.span.of(text)
        ),
    )
