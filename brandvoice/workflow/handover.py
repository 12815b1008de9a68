"""Hand-over files instead of a server: posts go to another laptop, decisions come back.

Every file holds the whole history of its posts and of the people in them, so files may come twice,
late, or in any order. What is in one is checked before anything is written, and then all of it is.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import EntriesReceived, KeyAdded, TextErased
from brandvoice.approval.evidence import FileErased
from brandvoice.approval.fold import fold_people
from brandvoice.approval.handover import MOST_BYTES, Handover, Judged, Late, Receipt, parts
from brandvoice.approval.payload import kind_of
from brandvoice.documents.handover import read_handover
from brandvoice.errors import UserError
from brandvoice.reports.handover import write_handover
from brandvoice.workflow.channels import channel_limits
from brandvoice.workflow.customs import Customs
from brandvoice.workflow.export import Reading, texts_of
from brandvoice.workspace import erasure
from brandvoice.workspace.attachments import attachment, erase_attachments
from brandvoice.workspace.receiving import add_entries, add_files, add_texts
from brandvoice.workspace.record import heads

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.post.normal import Fingerprint
    from brandvoice.words import Language
    from brandvoice.workflow.desk import Desk
    from brandvoice.workspace.book import Book, WritingBook

_AHEAD: Final = timedelta(days=1)
"""How far another laptop's clock may be ahead of ours."""
_STAYS_HERE: Final = ("chain_started", "entries_received")


class Handing:
    """Sends and receives at an open desk; belongs to the thread that opened it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def send(
        self, posts: Collection[str], path: Path, language: Language, signer: Signer | None
    ) -> int:
        """Writes these posts to a file for another laptop, signed by who sends them.

        How many entries it holds. Raises UserError (`handover.…`, `record.…`, `report.…`).
        """
        from brandvoice.reports.edition import Edition

        if signer is None:
            raise UserError("record.signature_missing")
        if not posts:
            raise UserError("handover.nothing_chosen")
        with self._desk.workspace.reading() as book:
            keyring = book.keyring()
            if not keyring.knows(signer.person, signer.public):
                raise UserError("record.key_unknown")
            reading = Reading(book, language, None)
            chosen = tuple(reading.post(post) for post in posts)
            draft = next((one for one in chosen if not one.versions), None)
            if draft is not None:
                raise UserError("handover.draft", title=draft.title)
            people = [row for row in reading.people() if row.entry.kind not in _STAYS_HERE]
            edition = Edition(
                anchors=heads(book.connection),
                language=language,
                zone=None,
                generated_at=self._desk.workspace.now(),
                people=tuple(people),
                texts=texts_of(book, book.general()),
                channels={channel: limit.name for channel, limit in channel_limits().items()},
            )
            files = _kept_with(book, posts)
            kept = ((digest, _bytes(book, digest)) for digest in files)
            return write_handover(path, chosen, edition, signer, kept)

    def read(self, path: Path) -> Handover:
        """What a file holds; raises UserError (`handover.…`) when it is not as it was sent."""
        return read_handover(path)

    def people_in(self, handover: Handover) -> tuple[Person, ...]:
        """The people a file speaks of, approvers first: for choosing who one is."""
        people = fold_people(Customs(handover).recorded)
        return tuple(sorted(people.values(), key=lambda one: (not one.approves, one.name)))

    def receive(self, handover: Handover, by: str | None) -> Receipt:
        """Takes in what is new; `by` is who opened the file here.

        All or nothing; nothing is written when everything is here already. Raises UserError
        (`handover.…`) for what nobody could have sent.
        """
        customs = Customs(handover)
        with self._desk.workspace.writing() as book:
            customs.not_after(book.at + _AHEAD)
            new = customs.new_to(book)
            if not new:
                return self._receipt(book, customs, new)
            if by is None or by not in customs.people(book):
                raise UserError("handover.who")
            customs.examine(book, new)
            entries = [one.entry for one in new]
            event = EntriesReceived(parts(entries), handover.file, handover.sender)
            signer = self._desk.unlocked(by) if book.keyring().current(by) else None
            book.record(by, None, [event], signer=signer)
            add_texts(book.connection, customs.texts_of(new))
            add_entries(book.connection, entries)
            add_files(book.connection, customs.files_of(new))
            touched = {one.post for one in new if one.post} | _erase(book, new)
            for post in sorted(touched):
                book.settle_or_clear(post)
            receipt = self._receipt(book, customs, new)
        if receipt.erased:
            self._scrub()
        return receipt

    def _scrub(self) -> None:
        """What was erased is not to lie in the bare file either."""
        while self._desk.workspace.scrub_index():
            continue
        self._desk.workspace.empty_log()

    def _receipt(self, book: WritingBook, customs: Customs, new: list[Recorded]) -> Receipt:
        posts = tuple(dict.fromkeys(one.post for one in new if one.post))
        judged = [one for one in new if isinstance(one.event, Judged)]
        late = [late for one in judged if (late := _late(book, one))]
        return Receipt(
            sender=customs.handover.sender,
            new=len(new),
            posts=posts,
            decided=len(judged) - len(late),
            late=tuple(late),
            erased=sum(isinstance(one.event, TextErased | FileErased) for one in new),
            keys=tuple(
                (one.event.person, one.event.key) for one in new if isinstance(one.event, KeyAdded)
            ),
        )


def _erase(book: WritingBook, new: list[Recorded]) -> set[str]:
    """Takes out the words that were erased elsewhere; the posts that read otherwise now."""
    touched: set[str] = set()
    for one in new:
        if isinstance(one.event, TextErased) and one.post:
            wanted = erasure.of_text(book.connection, one.event.text, one.post)
            erasure.erase(book.connection, wanted)
            touched |= wanted.posts
        elif isinstance(one.event, FileErased):
            erase_attachments(book.connection, [one.event.attachment])
    return touched


def _kept_with(book: Book, posts: Collection[str]) -> list[Fingerprint]:
    """The files behind the sources of these posts, also of those taken back, each once.

    Raises UserError where they are too large together.
    """
    sources = [source for post in posts for source in book.post(post).state.sources]
    sizes = {one.file.digest: one.file.size for one in sources if one.file and not one.file.erased}
    together = sum(sizes.values())
    if together > MOST_BYTES:
        raise UserError(
            "handover.files_too_large", size=-(-together // (1 << 20)), most=MOST_BYTES >> 20
        )
    return sorted(sizes)


def _bytes(book: Book, digest: Fingerprint) -> bytes:
    content = attachment(book.connection, digest)
    if content is None:
        raise UserError("handover.file_erased")
    return content


def _late(book: Book, judged: Recorded) -> Late | None:
    """The decision with both texts, when its post has other words by now."""
    known = book.known(judged.post or "")
    event = judged.event
    if known is None or not isinstance(event, Judged):
        return None
    state = known.state
    if (event.version, event.text) == (state.version, state.fingerprint):
        return None
    name = book.people()[judged.by].name
    decided = book.texts(event.text)
    return Late(state.id, state.title, kind_of(event), name, decided, state.text, event.text)
