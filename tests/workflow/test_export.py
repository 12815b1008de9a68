"""The approval history as a file that a stranger can read and check."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pypdf import PdfReader

from brandvoice.approval.chain import Entry, seal
from brandvoice.approval.event import TextErased
from brandvoice.approval.flow import Flow, Stage
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.reports import FORMATS
from brandvoice.workflow.desk import Desk, HistoryFilter
from brandvoice.workspace.workspace import Workspace
from tests.deciding import BRAND, RULES, TEXT, Clock, Team, found, review_of, signer_of

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.reports import Format

EVERYTHING = HistoryFilter()
UNTIL = datetime(2027, 1, 31, tzinfo=UTC)


def exported(desk: Desk, path: Path, asked: HistoryFilter = EVERYTHING) -> Any:
    assert desk.export(asked, "json", path, "id") > 0
    return json.loads(path.read_text(encoding="utf-8"))


def told(document: Any) -> list[Any]:
    return [entry["told"] for post in document["posts"] for entry in post["entries"]]


def test_every_entry_of_what_is_found_stands_in_the_file(team: Team, tmp_path: Path) -> None:
    blocker = found(TEXT, "termurah", "blocker")
    post = team.submitted(TEXT, blocker)
    team.desk.waive(post.id, blocker, TEXT, "ada survei", team.both)
    team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT, blocker), "oke")
    team.desk.change_person(team.approver, "Bayu Pratama", ["approver"], team.writer)
    team.rejected("Diskon 90%")
    asked = HistoryFilter(query="termurah")
    document = exported(team.desk, tmp_path / "history.json", asked)
    rows = told(document)
    assert [row["kind"] for row in rows] == [
        "post_started",
        "draft_submitted",
        "finding_waived",
        "post_approved",
    ]
    assert [row["name"] for row in rows] == ["Dewi", "Dewi", "Rina", "Bayu"]
    assert [row["reason"] for row in rows] == ["", "", "ada survei", "oke"]
    approval = rows[-1]
    assert approval["text"] == TEXT
    assert approval["fingerprint"] == fingerprint(TEXT)
    assert (approval["rules"], approval["brand"]) == (RULES, BRAND)
    assert (document["posts"][0]["state"], approval["version"]) == ("approved", 1)
    assert [finding["words"] for finding in approval["findings"]] == ["termurah"]
    (waiver,) = approval["waivers"]
    assert (waiver["name"], waiver["reason"], waiver["words"]) == ("Rina", "ada survei", "termurah")
    assert rows[2]["waivers"] == [waiver]
    assert rows[0]["waivers"] == []


def test_every_hash_can_be_computed_again_from_the_file(team: Team, tmp_path: Path) -> None:
    team.approved()
    team.superseded("Kopi")
    document = exported(team.desk, tmp_path / "history.json")
    rows = [row for post in document["posts"] for row in post["entries"]]
    stored = [*document["people"], *rows]
    entries = [Entry(**{column: row[column] for column in Entry._fields}) for row in stored]
    assert len(rows) == 8
    assert len(entries) == team.desk.info().entries
    assert all(seal(entry) == entry.hash for entry in entries)
    (anchor,) = document["anchors"]
    info = team.desk.info()
    assert (anchor["count"], anchor["hash"]) == (info.entries, info.newest)


def test_the_fingerprint_of_every_text_can_be_computed_again(team: Team, tmp_path: Path) -> None:
    team.approved("Kopi 😀 👨‍👩‍👧‍👦\u200b é")
    team.superseded("Diskon\u00a090% 🇮🇩")
    team.returned()
    document = exported(team.desk, tmp_path / "history.json")
    texts = {digest: text for post in document["posts"] for digest, text in post["texts"].items()}
    assert len(texts) == 5
    for digest, text in texts.items():
        assert hashlib.sha256(text.encode()).hexdigest() == digest
    for post in document["posts"]:
        for entry in post["entries"]:
            payload = json.loads(entry["payload"])
            typed = {payload.get(name) for name in ("text", "reason", "note")} - {None}
            assert typed <= post["texts"].keys()


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_is_an_anchor_for_a_later_proof(
    team: Team, tmp_path: Path, format_: Format
) -> None:
    team.approved()
    export = tmp_path / "history"
    team.desk.export(EVERYTHING, format_, export, "en")
    team.approved("Kopi")
    assert team.desk.verify(anchors=[export]).intact
    team.desk.close()
    path = tmp_path / "workspace.sqlite3"
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DROP TRIGGER event_is_never_deleted")
        plain.execute("DELETE FROM event WHERE seq > 5")
        plain.execute("DELETE FROM post_state")
    desk = Desk.open(path)
    desk.rebuild()
    assert desk.verify().intact
    broken = desk.verify(anchors=[export]).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (6, "cut")


def test_a_file_that_is_no_export_is_no_anchor(team: Team, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("halo", encoding="utf-8")
    with pytest.raises(UserError):
        team.desk.verify(anchors=[other])


def test_erased_words_are_named_as_gone_and_break_nothing(tmp_path: Path) -> None:
    team = Team(tmp_path / "workspace.sqlite3")
    post = team.approved("Nomor Bu Ani 0812")
    team.desk.close()
    words = fingerprint("Nomor Bu Ani 0812")
    workspace = Workspace.open(tmp_path / "workspace.sqlite3", Clock())
    with workspace.writing() as book:
        erased, signer = TextErased(words, fingerprint("diminta")), signer_of(team.writer)
        book.record(team.writer, post.id, [erased], ["diminta"], signer)
        book.connection.execute("UPDATE text SET content = NULL WHERE digest = ?", (words,))
        book.settle(post.id)
    desk = Desk(workspace, None)
    rows = told(exported(desk, tmp_path / "history.json"))
    assert [row["text"] for row in rows] == [None] * 4
    assert [row["fingerprint"] for row in rows] == [None, words, words, words]
    assert desk.verify(anchors=[tmp_path / "history.json"]).intact


def test_progress_is_told_and_stopping_leaves_no_file(team: Team, tmp_path: Path) -> None:
    for n in range(5):
        team.approved(f"Kopi {n}")
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    export = tmp_path / "history.csv"
    assert team.desk.export(EVERYTHING, "csv", export, "id", go_on) == 15
    assert told == [(n, 5) for n in range(1, 6)]
    export.unlink()
    assert team.desk.export(EVERYTHING, "csv", export, "id", lambda done, _: done < 3) == 0
    assert {file.name for file in tmp_path.iterdir()} == {
        "home",
        "workspace.sqlite3",
        "workspace.sqlite3-shm",
        "workspace.sqlite3-wal",
    }


def test_a_target_that_cannot_be_written_is_named_and_the_workspace_is_not(
    team: Team, tmp_path: Path
) -> None:
    team.approved()
    with pytest.raises(UserError) as told:
        team.desk.export(EVERYTHING, "csv", tmp_path / "no folder" / "history.csv", "id")
    assert told.value.key.startswith("report.")
    assert team.desk.posts()


def test_more_than_a_page_is_exported_newest_change_first(team: Team, tmp_path: Path) -> None:
    posts = [team.draft(f"Kopi {n}") for n in range(230)]
    found = exported(team.desk, tmp_path / "history.json")["posts"]
    assert [row["id"] for row in found] == [post.id for post in reversed(posts)]
    assert team.desk.count(HistoryFilter(query="kopi")) == 230


def test_a_table_has_the_same_words(team: Team, tmp_path: Path) -> None:
    team.approved("=SUM(A1)\nKopi 😀")
    export = tmp_path / "history.csv"
    team.desk.export(EVERYTHING, "csv", export, "id")
    with export.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert any("Kopi 😀" in cell for cell in cells)
    assert not any(cell.startswith("=") for cell in cells)


def test_stages_slots_and_waivers_for_the_brand_are_told(team: Team, tmp_path: Path) -> None:
    stages = (Stage("Redaksi", "any", (team.approver,)), Stage("Hukum", "all", (team.both,)))
    team.desk.set_flow(Flow(stages), team.approver)
    claim = found(TEXT, "termurah")
    post = team.submitted(TEXT, claim)
    team.desk.waive_everywhere(post.id, claim, "ada survei", UNTIL, team.approver)
    for by in (team.approver, team.both):
        team.desk.approve(post.id, TEXT, by, review_of(TEXT, claim))
    document = exported(team.desk, tmp_path / "history.json")
    rows = told(document)
    assert [row["stage"] for row in rows] == ["", "", "Redaksi", "Hukum"]
    assert "Redaksi" in rows[1]["detail"]
    assert rows[-1]["detail"] == "Untuk Instagram, X"
    assert "semua dari Rina" in rows[1]["detail"]
    (waiver,) = rows[-1]["waivers"]
    assert (waiver["brandwide"], waiver["reason"], waiver["name"]) == (True, "ada survei", "Bayu")
    about_people = "\n".join(row["told"]["detail"] for row in document["people"])
    assert "Tahap 1: Redaksi: salah satu dari Bayu" in about_people
    assert "claim/superlative" in about_people
    assert "ada survei" in document["texts"].values()


def test_every_signature_can_be_checked_from_the_file_alone(team: Team, tmp_path: Path) -> None:
    team.approved()
    document = exported(team.desk, tmp_path / "history.json")
    keys = {
        (payload["person"], payload["key"])
        for row in document["people"]
        if row["kind"] == "key_added" and (payload := json.loads(row["payload"]))
    }
    signed = [row for row in document["posts"][0]["entries"] if row["signature"]]
    assert "post_approved" in [row["kind"] for row in signed]
    for row in signed:
        key, signature = map(bytes.fromhex, row["signature"].split("."))
        assert (row["actor"], key.hex()) in keys
        assert (row["told"]["public_key"], row["told"]["signature"]) == (key.hex(), signature.hex())
        Ed25519PublicKey.from_public_bytes(key).verify(signature, signed_bytes(row))


def signed_bytes(row: Any) -> bytes:
    """As `database/README.md` describes them."""
    header = "prev_hash origin origin_seq event_id occurred_at actor kind version"
    columns = [*header.split(), "post_id", "payload"]
    frame = b"17:brandvoice-record,1:1,"
    for column in columns:
        field = None if row[column] is None else str(row[column]).encode()
        frame += b"-," if field is None else b"%d:%b," % (len(field), field)
    return hashlib.sha256(frame).digest()


def test_a_document_shows_who_approved_at_which_stage(team: Team, tmp_path: Path) -> None:
    stages = (Stage("Redaksi", "any", (team.approver,)), Stage("Hukum", "all", (team.both,)))
    team.desk.set_flow(Flow(stages), team.approver)
    post = team.submitted()
    for by in (team.approver, team.both):
        team.desk.approve(post.id, TEXT, by, review_of(TEXT))
    export = tmp_path / "history.pdf"
    team.desk.export(EVERYTHING, "pdf", export, "en")
    sheet = " ".join(PdfReader(export).pages[2].extract_text().split())
    before, _, _ = sheet.partition("Channels:")
    assert "Stage approved: Bayu" in before
    assert "Approved: Rina" in before
    assert "stage “Hukum”" in before
    assert ", key " in before
