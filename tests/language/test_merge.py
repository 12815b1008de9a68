"""Our findings and a proofreader's in one review."""

from __future__ import annotations

from brandvoice.language.merge import merged
from tests.language.findings import finding, review

CLAIM = finding("claim/superlative", "claim", 10, 20)


def _rules(*found: tuple[str, int, int]) -> list[str]:
    told = [finding(rule, "language", start, end) for rule, start, end in found]
    return [one.rule for one in merged(review(CLAIM), told).findings]


def test_ours_wins_on_the_same_words() -> None:
    assert _rules(("language/spelling", 10, 20), ("language/A", 10, 18)) == ["claim/superlative"]


def test_a_slip_inside_a_longer_finding_is_told_too() -> None:
    assert _rules(("language/spelling", 12, 15)) == ["claim/superlative", "language/spelling"]


def test_everything_is_in_the_order_of_the_text() -> None:
    found = _rules(("language/B", 30, 33), ("language/A", 0, 4))
    assert found == ["language/A", "claim/superlative", "language/B"]


def test_the_first_proofreader_wins_over_the_next() -> None:
    assert _rules(("language/A", 0, 4), ("language/B", 0, 4)) == ["language/A", "claim/superlative"]


def test_nothing_new_leaves_the_review_itself() -> None:
    one = review(CLAIM)
    assert merged(one, ()) is one
