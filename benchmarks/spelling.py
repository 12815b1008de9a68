"""Spelling without Java: a post read again, a post never seen, a word nobody knows."""

from __future__ import annotations

import time
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from benchmarks.posts import posts
from brandvoice.brand.profile import Brand
from brandvoice.language.speller import Speller
from brandvoice.language.spelling import Spelling
from brandvoice.language.suggestion import guesses
from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN: Final = "a post’s spelling, its words known, / its review"
_SLIP: Final = "guesses for a word nobody knows, processor, p95 / 50 ms"
_HARD: Final = "200,000 characters made to be slow / 100,000"
LIMITS: Final = {_AGAIN: 0.5, _SLIP: 1.0, _HARD: 2.8}
_POSTS: Final = 300
_TEXTS: Final = ("Kak pelangan a@b.id ", "Abcde ", "qwrtu zxcva ", "a", "-'", "3kg #tag ")
_SLIPS: Final = (
    "pelangan dikirmkan keterlmbatan memprosse kualtas perlngkapan menyedikan makannan terbtas "
    "bersertfikat penggunan kebutuan menarikk dipesn collecton recieve beutiful chekcout restok "
    "pengirman pembayran tersdia spesal gartis seblum"
).split()


def measure() -> Iterator[tuple[str, float, str]]:
    """Ratios of two things measured in one run; see `LIMITS`."""
    checker = load_checker()
    spelling = Spelling(checker.reviewer.pack.rules)
    given = [Post(text) for text in posts(_POSTS)]
    first = _seconds(lambda: [spelling.proofread(one, Brand()) for one in given]) / _POSTS
    again = _seconds(lambda: [spelling.proofread(one, Brand()) for one in given]) / _POSTS
    review = _seconds(lambda: [checker.check(one) for one in given]) / _POSTS
    note = f"{again * 1e3:.2f} ms; never seen {first * 1e3:.2f}, review {review * 1e3:.2f}"
    yield _AGAIN, again / review, note
    taken = []
    for word in _SLIPS:
        fresh = Speller()
        fresh.spells("xxxx")  # reads both dictionaries
        start = time.process_time()
        guesses(word, fresh, english=False)
        taken.append(time.process_time() - start)
    worst = quantiles(taken, n=20)[-1]
    yield _SLIP, worst / 0.05, f"median {median(taken) * 1e3:.1f} ms, p95 {worst * 1e3:.1f}"
    yield _HARD, max(_growth(spelling, text) for text in _TEXTS), "the steepest of six texts"


def _growth(spelling: Spelling, piece: str) -> float:
    taken = []
    spelling.proofread(Post(piece), Brand())
    for length in (100_000, 200_000):
        post = Post(piece * (length // len(piece)))
        taken.append(_seconds(partial(spelling.proofread, post, Brand())))
    return taken[1] / taken[0]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
