"""The first page of the history and a search at 100,000 posts, against the barest SQL for them."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.stopwatch import side_by_side
from benchmarks.workspace_fill import COMMON, Filler
from brandvoice.workflow.archive import Archive
from brandvoice.workspace.history import HistoryFilter
from brandvoice.workspace.sqlite import connect

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.workspace.sqlite import Connection

POSTS: Final = 100_000
PAGE: Final = 100
ROUNDS: Final = 5
REPEATS: Final = 10
NEWEST: Final = "SELECT p.* FROM post_state p WHERE p.place < ? ORDER BY p.place DESC LIMIT ?"
FOUND: Final = (
    "SELECT p.* FROM post_fts CROSS JOIN post_state p ON p.place = post_fts.rowid "
    "WHERE post_fts MATCH ? ORDER BY post_fts.rowid DESC LIMIT ?"
)


def measure() -> list[tuple[str, float, str]]:
    """Time of a page, as multiples of the rows alone; ours also counts all that is found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.sqlite3"
        filler = Filler(path)
        filler.fill(POSTS)
        filler.close()
        common, rare = COMMON[0], filler.rare[-1]
        with closing(Archive.open(path)) as archive, closing(connect(str(path))) as bare:
            return [
                _row("first page", archive, HistoryFilter(), bare, NEWEST, 1 << 62),
                _row(
                    "search, a common word",
                    archive,
                    HistoryFilter(query=common),
                    bare,
                    FOUND,
                    common,
                ),
                _row("search, a rare word", archive, HistoryFilter(query=rare), bare, FOUND, rare),
            ]


def _row(
    name: str, archive: Archive, asked: HistoryFilter, bare: Connection, sql: str, value: object
) -> tuple[str, float, str]:
    total = archive.history(asked, limit=PAGE).total
    seconds = side_by_side(
        {
            "ours": _often(lambda: archive.history(asked, limit=PAGE)),
            "bare": _often(lambda: bare.execute(sql, (value, PAGE)).fetchall()),
        },
        ROUNDS,
    )
    ours, alone = (seconds[side] / REPEATS * 1e3 for side in ("ours", "bare"))
    note = f"{ours:.2f} ms / {alone:.2f} ms, {total:,} found, {PAGE} a page"
    return f"history at {POSTS:,} posts, {name} / bare SQL", ours / alone, note


def _often(do: Callable[[], object]) -> Callable[[], object]:
    def run() -> None:
        for _ in range(REPEATS):
            do()

    return run
