"""A file written before there were stages is read, and its lists are made anew."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.chain import GENESIS, Entry, seal
from brandvoice.approval.flow import Stage
from brandvoice.post.normal import fingerprint
from brandvoice.resources import shipped
from brandvoice.workflow.desk import Desk
from brandvoice.workspace.schema import bring_up_to_date
from brandvoice.workspace.sqlite import connect

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workspace.sqlite import Connection

TEXT = "Kopi gayo 😀"
WORDS = fingerprint(TEXT)
CHECKED = {"brand": WORDS, "findings": [], "rules": WORDS}
NOON = datetime(2026, 11, 1, 5, 0, tzinfo=UTC)
# Kind, post, actor and payload of each entry, as the first version wrote them.
OLD: tuple[tuple[str, str | None, str, dict[str, object]], ...] = (
    ("chain_started", None, "d", {"heads": []}),
    ("person_added", None, "d", {"name": "Dewi", "person": "d", "roles": ["writer"]}),
    ("person_added", None, "d", {"name": "Bayu", "person": "b", "roles": ["approver"]}),
    ("post_started", "p", "d", {"kind": "post"}),
    (
        "draft_submitted",
        "p",
        "d",
        {"authors": ["d"], "channels": ["x"], "checked": CHECKED, "text": WORDS, "version": 1},
    ),
    (
        "post_approved",
        "p",
        "b",
        {"channels": ["x"], "checked": CHECKED, "note": None, "text": WORDS, "version": 1},
    ),
)


def write(connection: Connection) -> None:
    """The entries of OLD, sealed as they were, and none of what follows from them."""
    before = GENESIS
    for place, (kind, post, actor, payload) in enumerate(OLD, 1):
        at = f"{NOON + timedelta(minutes=place):%Y-%m-%dT%H:%M:%S.%f}Z"
        stored = json.dumps(payload, sort_keys=True, separators=(",", ":"))
        fields = (place, "laptop", place, f"e{place}", at, actor, kind, 1, post, stored)
        entry = Entry(*fields, prev_hash=before, hash="", signature=None)
        entry = entry._replace(hash=seal(entry))
        connection.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(entry))})", entry)  # noqa: S608 - question marks
        before = entry.hash
    connection.execute("INSERT INTO text VALUES (?, ?)", (WORDS, TEXT))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace file of the first version."""
    first = tmp_path / "first"
    first.mkdir()
    (step,) = shipped("database", "migrations").glob("0001_*.sql")
    (first / step.name).write_bytes(step.read_bytes())
    path = tmp_path / "workspace.sqlite3"
    with closing(connect(str(path), isolation_level=None)) as connection:
        bring_up_to_date(connection, path, first)
        write(connection)
    return path


def test_an_approval_of_before_stands_and_the_record_is_intact(path: Path) -> None:
    desk = Desk.open(path)
    (post,) = desk.posts()
    assert (post.state, post.text, post.stages) == ("approved", TEXT, (Stage(),))
    assert (post.stage, post.due, post.comments) == (1, None, ())
    assert [one.by for one in post.approvals] == ["b"]
    assert desk.post(post.id) == post
    assert desk.verify().intact
    desk.close()


def test_the_old_entries_are_as_they_were(path: Path) -> None:
    Desk.open(path).close()
    with closing(connect(str(path))) as plain:
        rows = plain.execute("SELECT kind, version, payload FROM event ORDER BY seq").fetchall()
    assert [row[0] for row in rows] == [kind for kind, *_ in OLD]
    assert {row[1] for row in rows} == {1}
    assert [json.loads(row[2]) for row in rows] == [payload for *_, payload in OLD]
