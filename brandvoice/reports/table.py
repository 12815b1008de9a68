"""The history as a table for spreadsheets: CSV, one row an entry, the record's anchors below.

RFC 4180 in UTF-8 with a byte order mark, without which Excel shows neither accents nor emoji.
"""

from __future__ import annotations

import csv
from datetime import UTC
from typing import TYPE_CHECKING

from brandvoice.reports.harmless import harmless
from brandvoice.reports.wording import COLUMNS, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost, ExportRow
    from brandvoice.reports.edition import Edition


def write_table(path: Path, posts: Iterable[ExportPost], edition: Edition) -> int:
    """Writes the entries of `posts` to `path` as they come; how many there were.

    The anchors are the last rows: spreadsheets keep rows, and drop comments.
    """
    written = 0
    wording = Wording(edition)
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        table = csv.writer(file)
        table.writerow(wording.heading(column) for column in COLUMNS)
        for post in posts:
            table.writerows([_cells(row, wording, edition) for row in post.rows])
            written += len(post.rows)
        made = {"at": wording.moment(edition.generated_at), "at_utc": _utc(edition)}
        for anchor in wording.anchors():
            table.writerow(harmless((anchor | made).get(column, "")) for column in COLUMNS)
    return written


def _cells(row: ExportRow, wording: Wording, edition: Edition) -> list[str]:
    cells = wording.entry(row)
    cells["at"] = edition.local(row.at).isoformat(timespec="seconds")
    cells["at_utc"] = row.at.isoformat(timespec="seconds")
    return [harmless(cells[column]) for column in COLUMNS]


def _utc(edition: Edition) -> str:
    return edition.generated_at.astimezone(UTC).isoformat(timespec="seconds")
