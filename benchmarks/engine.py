"""The review of 10,000 posts, one long post, making the rules ready, and the memory they take."""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.posts import posts
from benchmarks.stopwatch import side_by_side
from brandvoice.post.post import Post
from brandvoice.workflow.cache import Cache
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.readypack import compiled, read_shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandvoice.review.reviewer import Reviewer

POSTS: Final = 10_000
# proselint needs milliseconds a post; a part of the posts tells as much.
PROSELINT_POSTS: Final = 500
ROUNDS: Final = 3
STARTS: Final = 7
LONG_POST: Final = 2_200
# The promises: 5,000 posts a second, 2 ms for the longest caption of Instagram, 150 ms to be ready,
# 60 MB above a bare interpreter.
POST_SECONDS: Final = 1 / 5_000
LONG_SECONDS: Final = 0.002
READY_SECONDS: Final = 0.15
MEMORY_MB: Final = 60
SPEED: Final = "a post of 300 characters / 0.2 ms, 5,000 a second"
LONG: Final = f"a post of {LONG_POST:,} characters, warm / 2 ms"
READY: Final = "rules made ready from the cache / 150 ms"
MEMORY: Final = "memory of the rules above a bare interpreter / 60 MB"
PROSELINT: Final = "review / proselint on the same posts"
LIMITS: Final = {SPEED: 1.0, LONG: 1.0, READY: 1.0, MEMORY: 1.0, PROSELINT: 1 / 8}
_BARE: Final = "pass"
_RULES: Final = """
from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker
from benchmarks.posts import posts
checker = load_checker()
for text in posts(300):
    checker.check(Post(text))
"""
# `resource` would tell of the process that started this one as well.
_PEAK: Final = """
import re, pathlib
status = pathlib.Path("/proc/self/status").read_text()
print(re.search(r"VmHWM:\\s+(\\d+)", status)[1])
"""


def measure() -> list[tuple[str, float, str]]:
    """Each as a multiple of its promise, or of others on the same posts."""
    return [*_throughput(), _long_post(), *_ready(), _memory()]


def _throughput() -> list[tuple[str, float, str]]:
    texts = posts(POSTS)
    checker = load_checker()
    work: dict[str, Callable[[], object]] = {"review": lambda: _review(checker.reviewer, texts)}
    proselint = _proselint(texts[:PROSELINT_POSTS])
    if proselint:
        work["proselint"] = proselint
    seconds = side_by_side(work, ROUNDS)
    review = seconds["review"] / POSTS
    found = sum(len(checker.check(Post(text)).findings) for text in texts[:1_000]) / 1_000
    note = (
        f"{1 / review:,.0f} a second: {review * 1e6:.0f} µs for {sum(map(len, texts)) / POSTS:.0f} "
        f"characters, {found:.1f} findings a post"
    )
    measured = [(SPEED, review / POST_SECONDS, note)]
    if proselint is None:
        return [*measured, (PROSELINT, math.nan, "not measured: proselint is not installed")]
    other = seconds["proselint"] / PROSELINT_POSTS
    note = f"{review * 1e6:.0f} µs / {other * 1e6:.0f} µs a post, first {PROSELINT_POSTS} posts"
    return [*measured, (PROSELINT, review / other, note)]


def _review(reviewer: Reviewer, texts: Sequence[str]) -> None:
    # A reviewer remembers paragraphs; a new one has to read them all.
    fresh = reviewer.for_brand(reviewer.brand)
    for text in texts:
        fresh.review(Post(text))


def _long_post() -> tuple[str, float, str]:
    reviewer = load_checker().reviewer
    text = "\n".join(posts(12))[:LONG_POST]
    _review(reviewer, [text])
    taken = []
    for _ in range(STARTS):
        start = time.perf_counter()
        _review(reviewer, [text])
        taken.append(time.perf_counter() - start)
    seconds = median(taken)
    return LONG, seconds / LONG_SECONDS, f"{seconds * 1e3:.2f} ms, no paragraph of it known before"


def _ready() -> list[tuple[str, float, str]]:
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))

        def ready() -> float:
            start = time.perf_counter()
            compiled(read_shipped(cache), cache)
            return time.perf_counter() - start

        first = ready()
        seconds = median(ready() for _ in range(STARTS))
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    note = f"{seconds * 1e3:.0f} ms, {first * 1e3:.0f} ms the first time; {size / 1e6:.1f} MB kept"
    return [(READY, seconds / READY_SECONDS, note)]


def _memory() -> tuple[str, float, str]:
    bare, rules = _megabytes(_BARE), _megabytes(_RULES)
    note = f"{rules - bare:.0f} MB after 300 posts, {bare:.0f} MB bare"
    return MEMORY, (rules - bare) / MEMORY_MB, note


def _megabytes(code: str) -> float:
    run = [sys.executable, "-c", code + _PEAK]
    try:
        return int(subprocess.run(run, capture_output=True, check=True).stdout) / 1_024
    except subprocess.CalledProcessError:  # no such file on macOS and Windows
        return math.nan


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
