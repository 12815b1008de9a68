"""The history for other programs: one JSON document, every entry as it is in the record.

The keys are sorted, so that the anchors come first and two exports can be compared line by line.
`database/README.md` says what stands where and how a reader computes hashes and fingerprints again.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost, ExportRow, PersonRow
    from brandvoice.approval.publication import Publication
    from brandvoice.reports.edition import Edition

FORMAT: Final = "brandvoice-export"
VERSION: Final = 1


def write_data(path: Path, posts: Iterable[ExportPost], edition: Edition) -> int:
    """Writes the entries of `posts` to `path` as they come, a line each; how many there were."""
    before = {
        "anchors": [_anchor(anchor) for anchor in edition.anchors],
        "business": edition.business,
        "filter": edition.scope,
        "format": FORMAT,
        "generated_at": _utc(edition.generated_at),
        "language": edition.language,
    }
    after = {"texts": edition.texts, "version": VERSION, "zone": edition.zone_name}
    written = 0
    # Half a UTF-16 pair has no UTF-8; written with a backslash it is the same character in JSON.
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(f'{_json(before)[:-1]}, "people": [')
        people = (_person(row, edition) for row in edition.people)
        file.write(",".join(f"\n{_json(person)}" for person in people))
        file.write('\n], "posts": [')
        for place, post in enumerate(posts):
            file.write(f"{',' if place else ''}\n{_json(_post(post, edition))}")
            written += len(post.rows)
        file.write(f"\n], {_json(after)[1:]}\n")
    return written


def _post(post: ExportPost, edition: Edition) -> dict[str, Any]:
    return {
        "authors": post.authors,
        "channels": post.channels,
        "entries": [_row(row, edition) for row in post.rows],
        "id": post.id,
        "published": [_published(one) for one in post.published],
        "recorded": post.recorded,
        "state": post.state,
        "text": post.text,
        "texts": post.texts,
        "title": post.title,
    }


def _published(one: Publication) -> dict[str, Any]:
    """What went out, with names; `entry` is the hash of the entry that says so."""
    moments = {"said_at": one.said_at, "at": one.at, "until": one.until,
               "approved_at": one.approved_at}  # fmt: skip
    return asdict(one) | {name: _utc(at) if at else None for name, at in moments.items()}


def _row(row: ExportRow, edition: Edition) -> dict[str, Any]:
    """The stored columns, and beside them `told`: the same in words, for people."""
    told = {
        "at": _utc(row.at),
        "at_local": edition.local(row.at).isoformat(),
        "brand": row.brand,
        "detail": row.detail,
        "findings": [
            {**mark._asdict(), "words": None if row.text is None else mark.words(row.text)}
            for mark in row.findings
        ],
        "fingerprint": row.fingerprint,
        "kind": row.kind,
        "meaning": say(edition.language, row.meaning),
        "name": row.name,
        "public_key": row.public_key,
        "reason": row.reason,
        "rules": row.rules,
        "signature": row.signature,
        "sources": [
            {
                **source._asdict(),
                "at": _utc(source.at),
                "removed_at": _utc(source.removed_at) if source.removed_at else None,
            }
            for source in row.sources
        ],
        "stage": row.stage,
        "text": row.text,
        "version": row.version,
        "waivers": [
            {
                **waiver._asdict(),
                "at": _utc(waiver.at),
                "until": _utc(waiver.until) if waiver.until else None,
            }
            for waiver in row.waivers
        ],
    }
    return {**row.entry._asdict(), "told": told}


def _person(row: PersonRow, edition: Edition) -> dict[str, Any]:
    told = {
        "at": _utc(row.at),
        "at_local": edition.local(row.at).isoformat(),
        "detail": row.detail,
        "key": row.key,
        "kind": row.kind,
        "meaning": say(edition.language, row.meaning),
        "name": row.name,
        "person": row.person,
        "reason": row.reason,
        "roles": row.roles,
    }
    return {**row.entry._asdict(), "told": told}


def _anchor(anchor: Any) -> dict[str, Any]:
    return {"origin": anchor.origin, "count": anchor.count, "hash": anchor.hash}


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
