"""The tables of the file: brought up to date by the numbered files of `database/migrations`."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.resources import shipped
from brandvoice.workspace.copy import copy_to
from brandvoice.workspace.sqlite import complete_statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database

    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection

APPLICATION_ID: Final = 0x42724456
"""Marks the file as ours in its header (`BrDV`)."""

REBUILD_DUE: Final = "rebuild_due"
"""The name of a note: the lists and the search index are to be made anew."""


def bring_up_to_date(
    connection: Connection,
    path: Path,
    migrations: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Applies the migrations the file does not have yet, all or none; a copy is taken before.

    A file that held something gets the note REBUILD_DUE: what follows from its record may have
    another form now. Raises UserError for a file of another program, or of a later version of this
    one.
    """
    steps = {int(p.name[:4]): p for p in _files(migrations or shipped("database", "migrations"))}
    newest = max(steps)
    refuse_strangers(connection, path, newest)
    # By name and not by number: of two steps written side by side the higher may come first.
    if _applied(connection) >= {step.stem for step in steps.values()}:
        return
    older = _version(connection)
    if older:
        copy_to(connection, _free_name(path, older), progress)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _apply(connection, steps)
        if older:
            connection.execute("INSERT OR REPLACE INTO note VALUES (?, '')", (REBUILD_DUE,))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def rebuild_due(connection: Connection) -> bool:
    """Whether an upgrade left the lists and the search index to be made anew."""
    query = "SELECT 1 FROM note WHERE name = ?"
    return connection.execute(query, (REBUILD_DUE,)).fetchone() is not None


def refuse_older(connection: Connection, path: Path) -> None:
    """Raises UserError unless the file has every step already: it cannot be given any."""
    refuse_strangers(connection, path)
    steps = {step.stem for step in _files(shipped("database", "migrations"))}
    if not _applied(connection) >= steps or rebuild_due(connection):
        raise UserError("workspace.read_only_older", path=path)


def _applied(connection: Connection) -> set[str]:
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'")
    if known.fetchone() is None:
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations")}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def _version(connection: Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _free_name(path: Path, version: int) -> Path:
    """Where the copy taken before an upgrade goes: beside the file, over nothing."""
    names = (path.with_name(f"{path.name}.version{version}-{n}.backup") for n in count(1))
    return next(name for name in names if not name.exists())


def refuse_strangers(connection: Connection, path: Path, newest: int | None = None) -> None:
    """Raises UserError for a file of another program or of a later version of this one."""
    newest = newest or max(int(p.name[:4]) for p in _files(shipped("database", "migrations")))
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or tables):
        raise UserError("workspace.not_ours", path=path)
    if _version(connection) > newest:
        raise UserError("workspace.newer", path=path)


def _apply(connection: Connection, steps: dict[int, Path]) -> None:
    # Needed once in the life of a file, and slow to import.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("brandvoice")
    for step in steps.values():
        migrations(name=step.stem)(_Step(step))
    migrations.apply(Database(connection, execute_plugins=False))


class _Step:
    """One migration file as sqlite-utils wants to call it."""

    def __init__(self, path: Path) -> None:
        self.__name__ = path.stem
        self._path = path

    def __call__(self, db: Database, /) -> None:
        for statement in _statements(self._path.read_text(encoding="utf-8")):
            db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit what came before it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
