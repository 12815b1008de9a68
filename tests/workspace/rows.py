"""The rows that follow from the record, to compare them with the rows of a rebuilt workspace."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from brandvoice.workspace.sqlite import connect

if TYPE_CHECKING:
    from pathlib import Path

Rows = tuple[list[tuple[object, ...]], list[tuple[object, ...]]]


def derived_rows(path: Path) -> Rows:
    """Every row of `post_state`, and every word of the search index with its post and position."""
    with closing(connect(str(path))) as plain:
        states = plain.execute("SELECT * FROM post_state ORDER BY post").fetchall()
        plain.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, post_fts, instance)")
        words = plain.execute("SELECT term, doc, col, offset FROM temp.word").fetchall()
        return states, sorted(words)


def is_sound(path: Path) -> bool:
    """What SQLite's own check of every page, index and search index says."""
    with closing(connect(str(path))) as plain:
        return list(plain.execute("PRAGMA integrity_check")) == [("ok",)]
