"""Working copies: the words on somebody's desk, saved over and over, not yet in the record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brandvoice.approval.state import Noticed, WorkingCopy
from brandvoice.workspace.clock import moment, written

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection


def copy_of(connection: Connection, post: str) -> WorkingCopy | None:
    """The working copy of a post; None when the record holds its newest words."""
    row = connection.execute(
        "SELECT text, channels, editors, noticed, saved_at FROM draft WHERE post = ?", (post,)
    ).fetchone()
    if row is None:
        return None
    text, channels, editors, noticed, saved_at = row
    return WorkingCopy(
        text=text,
        channels=tuple(json.loads(channels)),
        editors=tuple(json.loads(editors)),
        noticed=None if noticed is None else tuple(Noticed(*row) for row in json.loads(noticed)),
        saved_at=moment(saved_at),
    )


def keep_copy(connection: Connection, post: str, copy: WorkingCopy) -> None:
    """Puts the working copy of a post in the place of the one before."""
    connection.execute(
        "INSERT OR REPLACE INTO draft (post, text, channels, editors, noticed, saved_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            post,
            copy.text,
            json.dumps(copy.channels),
            json.dumps(copy.editors),
            None if copy.noticed is None else json.dumps(copy.noticed, ensure_ascii=False),
            written(copy.saved_at),
        ),
    )


def drop_copy(connection: Connection, post: str) -> None:
    """Clears the desk: the record holds the words now."""
    connection.execute("DELETE FROM draft WHERE post = ?", (post,))
