"""The exports at many entries: the table against the bare csv module, memory against a few."""

from __future__ import annotations

import csv
import multiprocessing
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from benchmarks.stopwatch import side_by_side
from benchmarks.workspace_fill import Filler
from brandvoice.reports import Edition, write
from brandvoice.reports.wording import COLUMNS, Wording
from brandvoice.workflow.archive import Archive
from brandvoice.workflow.export import posts_found
from brandvoice.workspace.history import HistoryFilter
from brandvoice.workspace.workspace import Workspace

if TYPE_CHECKING:
    from brandvoice.approval.export_row import ExportPost
    from brandvoice.reports import Format

POSTS: Final = 4_000
MANY: Final = 8_000
FEW: Final = 3_000
"""Enough to fill SQLite's own cache of 16 MB."""
ROUNDS: Final = 3
EVERYTHING: Final = HistoryFilter()
EDITION: Final = Edition((), "id", UTC, datetime(2026, 11, 21, tzinfo=UTC))
LIMITS: Final = {"CSV of the same entries / bare csv module": 2.5}
_FLAT: Final[tuple[Format, ...]] = ("csv", "xlsx", "json")


def measure() -> list[tuple[str, float, str]]:
    """Time of the table, and memory of each format that streams."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        few, many = _workspace(path / "few", FEW), _workspace(path / "many", MANY)
        return [_table(path), *(_memory(kind, few, many) for kind in _FLAT)]


def _table(folder: Path) -> tuple[str, float, str]:
    """Ours words and joins what the bare module gets as ready cells."""
    posts = _posts(_workspace(folder / "rows", POSTS))
    wording = Wording(EDITION)
    cells = [[*_ready(wording, post)] for post in posts]
    rows = [row for one in cells for row in one]

    def bare() -> None:
        with (folder / "bare.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    seconds = side_by_side(
        {"ours": lambda: write("csv", folder / "ours.csv", posts, EDITION), "bare": bare}, ROUNDS
    )
    ours, alone = (seconds[side] / len(rows) * 1e6 for side in ("ours", "bare"))
    note = f"{ours:.1f} µs / {alone:.1f} µs an entry, {len(rows):,} entries"
    return next(iter(LIMITS)), ours / alone, note


def _ready(wording: Wording, post: ExportPost) -> list[list[str]]:
    table = []
    for row in post.rows:
        moment = row.at.isoformat(timespec="seconds")
        cells = {**wording.entry(row), "at": moment, "at_utc": moment}
        table.append([cells[column] for column in COLUMNS])
    return table


def _memory(kind: Format, few: Path, many: Path) -> tuple[str, float, str]:
    """Peak memory of a process of its own; imports are in both."""
    (small, _, _), (large, entries, taken) = (_apart(kind, path) for path in (few, many))
    name = f"{kind} of {MANY:,} posts / of {FEW:,}, memory"
    pace = entries / taken
    note = f"{large:.0f} MB / {small:.0f} MB, {entries:,} entries, {pace:,.0f} a second"
    return name, large / small, note


def _apart(kind: Format, path: Path) -> tuple[float, int, float]:
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_export, (kind, path))


def _export(kind: Format, path: Path) -> tuple[float, int, float]:
    """Most memory in MB while it wrote, entries written, seconds."""
    process, most = psutil.Process(), 0

    def look(done: int, _to_do: int) -> bool:
        nonlocal most
        if done % 100 == 0:
            most = max(most, process.memory_info().rss)
        return True

    with closing(Archive.open(path)) as archive:
        start = time.perf_counter()
        entries = archive.export(EVERYTHING, kind, path.with_name(f"out.{kind}"), "id", look)
        taken = time.perf_counter() - start
    return most / (1 << 20), entries, taken


def _workspace(folder: Path, posts: int) -> Path:
    folder.mkdir()
    filler = Filler(folder / "workspace.sqlite3")
    filler.fill(posts)
    filler.close()
    return folder / "workspace.sqlite3"


def _posts(path: Path) -> list[ExportPost]:
    with closing(Workspace.open(path)) as workspace, workspace.reading() as book:
        return list(posts_found(book, EVERYTHING, EDITION, None))
