"""A private key under a passphrase: scrypt (RFC 7914) and ChaCha20-Poly1305 (RFC 8439)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.signature import Signer
from brandvoice.errors import UserError
from brandvoice.keys.passphrase import octets

if TYPE_CHECKING:
    from brandvoice.approval.signature import PublicKey

SEED: Final = 32
"""Bytes of an Ed25519 private key."""

_SALT, _NONCE, _TAG = 16, 12, 16
_MEMORY: Final = 160 * 2**20


class Cost(NamedTuple):
    """What one try at a passphrase costs: 128 * n * r bytes of memory, p times over."""

    n: int
    r: int
    p: int

    @property
    def is_sane(self) -> bool:
        """Whether this was chosen to be safe, and not to stop the computer that reads it."""
        power = self.n & (self.n - 1) == 0
        return power and 2**14 <= self.n <= 2**17 and self.r == 8 and 1 <= self.p <= 4


USUAL: Final = Cost(n=2**15, r=8, p=3)
"""OWASP Password Storage Cheat Sheet, the minimum in 32 MiB of memory: 0.2 seconds on a laptop."""


@dataclass(frozen=True, slots=True)
class LockedKey:
    """One key as it lies on the disk. `locked` are the private bytes, encrypted and sealed."""

    public: PublicKey
    cost: Cost
    salt: bytes
    nonce: bytes
    locked: bytes

    @property
    def is_sane(self) -> bool:
        """Whether all parts have the size they are made with."""
        sizes = (len(self.salt), len(self.nonce), len(self.locked))
        return self.cost.is_sane and sizes == (_SALT, _NONCE, SEED + _TAG)


def lock(person: str, seed: bytes, passphrase: str, cost: Cost = USUAL) -> LockedKey:
    """Locks the 32 secret bytes of a person's key."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    public = Signer.of_seed(person, seed).public
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    cipher = ChaCha20Poly1305(_stretched(passphrase, salt, cost))
    return LockedKey(public, cost, salt, nonce, cipher.encrypt(nonce, seed, _whose(person, public)))


def unlock(person: str, key: LockedKey, passphrase: str) -> Signer:
    """Opens a key; raises UserError (`key.wrong`), and says no more, when that does not work."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(_stretched(passphrase, key.salt, key.cost))
    try:
        seed = cipher.decrypt(key.nonce, key.locked, _whose(person, key.public))
    except InvalidTag:
        raise UserError("key.wrong") from None
    signer = Signer.of_seed(person, seed)
    if signer.public != key.public:
        raise UserError("key.wrong")
    return signer


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    n, r, p = cost
    return hashlib.scrypt(octets(passphrase), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)


def _whose(person: str, public: PublicKey) -> bytes:
    """Sealed together with the key, so that one person's file does not open as another's."""
    return f"brandvoice-key 1 {person} {public}".encode()
