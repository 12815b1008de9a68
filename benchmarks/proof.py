"""Walking the chain of 100,000 entries, against a bare SHA-256 of the same bytes, one an entry.

`python -m benchmarks.proof ENTRIES` measures a record of another length by itself.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import tracemalloc
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.stopwatch import side_by_side
from benchmarks.workspace_fill import Filler
from brandvoice.approval.chain import frame
from brandvoice.approval.walk import Walk
from brandvoice.workspace.record import entries
from brandvoice.workspace.sqlite import connect
from brandvoice.workspace.stretches import Stretches
from brandvoice.workspace.verification import Verifier
from brandvoice.workspace.workspace import Workspace

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection

ENTRIES: Final = 100_000
A_POST: Final = 3.06
"""Entries a post of the filler has on average."""
ROUNDS: Final = 3
NAME: Final = "chain walk / bare SHA-256 over the same bytes"
LIMITS: Final = {NAME: 3.0}


def measure(wanted: int = ENTRIES) -> list[tuple[str, float, str]]:
    """Time of the walk as a multiple of hashing alone; of a whole proof; memory in its note."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.sqlite3"
        filler = Filler(path)
        filler.fill(int(wanted / A_POST))
        filler.close()
        # What was just filled in is still being written, by the cores that the walk needs.
        if hasattr(os, "sync"):
            os.sync()
        with closing(connect(str(path), isolation_level=None)) as connection:
            (count,) = connection.execute("SELECT max(seq) FROM event").fetchone()
            frames = [frame(entry) for entry in entries(connection, 1, count)]
            seconds = side_by_side(
                {"walk": lambda: _walk(connection, count), "bare": lambda: _hash(frames)}, ROUNDS
            )
            size = sum(map(len, frames))
            frames.clear()
            walk, bare = seconds["walk"], seconds["bare"]
            each = f"{walk / count * 1e6:.2f} µs / {bare / count * 1e6:.2f} µs an entry"
            peak = _peak(connection, count)
        whole = side_by_side({"all": lambda: _prove(path)}, 1)["all"]
        note = f"{whole / count * 1e6:.1f} µs an entry; {peak / 1e6:.1f} MB at most while walking"
        return [
            (NAME, walk / bare, f"{each}, {count:,} entries, {size / 1e6:.0f} MB"),
            ("whole proof, with texts and screens / bare SHA-256", whole / bare, note),
        ]


def _walk(connection: Connection, count: int) -> None:
    walk = Walk()
    for block in Stretches(connection, 1, count):
        assert block.stretches
        assert walk.pass_over(block.stretches)
    assert walk.entries == count


def _hash(frames: list[bytes]) -> None:
    for one in frames:
        hashlib.sha256(one).hexdigest()


def _peak(connection: Connection, count: int) -> int:
    """The most bytes Python held at once during a walk."""
    tracemalloc.start()
    try:
        _walk(connection, count)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _prove(path: Path) -> None:
    workspace = Workspace.open(path)
    with workspace.reading() as book:
        assert Verifier(book).run().intact
    workspace.close()


if __name__ == "__main__":
    for name, ratio, note in measure(int(sys.argv[1])):
        print(f"{name:<52} {ratio:6.2f}  {note}")
