"""The history after years: first page, typical searches and "seen before", against 50 ms each.

`python -m benchmarks.years 1000000 [FILE]` does the same among a million posts (the file is made in
some minutes, or used again when it is there); `make bench` is content with fewer.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.workspace_fill import COMMON, Filler
from brandvoice.workflow.archive import Archive
from brandvoice.workflow.recalling import Recall
from brandvoice.workspace.history import HistoryFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import PostState

POSTS: Final = 50_000
TIMES: Final = 40
PROMISE: Final = 0.050
"""Seconds, of the 95th percentile."""
DEEP: Final = 200
"""Pages somebody scrolls down."""
LIMITS: Final = {
    "first page": 1.0,
    "a page after scrolling": 1.0,
    "a rare word": 1.0,
    "a common word": 1.0,
    "two words": 1.0,
    "a phrase": 1.0,
    "two letters": 1.0,
    "who wrote and decided": 1.0,
    "a word without another": 1.0,
}


def measure(posts: int = POSTS, file: Path | None = None) -> list[tuple[str, float, str]]:
    """The 95th percentile of each as a share of the promise; each time something else is asked."""
    with tempfile.TemporaryDirectory() as folder:
        path = file or Path(folder) / "workspace.sqlite3"
        if not path.exists():
            filler = Filler(path)
            filler.fill_lists(posts)
            filler.close()
        with closing(Archive.open(path)) as archive:
            return _rows(archive, posts)


def _rows(archive: Archive, posts: int) -> list[tuple[str, float, str]]:
    chance = random.Random(7)  # noqa: S311 - to be repeated, not to be secret
    known = archive.history(HistoryFilter(), limit=500).rows
    words = [word for post in known for word in (post.text or "").split()[:-1]]
    rare = [word for word in words if word not in COMMON]
    queries: dict[str, Callable[[], str]] = {
        "first page": lambda: "",
        "a rare word": lambda: chance.choice(rare),
        "a common word": lambda: chance.choice(COMMON),
        "two words": lambda: f"{chance.choice(COMMON)} {chance.choice(rare)}",
        "a phrase": lambda: '"{} {}"'.format(*chance.sample(COMMON, 2)),
        "two letters": lambda: chance.choice(rare)[:2],
        "who wrote and decided": lambda: 'from:"Orang 1" by:"Orang 2" -state:rejected',
        "a word without another": lambda: "{} -{}".format(*chance.sample(COMMON, 2)),
    }
    rows = [
        _row(name, posts, lambda query=query: archive.history(HistoryFilter(query=query())))  # type: ignore[misc] # bound now
        for name, query in queries.items()
    ]
    page = archive.history(HistoryFilter())
    for _ in range(DEEP):
        page = archive.history(HistoryFilter(), page.after) if page.after else page
    after = page.after
    rows.append(
        _row("a page after scrolling", posts, lambda: archive.history(HistoryFilter(), after))
    )
    recall = Recall(archive)
    rows.append(
        _row("seen before", posts, lambda: recall.seen_before("", _reworded(known, chance)))
    )
    return rows


def _reworded(known: tuple[PostState, ...], chance: random.Random) -> str:
    words = (chance.choice(known).text or "").split()
    chance.shuffle(words)
    return " ".join(words[: len(words) * 4 // 5])


def _row(name: str, posts: int, do: Callable[[], object]) -> tuple[str, float, str]:
    do()
    taken: list[float] = []
    worked: list[float] = []
    for _ in range(TIMES):
        start, busy = time.perf_counter(), time.process_time()
        do()
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
    high = TIMES * 95 // 100
    taken, worked = sorted(taken), sorted(worked)
    # On a busy machine the processor's own time says what an idle one would need.
    note = (
        f"{posts:,} posts: median {taken[TIMES // 2] * 1e3:.1f}, p95 {taken[high] * 1e3:.1f} ms, "
        f"of the processor {worked[high] * 1e3:.1f} ms"
    )
    return name, taken[high] / PROMISE, note


if __name__ == "__main__":
    of = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for told, share, found in measure(int(sys.argv[1]) if len(sys.argv) > 1 else POSTS, of):
        print(f"{told:<28} {share:6.2f}  {found}")
