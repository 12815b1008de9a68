"""The stand-alone verifier, as a stranger runs it: one file, an export, no Brandvoice."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.approval.chain import Entry, seal, unsigned_digest
from brandvoice.resources import shipped
from brandvoice.workflow.desk import HistoryFilter
from brandvoice.workflow.handover import Handing
from tests.deciding import TEXT, Team, found, review_of, signer_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Document = dict[str, Any]

VERIFIER = shipped("resources", "verifier", "brandvoice_verify.py")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Three posts: one approved with a waiver, one superseded, one rejected."""
    team = Team(tmp_path / "workspace.sqlite3")
    blocker = found(TEXT, "termurah", "blocker")
    post = team.submitted(TEXT, blocker)
    team.desk.waive(post.id, blocker, TEXT, "ada survei", team.approver)
    team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT, blocker), "oke 😀")
    team.superseded("Kopi baru")
    team.rejected("Diskon 90%")
    path = tmp_path / "history.json"
    team.desk.export(HistoryFilter(), "json", path, "id")
    team.desk.close()
    return path


def verified(path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What the verifier says, alone in a folder of its own and cut off from our modules."""
    alone = path.parent / "alone"
    alone.mkdir(exist_ok=True)
    script = shutil.copy(VERIFIER, alone)
    return subprocess.run(
        [sys.executable, "-I", script, str(path), *more],
        cwd=alone, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def changed(export: Path, change: Callable[[Document], None]) -> Path:
    document: Document = json.loads(export.read_text(encoding="utf-8"))
    change(document)
    path = export.with_name("changed.json")
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def by_lines(path: Path, *, last: str = "", first: str = "") -> Path:
    """The same document as Brandvoice lays it out, a post a line; `first` and `last` are smuggled
    in before the people and behind the posts."""
    document: Document = json.loads(path.read_text(encoding="utf-8"))
    people, posts = document.pop("people"), document.pop("posts")
    rows = [",".join(f"\n{json.dumps(one)}" for one in of) for of in (people, posts)]
    rest = json.dumps(document)
    other = path.with_name("lines.json")
    whole = f'{first}"people": [{rows[0]}\n], "posts": [{rows[1]}\n], {last}{rest[1:]}\n'
    other.write_text("{" + whole, encoding="utf-8")
    assert json.loads(other.read_text(encoding="utf-8"))
    return other


def entry_of(document: Document, kind: str) -> Document:
    entries = [entry for post in document["posts"] for entry in post["entries"]]
    return next(one for one in [*document["people"], *entries] if one["kind"] == kind)


def test_it_stands_alone() -> None:
    source = VERIFIER.read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else
                     [alias.name for alias in node.names])
    }  # fmt: skip
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_an_export_holds(export: Path) -> None:
    said = verified(export)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("UTUH")
    for name in ("Dewi", "Bayu", "Rina"):
        assert name in said.stdout
    assert verified(export, "--language", "en").stdout.startswith("INTACT")
    assert verified(export, "--anchor", str(export)).returncode == 0


def _payload(document: Document) -> None:
    entry = entry_of(document, "post_approved")
    entry["payload"] = entry["payload"].replace('"x"', '"tiktok"')


def _time(document: Document) -> None:
    entry_of(document, "post_approved")["occurred_at"] = "2026-01-01T00:00:00.000000Z"


def _resealed(document: Document) -> None:
    entry = entry_of(document, "post_rejected")
    entry["occurred_at"] = "2026-12-01T00:00:00.000000Z"
    entry["told"]["at"] = entry["occurred_at"]
    entry["hash"] = seal(Entry(**{name: entry[name] for name in Entry._fields}))
    document["anchors"][0]["hash"] = entry["hash"]


def _stranger(document: Document) -> None:
    entry = entry_of(document, "post_rejected")
    row = Entry(**{name: entry[name] for name in Entry._fields})
    entry["signature"] = signer_of("stranger").sign(unsigned_digest(row))
    entry["hash"] = seal(row._replace(signature=entry["signature"]))
    document["anchors"][0]["hash"] = entry["hash"]


def _unsigned(document: Document) -> None:
    entry = entry_of(document, "post_rejected")
    entry["signature"] = None
    entry["hash"] = seal(Entry(**{name: entry[name] for name in Entry._fields}))
    document["anchors"][0]["hash"] = entry["hash"]


def _exchanged(document: Document) -> None:
    texts = next(post["texts"] for post in document["posts"] if len(post["texts"]) > 1)
    (one, other), (words, others) = list(texts)[:2], list(texts.values())[:2]
    texts[one], texts[other] = others, words


def _gone(document: Document) -> None:
    for post in document["posts"]:
        post["texts"] = {}


def _misquoted(document: Document) -> None:
    entry_of(document, "post_approved")["told"]["name"] = "Rina"


def _misstated(document: Document) -> None:
    rejected = next(p for p in document["posts"] if p["state"] == "rejected")
    rejected["state"] = "approved"


def _twice(document: Document) -> None:
    entry = entry_of(document, "post_started")
    document["posts"][0]["entries"].append({**entry, "event_id": "x", "hash": "0" * 64})


def _keyless(document: Document) -> None:
    document["people"] = [one for one in document["people"] if one["kind"] != "key_added"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_payload, "diubah"),
        (_time, "lebih tua"),
        (_resealed, "tanda tangannya tidak cocok"),
        (_stranger, "bukan milik"),
        (_unsigned, "seharusnya ditandatangani"),
        (_exchanged, "bukan teks yang dulu"),
        (_gone, "teksnya tidak ada"),
        (_misquoted, "keterangan"),
        (_misstated, "disebut disetujui"),
        (_twice, "nomor yang sama"),
        (_keyless, "bukan milik"),
    ],
)
def test_what_was_tampered_with_is_named(
    export: Path, change: Callable[[Document], None], said: str
) -> None:
    tampered = changed(export, change)
    found_out = verified(tampered)
    assert found_out.returncode == 1
    assert verified(by_lines(tampered)).stdout == found_out.stdout, "however it is laid out"
    assert found_out.stdout.startswith("TIDAK UTUH")
    assert said in found_out.stdout


def test_nothing_is_read_that_another_reader_of_json_would_not_read(export: Path) -> None:
    said = verified(by_lines(export)).stdout
    assert "3 unggahan" in said
    none = json.dumps({"people": [], "posts": [], "texts": {}})[1:-1] + ", "
    assert verified(by_lines(export, first=none)).stdout == said, "what comes later counts"
    assert "0 unggahan" in verified(by_lines(export, last=none)).stdout
    broken = by_lines(export)
    broken.write_bytes(broken.read_bytes().replace(b'\n], "posts"', b',\n], "posts"'))
    assert verified(broken).returncode == 2
    broken = by_lines(export)
    broken.write_bytes(broken.read_bytes() + b"{}")
    assert verified(broken).returncode == 2


def test_a_cut_tail_is_named_with_an_earlier_export(export: Path) -> None:
    def cut(document: Document) -> None:
        last = document["anchors"][0]["count"]
        for post in document["posts"]:
            post["entries"] = [one for one in post["entries"] if one["origin_seq"] != last]
            post["state"] = "in_review"
        before = max(
            (one for post in document["posts"] for one in post["entries"]),
            key=lambda one: one["origin_seq"],
        )
        document["anchors"][0].update(count=before["origin_seq"], hash=before["hash"])

    shorter = changed(export, cut)
    assert verified(shorter).returncode == 0, "the file alone cannot tell"
    found_out = verified(shorter, "--anchor", str(export))
    assert found_out.returncode == 1
    assert "bukti terdahulu" in found_out.stdout


NO_EXPORTS = {
    "nothing": b"",
    "bytes": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "a list": b"[]",
    "another format": b'{"format": "x"}',
    "no lists": b'{"format":"brandvoice-export","version":1,"people":{},"anchors":3,"posts":""}',
    "no entries": b'{"format":"brandvoice-export","version":1,"people":[3],"anchors":[],'
    b'"posts":[],"texts":{}}',
    "half": b'{"format":"brandvoice-export","version":1,"people":[],"anchors":[],"posts":[{}],',
}


@pytest.mark.parametrize("content", NO_EXPORTS.values(), ids=NO_EXPORTS.keys())
def test_what_is_no_export_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    said = verified(path)
    assert (said.returncode, said.stdout) == (2, "")
    assert "bukan ekspor" in said.stderr
    assert verified(tmp_path / "nowhere.json").returncode == 2


def test_a_zip_without_ours_in_it_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.bvreview"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("other.json", "{}")
    assert verified(path).returncode == 2


def test_names_cannot_write_on_the_terminal(export: Path) -> None:
    def rename(document: Document) -> None:
        for one in document["people"]:
            one["payload"] = one["payload"].replace("Dewi", "\\u001b[2JDewi")

    said = verified(changed(export, rename))
    assert said.returncode == 1
    assert "\x1b" not in said.stdout


def test_a_handover_file_can_be_checked_too(tmp_path: Path) -> None:
    team = Team(tmp_path / "workspace.sqlite3")
    post = team.approved(TEXT)
    path = tmp_path / "untuk.bvreview"
    Handing(team.desk).send([post.id], path, "id", signer_of(team.writer))
    said = verified(path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("UTUH")


def test_it_counts_as_people_do(tmp_path: Path) -> None:
    team = Team(tmp_path / "workspace.sqlite3")
    post = team.approved(TEXT)
    path = tmp_path / "for.bvreview"
    Handing(team.desk).send([post.id], path, "en", signer_of(team.writer))
    said = verified(path, "--language", "en").stdout
    assert "Checked: 1 post, " in said
    assert "1 text." in said
    assert "1 unggahan, " in verified(path, "--language", "id").stdout


def test_one_fault_is_one_thing(export: Path) -> None:
    def misquote(document: Document) -> None:
        entry_of(document, "post_approved")["told"]["name"] = "Siti"

    said = verified(changed(export, misquote), "--language", "en")
    assert said.returncode == 1
    assert said.stdout.startswith("NOT INTACT. 1 thing does not hold.\n")
