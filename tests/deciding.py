"""People, checks and a clock for tests about decisions."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from brandvoice.approval.person import Person
from brandvoice.approval.signature import Signer
from brandvoice.post.normal import fingerprint
from brandvoice.post.span import Span
from brandvoice.review.finding import Finding, Review, Told
from brandvoice.workflow.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.person import Role
    from brandvoice.approval.state import PostState
    from brandvoice.review.finding import Category, Severity

RULES = fingerprint("the rules")
BRAND = fingerprint("the brand")
TOLD = Told(id="Perlu bukti.", en="Needs evidence.")
TEXT = "Serum termurah 😀\nse-Bandung, buruan!"


class Clock:
    """A clock that goes on one second each time it is read; tests may set it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


def person(name: str, *roles: Role) -> Person:
    return Person(name.lower(), name, frozenset(roles))


def found(
    text: str,
    words: str,
    severity: Severity = "warning",
    rule: str = "claim/superlative",
    category: Category = "claim",
) -> Finding:
    """A finding on the first `words` of `text`."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Finding(rule, category, severity, span, words, TOLD, TOLD, TOLD)


def review_of(text: str, *findings: Finding) -> Review:
    return Review(fingerprint(text), RULES, BRAND, "id", findings)


def signer_of(person: str) -> Signer:
    """The same key for the same person each time, ready to sign."""
    return Signer.of_seed(person, hashlib.sha256(person.encode()).digest())


class Team:
    """A desk with a writer, an approver and somebody who is both, and a post in each state.

    Everybody has a key, and all are unlocked: whoever acts signs.
    """

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.desk = Desk.open(path, self.clock, zone=UTC)
        self.signers = {one.id: signer_of(one.id) for one in self.desk.people()}
        self.desk.unlocked = self.signers.get
        people = {one.name: one.id for one in self.desk.people()}
        self.writer = people.get("Dewi") or self.add("Dewi", None, "writer")
        self.approver = people.get("Bayu") or self.add("Bayu", self.writer, "approver")
        self.both = people.get("Rina") or self.add("Rina", self.approver, "writer", "approver")

    def add(self, name: str, by: str | None, *roles: Role) -> str:
        """Somebody new, with a key of their own."""
        person = self.desk.add_person(name, roles, by).id
        signer = signer_of(person)
        self.desk.add_key(person, signer.public, "first", signer)
        self.signers[person] = signer
        return person

    def draft(self, text: str = TEXT) -> PostState:
        return self.desk.start(self.writer, text, ["instagram", "x"])

    def submitted(self, text: str = TEXT, *findings: Finding) -> PostState:
        post = self.draft(text)
        return self.desk.submit(post.id, text, self.writer, review_of(text, *findings))

    def approved(self, text: str = TEXT) -> PostState:
        post = self.submitted(text)
        return self.desk.approve(post.id, text, self.approver, review_of(text))

    def returned(self, text: str = TEXT) -> PostState:
        post = self.submitted(text)
        review = review_of(text)
        return self.desk.request_changes(post.id, text, self.approver, review, "sumbernya?")

    def rejected(self, text: str = TEXT) -> PostState:
        post = self.submitted(text)
        return self.desk.reject(post.id, text, self.approver, review_of(text), "bukan gaya kita")

    def superseded(self, text: str = TEXT) -> PostState:
        post = self.approved(text + ".")
        return self.desk.save(post.id, text, self.writer)
