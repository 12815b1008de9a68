"""The workspace within one transaction: read it, add to the record, keep what follows right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from brandvoice.approval.fold import fold, fold_people
from brandvoice.approval.house import House, fold_house
from brandvoice.approval.keyring import Keyring
from brandvoice.approval.signing import is_needed, refusal
from brandvoice.approval.timeline import Names, TimelineEntry, timeline
from brandvoice.errors import UserError
from brandvoice.workspace import clock, drafts, projection, record
from brandvoice.workspace.erasure import posts_without
from brandvoice.workspace.place import origin_at
from brandvoice.workspace.progress import StoppedError
from brandvoice.workspace.receiving import origin_here
from brandvoice.workspace.schema import REBUILD_DUE
from brandvoice.workspace.texts import Texts, keep_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from brandvoice.approval.event import Event, Recorded
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState, Waiver, WorkingCopy
    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection

_STEP: Final = 100
"""Posts between two looks at whether to go on."""
_ANY_MOMENT: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post with what it follows from."""

    state: PostState
    recorded: tuple[Recorded, ...]
    copy: WorkingCopy | None


class Book:
    """The record and the working copies, within one transaction of a WorkspaceFile."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.texts = Texts(connection)
        self._general: tuple[Recorded, ...] = ()
        self._newest_general = 0

    def general(self) -> tuple[Recorded, ...]:
        """The entries about no post in particular, oldest first; read again only when one came."""
        newest = record.newest_about(self.connection, None)
        if newest != self._newest_general:
            self._general = tuple(record.about(self.connection, None))
            self._newest_general = newest
        return self._general

    def people(self) -> Mapping[str, Person]:
        """Everyone in the record by id, in the order they came."""
        return fold_people(self.general())

    def keyring(self) -> Keyring:
        """Which keys everyone has had."""
        return Keyring(self.general())

    def house(self, at: datetime) -> House:
        """The people, the flow and what was waived for the whole brand, at the moment `at`."""
        return fold_house(self.general(), at, self.texts)

    def lapsing(self, at: datetime) -> tuple[str, ...]:
        """The posts whose review or approval has run out."""
        return projection.lapsing(self.connection, at)

    def names(self) -> Names:
        return Names(self.general())

    def post(self, post: str) -> KnownPost:
        """A post, folded from its entries; raises UserError when there is no such post."""
        known = self.known(post)
        if known is None:
            raise UserError("record.unknown_post")
        return known

    def known(self, post: str) -> KnownPost | None:
        """A post, folded from its entries; None for a draft that was thrown away."""
        recorded = tuple(record.about(self.connection, post))
        copy = drafts.copy_of(self.connection, post)
        try:
            state = fold(post, recorded, copy, self.texts)
        except ValueError as out_of_order:
            seq = recorded[-1].entry.seq
            raise UserError("workspace.unreadable_entry", seq=seq) from out_of_order
        return KnownPost(state, recorded, copy) if state else None

    def timeline(self, post: str, names: Names) -> tuple[TimelineEntry, ...]:
        """The entries about a post, oldest first."""
        recorded = record.about(self.connection, post)
        return tuple(timeline(recorded, names, self.texts, self.everywhere()))

    def everywhere(self) -> tuple[Waiver, ...]:
        """All that was ever waived for the whole brand; no moment makes a difference to that."""
        return self.house(_ANY_MOMENT).waivers


class WritingBook(Book):
    """A book that may be written in. `place` is where the file is, `now` the computer's time."""

    def __init__(self, connection: Connection, place: str, now: datetime) -> None:
        super().__init__(connection)
        self._place = place
        self.at = clock.next_moment(connection, now)

    def record(
        self,
        by: str,
        post: str | None,
        events: Collection[Event],
        texts: Iterable[str] = (),
        signer: Signer | None = None,
        *,
        signed: bool = False,
    ) -> None:
        """Adds events by one person about one post, and the texts whose digests they hold.

        `signed` asks for a signature also where their kinds need none. Raises UserError
        (`record.signature_…`, `record.key_…`) when one is needed and missing, or not that person's;
        where none is needed, a wrong one is left out.
        """
        needed = signed or is_needed(by, events)
        if signer or needed:
            wrong = refusal(by, events, signer, self.keyring())
            if wrong and needed:
                raise wrong
            # Nobody asked for it, so no word is lost over a key that was replaced meanwhile.
            signer = None if wrong else signer
        again = keep_texts(self.connection, texts)
        origin = origin_at(self.connection, self._place)
        pairs = [(post, event) for event in events]
        record.append(self.connection, origin, self.at, by, pairs, signer)
        if again:
            for other in posts_without(self.connection, again) - {post}:
                self.settle(other)

    def tick(self) -> None:
        """Goes on to the next moment: posts are ordered by theirs, so no two may share one."""
        self.at += clock.TICK

    def keep_copy(self, post: str, copy: WorkingCopy) -> None:
        drafts.keep_copy(self.connection, post, copy)

    def drop_copy(self, post: str) -> None:
        drafts.drop_copy(self.connection, post)

    def settle(self, post: str) -> PostState:
        """Brings what follows from the record up to date for one post; its new state."""
        self.texts = Texts(self.connection)
        known = self.post(post)
        self._project(known)
        return known.state

    @property
    def origin(self) -> str:
        """The chain that is written here; empty before its first entry."""
        return origin_here(self.connection, self._place)

    def settle_or_clear(self, post: str) -> None:
        """Like `settle`, for a post that may have been thrown away."""
        self.texts = Texts(self.connection)
        if known := self.known(post):
            self._project(known)
        else:
            projection.take_out(self.connection, post)

    def clear(self, post: str) -> None:
        """Takes a post that was thrown away off the desk and out of what follows."""
        self.drop_copy(post)
        projection.take_out(self.connection, post)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Makes everything that follows from the record anew; how many posts there are.

        `progress` is told posts done and to do; answering False raises StoppedError.
        """
        projection.forget(self.connection)
        count = 0
        posts = record.post_count(self.connection)
        for done, post in enumerate(record.posts(self.connection)):
            if progress and done % _STEP == 0 and not progress(done, posts):
                raise StoppedError
            self.texts = Texts(self.connection)
            if known := self.known(post):
                self._project(known)
                count += 1
        self.connection.execute("DELETE FROM note WHERE name = ?", (REBUILD_DUE,))
        return count

    def _project(self, known: KnownPost) -> None:
        projection.project(self.connection, known.state, known.recorded, self.texts)
