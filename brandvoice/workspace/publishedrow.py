"""What went out of a post as `post_state` keeps it: JSON, or NULL for nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brandvoice.approval.publication import Publication
from brandvoice.workspace.clock import moment, written

if TYPE_CHECKING:
    from typing import Any


def published_row(publications: tuple[Publication, ...]) -> str | None:
    """What is stored of all that went out."""
    return json.dumps([_row(one) for one in publications]) if publications else None


def published_of(stored: str | None) -> tuple[Publication, ...]:
    """What a stored row says went out."""
    return tuple(map(_publication, json.loads(stored))) if stored else ()


def _row(of: Publication) -> list[object]:
    start = (of.entry, of.by, written(of.said_at), of.version, of.text, of.channels)
    moments = [written(at) if at else None for at in (of.at, of.until, of.approved_at)]
    return [*start, moments, of.address, of.authors, of.standing, of.approvers]


def _publication(row: list[Any]) -> Publication:
    entry, by, said_at, version, text, channels, moments, address, authors, standing, approvers = (
        row
    )
    at, until, approved_at = moments
    return Publication(
        entry=entry,
        by=by,
        said_at=moment(said_at),
        version=version,
        text=text,
        channels=tuple(channels),
        at=moment(at),
        until=moment(until) if until else None,
        address=address,
        authors=tuple(authors),
        standing=standing,
        approvers=tuple(approvers),
        approved_at=moment(approved_at) if approved_at else None,
    )
