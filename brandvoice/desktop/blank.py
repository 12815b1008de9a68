"""An empty paper: a post that is not in the record yet. No Qt."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from brandvoice.approval.state import PostState
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from brandvoice.post.post import Kind


def blank(kind: Kind) -> PostState:
    """A post without an id: saving its first words begins it."""
    now = datetime.now(UTC)
    return PostState(
        id="",
        kind=kind,
        channels=(),
        state="draft",
        version=0,
        recorded=False,
        text="",
        fingerprint=fingerprint(""),
        title="",
        authors=(),
        started_at=now,
        changed_at=now,
        decision=None,
        approved_text=None,
        waivers=(),
        noticed=(),
    )
