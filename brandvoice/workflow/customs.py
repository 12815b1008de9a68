"""What comes in a hand-over file, looked through before anything of it is let in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from brandvoice.approval.admission import admit, admit_house
from brandvoice.approval.attachment import clean_name, media_of
from brandvoice.approval.attestation import Attestation
from brandvoice.approval.chain import GENESIS
from brandvoice.approval.event import KeyAdded, PostStarted
from brandvoice.approval.evidence import FileErased, SourceAdded
from brandvoice.approval.fold import fold, fold_people, in_order
from brandvoice.approval.keyring import Keyring
from brandvoice.approval.payload import digests_in
from brandvoice.approval.signing import MUST_BE_SIGNED
from brandvoice.approval.soundness import sound
from brandvoice.approval.walk import Stretch
from brandvoice.errors import UserError
from brandvoice.post.normal import Fingerprint
from brandvoice.workspace.announced import erased, files_erased
from brandvoice.workspace.attachments import holds_attachment
from brandvoice.workspace.receiving import entry_at, entry_named
from brandvoice.workspace.record import about, head_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from brandvoice.approval.chain import Entry
    from brandvoice.approval.event import Recorded
    from brandvoice.approval.handover import Handover
    from brandvoice.approval.person import Person
    from brandvoice.workspace.book import Book, WritingBook


class Customs:
    """One file at the border. Raises UserError (`handover.…`) for what may not pass."""

    def __init__(self, handover: Handover) -> None:
        self.handover = handover
        self.recorded = in_order(sound(entry) for entry in handover.entries)
        for digest, words in handover.texts.items():
            if words is not None and _digest(words) != digest:
                raise UserError("handover.text_altered")

    def not_after(self, limit: datetime) -> None:
        """Times to come would order every later entry behind them."""
        if any(one.at > limit for one in self.recorded):
            raise UserError("handover.from_the_future")

    def new_to(self, book: WritingBook) -> list[Recorded]:
        """What this file brings that is not here, in the order it happened."""
        new: dict[tuple[str, int], Recorded] = {}
        for one in self.recorded:
            entry = one.entry
            here = entry_at(book.connection, entry.origin, entry.origin_seq)
            named = entry_named(book.connection, entry.event_id)
            again = new.get((entry.origin, entry.origin_seq), one)
            if here is None and named is None and again.entry.hash == entry.hash:
                new[entry.origin, entry.origin_seq] = one
            elif here is None or here.hash != entry.hash:
                raise UserError("handover.contradicts", number=entry.origin_seq)
        if any(origin == book.origin for origin, _ in new):
            # Our own chain cannot have entries that were written elsewhere.
            own = head_of(book.connection, book.origin)
            raise UserError("handover.contradicts", number=own.count)
        return list(new.values())

    def people(self, book: Book) -> Mapping[str, Person]:
        """Everybody, those of the file included."""
        return fold_people(self._house(book, self.recorded))

    def examine(self, book: Book, new: list[Recorded]) -> None:
        """Links, signatures, words, and whether every decision was allowed."""
        self._sender(book)
        self._links(book, new)
        self._signatures(book, new)
        texts = self.texts_of(new)
        self._words(book, new, texts)
        self._files(book, new, texts)
        self._decisions(book, new, texts)

    def texts_of(self, new: list[Recorded]) -> dict[str, str | None]:
        """The words these entries speak of, as far as the file has them."""
        digests = {digest for one in new for digest in digests_in(one.entry.payload)}
        return {of: words for of, words in self.handover.texts.items() if of in digests}

    def files_of(self, new: list[Recorded]) -> dict[Fingerprint, bytes | None]:
        """The kept files these entries speak of; None where they are not in the file: erased, or
        here already."""
        digests = [of.attachment for of in _sources(new) if of.attachment]
        return {digest: self.handover.files.get(digest) for digest in digests}

    def _files(self, book: Book, new: list[Recorded], texts: Mapping[str, str | None]) -> None:
        """Every file is there, as long as it is said to be, under a name that is safe."""
        gone = {*files_erased(book.connection), *_files_erased(new)}
        for of in _sources(new):
            if of.attachment is None or of.file_name is None:
                continue
            content = self.handover.files.get(of.attachment)
            name = texts.get(of.file_name) or book.texts(of.file_name)
            named = name is None or (clean_name(name) == name and media_of(name) == of.media)
            if (content is not None and len(content) != of.size) or not named:
                raise UserError("handover.file_altered")
            here = holds_attachment(book.connection, [of.attachment])
            if content is None and not here and of.attachment not in gone:
                raise UserError("handover.file_missing")

    def _sender(self, book: Book) -> None:
        """Whoever signed the file is somebody we know, or meet in it, with that very key."""
        sender, keys = self.handover.sender, Keyring(self._house(book, self.recorded))
        person = self.people(book).get(sender)
        if person is None or not keys.keys(sender):
            raise UserError("handover.unknown_sender")
        if not keys.knows(sender, self.handover.key):
            raise UserError("handover.other_key", name=person.name)

    def _links(self, book: Book, new: list[Recorded]) -> None:
        coming = {(one.entry.origin, one.entry.origin_seq): one.entry for one in new}

        def at(origin: str, place: int) -> Entry | None:
            return coming.get((origin, place)) or entry_at(book.connection, origin, place)

        for entry in coming.values():
            before = at(entry.origin, entry.origin_seq - 1)
            after = at(entry.origin, entry.origin_seq + 1)
            own = Stretch.of(entry)
            wrong = (
                (entry.origin_seq == 1 and entry.prev_hash != GENESIS)
                or (before and own.follows(Stretch.of(before)))
                or (after and Stretch.of(after).follows(own))
            )
            if wrong:
                raise UserError("handover.forged", number=entry.origin_seq)

    def _signatures(self, book: Book, new: list[Recorded]) -> None:
        attestation = Attestation(book.general())
        names = self.people(book)
        for one in new:
            entry = one.entry
            fault = attestation.step(entry)
            if fault == "unknown_key" and isinstance(one.event, KeyAdded):
                person = names.get(one.event.person)
                raise UserError("handover.other_key", name=person.name if person else "?")
            unsigned = entry.signature is None and entry.kind in MUST_BE_SIGNED
            if fault or unsigned:
                raise UserError("handover.forged", number=entry.origin_seq)

    def _words(self, book: Book, new: list[Recorded], texts: Mapping[str, str | None]) -> None:
        gone = {*erased(book.connection), *_erased(new)}
        for one in new:
            for digest in digests_in(one.entry.payload):
                here = book.texts(Fingerprint(digest)) is not None
                missing = texts.get(digest) is None and digest not in gone
                if missing and not here:
                    raise UserError("handover.text_missing")

    def _decisions(self, book: Book, new: list[Recorded], texts: Mapping[str, str | None]) -> None:
        def words(of: Fingerprint) -> str | None:
            return texts.get(of) or book.texts(of)

        house = self._house(book, new)
        admit_house([one for one in new if one.post is None], house, words)
        hashes = {one.entry.hash for one in new}
        for post in {one.post for one in new if one.post}:
            merged = [*about(book.connection, post), *(one for one in new if one.post == post)]
            if sum(isinstance(one.event, PostStarted) for one in merged) != 1:
                raise UserError("handover.out_of_order")
            try:
                fold(post, merged, None, words)
                admit(post, merged, hashes, house, words)
            except ValueError:
                raise UserError("handover.out_of_order") from None

    def _house(self, book: Book, coming: list[Recorded]) -> list[Recorded]:
        here = book.general()
        known = {one.entry.hash for one in here}
        return in_order(
            [*here, *(o for o in coming if o.post is None and o.entry.hash not in known)]
        )


def _erased(new: list[Recorded]) -> set[str]:
    return {
        digest
        for one in new
        if one.entry.kind == "text_erased"
        for digest in digests_in(one.entry.payload)
    }


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _sources(new: list[Recorded]) -> list[SourceAdded]:
    return [one.event for one in new if isinstance(one.event, SourceAdded)]


def _files_erased(new: list[Recorded]) -> set[str]:
    return {one.event.attachment for one in new if isinstance(one.event, FileErased)}
