"""The keys of whoever works here, as the window uses them. No Qt."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.keys.patience import Patience
from brandvoice.keys.unlocked import Unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.signature import PublicKey, Signer
    from brandvoice.keys.keystore import KeyStore
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.signatory import Signatory, Standing

MINUTES: Final = (0, 5, 15, 60)
"""For how long a key may stay unlocked."""

USUAL_MINUTES: Final = 5


class Vault:
    """Everything that takes a `desk` belongs to the record's own thread and raises UserError.

    A wrong passphrase is counted here, whether or not anybody still waits for the answer.
    """

    def __init__(self, minutes: int = USUAL_MINUTES) -> None:
        self.minutes = minutes
        self.patience = Patience()
        self.unlocked = Unlocked()

    @cached_property
    def keys(self) -> KeyStore:
        """The keys of this computer."""
        from brandvoice.keys.keystore import KeyStore
        from brandvoice.keys.place import keys_folder

        return KeyStore(keys_folder())

    def standing(self, desk: Desk, person: str) -> Standing:
        """Whether a person can sign here."""
        return self._signatory(desk, person).standing()

    def unlock(self, desk: Desk, person: str, passphrase: str) -> Signer:
        """Opens a person's key (`key.wrong`, `key.wait`) and remembers it for its minutes."""
        return self._kept(self._opened(desk, person, passphrase))

    def choose(self, desk: Desk, person: str, passphrase: str) -> Signer:
        """Makes and registers a person's first key."""
        return self._kept(self._signatory(desk, person).choose(passphrase))

    def change(self, desk: Desk, person: str, passphrase: str, new: str) -> Signer:
        """A new key under a new passphrase; the old one has to fit (`key.wrong`, `key.wait`)."""
        before = self._opened(desk, person, passphrase)
        return self._kept(self._signatory(desk, person).change(before, new))

    def replace(
        self, desk: Desk, person: str, passphrase: str, approver: Signer | None = None
    ) -> Signer:
        """A new key in the place of a lost one; an `approver` may vouch for it."""
        return self._kept(self._signatory(desk, person).replace(passphrase, approver))

    def take_in(self, desk: Desk, person: str, file: Path) -> PublicKey:
        """Takes in a person's key file from another computer."""
        return self._signatory(desk, person).take_in(file)

    def lock(self) -> None:
        """Forgets every key at once."""
        self.unlocked.forget()

    def _opened(self, desk: Desk, person: str, passphrase: str) -> Signer:
        if self.patience.wait(person) > 0:
            raise UserError("key.wait")
        try:
            signer = self._signatory(desk, person).unlock(passphrase)
        except UserError as told:
            if told.key == "key.wrong":
                self.patience.fail(person)
            raise
        self.patience.fit(person)
        return signer

    def _kept(self, signer: Signer) -> Signer:
        self.unlocked.keep(signer, self.minutes)
        return signer

    def _signatory(self, desk: Desk, person: str) -> Signatory:
        from brandvoice.workflow.signatory import Signatory

        return Signatory(desk, self.keys, person)
