"""The history for other programs: one JSON document, every field as it is in the record.

The keys are sorted, so that the anchors come first and two exports can be compared line by line.
With `entry` a reader can recompute each hash, with `text` each fingerprint (`database/README.md`).
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.export_row import ExportRow
    from brandvoice.reports.edition import Edition

FORMAT: Final = "brandvoice history 1"


def write_data(path: Path, rows: Iterable[ExportRow], edition: Edition) -> int:
    """Writes `rows` to `path` as they come, a line each; how many there were."""
    before = {"anchors": [_fields(anchor) for anchor in edition.anchors]}
    after = {
        "format": FORMAT,
        "generated_at": _utc(edition.generated_at),
        "language": edition.language,
        "zone": edition.zone_name,
    }
    written = 0
    # Half a UTF-16 pair has no UTF-8; written with a backslash it is the same character in JSON.
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(f'{_json(before)[:-1]}, "entries": [')
        for row in rows:
            file.write(f"{',' if written else ''}\n{_json(_row(row, edition))}")
            written += 1
        file.write(f"\n], {_json(after)[1:]}\n")
    return written


def _row(row: ExportRow, edition: Edition) -> dict[str, Any]:
    return {
        "at": _utc(row.at),
        "at_local": edition.local(row.at).isoformat(),
        "brand": row.brand,
        "channels": row.channels,
        "entry": row.entry._asdict(),
        "findings": [
            {**mark._asdict(), "words": None if row.text is None else mark.words(row.text)}
            for mark in row.findings
        ],
        "fingerprint": row.fingerprint,
        "kind": row.kind,
        "meaning": say(edition.language, row.meaning),
        "name": row.name,
        "post": row.post,
        "reason": row.reason,
        "rules": row.rules,
        "state": row.state,
        "text": row.text,
        "title": row.title,
        "version": row.version,
        "waivers": [{**waiver._asdict(), "at": _utc(waiver.at)} for waiver in row.waivers],
    }


def _fields(anchor: Any) -> dict[str, Any]:
    return {"origin": anchor.origin, "count": anchor.count, "hash": anchor.hash}


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
