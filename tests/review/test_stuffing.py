"""Hashtags and mentions are marked from the first one too many, and not before."""

from __future__ import annotations

import pytest

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.workflow.readypack import matcher, shipped_pack

REVIEWER = Reviewer(shipped_pack(), matcher=matcher(shipped_pack()))
RULES = ("voice/hashtag-stuffing", "voice/mention-stuffing")


def stuffed(text: str) -> list[str]:
    findings = REVIEWER.review(Post(text), only=RULES).findings
    return [one.words for one in findings]


@pytest.mark.parametrize("emoji", ["", "🥐 ", "👩‍🍳🇮🇩 "])
@pytest.mark.parametrize(("mark", "most"), [("#", 10), ("@", 4)])
def test_what_is_too_many_is_marked(emoji: str, mark: str, most: int) -> None:
    words = [f"{mark}kata{number}" for number in range(most + 3)]
    assert stuffed(emoji + " ".join(words[:most])) == []
    assert stuffed(emoji + " ".join(words)) == [" ".join(words[most:])]


def test_ranks_and_addresses_are_neither() -> None:
    assert stuffed("# " * 40) == []
    assert stuffed(" ".join(f"halo{number}@contoh.example" for number in range(9))) == []
