"""A workspace with people and posts in it, written as the program writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from brandvoice.keys.keystore import KeyStore
from brandvoice.keys.locked import Cost
from brandvoice.keys.place import keys_folder
from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.signatory import Signatory
from brandvoice.workspace.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.person import Person, Role
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.review.finding import Review

_checker = cache(load_checker)
WRITER: Final[frozenset[Role]] = frozenset({"writer"})
APPROVER: Final[frozenset[Role]] = frozenset({"approver"})


WORDS: Final = "kopi susu tanpa gula"
"""Everybody's passphrase."""


def give_key(desk: Desk, person: str, passphrase: str = WORDS) -> Signer:
    """A key on this computer that opens quickly."""
    return Signatory(desk, KeyStore(keys_folder(), Cost(2**14, 8, 1)), person).choose(passphrase)


class Workplace:
    """Dewi writes, Rina approves; both have a key here."""

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now) -> None:
        self.desk = Desk.open(path, now)
        self._checker = _checker()
        self.dewi: Person = self.desk.add_person("Dewi", WRITER)
        self.rina: Person = self.desk.add_person("Rina", APPROVER, self.dewi.id)
        signers = {one.id: give_key(self.desk, one.id) for one in (self.dewi, self.rina)}
        self.desk.unlocked = signers.get

    def check(self, text: str) -> Review:
        """What the rules say of these words."""
        return self._checker.check(Post(text))

    def draft(self, text: str) -> PostState:
        """A post of Dewi's, checked once."""
        post = self.desk.start(self.dewi.id, text, ("instagram",))
        return self.desk.save(post.id, text, self.dewi.id, self._checker.check(Post(text)))

    def submitted(self, text: str) -> PostState:
        post = self.draft(text)
        return self.desk.submit(post.id, text, self.dewi.id, self._checker.check(Post(text)))

    def approved(self, text: str, note: str = "") -> PostState:
        post = self.submitted(text)
        review = self._checker.check(Post(text))
        return self.desk.approve(post.id, text, self.rina.id, review, note)
