"""Writing and deciding: every act is one durable transaction, or a sentence why not."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from brandvoice.approval.appointing import appointing_hindrance, appoints
from brandvoice.approval.command import Approve, Reject, RequestChanges, Submit, Waive, Withdraw
from brandvoice.approval.event import PROGRAM, PostStarted
from brandvoice.approval.hindrance import hindrance
from brandvoice.approval.people import added, changed
from brandvoice.approval.policy import decide, expiry, revise, turn
from brandvoice.approval.signing import registered
from brandvoice.approval.state import PostState, WorkingCopy
from brandvoice.approval.timeline import TimelineEntry
from brandvoice.approval.waiving import noticed
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint, normalise
from brandvoice.post.post import CHANNELS
from brandvoice.workflow.houserules import known_person
from brandvoice.workflow.publishing import Publishing
from brandvoice.workspace.history import Cursor, HistoryFilter, HistoryPage
from brandvoice.workspace.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from brandvoice.approval.command import Act, Command
    from brandvoice.approval.event import KeyCause, PersonAdded, PersonChanged
    from brandvoice.approval.keyring import Key
    from brandvoice.approval.person import Person, Role
    from brandvoice.approval.signature import PublicKey, Signer
    from brandvoice.approval.state import Noticed
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel, Kind
    from brandvoice.review.finding import Finding, Review
    from brandvoice.workspace.book import KnownPost, WritingBook

__all__ = ["Cursor", "Desk", "HistoryFilter", "HistoryPage", "PostState", "TimelineEntry"]


class Desk(Publishing):
    """A workspace to work in; see Archive for what it can be asked.

    Acts raise UserError (`record.…`, `workspace.…`); nothing has changed then. Those that have to
    be signed (`approval.signing`) take the signer; whatever else is recorded is signed too while
    `unlocked` knows the person's key.
    """

    def add_person(
        self,
        name: str,
        roles: Collection[Role],
        by: str | None = None,
        *,
        signer: Signer | None = None,
    ) -> Person:
        """Somebody new; the first one adds themselves (`by` None)."""
        with self._workspace.writing() as book:
            people = book.people()
            event = added(uuid7(book.at), name, roles, people)
            actor = known_person(people, by) if by else None
            self._record_person(book, event, actor, people, signer)
        return self._person(event.person)

    def change_person(
        self,
        person: str,
        name: str,
        roles: Collection[Role],
        by: str,
        *,
        signer: Signer | None = None,
    ) -> Person:
        """Another name or other roles; earlier entries keep the name they were made under."""
        with self._workspace.writing() as book:
            people = book.people()
            event = changed(known_person(people, person), name, roles, people)
            if event:
                self._record_person(book, event, known_person(people, by), people, signer)
        return self._person(person)

    def add_key(
        self, person: str, key: PublicKey, cause: KeyCause, signer: Signer, by: str | None = None
    ) -> Key:
        """Registers a person's key; `by` is the approver who records somebody else's loss."""
        with self._workspace.writing() as book:
            people = book.people()
            actor = known_person(people, by or person)
            event = registered(known_person(people, person), key, cause, actor)
            book.record(actor.id, None, [event], signer=signer)
            return book.keyring().keys(person)[-1]

    def start(
        self,
        by: str,
        text: str = "",
        channels: Iterable[Channel] = (),
        kind: Kind = "post",
    ) -> PostState:
        """A new post."""
        text = normalise(text)
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            post = uuid7(book.at)
            book.record(person.id, post, [PostStarted(kind)], signer=self.unlocked(by))
            editors = (person.id,) if text else ()
            book.keep_copy(post, WorkingCopy(text, _ordered(channels), editors, book.at, None))
            return book.settle(post)

    def save(
        self,
        post: str,
        text: str,
        by: str,
        review: Review | None = None,
        base: Fingerprint | None = None,
    ) -> PostState:
        """Keeps the words as they are typed, and what their check found.

        Other words than those in review or approved become a new version, and end the review or
        supersede the approval, in the same transaction. `base` is that of the words they were made
        from: when others stand there by now, nothing is written (`record.written_elsewhere`).
        """
        text = normalise(text)
        with self._workspace.writing() as book:
            known = _lapse(book, book.post(post))
            if base is not None and known.state.fingerprint not in (base, fingerprint(text)):
                raise UserError("record.written_elsewhere", title=known.state.title)
            person = known_person(book.people(), by)
            fits = review is not None and review.text == fingerprint(text)
            found = noticed(review.findings) if review and fits else None
            signer = self.unlocked(by)
            return _revise(book, known, person, text, known.state.channels, found, signer)

    def set_channels(self, post: str, channels: Iterable[Channel], by: str) -> PostState:
        """Where the post is meant to appear; bound to a decision just as its words are."""
        with self._workspace.writing() as book:
            known = _lapse(book, book.post(post))
            text, person = known.state.text or "", known_person(book.people(), by)
            chosen, signer = _ordered(channels), self.unlocked(by)
            return _revise(book, known, person, text, chosen, None, signer)

    def set_kind(self, post: str, kind: Kind, by: str) -> PostState:
        """Makes the draft a reply, or a post; not while a decision is waited for or stands."""
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            events = turn(book.post(post).state, kind)
            book.record(person.id, post, events, signer=self.unlocked(by))
            return book.settle(post)

    def submit(
        self,
        post: str,
        text: str,
        by: str,
        review: Review,
        due: datetime | None = None,
        valid_until: datetime | None = None,
        *,
        signer: Signer | None = None,
    ) -> PostState:
        """Hands these words in for a decision before `due`, to hold until `valid_until`."""
        command = Submit(normalise(text), review, due, valid_until)
        return self._act(post, by, command, signer)

    def waive(
        self,
        post: str,
        finding: Finding,
        text: str,
        reason: str,
        by: str,
        *,
        signer: Signer | None = None,
    ) -> PostState:
        """Lets a finding stand, for a typed reason."""
        return self._act(post, by, Waive(normalise(text), finding, normalise(reason)), signer)

    def approve(
        self,
        post: str,
        text: str,
        by: str,
        review: Review,
        note: str = "",
        *,
        stage: int | None = None,
        sources: tuple[str, ...] | None = None,
        signer: Signer | None = None,
    ) -> PostState:
        """Approves exactly these words for the channels they were handed in for.

        `stage` and `sources` (Source.hash) are those looked at; None for whichever the post has.
        """
        command = Approve(normalise(text), review, normalise(note), stage, sources)
        return self._act(post, by, command, signer)

    def request_changes(
        self,
        post: str,
        text: str,
        by: str,
        review: Review,
        reason: str,
        *,
        signer: Signer | None = None,
    ) -> PostState:
        """Sends these words back, saying what is to be mended."""
        command = RequestChanges(normalise(text), review, normalise(reason))
        return self._act(post, by, command, signer)

    def reject(
        self,
        post: str,
        text: str,
        by: str,
        review: Review,
        reason: str,
        *,
        signer: Signer | None = None,
    ) -> PostState:
        """Decides that these words do not go out, saying why."""
        return self._act(post, by, Reject(normalise(text), review, normalise(reason)), signer)

    def withdraw(
        self, post: str, by: str, reason: str = "", *, signer: Signer | None = None
    ) -> PostState:
        """Takes back a submission (an author) or an approval (an approver, saying why)."""
        return self._act(post, by, Withdraw(normalise(reason)), signer)

    def hindrance(
        self, act: Act, post: PostState, by: str, review: Review | None
    ) -> UserError | None:
        """Why `act` is not possible now, to show beside the button; None when it is."""
        house = replace(self._house, at=self._workspace.now())
        return hindrance(act, post, known_person(house.people, by), review, house)

    def sweep(self) -> tuple[PostState, ...]:
        """Enters what has run out by now: posts whose slot came, approvals that ended."""
        with self._workspace.reading() as book:
            lapsing = book.lapsing(self._workspace.now())
        expired = []
        for post in lapsing:
            # What cannot be entered now is refused by time all the same; a later sweep enters it.
            with suppress(UserError):
                expired.append(self._expire(post))
        return tuple(filter(None, expired))

    def _expire(self, post: str) -> PostState | None:
        """Enters that a post ran out, in a transaction of its own; None when it did not."""
        with self._workspace.reading() as book:
            if not book.post(post).state.lapsed(self._workspace.now()):
                return None
        with self._workspace.writing() as book:
            return _lapse(book, book.post(post)).state

    def _record_person(
        self,
        book: WritingBook,
        event: PersonAdded | PersonChanged,
        by: Person | None,
        people: Mapping[str, Person],
        signer: Signer | None,
    ) -> None:
        keyring = book.keyring()
        if refused := appointing_hindrance(event, by, people, keyring):
            raise refused
        actor = by.id if by else event.person
        signed = appoints(event, people, keyring)
        book.record(actor, None, [event], signer=signer or self.unlocked(actor), signed=signed)

    def _person(self, person: str) -> Person:
        return self.house().people[person]

    def _act(self, post: str, by: str, command: Command, signer: Signer | None) -> PostState:
        self._expire(post)
        with self._workspace.writing() as book:
            known = book.post(post)
            house = book.house(book.at)
            person = known_person(house.people, by)
            editors = known.copy.editors if known.copy else ()
            event = decide(command, known.state, person, house, editors)
            signer = signer or self.unlocked(by)
            book.record(person.id, post, [event], _texts(command), signer)
            if isinstance(command, Submit):
                book.drop_copy(post)
            return book.settle(post)


def _ordered(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    chosen = set(channels)
    return tuple(channel for channel in CHANNELS if channel in chosen)


def _texts(command: Command) -> tuple[str, ...]:
    """The words an act brings into the record: of the post, and those typed for it."""
    match command:
        case Approve(text, _, words, _) | RequestChanges(text, _, words) | Reject(text, _, words):
            return text, words
        case Waive(text, _, words):
            return text, words
        case Submit(text):
            return (text,)
        case Withdraw(words):
            return (words,)


def _lapse(book: WritingBook, known: KnownPost) -> KnownPost:
    """The post after whatever ran out was entered."""
    events = expiry(known.state, book.at)
    if not events:
        return known
    book.record(PROGRAM, known.state.id, events)
    book.settle(known.state.id)
    return book.post(known.state.id)


def _revise(
    book: WritingBook,
    known: KnownPost,
    person: Person,
    text: str,
    channels: tuple[Channel, ...],
    found: tuple[Noticed, ...] | None,
    signer: Signer | None,
) -> PostState:
    """Other words, other channels, or a newer check of the same words; nothing if all is known."""
    state, copy = known.state, known.copy
    before = copy or WorkingCopy(state.text or "", state.channels, (), state.changed_at, None)
    found = before.noticed if found is None else found
    if (text, channels, found) == (before.text, before.channels, before.noticed):
        return state
    if (text, channels) == (before.text, before.channels):
        book.keep_copy(state.id, replace(before, noticed=found))
        return book.settle(state.id)
    events = revise(state, fingerprint(text), channels, person.id)
    if events:
        book.record(person.id, state.id, events, [text], signer)
        editors: tuple[str, ...] = ()
    else:
        editors = tuple(dict.fromkeys((*before.editors, person.id)))
    book.keep_copy(state.id, WorkingCopy(text, channels, editors, book.at, found))
    return book.settle(state.id)
