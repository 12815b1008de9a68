"""What somebody looks for again: earlier posts like this one, and searches by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.workspace import likenesses, searches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.workflow.archive import Archive
    from brandvoice.workspace.likenesses import Earlier


class Recall:
    """Recalls in an open workspace; belongs to the thread that opened it."""

    def __init__(self, archive: Archive) -> None:
        self._workspace = archive.workspace

    def seen_before(self, post: str, text: str) -> Earlier | None:
        """The earlier post that `text`, which stands in `post`, reads like; None without one."""
        with self._workspace.reading() as book:
            return likenesses.seen_before(book.connection, post, text)

    def dismiss(self, post: str, earlier: str) -> None:
        """Does not show `earlier` for `post` any more."""
        with self._workspace.writing() as book:
            likenesses.dismiss(book.connection, post, earlier)

    def searches(self) -> Mapping[str, str]:
        """Saved searches, as typed into the history's field, by their names in order."""
        with self._workspace.reading() as book:
            return searches.saved(book.connection)

    def save_search(self, name: str, query: str) -> str:
        """Saves a search under a name, over one of that name; the name as it is kept.

        Raises UserError when either is empty or the name is too long.
        """
        name = _name(name)
        if not query.strip():
            raise UserError("query.nothing_to_save")
        with self._workspace.writing() as book:
            searches.save(book.connection, name, query.strip())
        return name

    def rename_search(self, name: str, other: str) -> str:
        """Gives a search another name; raises UserError when that one is taken or will not do."""
        other = _name(other)
        with self._workspace.writing() as book:
            if other != name and other in searches.saved(book.connection):
                raise UserError("query.name_taken", name=other)
            searches.rename(book.connection, name, other)
        return other

    def forget_search(self, name: str) -> None:
        """Deletes a saved search; nothing happens when there is none."""
        with self._workspace.writing() as book:
            searches.forget(book.connection, name)


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise UserError("query.name_missing")
    if len(name) > searches.LONGEST_NAME:
        raise UserError("query.name_too_long", longest=searches.LONGEST_NAME)
    return name
