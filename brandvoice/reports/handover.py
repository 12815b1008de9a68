"""Hand-over files out: a ZIP archive with a document, a page to read, and a signed list of both."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

from brandvoice.approval.handover import DOCUMENT, FORMAT, MANIFEST, PAGE, VERSION, listing
from brandvoice.reports.page import page
from brandvoice.reports.replacement import replacement

if TYPE_CHECKING:
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
) -> int:
    """Writes whole posts to `path`, signed by their sender; how many entries there are.

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
    signed = hashlib.sha256(listing(signer.person, files)).digest()
    manifest = {"files": files, "sender": signer.person, "signature": signer.sign(signed)}
    with replacement(path) as unfinished, zipfile.ZipFile(unfinished, "w") as archive:
        for name, content in {**parts, MANIFEST: _json(manifest)}.items():
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return len(edition.people) + sum(len(post.rows) for post in posts)


def _json(value: dict[str, Any]) -> bytes:
    # Half a UTF-16 pair has no UTF-8; written with a backslash it is the same character in JSON.
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.encode("utf-8", "backslashreplace")
