"""Findings go along with their words while others are typed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from brandvoice.language.carry import carried
from brandvoice.language.reading import Reading
from brandvoice.post.span import Span
from brandvoice.review.finding import Suggestion
from tests.language.findings import finding
from tests.texts import posts

OLD = "Teh team is happy. We has tea."


def _words(old: str, new: str, *spans: Span) -> list[str]:
    found = tuple(finding("language/A", "language", *span) for span in spans)
    there = carried(Reading(found, spans), old, new)
    assert [one.span for one in there.findings] == list(there.vouched)
    return [one.span.of(new) for one in there.findings]


def test_words_before_and_behind_what_is_typed_stay() -> None:
    teh, has = Span(0, 3), Span(22, 25)
    assert _words(OLD, OLD.replace("happy", "very happy"), teh, has) == ["Teh", "has"]
    assert _words(OLD, OLD, teh, has) == ["Teh", "has"]


def test_words_that_are_changed_or_touched_go() -> None:
    teh = Span(0, 3)
    assert _words(OLD, OLD.replace("Teh", "The"), teh) == []
    assert _words(OLD, OLD.replace("Teh ", "Tehy "), teh) == []
    assert _words(OLD, "x" + OLD, teh) == []
    assert _words(OLD, "", teh) == []


def test_suggestions_move_with_their_words() -> None:
    one = finding("language/A", "language", 22, 25)
    better = replace(one, suggestions=(Suggestion(Span(22, 25), "have"),))
    (moved,) = carried(Reading((better,)), OLD, f"Hi! {OLD}").findings
    assert moved.span == moved.suggestions[0].span == Span(26, 29)


@given(posts(), posts(), posts(), posts(), st.data())
def test_what_is_carried_stands_on_the_same_words(
    before: str, gone: str, typed: str, after: str, data: st.DataObject
) -> None:
    old, new = before + gone + after, before + typed + after
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    for words in _words(old, new, Span(start, end)):
        assert words == old[start:end]
