"""What a workspace file is and holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brandvoice import words
from brandvoice.workspace.attachments import kept_size
from brandvoice.workspace.clock import moment, written
from brandvoice.workspace.notes import note, take_note
from brandvoice.workspace.record import heads

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

    from brandvoice.approval.chain import Anchor
    from brandvoice.words import Language
    from brandvoice.workspace.sqlite import Connection


@dataclass(frozen=True, slots=True)
class WorkspaceInfo:
    """`size` in bytes; `newest` is the newest entry's hash, empty before the first; UTC times.

    `files` are kept behind sources, with `file_bytes` together: they are in every backup too.
    """

    path: Path
    size: int
    schema: int
    sqlite: str
    posts: int
    entries: int
    newest: str
    heads: tuple[Anchor, ...]
    backed_up_at: datetime | None
    files: int
    file_bytes: int

    def lines(self, language: Language, zone: tzinfo | None = None) -> list[str]:
        """The same in words, a line each, times in `zone` (None: here)."""
        say = partial(words.say, language)
        at = self.backed_up_at and self.backed_up_at.astimezone(zone)
        size = self.size / 1_000_000
        return [
            say("workspace.path", path=self.path),
            say("workspace.size", size=size, schema=self.schema, sqlite=self.sqlite),
            say("workspace.posts", count=self.posts),
            say("workspace.entries", count=self.entries),
            *(
                [say("workspace.files", count=self.files, size=self.file_bytes / 1_000_000)]
                if self.files
                else []
            ),
            say("workspace.newest", hash=self.newest or "-"),
            *(
                say("workspace.chain", origin=head.origin, count=head.count, hash=head.hash)
                for head in (self.heads if len(self.heads) > 1 else ())
            ),
            say("workspace.backed_up", at=f"{at:%Y-%m-%d %H:%M %z}")
            if at
            else say("workspace.never_backed_up"),
        ]


def info(connection: Connection, path: Path) -> WorkspaceInfo:
    """The figures of the file at `path`, which `connection` has open."""

    def one(sql: str) -> object:
        row = connection.execute(sql).fetchone()
        return row[0] if row else None

    backed_up = note(connection, "backed_up_at")
    files = (path, path.with_name(f"{path.name}-wal"))
    kept, kept_bytes = kept_size(connection)
    return WorkspaceInfo(
        path=path,
        size=sum(file.stat().st_size for file in files if file.exists()),
        schema=int(str(one("PRAGMA user_version"))),
        sqlite=str(one("SELECT sqlite_version()")),
        posts=int(str(one("SELECT count(*) FROM post_state"))),
        entries=entry_count(connection),
        newest=str(one("SELECT hash FROM event ORDER BY seq DESC LIMIT 1") or ""),
        heads=heads(connection),
        files=kept,
        file_bytes=kept_bytes,
        backed_up_at=moment(backed_up) if backed_up else None,
    )


def entry_count(connection: Connection) -> int:
    """How many entries the record holds; its last number, so that nothing is counted."""
    (newest,) = connection.execute("SELECT max(seq) FROM event").fetchone()
    return int(newest or 0)


def note_backup(connection: Connection, at: datetime) -> None:
    """Remembers when the file was last copied whole."""
    take_note(connection, "backed_up_at", written(at))
