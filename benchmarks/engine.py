"""Reviewing 10,000 posts, against the bare automaton with the same phrases and proselint."""

from __future__ import annotations

import math
from importlib import import_module
from typing import TYPE_CHECKING, Final

import ahocorasick_rs

from benchmarks.posts import posts
from benchmarks.stopwatch import side_by_side
from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

POSTS: Final = 10_000
# proselint needs milliseconds a post; a part of the posts tells as much.
PROSELINT_POSTS: Final = 500
ROUNDS: Final = 3


def measure() -> list[tuple[str, float, str]]:
    """Time a post of `review`, as multiples of the other two."""
    texts = posts(POSTS)
    checker = load_checker()
    literals = checker.reviewer.matcher.words
    work: dict[str, Callable[[], object]] = {
        "review": lambda: [checker.check(Post(text)) for text in texts],
        "automaton": _automaton(texts, literals),
    }
    proselint = _proselint(texts[:PROSELINT_POSTS])
    if proselint:
        work["proselint"] = proselint
    seconds = side_by_side(work, ROUNDS)
    review = seconds["review"] / POSTS
    bare = seconds["automaton"] / POSTS
    found = sum(len(checker.check(Post(text)).findings) for text in texts[:1_000]) / 1_000
    note = (
        f"{review * 1e6:.0f} µs / {bare * 1e6:.1f} µs a post of {sum(map(len, texts)) / POSTS:.0f} "
        f"characters, {len(literals)} phrases, {found:.1f} findings a post"
    )
    measured = [("review of 10,000 posts / bare ahocorasick_rs pass", review / bare, note)]
    name = "review / proselint on the same posts"
    if proselint is None:
        return [*measured, (name, math.nan, "not measured: proselint is not installed")]
    other = seconds["proselint"] / PROSELINT_POSTS
    note = f"{review * 1e6:.0f} µs / {other * 1e6:.0f} µs a post, first {PROSELINT_POSTS} posts"
    return [*measured, (name, review / other, note)]


def _automaton(texts: Sequence[str], literals: Sequence[str]) -> Callable[[], object]:
    automaton = ahocorasick_rs.AhoCorasick(literals)
    lowered = [text.lower() for text in texts]

    def find() -> None:
        for text in lowered:
            automaton.find_matches_as_indexes(text, overlapping=True)

    return find


def _proselint(texts: Sequence[str]) -> Callable[[], object] | None:
    try:
        checks, registry, tools = map(
            import_module, ("proselint.checks", "proselint.registry", "proselint.tools")
        )
    except ModuleNotFoundError:
        return None
    registry.CheckRegistry().register_many(checks.__register__)

    def lint() -> None:
        for text in texts:
            tools.LintFile("post", text).lint()

    return lint
