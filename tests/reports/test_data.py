"""The JSON loses nothing: hashes and fingerprints can be recomputed from it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandvoice.approval.chain import Entry, seal
from brandvoice.post.normal import fingerprint, normalise
from brandvoice.reports import write
from brandvoice.words import say
from tests.reports.records import ANCHORS, TEXT, edition, person, post, row
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.export_row import ExportRow


def document(path: Path, *rows: ExportRow) -> dict[str, Any]:
    write("json", path, [post(*rows)] if rows else [], edition())
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def entries(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for one in found["posts"] for entry in one["entries"]]


def told(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["told"] for entry in entries(found)]


def test_the_document_says_when_where_and_how_long_the_record_was(tmp_path: Path) -> None:
    found = document(tmp_path / "a.json", row())
    assert found["generated_at"] == "2026-11-21T03:15:30.123456+00:00"
    assert found["zone"] == "WIB"
    assert found["language"] == "id"
    assert [anchor["hash"] for anchor in found["anchors"]] == [a.hash for a in ANCHORS]
    assert [anchor["count"] for anchor in found["anchors"]] == [3, 7]


def test_keys_are_sorted_everywhere(tmp_path: Path) -> None:
    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        assert keys == sorted(keys)
        return dict(pairs)

    document(tmp_path / "a.json", row(), row(2))
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    json.loads(text, object_pairs_hook=check)


def test_an_entry_is_whole(tmp_path: Path) -> None:
    written = row()
    (found,) = entries(document(tmp_path / "a.json", written))
    entry = Entry(**{column: found[column] for column in Entry._fields})
    assert entry == written.entry
    assert seal(entry) == found["hash"]
    found = found["told"]
    assert fingerprint(found["text"]) == found["fingerprint"] == written.fingerprint
    assert datetime.fromisoformat(found["at"]) == datetime.fromisoformat(found["at_local"])
    assert found["meaning"] == say("id", "meaning.post_approved")
    assert found["findings"][0]["words"] == "termurah se-Bandung"
    assert found["waivers"][0]["reason"] == "Ada surveinya"


def test_a_post_brings_the_words_behind_its_digests(tmp_path: Path) -> None:
    (found,) = document(tmp_path / "a.json", row())["posts"]
    assert found["texts"] == {fingerprint(TEXT): normalise(TEXT)}
    assert found["channels"] == ["instagram", "x"]
    assert (found["title"], found["state"]) == (row().title, "approved")


def test_people_and_keys_stand_whole_before_the_posts(tmp_path: Path) -> None:
    document_ = document(tmp_path / "a.json", row())
    (found,) = document_["people"]
    assert Entry(**{column: found[column] for column in Entry._fields}) == person().entry
    assert found["told"]["key"] == "ab" * 32
    assert document_["format"] == "brandvoice-export"
    assert document_["version"] == 1


def test_erased_words_are_null(tmp_path: Path) -> None:
    (found,) = told(document(tmp_path / "a.json", row(text=None, reason=None)))
    assert found["text"] is None
    assert found["reason"] is None
    assert found["findings"][0]["words"] is None


def test_no_entries_is_a_document_too(tmp_path: Path) -> None:
    assert document(tmp_path / "a.json")["posts"] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=posts(), reason=st.text())
def test_every_text_and_reason_comes_back(tmp_path: Path, text: str, reason: str) -> None:
    first, second = told(document(tmp_path / "a.json", row(text=text), row(2, reason=reason)))
    assert first["text"] == text
    assert fingerprint(first["text"]) == first["fingerprint"]
    assert second["reason"] == reason


def test_formulas_are_left_as_they_were_typed(tmp_path: Path) -> None:
    (found,) = told(document(tmp_path / "a.json", row(text="=1+1")))
    assert found["text"] == "=1+1"
