"""Entries of a record as the export hands them to the writers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from brandvoice.approval.chain import GENESIS, Anchor, Entry, seal
from brandvoice.approval.checked import Mark
from brandvoice.approval.export_row import ExportRow, WaiverRow
from brandvoice.post.normal import Fingerprint, fingerprint, normalise

AT = datetime(2026, 11, 21, 3, 15, 30, 123456, tzinfo=UTC)
ORIGIN = "0190a1b2c3d47e8f9a0b1c2d3e4f5a6b"
TEXT = "Kopi termurah se-Bandung! 😀 👨‍👩‍👧‍👦\nYuk, “mampir”"


def row(
    seq: int = 1,
    text: str | None = TEXT,
    reason: str | None = "Sudah sesuai",
    name: str = "Rina",
    kind: str = "post_approved",
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
        None,
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
