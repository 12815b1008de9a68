"""The backups of a workspace: taken day by day, thinned out with age, listed."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from brandvoice.errors import UserError
from brandvoice.workspace.copy import copy_to
from brandvoice.workspace.erasure import holds
from brandvoice.workspace.info import entry_count, note_backup
from brandvoice.workspace.notes import note, take_note
from brandvoice.workspace.rotation import kept
from brandvoice.workspace.schema import APPLICATION_ID
from brandvoice.workspace.sqlite import DatabaseError, connect
from brandvoice.workspace.trouble import told, told_by_system

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo
    from pathlib import Path

    from brandvoice.post.normal import Fingerprint
    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection
    from brandvoice.workspace.workspace import Workspace

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_STAMPED: Final = re.compile(r"-(\d{8}T\d{6}Z)\.sqlite3")
_FOLDER: Final = "backup_folder"
"""The note that names a folder somebody chose."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of a workspace. `size` in bytes; `taken_at` UTC; `entries` of its record."""

    path: Path
    taken_at: datetime
    size: int
    entries: int


class Backups:
    """The backups of the workspace file `path` in one folder, and the copies kept beside it."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self.path = path
        self.folder = folder or path.with_name(f"{path.stem}.backups")

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Those of an open workspace, in the folder it names, or beside it."""
        with workspace.reading() as book:
            named = note(book.connection, _FOLDER)
        return cls(workspace.path, workspace.path.parent / named if named else None)

    @classmethod
    def put_into(cls, workspace: Workspace, folder: Path | None) -> Self:
        """Names another folder for the backups to come; None: beside the file."""
        with workspace.writing() as book:
            take_note(book.connection, _FOLDER, str(folder) if folder else None)
        return cls(workspace.path, folder)

    def list(self) -> tuple[Backup, ...]:
        """Every copy that can be opened, newest first: backups, copies taken before upgrades, and
        files that were set aside."""
        found = (_known(path) for path in {*self._own(), *self._beside()})
        return tuple(sorted(filter(None, found), key=lambda one: one.taken_at, reverse=True))

    def due(self, now: datetime, zone: tzinfo | None = None) -> bool:
        """Whether none was taken yet on this day. `zone` is where the days are; None: here."""
        newest = max(map(_stamped, self._own()), default=None)
        return newest is None or newest.astimezone(zone).date() < now.astimezone(zone).date()

    def take(
        self, now: datetime, zone: tzinfo | None = None, progress: Progress | None = None
    ) -> Backup:
        """Takes one through a connection of its own, so that saves go on, and thins out the others.

        Raises UserError (`workspace.…`) when it cannot be written, and StoppedError when
        `progress`, told pages done and to do, answers False.
        """
        path = self.folder / f"{self.path.stem}-{now.astimezone(UTC):{_STAMP}}.sqlite3"
        with told_by_system(path):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with told(self.path), closing(connect(str(self.path), isolation_level=None)) as source:
            copy_to(source, path, progress)
            note_backup(source, now)
        self.thin_out(zone)
        taken = _known(path)
        if taken is None:
            raise UserError("workspace.damaged", path=path)
        return taken

    def thin_out(self, zone: tzinfo | None = None) -> None:
        """Deletes what is neither of the last days, weeks or months."""
        by_moment = {_stamped(path): path for path in self._own()}
        for moment in by_moment.keys() - kept(by_moment, zone):
            by_moment[moment].unlink(missing_ok=True)

    def holding(
        self,
        digests: Iterable[Fingerprint],
        posts: Iterable[str],
        files: Iterable[Fingerprint] = (),
    ) -> tuple[Backup, ...]:
        """The copies in which any of these texts or files, or a draft of these posts, still is."""
        wanted = tuple(digests), tuple(posts), tuple(files)
        return tuple(one for one in self.list() if _holds(one.path, *wanted))

    def delete(self, backups: Iterable[Backup]) -> None:
        """Deletes copies; raises UserError for one that cannot be."""
        known = {*self._own(), *self._beside()}
        for backup in backups:
            if backup.path in known:
                with told_by_system(backup.path):
                    backup.path.unlink(missing_ok=True)

    def _own(self) -> Iterator[Path]:
        names = self.folder.glob("*.sqlite3")
        prefix = len(self.path.stem)
        return (
            path
            for path in names
            if path.name.startswith(self.path.stem) and _STAMPED.fullmatch(path.name[prefix:])
        )

    def _beside(self) -> Iterator[Path]:
        yield from self.path.parent.glob(f"{_literal(self.path.name)}.version*.backup")
        yield from self.path.parent.glob(f"{_literal(self.path.stem)}-set-aside-*.sqlite3")


def look_into(path: Path) -> Connection:
    """A backup opened for reading alone; raises what SQLite raises."""
    return connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _known(path: Path) -> Backup | None:
    try:
        with closing(look_into(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                return None
            entries = entry_count(connection)
        facts = path.stat()
    except (DatabaseError, OSError):
        return None
    found = _STAMPED.search(path.name)
    taken_at = _stamped(path) if found else datetime.fromtimestamp(facts.st_mtime, UTC)
    return Backup(path, taken_at, facts.st_size, entries)


def _holds(
    path: Path,
    digests: tuple[Fingerprint, ...],
    posts: tuple[str, ...],
    files: tuple[Fingerprint, ...],
) -> bool:
    try:
        with closing(look_into(path)) as connection:
            return holds(connection, digests, posts, files)
    except DatabaseError:
        return False


def _stamped(path: Path) -> datetime:
    stamp = path.stem[-len("20261121T023000Z") :]
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)
