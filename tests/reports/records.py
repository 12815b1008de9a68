"""Entries of a record as the export hands them to the writers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from brandvoice.approval.chain import GENESIS, Anchor, Entry, seal
from brandvoice.approval.checked import Mark
from brandvoice.approval.comparison import Version
from brandvoice.approval.export_row import ExportPost, ExportRow, PersonRow, WaiverRow
from brandvoice.post.normal import Fingerprint, fingerprint, normalise
from brandvoice.reports import Edition

if TYPE_CHECKING:
    from datetime import tzinfo

    from brandvoice.words import Language

AT = datetime(2026, 11, 21, 3, 15, 30, 123456, tzinfo=UTC)
ORIGIN = "0190a1b2c3d47e8f9a0b1c2d3e4f5a6b"
TEXT = "Kopi termurah se-Bandung! 😀 👨‍👩‍👧‍👦\nYuk, “mampir”"


def row(
    seq: int = 1,
    text: str | None = TEXT,
    reason: str | None = "Sudah sesuai",
    name: str = "Rina",
    kind: str = "post_approved",
    signature: str | None = None,
) -> ExportRow:
    """An approval, sealed as the record seals it."""
    text = None if text is None else normalise(text)
    at = AT + timedelta(minutes=seq)
    entry = Entry(
        seq,
        ORIGIN,
        seq,
        f"{seq:032x}",
        at.isoformat(),
        "person",
        kind,
        1,
        "post",
        '{"a":1}',
        GENESIS,
        "",
        signature,
    )
    return ExportRow(
        post="post",
        title="Kopi termurah se-Bandung!",
        state="approved",
        channels=("instagram", "x"),
        version=2,
        at=at,
        name=name,
        kind=kind,
        meaning=f"meaning.{kind}",
        reason=reason,
        fingerprint=fingerprint(TEXT if text is None else text),
        text=text,
        findings=(Mark("claim/superlative", "claim", "warning", 5, 24),),
        waivers=(
            WaiverRow(
                "claim/superlative", "warning", "termurah se-Bandung", "Ada surveinya", "Budi", at
            ),
        ),
        rules=Fingerprint("a" * 64),
        brand=Fingerprint("b" * 64),
        entry=entry._replace(hash=seal(entry)),
    )


ANCHORS = (Anchor(ORIGIN, 3, "c" * 64), Anchor("f" * 32, 7, "d" * 64))

WIB = timezone(timedelta(hours=7), "WIB")


def post(*rows: ExportRow) -> ExportPost:
    """One post with these entries about it."""
    first = rows[0]
    texts: dict[str, str | None] = {one.fingerprint: one.text for one in rows if one.fingerprint}
    version = Version(2, first.text, first.channels, first.at, first.name, (), None)
    return ExportPost(
        id=first.post,
        title=first.title,
        state=first.state,
        channels=first.channels,
        authors=("Dewi",),
        text=first.text,
        recorded=True,
        rows=rows,
        versions=(version,),
        texts=texts,
    )


def person(name: str = "Rina", key: str = "ab" * 32) -> PersonRow:
    """An entry that gives somebody a key."""
    written = row(90, name=name, kind="person_added")
    entry = written.entry._replace(post_id=None)
    meaning = "meaning.person_added"
    return PersonRow(
        written.at, name, "person_added", meaning, name, ("approver",), key, "", entry, "", "id"
    )


def edition(language: Language = "id", zone: tzinfo | None = WIB, **more: object) -> Edition:
    """What an export of these says about itself."""
    known: dict[str, object] = {
        "business": "Toko Rempah & Kopi",
        "scope": "Disetujui",
        "people": (person(),),
        "channels": {"instagram": "Instagram", "x": "X"},
    }
    return Edition(ANCHORS, language, zone, AT, **{**known, **more})  # type: ignore[arg-type]
