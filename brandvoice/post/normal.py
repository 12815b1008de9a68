"""The one form a text has before anything is checked or hashed, and its fingerprint."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from typing import NewType

Fingerprint = NewType("Fingerprint", str)

# Qt's editor turns these into a line end of its own accord, so the window and the command line
# would hash the same file differently if this were not done at every door.
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
# Half a UTF-16 pair is not a character: it can be neither stored as UTF-8 nor shown.
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """`text` with every line end as `\\n` and lone surrogates as U+FFFD; nothing else changes."""
    if any(end in text for end in "\r\u2028\u2029"):
        text = _LINE_ENDS.sub("\n", text)
    try:
        text.encode()  # a hundred times as fast as searching
    except UnicodeEncodeError:
        return _LONE_SURROGATES.sub("\ufffd", text)
    return text


class GivenOffsets:
    """Maps code-point positions of `normalise(given)` back to positions of `given`."""

    def __init__(self, given: str) -> None:
        # Only \r\n changes the length; position of each \n that lost its \r, in the normal text.
        self._lost = [m.start() - n for n, m in enumerate(re.finditer("\r\n", given))]

    def position(self, normal: int) -> int:
        return normal + bisect_right(self._lost, normal - 1)


def fingerprint(text: str) -> Fingerprint:
    """SHA-256 of the normalised text's UTF-8 bytes, 64 lower-case hexadecimal digits.

    `text` must already be normalised; one character more or less gives another fingerprint.
    """
    return Fingerprint(hashlib.sha256(text.encode("utf-8")).hexdigest())
