"""What may be said to have gone out, and how its words stood then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.event import PostPublished, PostTakenDown
from brandvoice.approval.publication import Approval, Said, publications, standing_of
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from random import Random

    from brandvoice.post.post import Channel

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TEXT, OTHER = fingerprint("Kopi"), fingerprint("Kopi!")


def approval(since: datetime = NINE, until: datetime | None = None) -> Approval:
    return Approval(TEXT, ("instagram", "x"), ("bayu",), since, until)


@pytest.mark.parametrize(
    ("channel", "at", "until", "standing"),
    [
        ("instagram", NINE, None, "approved"),
        ("instagram", NINE + MINUTE, None, "approved"),
        ("instagram", NINE - MINUTE, None, "unapproved"),
        ("tiktok", NINE + MINUTE, None, "unapproved"),
        ("instagram", NINE + MINUTE, NINE + 2 * MINUTE, "approved"),
        ("instagram", NINE + 2 * MINUTE, NINE + 2 * MINUTE, "ended"),
    ],
)
def test_an_approval_covers_its_words_and_channels_while_it_stands(
    channel: Channel, at: datetime, until: datetime | None, standing: str
) -> None:
    stood, _ = standing_of(TEXT, channel, at, [approval(until=until)], differs=False)
    assert stood == standing


def test_a_time_is_known_to_the_minute() -> None:
    """Posted “at 9.00”, approved at 9.00.40: nobody is accused of what the clock cannot tell."""
    late = approval(since=NINE + timedelta(seconds=40))
    assert standing_of(TEXT, "x", NINE, [late], differs=False) == ("approved", late)
    assert standing_of(TEXT, "x", NINE - MINUTE, [late], differs=False) == ("unapproved", None)


def test_other_words_are_never_covered() -> None:
    assert standing_of(OTHER, "x", NINE, [approval()], differs=True) == ("differs", None)


def test_a_second_approval_counts_after_the_first_has_ended() -> None:
    first, second = approval(until=NINE + MINUTE), approval(since=NINE + 5 * MINUTE)
    asked = [(NINE, first), (NINE + 3 * MINUTE, first), (NINE + 6 * MINUTE, second)]
    stood = [standing_of(TEXT, "x", at, [first, second], differs=False) for at, _ in asked]
    assert [one for one, _ in stood] == ["approved", "ended", "approved"]
    assert [by for _, by in stood] == [by for _, by in asked]


CHANNELS = st.lists(st.sampled_from(["instagram", "x"]), unique=True, min_size=1).map(tuple)
MINUTES = st.integers(0, 20).map(lambda after: NINE + after * MINUTE)
OUT = st.lists(
    st.builds(
        PostPublished,
        st.just(1),
        st.sampled_from([TEXT, OTHER]),
        CHANNELS,
        st.just(("dewi",)),
        MINUTES,
        st.none(),
    ),
    max_size=4,
)
DOWN = st.lists(st.builds(PostTakenDown, CHANNELS, MINUTES, st.none()), max_size=4)


@given(OUT, DOWN, st.randoms())
def test_what_was_out_when_does_not_depend_on_the_order_it_was_said_in(
    out: list[PostPublished], down: list[PostTakenDown], chance: Random
) -> None:
    told = [Said(str(number), "dewi", NINE, event) for number, event in enumerate(out)]
    known = publications(told, down, [approval()], [TEXT], lambda _: None)
    chance.shuffle(told)
    chance.shuffle(down)
    again = publications(told, down, [approval()], [TEXT], lambda _: None)
    assert set(known) == set(again)
    assert sum(len(one.channels) for one in known) == sum(len(one.channels) for one in out)
    for one in known:
        assert one.until is None or one.until >= one.at
        assert one.approved == (one.text == TEXT)
        first = [d.at for d in down for c in d.channels if c in one.channels and d.at >= one.at]
        assert one.until == min(first, default=None) or len(one.channels) > 1
