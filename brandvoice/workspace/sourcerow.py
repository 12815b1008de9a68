"""Sources of a post as `post_state` keeps them: JSON, or NULL for none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brandvoice.approval.source import KeptFile, Source
from brandvoice.post.span import Span
from brandvoice.workspace.clock import moment, written

if TYPE_CHECKING:
    from typing import Any


def sources_row(sources: tuple[Source, ...]) -> str | None:
    """What is stored of a post's sources."""
    return json.dumps([_row(one) for one in sources]) if sources else None


def sources_of(stored: str | None) -> tuple[Source, ...]:
    """The sources a stored row holds."""
    return tuple(map(_source, json.loads(stored))) if stored else ()


def _row(of: Source) -> list[object]:
    file = of.file and [of.file.digest, of.file.name, of.file.size, of.file.media, of.file.erased]
    removed_at = written(of.removed_at) if of.removed_at else None
    start = (of.id, of.hash, of.by, written(of.at), of.text, of.span, of.words, of.said)
    return [*start, of.address, file, of.removed_by, removed_at, of.removed_why]


def _source(row: list[Any]) -> Source:
    (source, digest, by, at, text, span, words, said) = row[:8]
    address, file, removed_by, removed_at, removed_why = row[8:]
    return Source(
        id=source,
        hash=digest,
        by=by,
        at=moment(at),
        text=text,
        span=Span(*span) if span else None,
        words=words,
        said=said,
        address=address,
        file=KeptFile(*file) if file else None,
        removed_by=removed_by,
        removed_at=moment(removed_at) if removed_at else None,
        removed_why=removed_why,
    )
