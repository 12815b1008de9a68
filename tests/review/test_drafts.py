"""Whole drafts of our own: honest ones are left alone, troubled ones are not.

`honest.jsonl` is full of words that a keyword checker trips over. `troubled.jsonl` says each
problem in a way that is not the common one, so the shares are a floor, no figure of merit.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker

_FOLDER = Path(__file__).parent / "drafts"
_JUDGED = ("claim", "oversharing", "privacy", "selling")


@cache
def _read(name: str) -> tuple[tuple[dict[str, Any], frozenset[str]], ...]:
    checker = load_checker()
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    drafts = [json.loads(line) for line in lines]
    return tuple(
        (draft, frozenset(one.category for one in checker.check(Post(draft["text"])).findings))
        for draft in drafts
    )


def test_honest_drafts_are_left_alone() -> None:
    remarked = [draft["text"] for draft, found in _read("honest.jsonl") if found & set(_JUDGED)]
    assert len(remarked) <= 12, "\n".join(remarked)


@pytest.mark.parametrize(
    ("category", "share"),
    [("claim", 0.45), ("oversharing", 0.5), ("privacy", 0.95), ("selling", 0.8)],
)
def test_troubled_drafts_are_found(category: str, share: float) -> None:
    own = [found for draft, found in _read("troubled.jsonl") if draft["category"] == category]
    assert sum(category in found for found in own) >= share * len(own)
