"""The history as a workbook: a sheet of entries, one of people and keys, one about the file.

Written by XlsxWriter row by row to the disk: a million entries need no more memory than ten.
Every text is written as a string: nothing in it is ever a formula, a link or a number.
"""

from __future__ import annotations

from datetime import UTC
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from brandvoice.reports.cell import fitting
from brandvoice.reports.wording import COLUMNS, Wording
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost
    from brandvoice.reports.edition import Edition

ROWS: Final = 1_000_000
"""Entries on one sheet; Excel opens 1,048,576 rows."""

RECORD: Final = ("at", "zone", *(column for column in COLUMNS if column != "at"))
PEOPLE: Final = (
    "at",
    "zone",
    "at_utc",
    "seq",
    "kind",
    "person",
    "roles",
    "key",
    "name",
    "meaning",
    "detail",
    "reason",
    "origin",
    "prev_hash",
    "hash",
    "signature",
    "public_key",
)
_WIDTHS: Final = {
    "at": 18, "at_utc": 18, "zone": 11, "seq": 10, "name": 20, "kind": 22, "stage": 16,
    "meaning": 34, "detail": 40, "reason": 34, "title": 30, "state": 20, "channels": 20,
    "version": 9, "text": 60, "findings": 44, "waivers": 44, "sources": 44,
    "went_out": 34, "taken_down": 24, "address": 34, "approved_by": 34, "prepared_by": 22,
    "person": 22, "roles": 18, "key": 30,
}  # fmt: skip
_PLAIN: Final = 20
_MOMENTS: Final = ("at", "at_utc")


class Workbook:
    """The open workbook of one edition."""

    def __init__(self, path: Path, edition: Edition, scratch: str) -> None:
        from xlsxwriter import Workbook as Book

        self._edition = edition
        self._wording = Wording(edition)
        self.book = Book(str(path), {"constant_memory": True, "tmpdir": scratch})
        self.book.set_properties({"comments": "\n".join(self._marks())})
        self._head = self.book.add_format(
            {"bold": True, "bg_color": "#E1F0EE", "font_color": "#0F6E66", "border": 0, "bottom": 1,
             "bottom_color": "#0F6E66", "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        self._moment = self.book.add_format(
            {"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top", "align": "left"}
        )
        # The mark in front of a cell that keeps a program from reading a formula when it is edited.
        self._words = self.book.add_format(
            {"text_wrap": True, "valign": "top", "quote_prefix": True, "num_format": "@"}
        )
        self._title = self.book.add_format({"bold": True, "font_size": 16, "valign": "top"})

    def record(self, posts: Iterable[ExportPost]) -> int:
        """The sheets of entries; how many entries there were."""
        written = 0
        sheet = self._sheet("report.sheet.record", RECORD)
        for post in posts:
            for row in post.rows:
                if written and written % ROWS == 0:
                    sheet = self._sheet("report.sheet.record", RECORD, written // ROWS + 1)
                self._row(sheet, written % ROWS + 1, RECORD, self._wording.entry(row), row.at)
                written += 1
        return written

    def people(self) -> None:
        """The sheet of people, their keys, and everything else that is about no post."""
        sheet = self._sheet("report.sheet.people", PEOPLE)
        for place, row in enumerate(self._edition.people):
            self._row(sheet, place + 1, PEOPLE, self._wording.about_person(row), row.at)

    def about(self, written: int) -> None:
        """What the file is, what it proves and what not, and where the record stood."""
        edition, language = self._edition, self._edition.language
        sheet = self.book.add_worksheet(self._wording.say("report.sheet.about"))
        sheet.set_column(0, 0, 110, self._words)
        sheet.write_string(0, 0, self._wording.say("report.about.title"), self._title)
        made = say(
            language,
            "report.about.made",
            at=self._wording.moment(edition.generated_at),
            zone=edition.zone_name,
        )
        held = say(language, "report.about.held", count=written)
        lines = [edition.business, edition.scope, made, held, ""]
        lines += [self._wording.say(f"report.about.{key}") for key in ("proves", "not", "check")]
        lines += [""]
        for anchor in self._wording.anchors():
            lines += [anchor["meaning"], anchor["seq"]]
        for place, line in enumerate(lines):
            sheet.write_string(place + 1, 0, fitting(line, language), self._words)

    def _sheet(self, key: str, columns: tuple[str, ...], number: int = 1) -> Any:
        name = self._wording.say(key)
        sheet = self.book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 2)
        sheet.set_row(0, 32)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, _PLAIN))
            sheet.write_string(0, place, self._wording.heading(column), self._head)
        return sheet

    def _row(
        self,
        sheet: Any,
        place: int,
        columns: tuple[str, ...],
        cells: Mapping[str, str],
        at: datetime,
    ) -> None:
        local = self._edition.local(at)
        moments = {"at": local, "at_utc": at.astimezone(UTC)}
        for column, name in enumerate(columns):
            if name in _MOMENTS:
                shown = moments[name].replace(tzinfo=None, microsecond=0)
                sheet.write_datetime(place, column, shown, self._moment)
            elif words := _zone(local) if name == "zone" else cells[name]:
                shown_words = fitting(words, self._edition.language)
                sheet.write_string(place, column, shown_words, self._words)

    def _marks(self) -> list[str]:
        return [anchor["seq"] for anchor in self._wording.anchors()]


def write_workbook(path: Path, posts: Iterable[ExportPost], edition: Edition) -> int:
    """Writes the entries of `posts` to `path` as they come; how many there were.

    What is written meanwhile lies beside `path` and goes with it, whatever happens.
    """
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(dir=path.parent, prefix=".", suffix=".part") as scratch:
        workbook = Workbook(path, edition, scratch)
        try:
            written = workbook.record(posts)
            workbook.people()
            workbook.about(written)
            workbook.book.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            for sheet in workbook.book.worksheets():
                sheet.row_data_fh.close()
    return written


def _zone(at: datetime) -> str:
    offset = at.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}"
