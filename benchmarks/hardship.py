"""Texts and packs made to be slow: twice as much of them takes about twice as long."""

from __future__ import annotations

import random
import re
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.posts import posts
from brandvoice.post.post import Post
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.index import Indexer
from brandvoice.rules.matcher import MOST_RUNAWAYS, PATTERN_SECONDS
from brandvoice.rules.pack import read_pack
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.readypack import shipped_pack

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 2
# Characters of the smaller text; the other has twice as many.
LENGTH: Final = 250_000
LINEAR: Final = 2.8
_MEGABYTE: Final = 1_000_000
_CAPTION: Final = (
    "Buruan order kak, stok tinggal 3! Termurah se-Bandung, dijamin asli 100%. Call 0812 "
)
TEXTS: Final = {
    "captions in one line": _CAPTION,
    "captions, a line each": _CAPTION + "\n",
    "newlines": "\n",
    "zero-width characters": "\u200b",
    "emoji families": "👨‍👩‍👧‍👦",
    "accents": "e\u0301\u0302\u0303",
    "quotation marks": '"a b" ',
    "exclamation marks": "!",
    "one letter": "a",
    "digits": "0812 ",
    "spaced letters": "g r a t i s ",
    "leet": "a$a0",
    "at signs": "a@b.",
    "capitals": "AB CD! ",
    "one word": "promo ",
}
# Characters of posts far beyond any: time in proportion to the length, one word new after another.
HUGE: Final = {
    "a million zero-width characters": lambda length: "\u200b" * length,
    "100,000 emoji": lambda length: "😀" * (length // 10),
    "a megabyte of posts": lambda length: "\n".join(posts(length // 295))[:length],
    "a megabyte of new words": lambda length: "".join(map("kata{}x ".format, range(length // 11))),
}
_STUTTERS: Final = ("a", "1 ", "aku ", "kami tidak ", "i ", "- ", "!", "the best ", "0812", "ke-")
_RUNAWAYS: Final = "runaway patterns, 60 lines / the time they are allowed"
_SLOWEST: Final = "a shipped pattern on a line of 1,000 characters / 20 ms"
_RULE: Final = """
kind = "pattern"
severity = "note"
message.id = "x"
message.en = "x"
why.id = "x"
why.en = "x"
[[patterns]]
any = [{patterns}]
[[phrases]]
any = ["{phrase}"]
[[examples]]
flag = "x"
[[examples]]
flag = "x"
[[examples]]
pass = "x"
[[examples]]
pass = "x"
"""
LIMITS: Final = {
    **{f"twice the {name} / once": LINEAR for name in TEXTS},
    **{f"{name} / half of it": LINEAR for name in HUGE},
    _RUNAWAYS: 3.0,
    _SLOWEST: 1.0,
}


def measure() -> list[tuple[str, float, str]]:
    """Time of a text of 500,000 characters as a multiple of one of half the length."""
    reviewer = load_checker().reviewer
    measured = [_row(name, unit, reviewer) for name, unit in TEXTS.items()]
    measured += [_huge(name, made, reviewer) for name, made in HUGE.items()]
    return [*measured, _runaways(), _slowest()]


def _huge(name: str, made: Callable[[int], str], reviewer: Reviewer) -> tuple[str, float, str]:
    once, twice = (_review(reviewer, Post(made(length))) for length in (_MEGABYTE // 2, _MEGABYTE))
    return f"{name} / half of it", twice / once, f"{twice:.2f} s"


def _row(name: str, unit: str, reviewer: Reviewer) -> tuple[str, float, str]:
    once, twice = (_review(reviewer, _post(unit, length)) for length in (LENGTH, 2 * LENGTH))
    note = f"{twice:.2f} s for {2 * LENGTH:,} characters"
    return f"twice the {name} / once", twice / once, note


def _review(reviewer: Reviewer, post: Post) -> float:
    return _seconds(lambda: Reviewer(reviewer.pack, None, reviewer.matcher).review(post))


def _post(unit: str, length: int) -> Post:
    """Over and over the same, with a number in between: nothing is answered from memory."""
    stretch = unit * (1_000 // len(unit))
    return Post("".join(f"{stretch}{number} " for number in range(length // len(stretch))))


def _runaways() -> tuple[str, float, str]:
    patterns = ", ".join(f"'(?:a|a{n}?)+{n}z'" for n in "bcdfg")
    phrase = "".join("{a|aa}" for _ in range(30))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "claim", "slow.toml")
        file.parent.mkdir()
        file.write_text(_RULE.format(patterns=patterns, phrase=phrase), encoding="utf-8")
        pack = read_pack(Path(folder), GUARD_NAMES)
    text = "\n".join(f"{'a' * 60} {number} abz acz adz afz agz" for number in range(60))
    slow = _seconds(lambda: Reviewer(pack).review(Post(text)), rounds=1)
    allowed = 6 * MOST_RUNAWAYS * PATTERN_SECONDS
    return _RUNAWAYS, slow / allowed, f"{slow:.2f} s / {allowed:.0f} s; six patterns that never end"


def _slowest() -> tuple[str, float, str]:
    """Each shipped pattern on lines of a thousand characters, some made of its own words."""
    dice = random.Random(3)  # noqa: S311  # the same lines in every run, no secret
    patterns = Indexer(shipped_pack()).index().patterns
    slowest = 0.0
    for one in patterns:
        own = re.findall("[a-z]{2,}", one.source)
        lines = [unit * (1_000 // len(unit)) for unit in _STUTTERS]
        lines += [
            f"{word} " * (1_000 // (len(word) + 1)) for word in dice.sample(own, len(own[:3]))
        ]
        lines.append(" ".join(dice.choices(own or _STUTTERS, k=300))[:1_000])
        compiled = re.compile(one.source)
        for line in lines:
            search = partial(lambda said, text: list(said.finditer(text)), compiled, line)
            slowest = max(slowest, _seconds(search))
    note = f"{slowest * 1e3:.1f} ms the slowest of {len(patterns):,}, searched without a clock"
    return _SLOWEST, slowest / 0.02, note


def _seconds(do: Callable[[], object], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - start)
    return best
