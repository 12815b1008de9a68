"""Reading the record: who is there, what stands, what happened, and whether it can be believed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

from brandvoice.approval.house import House
from brandvoice.errors import UserError
from brandvoice.workflow.place import usual_place
from brandvoice.workspace.clock import utc_now
from brandvoice.workspace.history import (
    Cursor,
    HistoryFilter,
    HistoryPage,
    called,
    count,
    history,
)
from brandvoice.workspace.info import WorkspaceInfo, entry_count, info
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.proved import last_proof, note_proof
from brandvoice.workspace.verification import Verifier
from brandvoice.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from brandvoice.approval.keyring import Key
    from brandvoice.approval.person import Person
    from brandvoice.approval.proof import Verification
    from brandvoice.approval.state import PostState, State
    from brandvoice.approval.timeline import TimelineEntry
    from brandvoice.reports import Format
    from brandvoice.words import Language
    from brandvoice.workspace.progress import Progress


class Archive:
    """A workspace to read in. Everything but `hindrance` belongs to the thread that opened it."""

    def __init__(self, workspace: Workspace, zone: tzinfo | None) -> None:
        self._workspace = workspace
        self._zone = zone
        self._house = House(workspace.now())
        try:
            self.people()
        except UserError as told:
            # A record somebody tampered with must still open: how else would it be verified?
            if told.key != "workspace.unreadable_entry":
                raise

    @classmethod
    def open(
        cls,
        path: Path | None = None,
        now: Callable[[], datetime] = utc_now,
        zone: tzinfo | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Opens or creates a workspace file. `zone` is where calendar days are; None: here.

        `progress` is told how far an upgrade is; answering False raises StoppedError. Raises
        UserError (`workspace.…`) when the file cannot be used.
        """
        return cls(Workspace.open(path or usual_place(), now, progress=progress), zone)

    @property
    def workspace(self) -> Workspace:
        """The file itself, for the use cases that live in rooms of their own."""
        return self._workspace

    @property
    def path(self) -> Path:
        return self._workspace.path

    def close(self) -> None:
        self._workspace.close()

    def people(self) -> tuple[Person, ...]:
        """Everyone, in the order they came."""
        return tuple(self.house().people.values())

    def house(self) -> House:
        """What holds for every post now: people, flow, and the waivers for the whole brand."""
        with self._workspace.reading() as book:
            self._house = book.house(self._workspace.now())
        return self._house

    def keys(self, person: str) -> tuple[Key, ...]:
        """The keys of a person that the record knows, oldest first; the last one counts."""
        with self._workspace.reading() as book:
            return book.keyring().keys(person)

    def posts(self, states: Collection[State] = (), limit: int = 500) -> tuple[PostState, ...]:
        """The posts in these states (none named: in any), newest change first."""
        return self.history(HistoryFilter(states=frozenset(states)), limit=limit).rows

    def posts_called(self, part: str) -> tuple[PostState, ...]:
        """The posts whose id begins or ends with `part`, for those who type ids."""
        with self._workspace.reading() as book:
            return called(book.connection, part.strip().lower())

    def post(self, post: str) -> PostState:
        """One post, from the record itself; raises UserError when there is none."""
        with self._workspace.reading() as book:
            return book.post(post).state

    def history(
        self,
        asked: HistoryFilter,
        after: Cursor | None = None,
        limit: int = 100,
        down_to: Cursor | None = None,
    ) -> HistoryPage:
        """A page of what is found, newest change first; `after` is that of the page before, and
        `down_to` that of this page, when it is read again."""
        with self._workspace.reading() as book:
            return history(book.connection, asked, self._zone, after, limit, down_to)

    def count(self, asked: HistoryFilter) -> int:
        """How many posts are found, to the last one; a page counts no further than 1,000."""
        with self._workspace.reading() as book:
            return count(book.connection, asked, self._zone)

    def timeline(self, post: str) -> tuple[TimelineEntry, ...]:
        """What happened to a post, oldest first."""
        with self._workspace.reading() as book:
            return book.timeline(post, book.names())

    def export(
        self,
        asked: HistoryFilter,
        format: Format,  # noqa: A002 - the reader's own word
        path: Path,
        language: Language,
        progress: Progress | None = None,
    ) -> int:
        """Writes the timelines of the posts found to a file; how many entries it holds.

        `progress` is told posts done and to do; answering False leaves no file and gives 0.
        """
        from brandvoice import reports
        from brandvoice.workflow.edition import edition_of
        from brandvoice.workflow.export import posts_found

        with self._workspace.reading() as book:
            edition = edition_of(
                book, asked, language, self._zone, self._workspace.now(), self.path
            )
            posts = posts_found(book, asked, edition, progress)
            try:
                return reports.write(format, path, posts, edition)
            except StoppedError:
                return 0

    def verify(
        self,
        progress: Progress | None = None,
        anchors: Iterable[Path] = (),
        *,
        new_only: bool = False,
    ) -> Verification:
        """Proves the record; `anchors` are earlier exports, whose counts and hashes must hold.

        With `new_only` what an earlier proof found to hold is not walked again. Raises UserError
        for a file that is no export of ours.
        """
        from brandvoice import reports

        known = [anchor for export in anchors for anchor in reports.read_anchors(export)]
        with self._workspace.reading() as book:
            since = last_proof(book.connection) if new_only else None
            verifier = Verifier(book, known, progress, since, self._zone)
            found = verifier.run()
            proved = verifier.proved(found)
        if proved and proved != since:
            # A shortcut for the next start: whoever is writing now is not to wait for it.
            with suppress(UserError), self._workspace.writing() as book:
                note_proof(book.connection, proved)
        return found

    def entries(self) -> int:
        """How many entries the record holds."""
        with self._workspace.reading() as book:
            return entry_count(book.connection)

    def info(self) -> WorkspaceInfo:
        """What the file is and holds."""
        with self._workspace.reading() as book:
            return info(book.connection, self.path)

    def backup(self, path: Path) -> Path:
        """Writes a whole copy to a new file; raises UserError when one is already there."""
        return self._workspace.backup(path)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Makes everything that follows from the record anew; how many posts there are.

        `progress` is told posts done and to do; answering False raises StoppedError.
        """
        with self._workspace.writing() as book:
            return book.rebuild(progress)
