"""A file kept as evidence: its bytes, a name that is safe anywhere, and what its name says it is.

Nothing here looks into the bytes: they are counted, hashed, kept and given back.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Final

from brandvoice.post.normal import Fingerprint

LARGEST: Final = 10 * 1024 * 1024
"""Bytes of one file."""
_LONGEST: Final = 180
"""Bytes of a name in UTF-8; file systems take 255, and a program may want to add to it."""
_LONGEST_ENDING: Final = 20
_NAMELESS: Final = "file"
_FORBIDDEN: Final = dict.fromkeys(map(ord, '<>:"|?*'), "_")
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
UNKNOWN: Final = "application/octet-stream"
# A table of our own: that of the system differs from computer to computer.
MEDIA: Final = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "gif": "image/gif",
    "heic": "image/heic",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "md": "text/markdown",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it comes in; `name` is clean."""

    name: str
    content: bytes

    @property
    def digest(self) -> Fingerprint:
        """The SHA-256 of the bytes, hexadecimal."""
        return digest_of(self.content)

    @property
    def media(self) -> str:
        return media_of(self.name)


def digest_of(content: bytes) -> Fingerprint:
    """The SHA-256 of bytes, hexadecimal."""
    return Fingerprint(hashlib.sha256(content).hexdigest())


def media_of(name: str) -> str:
    """What the ending of a name says, as a media type; `UNKNOWN` for an ending we do not know."""
    return MEDIA.get(name.rpartition(".")[2].casefold(), UNKNOWN)


def clean_name(name: str) -> str:
    """The name without folders, without what cannot be seen or turns the direction of reading, and
    without what Windows refuses; at most 180 bytes in UTF-8, the ending kept. Cleaning it again
    changes nothing."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(one for one in " ".join(last.split()) if one.isprintable())
    shown = _trimmed(unicodedata.normalize("NFC", seen).translate(_FORBIDDEN)) or _NAMELESS
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = shown, "", ""
    room = _LONGEST - len(f"{dot}{ending}".encode())
    short = _trimmed(stem.encode()[:room].decode("utf-8", "ignore")) or _NAMELESS
    if short.partition(".")[0].rstrip().casefold() in _DEVICES:
        short = f"_{short}"[: len(short) + 1]
    return f"{short}{dot}{ending}"


def _trimmed(name: str) -> str:
    return " ".join(name.split()).strip(". ")
