"""Taking words out of a workspace for good, as privacy law may ask: every copy, and an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandvoice.approval.erasure import discarded, erased, files_erased, may_erase
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise
from brandvoice.workflow.houserules import known_person
from brandvoice.workspace import erasure
from brandvoice.workspace.backups import Backups
from brandvoice.workspace.pictures import keep_picture

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.event import Event
    from brandvoice.approval.signature import Signer
    from brandvoice.post.normal import Fingerprint
    from brandvoice.workflow.desk import Desk
    from brandvoice.workspace.backups import Backup
    from brandvoice.workspace.erasure import Erasable
    from brandvoice.workspace.progress import Progress
    from brandvoice.workspace.sqlite import Connection
    from brandvoice.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Target:
    """Whose words are to go: all of some posts, all of a person's, or one text or file of one
    post."""

    posts: tuple[str, ...] = ()
    person: str = ""
    text: Fingerprint | None = None
    file: Fingerprint | None = None

    def found(self, connection: Connection) -> Erasable:
        """What that is in this file."""
        if self.person:
            return erasure.of_person(connection, self.person)
        if self.text:
            return erasure.of_text(connection, self.text, *self.posts)
        if self.file:
            return erasure.of_file(connection, self.file, *self.posts)
        return erasure.of_posts(connection, self.posts)


@dataclass(frozen=True, slots=True)
class Erased:
    """How many texts and files went, from how many posts. `backups` still hold some of them.

    `scrubbed` is False while the bare file may still hold the words: another program had it open,
    or it was to be cleaned later.
    """

    texts: int
    posts: int
    backups: tuple[Backup, ...]
    scrubbed: bool
    files: int = 0


class Eraser:
    """Erases in an open workspace; belongs to the thread that opened it.

    Erasing is signed: by the signer given, or with the key that is unlocked at the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._workspace = desk.workspace

    def preview(self, target: Target) -> Erasable:
        """What would go, without anything going."""
        with self._workspace.reading() as book:
            return target.found(book.connection)

    def older(self, than: datetime) -> tuple[str, ...]:
        """The posts with words that nothing has happened to since."""
        with self._workspace.reading() as book:
            return erasure.older_posts(book.connection, than)

    def erase(
        self,
        target: Target,
        reason: str,
        by: str,
        signer: Signer | None = None,
        *,
        clean_now: bool = True,
    ) -> Erased:
        """Erases, says so in the record, and leaves nothing behind in the file.

        Raises UserError for somebody who is no approver, or when nothing is there to erase. Without
        `clean_now` no screen shows the words any more, but the bare file holds them until `clean`.
        """
        reason, signer = normalise(reason), signer or self._desk.unlocked(by)
        with self._workspace.writing() as book:
            may_erase(known_person(book.people(), by), reason)
            wanted = target.found(book.connection)
            if wanted.empty:
                raise UserError("record.nothing_to_erase")
            erasure.erase(book.connection, wanted)
            if target.person:
                keep_picture(book.connection, target.person, None)
            for post, texts, files in wanted.by_post():
                events: list[Event] = [*erased(texts, reason), *files_erased(files, reason)]
                book.record(by, post, events, [reason], signer)
                book.tick()
            for post in wanted.posts:
                book.settle(post)
        scrubbed = clean_now and clean(self._workspace)
        backups = Backups.of(self._workspace)
        holding = backups.holding(wanted.digests, wanted.posts, wanted.files)
        counts = len(wanted.digests), len(wanted.posts)
        return Erased(*counts, holding, scrubbed, len(wanted.files))

    def discard(self, post: str, by: str) -> None:
        """Throws a draft away whose words never entered the record.

        Raises UserError when they did, or for somebody who neither wrote on it nor approves.
        """
        with self._workspace.writing() as book:
            known = book.post(post)
            person = known_person(book.people(), by)
            event = discarded(known.recorded)
            authors = known.state.authors
            if authors and by not in authors and not person.approves:
                raise UserError("record.draft_of_another")
            book.record(by, post, [event], signer=self._desk.unlocked(by))
            book.clear(post)


def clean(workspace: Workspace, progress: Progress | None = None) -> bool:
    """Leaves nothing of erased words in the bare file; False when something could not be cleaned.

    Works in small steps that saves of others go between. `progress` is told steps done; answering
    False leaves the rest to the next time.
    """
    steps = 0
    while workspace.scrub_index():
        steps += 1
        if progress and not progress(steps, 0):
            return False
    return workspace.empty_log()
