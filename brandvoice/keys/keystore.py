"""The keys of everybody who signs at this computer, one file a person."""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import TYPE_CHECKING, Final

from brandvoice.approval.signature import Signer
from brandvoice.errors import UserError
from brandvoice.keys.keyfile import read_carried, read_keys, write_keys
from brandvoice.keys.locked import SEED, USUAL, lock, unlock
from brandvoice.keys.passphrase import check_passphrase

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.signature import PublicKey
    from brandvoice.keys.locked import Cost

_KEPT: Final = 16
"""So many of a person's keys are kept: an older copy of a workspace may still know an older one."""

_FILE_NAME: Final = re.compile(r"[0-9a-f]{32}")


class KeyStore:
    """Keys in `folder`, new ones locked at `cost`. Nothing here knows which key a record trusts."""

    def __init__(self, folder: Path, cost: Cost = USUAL) -> None:
        self.folder = folder
        self._cost = cost

    def file_of(self, person: str) -> Path:
        """The file of a Person.id; ids from elsewhere that are no plain name become one."""
        plain = bool(_FILE_NAME.fullmatch(person))
        name = person if plain else hashlib.sha256(person.encode("utf-8", "replace")).hexdigest()
        return self.folder / f"{name}.json"

    def keys(self, person: str) -> tuple[PublicKey, ...]:
        """The public halves of a person's keys here, newest last; raises UserError (`key.…`)."""
        return tuple(key.public for key in read_keys(self.file_of(person), person))

    def make(self, person: str, passphrase: str) -> Signer:
        """A new key beside those that are there; it is on the disk when this returns.

        Raises UserError for a passphrase that will not do or a folder that cannot be written.
        """
        check_passphrase(passphrase)
        path = self.file_of(person)
        seed = secrets.token_bytes(SEED)
        key = lock(person, seed, passphrase, self._cost)
        write_keys(path, person, [*read_keys(path, person), key][-_KEPT:])
        return Signer.of_seed(person, seed)

    def carried(self, person: str, file: Path) -> tuple[PublicKey, ...]:
        """The public halves of the keys in a person's file from another computer.

        Raises UserError (`key.…`) for what is no such file.
        """
        return tuple(key.public for key in read_carried(file, person))

    def take_in(self, person: str, file: Path) -> None:
        """Puts the keys of a file from another computer beside those that are here.

        Nothing that is here is written over; a damaged file is put aside. Raises UserError.
        """
        brought, path = read_carried(file, person), self.file_of(person)
        self.put_damaged_aside(person)
        here = read_keys(path, person)
        known = {key.public for key in here}
        new = [key for key in brought if key.public not in known]
        write_keys(path, person, [*here, *new][-_KEPT:])

    def unlock(self, person: str, passphrase: str, public: PublicKey) -> Signer:
        """Opens one of a person's keys; raises UserError (`key.wrong`, `key.elsewhere`)."""
        for key in read_keys(self.file_of(person), person):
            if key.public == public:
                return unlock(person, key, passphrase)
        raise self.elsewhere(person)

    def elsewhere(self, person: str) -> UserError:
        """What to tell somebody whose key lies at another computer: where it would have to be."""
        return UserError("key.elsewhere", path=self.file_of(person))

    def put_damaged_aside(self, person: str) -> None:
        """Renames a person's file if it is damaged, so that a new one can be made."""
        path = self.file_of(person)
        try:
            read_keys(path, person)
        except UserError as told:
            if told.key != "key.damaged":
                raise
            path.replace(path.with_name(f"{path.name}.{secrets.token_hex(4)}.damaged"))
