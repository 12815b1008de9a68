"""Writes the approval history to a file: whole, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from brandvoice.reports.edition import Edition
from brandvoice.reports.replacement import replacement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo
    from pathlib import Path

    from brandvoice.approval.chain import Anchor
    from brandvoice.approval.export_row import ExportRow
    from brandvoice.words import Language

Format = Literal["csv", "json"]


def _csv(path: Path, rows: Iterable[ExportRow], edition: Edition) -> int:
    from brandvoice.reports.table import write_table

    return write_table(path, rows, edition)


def _json(path: Path, rows: Iterable[ExportRow], edition: Edition) -> int:
    from brandvoice.reports.data import write_data

    return write_data(path, rows, edition)


# A new format is a module of its own and a line here; what it needs is imported when it is needed.
_WRITERS: Final[dict[Format, Callable[[Path, Iterable[ExportRow], Edition], int]]] = {
    "csv": _csv,
    "json": _json,
}


def write(
    format: Format,  # noqa: A002 - the reader's own word
    path: Path,
    rows: Iterable[ExportRow],
    *,
    anchors: Iterable[Anchor],
    language: Language,
    zone: tzinfo | None = None,
    generated_at: datetime | None = None,
) -> int:
    """Writes `rows` as they come to `path`; how many there were.

    `anchors` say where the whole record stands, `zone` is that of the local times (None: this
    computer's), `generated_at` is now unless given. Whatever is raised while it writes, by `rows`
    too, leaves `path` as it was. Raises UserError (`report.…`) when it cannot be written.
    """
    edition = Edition(tuple(anchors), language, zone, generated_at or datetime.now(UTC))
    with replacement(path) as unfinished:
        return _WRITERS[format](unfinished, rows, edition)
