"""Who held a person's key when an entry was written: Ed25519 signatures (RFC 8032). Pure.

A signature is kept as `<public key, 64 hex>.<signature, 128 hex>`. It is made over the 32-byte
digest of an entry without its signature (`chain.unsigned_digest`); the entry's hash covers it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NewType

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

PublicKey = NewType("PublicKey", str)
"""The 32 bytes of an Ed25519 public key as 64 hexadecimal digits."""

_SIGNATURE: Final = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{128})")


class Signer:
    """A person with their private key in memory; shows nothing of it."""

    __slots__ = ("_key", "person", "public")

    def __init__(self, person: str, key: Ed25519PrivateKey) -> None:
        self.person = person
        self.public = PublicKey(key.public_key().public_bytes_raw().hex())
        self._key = key

    def __repr__(self) -> str:
        return f"Signer(person={self.person!r}, public={self.public!r})"

    @classmethod
    def of_seed(cls, person: str, seed: bytes) -> Signer:
        """The key that these 32 secret bytes are; raises ValueError for another number of them."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(person, Ed25519PrivateKey.from_private_bytes(seed))

    def sign(self, digest: bytes) -> str:
        """The signature over a digest, as the record keeps it."""
        return f"{self.public}.{self._key.sign(digest).hex()}"


def signing_key(signature: str) -> PublicKey | None:
    """The public key a kept signature names; None when it is not of the form above."""
    parts = _SIGNATURE.fullmatch(signature)
    return PublicKey(parts[1]) if parts else None


def verify(signature: str, digest: bytes) -> bool:
    """Whether the key that `signature` names signed this digest.

    Says nothing about whose key it is; see `keyring`.
    """
    from cryptography.exceptions import InvalidSignature

    parts = _SIGNATURE.fullmatch(signature)
    if parts is None:
        return False
    try:
        _public(parts[1]).verify(bytes.fromhex(parts[2]), digest)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint_of(public: PublicKey) -> str:
    """A key in short groups to read to each other: the first 16 digits of its SHA-256."""
    import hashlib

    digits = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


@lru_cache(maxsize=256)
def _public(digits: str) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(digits))
