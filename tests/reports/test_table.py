"""The CSV opens rightly in a spreadsheet, gives back what was written, and never runs anything."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandvoice.post.normal import fingerprint, normalise
from brandvoice.reports import write
from brandvoice.reports.harmless import as_written, harmless
from brandvoice.words import LANGUAGES, say
from tests.reports.records import ANCHORS, TEXT, edition, post, row
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.export_row import ExportRow
    from brandvoice.words import Language


def table(path: Path, *rows: ExportRow, language: Language = "id") -> list[dict[str, str]]:
    """What a spreadsheet reads: the rows by column heading, anchors included."""
    count = write("csv", path, [post(*rows)], edition(language))
    assert count == len(rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_tells_who_when_what_and_why(tmp_path: Path, language: Language) -> None:
    first, *_ = table(tmp_path / "riwayat.csv", row(), language=language)

    def cell(column: str) -> str:
        return first[say(language, f"report.column.{column}")]

    assert cell("seq") == "1"
    assert cell("at") == "2026-11-21T10:16:30+07:00"
    assert cell("at_utc") == "2026-11-21T03:16:30+00:00"
    assert cell("name") == "Rina"
    assert cell("kind") == say(language, "event.post_approved")
    assert cell("meaning") == say(language, "meaning.post_approved")
    assert cell("reason") == "Sudah sesuai"
    assert cell("state") == say(language, "state.approved")
    assert cell("channels") == "instagram, x"
    assert cell("text") == TEXT
    assert cell("fingerprint") == fingerprint(TEXT)
    assert "claim/superlative" in cell("findings")
    assert "termurah se-Bandung" in cell("findings")
    assert say(language, "severity.warning") in cell("findings")
    assert "Budi" in cell("waivers")
    assert "Ada surveinya" in cell("waivers")
    assert cell("hash") == row().hash


def test_it_starts_with_the_mark_that_excel_needs(tmp_path: Path) -> None:
    table(tmp_path / "a.csv", row())
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_anchors_stand_in_the_last_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = table(path, row(), row(2))
    tail = rows[2:]
    assert len(tail) == len(ANCHORS)
    for found, anchor in zip(tail, ANCHORS, strict=True):
        assert found["Hash catatan"] == anchor.hash
        assert str(anchor.count) in found["Artinya"]
        assert anchor.origin in found["Nomor catatan"]


def test_erased_words_are_said_to_be_erased(tmp_path: Path) -> None:
    first, *_ = table(tmp_path / "a.csv", row(text=None, reason=None))
    assert first["Teks"] == first["Alasan"] == say("id", "report.erased")
    assert first["Sidik jari teks (SHA-256)"] == fingerprint(TEXT)
    assert "termurah" not in first["Temuan saat diperiksa"]


def test_a_named_zone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write("csv", path, [post(row())], edition(zone=ZoneInfo("Asia/Jayapura")))
    assert "2026-11-21T12:16:30+09:00" in path.read_text(encoding="utf-8-sig")


DANGEROUS = [
    "=1+1",
    "+62812",
    "-5",
    "@toko",
    "\t=1",
    "  =1+1",
    "＝1",
    "'=1",
    "'",
    "- kopi\n- teh",
    "\n=1",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.sampled_from(DANGEROUS), posts()), reason=st.sampled_from(DANGEROUS))
def test_no_cell_begins_a_formula_and_every_text_comes_back(
    tmp_path: Path, text: str, reason: str
) -> None:
    first, *_ = table(tmp_path / "a.csv", row(text=text, reason=reason, name=reason))
    for cell in first.values():
        assert not cell.lstrip().startswith(
            ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
        )
    assert as_written(first["Teks"]) == normalise(text)
    assert fingerprint(as_written(first["Teks"])) == first["Sidik jari teks (SHA-256)"]
    assert as_written(first["Alasan"]) == reason


@given(st.text())
def test_making_harmless_can_be_undone(cell: str) -> None:
    assert as_written(harmless(cell)) == cell


@given(st.text())
def test_making_harmless_leaves_other_cells_alone(cell: str) -> None:
    if cell and cell[0].isalnum():
        assert harmless(cell) == cell
