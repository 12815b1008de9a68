"""What was left alone is told once, in the order of the text."""

from __future__ import annotations

from brandvoice.desktop.passedlist import told_once
from brandvoice.post.span import Span
from brandvoice.review.finding import Passed
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.rules.pack import Pack
from brandvoice.workflow.ruleindex import RuleIndex


def passed(start: int, end: int, rule: str = "claim/best", guard: str = "negated") -> Passed:
    return Passed(rule, Span(start, end), "x" * (end - start), guard)


def test_parts_of_longer_words_are_not_told_again() -> None:
    whole, part, apart = passed(5, 20), passed(5, 12), passed(30, 35)
    assert told_once((apart, part, whole)) == (whole, apart)


def test_another_reason_or_another_rule_is_told() -> None:
    all_of_them = (passed(5, 20), passed(5, 12, guard="idiom"), passed(5, 12, rule="claim/most"))
    assert set(told_once(all_of_them)) == set(all_of_them)


def test_what_the_profile_settles_is_no_news() -> None:
    assert told_once((passed(5, 9, guard="not_formal"), passed(5, 9, guard="own_unsaid"))) == ()


def test_every_reason_can_be_told() -> None:
    index = RuleIndex(Pack())
    assert all(index.because(guard, "id") for guard in GUARD_NAMES)
