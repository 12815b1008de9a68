"""Every export says which sources stood at a decision, and names their files by digest."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from brandvoice.post.span import Span
from brandvoice.resources import shipped
from brandvoice.workflow.desk import HistoryFilter
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.handover import Handing
from brandvoice.workflow.sourcing import Sourcing
from tests.deciding import TEXT, Team, found, review_of, signer_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

BYTES = b"=cmd|' /C calc'!A0"
DIGEST = hashlib.sha256(BYTES).hexdigest()
SAID = "Survei 12 toko, Dinas Perdagangan, 3 Mei 2026 😀"
LINK = "https://contoh.test/survei"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survei.csv"
    path.write_bytes(BYTES)
    return path


def told(team: Team, survey: Path) -> str:
    """A post approved with one source, and another one added since; its id."""
    claim = found(TEXT, "termurah")
    post = team.submitted(TEXT, claim)
    add = Sourcing(team.desk).add
    add(post.id, TEXT, SAID, team.writer, Span(6, 14), LINK, survey)
    team.desk.waive(post.id, claim, TEXT, f"Sumber: {SAID}", team.approver)
    team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT, claim))
    add(post.id, TEXT, "Belakangan", team.writer)
    return post.id


def exported(team: Team, format: str, tmp_path: Path) -> Path:  # noqa: A002 - as the desk calls it
    path = tmp_path / f"history.{format}"
    team.desk.export(HistoryFilter(), format, path, "en")  # type: ignore[arg-type]  # one of ours
    return path


def entries(path: Path) -> dict[str, Any]:
    document = json.loads(path.read_text(encoding="utf-8"))
    return {one["kind"]: one for one in document["posts"][0]["entries"]}


def checked_alone(path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    script = shipped("resources", "verifier", "brandvoice_verify.py")
    return subprocess.run(
        [sys.executable, "-I", str(script), str(path), "--language", "en", *more],
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def test_json_names_them_and_holds_no_file(team: Team, survey: Path, tmp_path: Path) -> None:
    told(team, survey)
    path = exported(team, "json", tmp_path)
    (source,) = entries(path)["post_approved"]["told"]["sources"]
    assert (source["words"], source["said"], source["address"]) == ("termurah", SAID, LINK)
    assert (source["file_name"], source["size"]) == ("survei.csv", len(BYTES))
    assert (source["digest"], source["erased"], source["name"]) == (DIGEST, False, "Dewi")
    payload = json.loads(entries(path)["post_approved"]["payload"])
    added = [one for one in rows_of(path) if one["kind"] == "source_added"]
    assert payload["checked"]["sources"] == [added[0]["hash"]]
    assert "calc" not in path.read_text(encoding="utf-8")


def rows_of(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["posts"][0]["entries"]
    return rows


def test_a_stranger_checks_the_export_and_a_file_given_beside(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    told(team, survey)
    path = exported(team, "json", tmp_path)
    good = checked_alone(path, "--file", str(survey))
    assert (good.returncode, "kept as a source" in good.stdout) == (0, True), good.stdout
    survey.write_bytes(BYTES + b"!")
    other = checked_alone(path, "--file", str(survey))
    assert (other.returncode, "not named as a source" in other.stdout) == (1, True)


def test_a_stranger_checks_the_files_in_a_hand_over(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    post = told(team, survey)
    path = tmp_path / "posts.bvreview"
    Handing(team.desk).send([post], path, "en", signer_of(team.writer))
    assert checked_alone(path).returncode == 0
    swapped = tmp_path / "swapped.bvreview"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(swapped, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"lain" if name.startswith("files/") else old.read(name))
    answer = checked_alone(swapped)
    assert (answer.returncode, "not the file that was recorded" in answer.stdout) == (1, True)


def test_tables_list_them_and_say_what_was_erased(team: Team, survey: Path, tmp_path: Path) -> None:
    post = told(team, survey)
    file = team.desk.post(post).sources[0].file
    assert file
    target = Target((post,), file=file.digest)
    Eraser(team.desk).erase(target, "diminta", team.approver)
    with exported(team, "csv", tmp_path).open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    approval = next(row for row in rows if row["What happened"] == "Approved")
    for part in ("“termurah”", SAID, LINK, DIGEST, f"{len(BYTES)} bytes", "erased", "Dewi"):
        assert part in approval["Sources"]
    assert "Belakangan" not in approval["Sources"]
    assert exported(team, "xlsx", tmp_path).stat().st_size
    approved = entries(exported(team, "json", tmp_path))["post_approved"]
    assert approved["told"]["sources"][0]["erased"]


def test_the_sheet_lists_them_beside_the_finding_and_the_decision(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    told(team, survey)
    reader = PdfReader(exported(team, "pdf", tmp_path))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "With one source beside the words" in words
    assert "Source: Survei 12 toko" in words
    assert f"{len(BYTES)} bytes" in words
