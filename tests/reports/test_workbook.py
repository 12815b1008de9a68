"""The workbook: every word as it was typed, real dates, nothing that runs, at any length."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from brandvoice.reports import workbook, write
from brandvoice.reports.cell import LONGEST, fitting
from brandvoice.reports.wording import COLUMNS
from brandvoice.words import LANGUAGES, say
from tests.reports.records import ANCHORS, TEXT, edition, person, post, row
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.export_row import ExportRow
    from brandvoice.words import Language


def book(path: Path, *rows: ExportRow, language: Language = "id") -> Any:
    assert write("xlsx", path, [post(one) for one in rows], edition(language)) == len(rows)
    return load_workbook(path)


def cells(sheet: Any, language: Language = "id") -> list[dict[str, Any]]:
    """Rows by column; the headings are those of the language."""
    head, *rows = sheet.iter_rows(values_only=True)
    names = {say(language, f"report.column.{column}"): column for column in (*COLUMNS, *OTHERS)}
    return [dict(zip([names[one] for one in head], one, strict=True)) for one in rows]


OTHERS = ("zone", "person", "roles", "key")


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_sheets_in_the_readers_language(tmp_path: Path, language: Language) -> None:
    found = book(tmp_path / "a.xlsx", row(), row(2), language=language)
    assert found.sheetnames == [
        say(language, f"report.sheet.{sheet}") for sheet in ("record", "people", "about")
    ]
    record, people, about = found.worksheets
    first, _second = cells(record, language)
    assert first["at"] == datetime(2026, 11, 21, 10, 16, 30)  # noqa: DTZ001 - cells have no zone
    assert first["at_utc"] == datetime(2026, 11, 21, 3, 16, 30)  # noqa: DTZ001 - the same
    assert first["zone"] == "UTC+07:00"
    assert (first["name"], first["reason"], first["text"]) == ("Rina", "Sudah sesuai", TEXT)
    assert first["state"] == say(language, "state.approved")
    assert first["hash"] == row().hash
    assert "Ada surveinya" in first["waivers"]
    (key,) = cells(people, language)
    assert (key["person"], key["key"]) == ("Rina", "ab" * 32)
    assert key["hash"] == person().entry.hash
    words = "\n".join(str(cell.value) for (cell,) in about.iter_rows())
    for anchor in ANCHORS:
        assert anchor.hash in words
    assert say(language, "report.about.not") in words
    assert "Toko Rempah & Kopi" in words


def test_the_heading_stays_and_words_wrap(tmp_path: Path) -> None:
    record = book(tmp_path / "a.xlsx", row()).worksheets[0]
    assert record.freeze_panes == "C2"
    assert record["A1"].font.bold
    text = next(cell for cell in record[2] if cell.value == TEXT)
    assert text.alignment.wrap_text
    assert record.column_dimensions[text.column_letter].width > 50


def test_a_signature_is_shown_with_its_key(tmp_path: Path) -> None:
    key, signature = "ab" * 32, "cd" * 64
    written = row(signature=f"{key}.{signature}")
    (found,) = cells(book(tmp_path / "a.xlsx", written).worksheets[0])
    assert (found["public_key"], found["signature"]) == (key, signature)


DANGEROUS = [
    "=1+1",
    '=HYPERLINK("x")',
    "+6281",
    "@a",
    "http://a.id/b",
    "5",
    "007",
    "_x0041_",
    "\x01",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.sampled_from(DANGEROUS), posts()), reason=st.sampled_from(DANGEROUS))
def test_every_text_comes_back_as_a_text(tmp_path: Path, text: str, reason: str) -> None:
    found = book(tmp_path / "a.xlsx", row(text=text, reason=reason))
    (first,) = cells(found.worksheets[0])
    assert (first["text"] or "") == unescaped(fitting(text, "id"))
    assert first["reason"] == unescaped(reason)
    for cell in found.worksheets[0][2]:
        assert cell.data_type in {"s", "inlineStr", "d", "n"}
        assert cell.data_type != "n" or cell.value is None
    assert b"<f>" not in ZipFile(tmp_path / "a.xlsx").read("xl/worksheets/sheet1.xml")


def unescaped(text: str) -> str:
    """As openpyxl gives it back: it leaves the escapes of control characters as they are."""
    from xlsxwriter.xmlwriter import XMLwriter

    escaped = XMLwriter._escape_control_characters(text)  # noqa: SLF001 - the writer's own escapes
    return str(escaped).replace("\r\n", "\n").replace("\r", "\n")


def test_a_text_too_long_for_a_cell_says_so_and_keeps_its_characters_whole(tmp_path: Path) -> None:
    family = "👨‍👩‍👧‍👦"
    text = family * 5_000
    (first,) = cells(book(tmp_path / "a.xlsx", row(text=text)).worksheets[0])
    kept, _, note = first["text"].partition("…")
    assert kept == family * (len(kept) // len(family))
    assert kept
    assert "35000" in note
    assert LONGEST - 20 < len(first["text"].encode("utf-16-le")) // 2 <= LONGEST


def test_what_fits_is_left_alone() -> None:
    for text in ("a" * LONGEST, "😀" * (LONGEST // 2)):
        assert fitting(text, "en") == text
        assert fitting(f"{text}aa", "en") != text


def test_more_than_a_sheet_holds_goes_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROWS", 2)
    found = book(tmp_path / "a.xlsx", *(row(seq) for seq in range(1, 6)), language="en")
    assert found.sheetnames[:3] == ["Record", "Record 2", "Record 3"]
    rows = [one["seq"] for sheet in found.worksheets[:3] for one in cells(sheet, "en")]
    assert rows == ["1", "2", "3", "4", "5"]
