"""The second opinion: where the rules are silent, gently, with the words it heard."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.brand.profile import Brand
from brandvoice.post.fold import fold
from brandvoice.post.post import Post
from brandvoice.post.sentence import Sentences
from brandvoice.resources import shipped
from brandvoice.review.opinion import MAGIC, Opinion, packed
from brandvoice.review.reviewer import Reviewer
from brandvoice.workflow.check import Checker, load_checker
from brandvoice.workflow.readypack import shipped_opinion

if TYPE_CHECKING:
    from brandvoice.review.finding import Finding

_BOAST = "Our serum outperforms every luxury brand"


@cache
def _checker() -> Checker:
    return load_checker()


def _learned(checker: Checker, text: str) -> list[Finding]:
    rules = checker.reviewer.pack.rules
    found = checker.check(Post(text)).findings
    return [one for one in found if rules[one.rule].kind == "learned"]


def _alone(text: str) -> list[Finding]:
    """What the second opinion says of a text when it is the only one asked."""
    only = [rule.id for rule in _checker().reviewer.pack.rules.values() if rule.kind == "learned"]
    return list(_checker().reviewer.review(Post(text), only=only).findings)


def test_it_points_at_the_words_that_weighed_most_and_names_them() -> None:
    (finding,) = [one for one in _alone(_BOAST) if one.category == "claim"]
    assert finding.severity == "note"
    assert finding.words in _BOAST
    assert len(finding.words.split()) <= 7
    assert finding.cues


def test_it_is_never_graver_than_a_warning() -> None:
    learned = [rule for rule in _checker().reviewer.pack.rules.values() if rule.kind == "learned"]
    assert learned
    assert {rule.severity for rule in learned} <= {"note", "warning"}


def test_it_is_silent_where_a_rule_of_the_family_has_spoken() -> None:
    text = "Dijamin ori, kalau palsu uang kembali"
    assert any(one.category == "claim" for one in _alone(text))
    assert not [one for one in _learned(_checker(), text) if one.category == "claim"]


def test_it_is_silent_where_a_guard_has_let_a_rule_pass() -> None:
    text = "Kami tidak bilang serum ini terbaik se-Indonesia, lulus uji dijamin."
    review = _checker().check(Post(text))
    assert [one for one in review.passed if one.rule.startswith("claim/")]
    assert not [one for one in _learned(_checker(), text) if one.category == "claim"]


def test_a_brand_can_do_without_it() -> None:
    reviewer = _checker().reviewer.for_brand(Brand(second_opinion=False))
    only = ("claim/second-opinion",)
    assert _checker().reviewer.review(Post(_BOAST), only).findings
    assert not reviewer.review(Post(_BOAST), only).findings


def test_a_review_names_the_model_among_what_it_was_made_with() -> None:
    checker = _checker()
    rules = checker.check(Post(_BOAST)).rules
    reviewer = checker.reviewer
    alone = Reviewer(reviewer.pack, reviewer.brand, reviewer.matcher)
    another = Opinion(packed(("claim",), 10, [[0.0] * 1024], (0.0,), (9.0,)))
    others = Reviewer(reviewer.pack, reviewer.brand, reviewer.matcher, another)
    assert alone.review(Post(_BOAST)).rules == reviewer.pack.fingerprint
    assert len({rules, reviewer.pack.fingerprint, others.review(Post(_BOAST)).rules}) == 3


def test_a_guard_lets_its_guesses_pass() -> None:
    review = _checker().reviewer.review(Post(f'"{_BOAST}"'), ("claim/second-opinion",))
    assert not review.findings
    assert {one.guard for one in review.passed} == {"quoted"}


def test_the_file_of_weights_holds_numbers_alone() -> None:
    data = shipped("resources", "opinion", "weights.bin").read_bytes()
    head, _, weights = data.removeprefix(MAGIC).partition(b"\n")
    assert len(data) < 3_000_000
    assert len(head) < 1_000
    assert len(zlib.decompress(weights)) % len(shipped_opinion().families) == 0


def test_a_file_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a file of weights"):
        Opinion(b"something else")


def test_weights_come_back_as_they_were_packed() -> None:
    weights = [[0.0] * 1024 for _ in range(2)]
    opinion = Opinion(packed(("claim", "selling"), 10, weights, (1.0, -1.0), (0.5, 0.5)))
    text = "one two three"
    (heard,) = opinion.heard(text, Sentences(text))
    assert (heard.family, heard.score) == ("claim", 1.0)


@given(st.text(max_size=300))
def test_every_span_lies_in_its_sentence(text: str) -> None:
    folded = fold(text.replace("\n", " ")).text
    opinion = _talkative()
    sentences = Sentences(folded)
    for heard in opinion.heard(folded, sentences):
        assert sentences.around(heard.span.start).covers(heard.span)
        assert heard.span.start < heard.span.end


@cache
def _talkative() -> Opinion:
    """A model that finds something in every sentence of three words."""
    weights = [[float(at % 7 - 3) for at in range(1024)]]
    return Opinion(packed(("claim",), 10, weights, (0.0,), (-1000.0,)))
