"""Whether a person can sign at this computer, and how they come to: for window and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.signature import PublicKey, Signer
    from brandvoice.keys.keystore import KeyStore
    from brandvoice.workflow.desk import Desk

Standing = Literal["new", "here", "waiting", "elsewhere"]
"""No key yet; the record's key lies here; a key lies here that the record does not know yet; the
record knows a key that does not lie here."""


class Signatory:
    """One person of a workspace, with the keys of this computer.

    A key is on the disk before the record knows it: whatever stops in between, nobody is left with
    a key in the record that no passphrase opens.
    """

    def __init__(self, desk: Desk, keys: KeyStore, person: str) -> None:
        self._desk = desk
        self._keys = keys
        self._person = person

    def standing(self) -> Standing:
        """How this person stands; raises UserError (`key.…`) for a file that cannot be read."""
        here, known = self._keys.keys(self._person), self._known()
        if known is None:
            return "waiting" if here else "new"
        return "here" if known in here else "elsewhere"

    def elsewhere(self) -> UserError:
        """What to tell this person when their key lies at another computer."""
        return self._keys.elsewhere(self._person)

    def unlock(self, passphrase: str) -> Signer:
        """Opens the key this person signs with; registers the one that waits for it.

        Raises UserError (`key.wrong`, `key.elsewhere`, `record.key_missing`).
        """
        known = self._known()
        if known is not None:
            return self._keys.unlock(self._person, passphrase, known)
        here = self._keys.keys(self._person)
        if not here:
            raise UserError("record.key_missing")
        signer = self._keys.unlock(self._person, passphrase, here[-1])
        self._desk.add_key(self._person, signer.public, "first", signer)
        return signer

    def choose(self, passphrase: str) -> Signer:
        """Makes and registers this person's first key; raises UserError when there is one."""
        if self._known() is not None:
            raise UserError("record.key_known")
        signer = self._keys.make(self._person, passphrase)
        self._desk.add_key(self._person, signer.public, "first", signer)
        return signer

    def change(self, before: Signer, passphrase: str) -> Signer:
        """A new key under a new passphrase; the one before vouches for it."""
        signer = self._keys.make(self._person, passphrase)
        self._desk.add_key(self._person, signer.public, "changed", before)
        return signer

    def replace(self, passphrase: str, approver: Signer | None = None) -> Signer:
        """A new key in the place of one that is lost; with an `approver`, who vouches for it.

        A damaged file is put aside, not overwritten.
        """
        self._keys.put_damaged_aside(self._person)
        cause: Literal["first", "lost"] = "first" if self._known() is None else "lost"
        signer = self._keys.make(self._person, passphrase)
        if approver is None or approver.person == self._person:
            self._desk.add_key(self._person, signer.public, cause, signer)
        else:
            self._desk.add_key(self._person, signer.public, cause, approver, approver.person)
        return signer

    def take_in(self, file: Path) -> PublicKey:
        """Takes in this person's key from a file of another computer; the key they sign with now.

        Raises UserError, and nothing has changed: `key.here_already`, `key.unknown_here` where the
        record knows another one, `key.of_another` and others of `key.…` for the file itself.
        """
        brought, known = self._keys.carried(self._person, file), self._known()
        if known is not None and known not in brought:
            raise UserError("key.unknown_here", path=file)
        try:
            here = self._keys.keys(self._person)
        except UserError as told:
            if told.key != "key.damaged":
                raise
            here = ()
        if here and known in (None, *here):
            raise UserError("key.here_already")
        self._keys.take_in(self._person, file)
        return known or brought[-1]

    def _known(self) -> PublicKey | None:
        keys = self._desk.keys(self._person)
        return keys[-1].public if keys else None
