"""The history as a PDF to hand to somebody: a cover, the contents, a sign-off sheet for each post.

fpdf2 draws it, so no window system is needed; it keeps every page in memory until the end.
"""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Final

from brandvoice.reports.anchors import marked
from brandvoice.reports.canvas import Canvas
from brandvoice.reports.cover import PER_PAGE, Listed, write_contents, write_cover
from brandvoice.reports.roll import write_roll
from brandvoice.reports.signoff import SignOff
from brandvoice.reports.wording import Wording
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost
    from brandvoice.reports.edition import Edition


_SHORT: Final = 16


def write_document(path: Path, posts: Iterable[ExportPost], edition: Edition) -> int:
    """Writes the entries of `posts` to `path`; how many there were."""
    # The libraries below mention every table of a font they leave out.
    for name in ("fontTools", "fpdf"):
        logging.getLogger(name).setLevel(logging.ERROR)
    page = _canvas(edition)
    try:
        written = _fill(page, posts, edition)
        page.output(str(path))
    finally:
        page.faces.close()
    return written


def _fill(page: Canvas, posts: Iterable[ExportPost], edition: Edition) -> int:
    page.add_page()
    write_cover(page, edition)
    for _ in range(math.ceil(edition.count / PER_PAGE)):
        page.add_page()
    listed: list[Listed] = []
    written = 0
    wording = Wording(edition)
    sheets = SignOff(page, edition, wording)
    for post in posts:
        listed.append(Listed(post.title, post.state, sheets.write(post)))
        written += len(post.rows)
    write_roll(page, edition, wording)
    write_contents(page, edition, listed)
    return written


def _canvas(edition: Edition) -> Canvas:
    language = edition.language
    title = say(language, "document.title")
    head = f"{edition.business}  ·  {title}" if edition.business else title
    newest = edition.anchors[0] if edition.anchors else None
    foot = say(language, "document.foot", hash=newest.hash[:_SHORT] if newest else "")
    page = Canvas(head, foot)
    page.name(head)
    page.set_lang(language)
    page.set_creator("Brandvoice")
    page.set_creation_date(edition.generated_at)
    page.set_keywords([marked(anchor) for anchor in edition.anchors])
    return page
