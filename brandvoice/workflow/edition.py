"""What an export says about itself: for whom, of what, when, and where the record stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.reports.edition import Edition
from brandvoice.workflow.brandbook import Brandbook
from brandvoice.workflow.channels import channel_limits
from brandvoice.workflow.export import Reading, texts_of
from brandvoice.workflow.scope import scope
from brandvoice.workspace.history import count
from brandvoice.workspace.record import about, heads

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

    from brandvoice.words import Language
    from brandvoice.workspace.book import Book
    from brandvoice.workspace.history import HistoryFilter


def edition_of(
    book: Book,
    asked: HistoryFilter,
    language: Language,
    zone: tzinfo | None,
    now: datetime,
    workspace: Path,
) -> Edition:
    """The edition of an export of what `asked` finds, made at `now`."""
    people = book.people()
    brand, _ = Brandbook.beside(workspace).read()
    return Edition(
        anchors=heads(book.connection),
        language=language,
        zone=zone,
        generated_at=now,
        business=brand.name,
        scope=scope(asked, language, lambda person: people[person].name),
        count=count(book.connection, asked, zone),
        people=tuple(Reading(book, language, zone).people()),
        texts=texts_of(book, about(book.connection, None)),
        channels={channel: limit.name for channel, limit in channel_limits().items()},
    )
