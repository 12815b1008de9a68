"""The shipped limits cover every channel and can be read as they stand."""

from __future__ import annotations

from brandvoice.post.measure import COUNTINGS, measure
from brandvoice.post.post import CHANNELS
from brandvoice.workflow.channels import channel_limits


def test_every_channel_has_its_limits() -> None:
    limits = channel_limits()
    assert set(limits) == set(CHANNELS)
    for channel, taken in limits.items():
        assert taken.channel == channel
        assert taken.counting in COUNTINGS
        assert taken.length > 0
        assert taken.hashtags is None or taken.hashtags > 0
        assert taken.name
        assert taken.source


def test_a_text_of_each_length_just_fits() -> None:
    for taken in channel_limits().values():
        assert not measure("a" * taken.length, taken).over
        assert measure("a" * (taken.length + 1), taken).over


def test_known_limits() -> None:
    limits = channel_limits()
    assert limits["x"].length == 280
    assert limits["threads"].length == 500
    assert limits["instagram"].hashtags == 5
