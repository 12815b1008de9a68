"""Hand-over files out: a ZIP archive with a document, a page to read, files, and a signed list."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

from brandvoice.approval.handover import DOCUMENT, FORMAT, MANIFEST, PAGE, VERSION, listing
from brandvoice.reports.page import page
from brandvoice.reports.replacement import replacement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost
    from brandvoice.approval.signature import Signer
    from brandvoice.reports.edition import Edition

_FIXED: Final = (2026, 1, 1, 0, 0, 0)
"""The time of every part in the archive: when it was sent stands in the document."""


def write_handover(
    path: Path,
    posts: tuple[ExportPost, ...],
    edition: Edition,
    signer: Signer,
    kept: Iterable[tuple[str, bytes]] = (),
) -> int:
    """Writes whole posts to `path`, signed by their sender; how many entries there are.

    `kept` are the files behind their sources, by digest; one is in memory at a time.

    Raises UserError (`report.…`) when it cannot be written.
    """
    document = {
        "anchors": [
            {"origin": one.origin, "count": one.count, "hash": one.hash} for one in edition.anchors
        ],
        "format": FORMAT,
        "generated_at": edition.generated_at.isoformat(),
        "language": edition.language,
        "people": [row.entry._asdict() for row in edition.people],
        "posts": [
            {
                "entries": [row.entry._asdict() for row in post.rows],
                "id": post.id,
                "texts": post.texts,
                "title": post.title,
            }
            for post in posts
        ],
        "texts": edition.texts,
        "version": VERSION,
    }
    parts = {DOCUMENT: _json(document), PAGE: page(posts, edition)}
    files = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    with replacement(path) as unfinished, zipfile.ZipFile(unfinished, "w") as archive:
        for name, content in parts.items():
            _put(archive, name, content)
        for digest, content in kept:
            files[f"files/{digest}"] = digest
            _put(archive, f"files/{digest}", content)
        signed = hashlib.sha256(listing(signer.person, files)).digest()
        manifest = {"files": files, "sender": signer.person, "signature": signer.sign(signed)}
        _put(archive, MANIFEST, _json(manifest))
    return len(edition.people) + sum(len(post.rows) for post in posts)


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _FIXED)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _json(value: dict[str, Any]) -> bytes:
    # Half a UTF-16 pair has no UTF-8; written with a backslash it is the same character in JSON.
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", "backslashreplace")
