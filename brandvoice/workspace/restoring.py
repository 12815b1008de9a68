"""Going back to a backup: what that would lose, and the exchange itself."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.workspace.backups import look_into
from brandvoice.workspace.copy import copy_to
from brandvoice.workspace.record import heads
from brandvoice.workspace.schema import refuse_strangers
from brandvoice.workspace.sqlite import DatabaseError, connect
from brandvoice.workspace.trouble import told, told_by_system

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from brandvoice.workspace.backups import Backup
    from brandvoice.workspace.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Loss:
    """What a backup does not have: entries, the posts they are about, drafts as they are now."""

    entries: int
    posts: int
    drafts: int

    @property
    def any(self) -> bool:
        return bool(self.entries or self.drafts)

    @property
    def facts(self) -> Mapping[str, int]:
        """The blanks of the sentence that tells it."""
        return {"entries": self.entries, "posts": self.posts, "drafts": self.drafts}


def loss(connection: Connection, backup: Backup) -> Loss:
    """What would be missing after going back to `backup`; raises UserError if it is unreadable."""
    with told(backup.path), closing(look_into(backup.path)) as old:
        known = {head.origin: head.count for head in heads(old)}
        drafts = _drafts(connection) - _drafts(old)
    entries, posts = 0, set[str]()
    for head in heads(connection):
        newer = head.count - known.get(head.origin, 0)
        if newer > 0:
            entries += newer
            posts |= {
                post
                for (post,) in connection.execute(
                    "SELECT DISTINCT post_id FROM event WHERE origin = ? AND origin_seq > ? "
                    "AND post_id IS NOT NULL",
                    (head.origin, head.count - newer),
                )
            }
    return Loss(entries, len(posts), len(drafts))


def _drafts(connection: Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT post, saved_at FROM draft"))


def restore(path: Path, backup: Path, now: datetime) -> Path:
    """Puts a copy of `backup` in the place of `path`; where the present file was set aside.

    The workspace must be closed. The copy has an inode of its own, so what is written into it
    begins a chain of its own (place.py). Raises UserError, having changed nothing, when another
    program has the file open or the backup does not hold together.
    """
    aside = path.with_name(f"{path.stem}-set-aside-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.sqlite3")
    fresh = path.with_name(f".{path.name}.restored")
    with told_by_system(path):
        fresh.unlink(missing_ok=True)
    with told(backup), closing(look_into(backup)) as source:
        refuse_strangers(source, backup)
        if source.execute("PRAGMA user_version").fetchone() == (0,):
            raise UserError("workspace.not_ours", path=backup)
        copy_to(source, fresh)
    try:
        _close_up(path)
        with told_by_system(path):
            if path.exists():
                _set_aside(path, aside)
            fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return aside


def _close_up(path: Path) -> None:
    """Takes the log into the file, which only succeeds when nobody else has it open."""
    if not path.exists():
        return
    try:
        with closing(connect(str(path), timeout=1, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except DatabaseError as trouble:
        if "locked" in str(trouble):
            raise UserError("workspace.open_elsewhere", path=path) from trouble
        # A damaged file is what one goes back for: it is set aside as it is.


def _set_aside(path: Path, aside: Path) -> None:
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    try:
        # Both names for a moment, so that the workspace is never without a file.
        os.link(path, aside)
    except OSError:
        path.rename(aside)
