"""Writes the approval history to a file: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from brandvoice.reports.replacement import replacement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost
    from brandvoice.reports.edition import Edition

    Writer = Callable[[Path, Iterable[ExportPost], Edition], int]

Format = Literal["csv", "xlsx", "json", "pdf"]
LONG: Final = 1_000
"""Posts from which a PDF takes minutes and nobody reads it to its end."""
FORMATS: Final[tuple[Format, ...]] = get_args(Format)


def _csv() -> Writer:
    from brandvoice.reports.table import write_table

    return write_table


def _xlsx() -> Writer:
    from brandvoice.reports.workbook import write_workbook

    return write_workbook


def _json() -> Writer:
    from brandvoice.reports.data import write_data

    return write_data


def _pdf() -> Writer:
    from brandvoice.reports.document import write_document

    return write_document


# A new format is a module of its own and a line here; what it needs is imported when it is needed.
_WRITERS: Final[dict[Format, Callable[[], Writer]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "pdf": _pdf,
}


def write(
    format: Format,  # noqa: A002 - the reader's own word
    path: Path,
    posts: Iterable[ExportPost],
    edition: Edition,
) -> int:
    """Writes the entries of `posts` as they come to `path`; how many there were.

    Whatever is raised while it writes, by `posts` too, leaves `path` as it was. Raises UserError
    (`report.…`) when it cannot be written.
    """
    # Before anything is written: a Ctrl+C in the middle of an import is lost on Python.
    writer = _WRITERS[format]()
    with replacement(path) as unfinished:
        return writer(unfinished, posts, edition)
