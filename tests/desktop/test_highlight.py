"""Highlights follow the words they stand on, whatever is typed, pasted or taken out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandvoice.desktop.highlight import Highlight, differing, highlights_of, moved, segments
from brandvoice.desktop.utf16 import Utf16Index
from brandvoice.post.span import Span
from brandvoice.review.finding import Finding
from brandvoice.rules.terms import SEVERITIES, Told
from tests.texts import posts

NOTHING = Told("", "")


def finding(text: str, start: int, end: int) -> Finding:
    span = Span(start, end)
    return Finding(
        "claim/superlative", "claim", "warning", span, span.of(text), NOTHING, NOTHING, NOTHING
    )


def highlight(start: int, end: int, **other: object) -> Highlight:
    plain = Highlight(start, end, "claim", "warning", waived=False, number=0)
    return plain._replace(**other)  # type: ignore[arg-type]


def units(text: str) -> bytes:
    return text.encode("utf-16-le")


@given(posts())
def test_positions_go_to_qt_and_back(text: str) -> None:
    index = Utf16Index(text)
    for point in range(len(text) + 1):
        unit = len(units(text[:point])) // 2
        assert index.unit(point) == unit
        assert index.point(unit) == point


def test_half_an_emoji_is_the_emoji() -> None:
    assert Utf16Index("a😀b").point(2) == 1


@given(posts(), st.data())
def test_a_highlight_covers_the_words_of_its_finding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (placed,) = highlights_of(text, [finding(text, start, end)])
    assert units(text)[placed.start * 2 : placed.end * 2].decode("utf-16-le") == text[start:end]


@given(st.text("ab", min_size=1, max_size=20), st.data())
def test_an_edit_elsewhere_leaves_the_words_highlighted(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    position = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - position))
    added = data.draw(st.text("xy", max_size=5))
    after = text[:position] + added + text[position + removed :]
    follows = moved([highlight(start, end)], position, removed, len(added))
    assert all(0 <= one.start < one.end <= len(after) for one in follows)
    if end <= position or start >= position + removed:
        (one,) = follows
        assert after[one.start : one.end] == text[start:end]
    elif start < position and position + removed < end:
        (one,) = follows
        kept = text[start:position] + added + text[position + removed : end]
        assert after[one.start : one.end] == kept


def test_words_taken_out_take_their_highlight_along() -> None:
    assert moved([highlight(3, 6)], 2, 6, 0) == ()
    assert moved([highlight(3, 6)], 3, 3, 4) == ()


def test_the_graver_finding_is_told_where_two_meet() -> None:
    warning = highlight(0, 10)
    blocker = highlight(4, 6, severity="blocker", category="privacy")
    told = [(part.start, part.end, part.category) for part in segments([warning, blocker], 0, 99)]
    assert told == [(0, 4, "claim"), (4, 6, "privacy"), (6, 10, "claim")]


def test_a_waived_finding_steps_behind_an_open_one() -> None:
    waived = highlight(0, 10, severity="blocker", waived=True)
    (part,) = segments([waived, highlight(0, 10)], 0, 10)
    assert not part.waived


@given(
    st.lists(
        st.builds(
            highlight,
            st.integers(0, 20),
            st.integers(0, 20),
            severity=st.sampled_from(SEVERITIES),
            waived=st.booleans(),
        ).filter(lambda one: one.start < one.end)
    )
)
def test_segments_cover_what_the_highlights_cover_and_nothing_twice(
    highlights: list[Highlight],
) -> None:
    covered = {at for one in highlights for at in range(max(one.start, 5), min(one.end, 15))}
    cut = [at for part in segments(highlights, 5, 15) for at in range(part.start, part.end)]
    assert sorted(cut) == sorted(covered)


def test_only_what_looks_different_is_painted_anew() -> None:
    stays, goes, comes = highlight(0, 5), highlight(6, 9), highlight(12, 15, category="selling")
    renumbered = stays._replace(number=7)
    assert differing([stays, goes], [renumbered, comes]) == [(6, 9), (12, 15)]
