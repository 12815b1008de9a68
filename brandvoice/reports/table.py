"""The history as a table for spreadsheets: CSV, one row an entry, the record's anchors below.

RFC 4180 in UTF-8 with a byte order mark, without which Excel shows neither accents nor emoji.
"""

from __future__ import annotations

import csv
from datetime import UTC
from typing import TYPE_CHECKING, Final

from brandvoice.reports.anchors import marked
from brandvoice.reports.harmless import harmless
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.chain import Anchor
    from brandvoice.approval.checked import Mark
    from brandvoice.approval.export_row import ExportRow, WaiverRow
    from brandvoice.reports.edition import Edition

COLUMNS: Final = (
    "seq",
    "at",
    "at_utc",
    "name",
    "kind",
    "meaning",
    "reason",
    "title",
    "state",
    "channels",
    "version",
    "text",
    "fingerprint",
    "findings",
    "waivers",
    "rules",
    "brand",
    "post",
    "origin",
    "prev_hash",
    "hash",
)


def write_table(path: Path, rows: Iterable[ExportRow], edition: Edition) -> int:
    """Writes `rows` to `path` as they come; how many there were.

    The anchors are the last rows: spreadsheets keep rows, and drop comments.
    """
    written = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        table = csv.writer(file)
        table.writerow(say(edition.language, f"report.column.{column}") for column in COLUMNS)
        for row in rows:
            cells = _cells(row, edition)
            table.writerow(harmless(cells[column]) for column in COLUMNS)
            written += 1
        for anchor in edition.anchors:
            cells = _anchor_cells(anchor, edition)
            table.writerow(harmless(cells.get(column, "")) for column in COLUMNS)
    return written


def _cells(row: ExportRow, edition: Edition) -> dict[str, str]:
    language = edition.language
    return {
        "seq": str(row.seq),
        "at": _moment(edition.local(row.at)),
        "at_utc": _moment(row.at.astimezone(UTC)),
        "name": row.name,
        "kind": say(language, f"event.{row.kind}"),
        "meaning": say(language, row.meaning),
        "reason": say(language, "report.erased") if row.reason is None else row.reason,
        "title": row.title,
        "state": say(language, f"state.{row.state}"),
        "channels": ", ".join(row.channels),
        "version": "" if row.version is None else str(row.version),
        "text": _text(row, edition),
        "fingerprint": row.fingerprint or "",
        "findings": "\n".join(_finding(mark, row.text, edition) for mark in row.findings),
        "waivers": "\n".join(_waiver(waiver, edition) for waiver in row.waivers),
        "rules": row.rules or "",
        "brand": row.brand or "",
        "post": row.post,
        "origin": row.entry.origin,
        "prev_hash": row.entry.prev_hash,
        "hash": row.hash,
    }


def _anchor_cells(anchor: Anchor, edition: Edition) -> dict[str, str]:
    return {
        "seq": marked(anchor),
        "at": _moment(edition.local(edition.generated_at)),
        "at_utc": _moment(edition.generated_at.astimezone(UTC)),
        "meaning": say(edition.language, "report.anchor", origin=anchor.origin, count=anchor.count),
        "origin": anchor.origin,
        "hash": anchor.hash,
    }


def _moment(at: datetime) -> str:
    """ISO 8601 with offset, to the second: this table is for people."""
    return at.isoformat(timespec="seconds")


def _text(row: ExportRow, edition: Edition) -> str:
    if row.text is None:
        return say(edition.language, "report.erased") if row.fingerprint else ""
    return row.text


def _finding(mark: Mark, text: str | None, edition: Edition) -> str:
    key = "report.finding_erased" if text is None else "report.finding"
    return say(
        edition.language,
        key,
        rule=mark.rule,
        severity=say(edition.language, f"severity.{mark.severity}"),
        start=mark.start,
        end=mark.end,
        words=mark.words(text or ""),
    )


def _waiver(waiver: WaiverRow, edition: Edition) -> str:
    erased = say(edition.language, "report.erased")
    return say(
        edition.language,
        "report.waiver",
        rule=waiver.rule,
        words=erased if waiver.words is None else waiver.words,
        name=waiver.name,
        at=_moment(edition.local(waiver.at)),
        reason=erased if waiver.reason is None else waiver.reason,
    )
