"""Every kind of export says what really went out: words, places, times, approver or that there was
none, and who prepared it."""

from __future__ import annotations

import csv
import json
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.words import LANGUAGES, say
from brandvoice.workflow.desk import HistoryFilter
from brandvoice.workflow.handover import Handing
from tests.deciding import TEXT, Team
from tests.reports.test_verifier import changed, entry_of, verified

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.reports import Format
    from brandvoice.words import Language

LINK = "=https://example.com/p/1"
OTHER = "Serum paling murah 😀"


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A post that went out as approved and is gone again, and also went out with other words."""
    team = Team(tmp_path / "workspace.sqlite3")
    post = team.approved()
    team.desk.mark_posted(post.id, Posted(TEXT, ("instagram",), team.clock.time, LINK), team.writer)
    team.clock.time += timedelta(hours=2)
    down = TakenDown(("instagram",), team.clock.time, "promo selesai")
    team.desk.mark_taken_down(post.id, down, team.writer)
    team.desk.mark_posted(post.id, Posted(OTHER, ("x",), team.clock.time), team.both)
    return team


def export(team: Team, kind: Format, language: Language = "id") -> Path:
    path = team.desk.path.with_name(f"out.{kind}")
    team.desk.export(HistoryFilter(), kind, path, language)
    return path


def rows_of(table: list[list[Any]], language: Language) -> list[dict[str, str]]:
    head, *rows = table
    kind = head.index(say(language, "report.column.kind"))
    out = say(language, "event.post_published")
    return [dict(zip(head, row, strict=True)) for row in rows if row[kind] == out]


def test_a_table_has_columns_for_it(team: Team) -> None:
    with export(team, "csv", "en").open(encoding="utf-8-sig", newline="") as file:
        approved, other = rows_of(list(csv.reader(file)), "en")
    assert approved["Text"] == TEXT
    assert approved["Went out"].startswith("2026-11-21T02:00:")
    assert approved["Taken down"].startswith("2026-11-21T04:00:")
    assert approved["Link"] == f"'{LINK}"
    assert approved["Approved by"].startswith("Bayu (2026-11-21T02:00:")
    assert other["Text"] == OTHER
    assert other["Approved by"] == "WENT OUT WITHOUT APPROVAL"
    assert other["What it means"].startswith("WENT OUT WITHOUT APPROVAL")
    assert {one["Prepared by"] for one in (approved, other)} == {"Dewi"}


def test_a_workbook_has_them_too(team: Team) -> None:
    sheet = load_workbook(export(team, "xlsx", "id")).worksheets[0]
    table = [[cell.value for cell in row] for row in sheet.iter_rows()]
    approved, other = rows_of(table, "id")
    assert approved["Disetujui oleh"].startswith("Bayu")
    assert approved["Tautan"] == LINK
    assert other["Disetujui oleh"] == "TERBIT TANPA PERSETUJUAN"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_off_sheet_says_so_loudly(team: Team, language: Language) -> None:
    pages = PdfReader(export(team, "pdf", language)).pages
    sheet = "".join("".join(page.extract_text() for page in pages[2:]).split())

    def said(key: str, **blanks: object) -> bool:
        return "".join(say(language, f"publication.{key}", **blanks).split()) in sheet

    assert sheet.count("".join(say(language, "publication.alarm").split())) >= 3
    assert said("differs", version=1)
    assert said("prepared", names="Dewi")
    assert said("link", address=LINK)
    assert "promoselesai" in sheet
    assert "palingmurah" in sheet


def test_the_data_and_the_verifier_agree(team: Team) -> None:
    path = export(team, "json")
    approved, other = json.loads(path.read_text(encoding="utf-8"))["posts"][0]["published"]
    assert (approved["standing"], approved["approvers"]) == ("approved", ["Bayu"])
    assert approved["until"].startswith("2026-11-21T04:00")
    assert (other["standing"], other["authors"], other["by"]) == ("differs", ["Dewi"], "Rina")
    assert verified(path).returncode == 0


def _blessed(document: Any) -> None:
    document["posts"][0]["published"][1]["standing"] = "approved"


def _earlier(document: Any) -> None:
    document["posts"][0]["published"][0]["at"] = "2026-11-20T02:00:00+00:00"


def _invented(document: Any) -> None:
    document["posts"][0]["published"][0]["entry"] = entry_of(document, "post_started")["hash"]


def _link(document: Any) -> None:
    texts = document["posts"][0]["texts"]
    texts[next(of for of, words in texts.items() if words == LINK)] = "https://example.com/2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_blessed, "keterangan"),
        (_earlier, "keterangan"),
        (_invented, "keterangan"),
        (_link, "bukan teks yang dulu"),
    ],
)
def test_what_is_told_otherwise_is_named(
    team: Team, change: Callable[[Any], None], said: str
) -> None:
    found = verified(changed(export(team, "json"), change))
    assert found.returncode == 1
    assert said in found.stdout


def test_the_page_in_a_hand_over_file_says_so_too(team: Team) -> None:
    path = team.desk.path.with_name("out.bvreview")
    posts = [post.id for post in team.desk.posts()]
    Handing(team.desk).send(posts, path, "id", team.signers[team.writer])
    with zipfile.ZipFile(path) as file:
        page = file.read("view.html").decode()
    for language in LANGUAGES:
        assert say(language, "publication.differs", version=1) in page
    assert OTHER in page
    assert verified(path).returncode == 0
