"""Hand-over files in: a ZIP archive with a document, a page to read, kept files, and a signed list.

Nobody here trusts it: nothing is unpacked to the disk, every size is bounded, and both the list's
signature and the digests are checked before anything in the document is believed.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

from brandvoice.approval.attachment import LARGEST
from brandvoice.approval.chain import Anchor, Entry
from brandvoice.approval.handover import (
    DOCUMENT,
    FILES,
    FORMAT,
    MANIFEST,
    MOST_BYTES,
    PAGE,
    VERSION,
    Handover,
    listing,
)
from brandvoice.approval.signature import signing_key, verify
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from pathlib import Path

_FILE_LIMIT: Final = 100_000_000
_PART_LIMITS: Final = {DOCUMENT: 100_000_000, PAGE: 100_000_000, MANIFEST: 10_000}
_MANIFEST_LINE: Final = 200
_MOST_FILES: Final = 1_000
_MOST_ENTRIES: Final = 100_000
_COLUMNS: Final = {
    name: (str, type(None)) if name in ("post_id", "signature") else str for name in Entry._fields
} | dict.fromkeys(("seq", "origin_seq", "version"), int)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OverflowError, RuntimeError,
    ValueError, TypeError, KeyError, AttributeError,
)  # fmt: skip


def read_handover(path: Path) -> Handover:
    """What a hand-over file holds, as its sender signed it.

    Raises UserError: `handover.missing`, `handover.too_large`, `handover.damaged`,
    `handover.newer`, `handover.unsigned` (the file itself was not signed, or changed since).
    """
    name = normalise(path.name or str(path))
    try:
        if path.stat().st_size > _FILE_LIMIT:
            raise UserError("handover.too_large", name=name)
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            parts = _parts(archive, name)
        sender, signature = _signed(parts, name)
        return _handover(parts, sender, signature, name)
    except OSError:
        raise UserError("handover.missing", name=name) from None
    except _BROKEN:
        raise UserError("handover.damaged", name=name) from None


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    kept = [entry for entry in entries if FILES.fullmatch(entry.filename)]
    limits = {**_PART_LIMITS, **dict.fromkeys((entry.filename for entry in kept), LARGEST)}
    limits[MANIFEST] += _MANIFEST_LINE * len(kept)
    if sorted(entry.filename for entry in entries) != sorted(limits):
        raise UserError("handover.damaged", name=name)
    # zipfile never unpacks more than the size that is stated here.
    too_large = any(entry.file_size > limits[entry.filename] for entry in entries)
    together = sum(entry.file_size for entry in kept)
    if too_large or together > MOST_BYTES or len(kept) > _MOST_FILES:
        raise UserError("handover.too_large", name=name)
    return {entry.filename: archive.read(entry) for entry in entries}


def _signed(parts: dict[str, bytes], name: str) -> tuple[str, str]:
    """Who signed all parts, and the signature."""
    told = json.loads(parts[MANIFEST])
    digests = {
        part: hashlib.sha256(content).hexdigest()
        for part, content in parts.items()
        if part != MANIFEST
    }
    sender, signature = told["sender"], told["signature"]
    listed = listing(sender, digests)
    if told["files"] != digests or not verify(signature, hashlib.sha256(listed).digest()):
        raise UserError("handover.unsigned", name=name)
    return sender, signature


def _kept(parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The kept files by digest: each is called by its own."""
    files = {found[1]: parts[part] for part in parts if (found := FILES.fullmatch(part))}
    if any(hashlib.sha256(content).hexdigest() != digest for digest, content in files.items()):
        raise UserError("handover.damaged", name=name)
    return files


def _handover(parts: dict[str, bytes], sender: str, signature: str, name: str) -> Handover:
    document = parts[DOCUMENT]
    try:
        told: dict[str, Any] = json.loads(document)
    except RecursionError:
        raise UserError("handover.damaged", name=name) from None
    if told["format"] != FORMAT:
        raise UserError("handover.damaged", name=name)
    if told["version"] != VERSION:
        raise UserError("handover.newer", name=name)
    rows = [*told["people"], *(row for post in told["posts"] for row in post["entries"])]
    if len(rows) > _MOST_ENTRIES:
        raise UserError("handover.too_large", name=name)
    texts: dict[str, str | None] = {}
    for part in (told, *told["posts"]):
        texts |= part["texts"]
    if not all(isinstance(words, str | None) for words in texts.values()):
        raise UserError("handover.damaged", name=name)
    key = signing_key(signature)
    if key is None or not isinstance(sender, str):
        raise UserError("handover.unsigned", name=name)
    return Handover(
        sender=sender,
        key=key,
        file=hashlib.sha256(document).hexdigest(),
        anchors=tuple(_anchor(row) for row in told["anchors"]),
        entries=tuple(_entry(row) for row in rows),
        texts=texts,
        files=_kept(parts, name),
    )


def _anchor(row: dict[str, Any]) -> Anchor:
    origin, count, newest = row["origin"], row["count"], row["hash"]
    if not (isinstance(origin, str) and type(count) is int and isinstance(newest, str)):
        raise TypeError
    return Anchor(origin, count, newest)


def _entry(row: dict[str, Any]) -> Entry:
    for column, kind in _COLUMNS.items():
        if not isinstance(row[column], kind) or isinstance(row[column], bool):
            raise TypeError
    return Entry(**{column: row[column] for column in Entry._fields})
