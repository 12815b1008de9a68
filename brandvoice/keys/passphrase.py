"""What will do as a passphrase, and the bytes it stands for."""

from __future__ import annotations

import unicodedata
from typing import Final

from brandvoice.errors import UserError

SHORTEST: Final = 8
LONGEST: Final = 1_000
"""Code points. Length is all that is asked for (NIST SP 800-63B 5.1.1.2): rules about kinds of
characters make people choose worse ones."""


def check_passphrase(passphrase: str) -> None:
    """Raises UserError (`key.passphrase_…`) for one that is not to be chosen."""
    length = length_of(passphrase)
    if length < SHORTEST:
        raise UserError("key.passphrase_short", shortest=SHORTEST)
    if length > LONGEST:
        raise UserError("key.passphrase_long", longest=LONGEST)


def length_of(passphrase: str) -> int:
    """Code points, an accented letter counted once."""
    return len(_plain(passphrase))


def octets(passphrase: str) -> bytes:
    """The same bytes however a keyboard puts an accented letter together (NFC, UTF-8)."""
    return _plain(passphrase).encode("utf-8", "surrogatepass")


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)
