"""The last page of a document: who the people in it are, and which keys they sign with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.signature import PublicKey, fingerprint_of
from brandvoice.reports.moment import written_moment
from brandvoice.reports.typeset import SOFT, Ink
from brandvoice.words import say

if TYPE_CHECKING:
    from brandvoice.approval.export_row import PersonRow
    from brandvoice.reports.canvas import Canvas
    from brandvoice.reports.edition import Edition
    from brandvoice.reports.wording import Wording


def write_roll(page: Canvas, edition: Edition, wording: Wording) -> None:
    """Everyone with the roles they have now, and every key ever registered for them."""
    people = _people(edition)
    if not people:
        return
    page.add_page()
    title = say(edition.language, "document.roll")
    page.section(title)
    page.words(title, Ink(18, bold=True))
    page.gap(2)
    page.words(say(edition.language, "document.roll_meaning"), Ink(9, colour=SOFT))
    page.gap(5)
    for rows in people.values():
        _person(page, edition, wording, rows)


def _people(edition: Edition) -> dict[str, list[PersonRow]]:
    """The entries about each person, oldest first, by their newest name."""
    known: dict[str, list[PersonRow]] = {}
    for row in edition.people:
        if row.about:
            known.setdefault(row.about, []).append(row)
    return known


def _person(page: Canvas, edition: Edition, wording: Wording, rows: list[PersonRow]) -> None:
    page.need(20)
    named = [row for row in rows if row.roles]
    newest = named[-1] if named else rows[-1]
    roles = ", ".join(wording.say(f"role.{role}") for role in newest.roles)
    page.spans([(newest.person, Ink(11, bold=True)), (f"   {roles}", Ink(9, colour=SOFT))])
    keys = [row for row in rows if row.key]
    for row in keys:
        at = written_moment(row.at, edition.language, edition.zone)
        groups = fingerprint_of(PublicKey(row.key))
        told = say(edition.language, "document.key", key_groups=groups, at=at)
        page.words(told, Ink(9))
        page.words(row.key, Ink(7.5, colour=SOFT))
    if not keys:
        page.words(say(edition.language, "document.no_key"), Ink(9, colour=SOFT))
    page.gap(3)
