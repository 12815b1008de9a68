"""The first pages of a document: whose, of what, what it proves and what not, and what is in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.state import STATES, State
from brandvoice.reports.brush import LEFT
from brandvoice.reports.canvas import ACCENT, PAPER, WIDTH
from brandvoice.reports.moment import written_moment
from brandvoice.reports.typeset import SOFT, Ink
from brandvoice.words import say

if TYPE_CHECKING:
    from brandvoice.reports.canvas import Canvas
    from brandvoice.reports.edition import Edition

_LABEL: Final = 46.0
_ROW: Final = 7.2
PER_PAGE: Final = 30
"""Posts on a page of contents."""


class Listed(NamedTuple):
    """A post in the contents."""

    title: str
    state: State
    page: int


def write_cover(page: Canvas, edition: Edition) -> None:
    """The first page."""
    language = edition.language
    page.fill(0, 0, page.w, 4, ACCENT)
    page.set_y(42)
    if edition.business:
        page.words(edition.business, Ink(13, bold=True, colour=ACCENT))
        page.gap(2)
    page.words(say(language, "document.title"), Ink(30, bold=True))
    page.gap(3)
    page.words(say(language, "document.subtitle"), Ink(12, colour=SOFT))
    page.gap(12)
    _facts(page, edition)
    page.gap(12)
    for key in ("proves", "not", "signatures"):
        page.words(say(language, f"document.{key}.title"), Ink(11, bold=True))
        page.gap(0.6)
        page.words(say(language, f"document.{key}.text"), Ink(9.5))
        page.gap(3.6)
    _anchors(page, edition)


def write_contents(page: Canvas, edition: Edition, posts: list[Listed]) -> None:
    """What is in the document: how many posts in each state, and each with its page.

    It is written last, on the pages that were left free behind the cover.
    """
    language = edition.language
    totals = Counter(post.state for post in posts)
    counted = [
        f"{say(language, f'state.{state}')} {totals[state]}" for state in STATES if totals[state]
    ]
    last = page.page
    for place, post in enumerate(posts):
        if place % PER_PAGE == 0:
            page.turn_to(2 + place // PER_PAGE)
        if place == 0:
            page.words(say(language, "document.contents"), Ink(18, bold=True))
            page.gap(2)
            page.words("   ·   ".join(counted), Ink(10, colour=SOFT))
            page.gap(6)
        _contents_row(page, edition, post)
    page.page = last


def _contents_row(page: Canvas, edition: Edition, post: Listed) -> None:
    top = page.get_y()
    title = post.title or say(edition.language, "document.untitled")
    page.one_line(title, LEFT, WIDTH - 68, Ink(10))
    state = say(edition.language, f"state.{post.state}")
    page.one_line(state, LEFT + WIDTH - 64, 50, Ink(9, colour=SOFT))
    page.one_line(str(post.page), LEFT + WIDTH - 10, 10, Ink(10))
    link = page.add_link(page=post.page)
    page.link(LEFT, top, WIDTH, _ROW - 1, link)
    page.set_y(top + _ROW)


def _facts(page: Canvas, edition: Edition) -> None:
    language = edition.language
    facts = (
        ("document.scope", edition.scope),
        ("document.posts", say(language, "document.count", count=edition.count)),
        ("document.made", written_moment(edition.generated_at, language, edition.zone)),
        ("document.zone", edition.zone_name),
    )
    for key, words in facts:
        top = page.get_y()
        page.words(say(language, key), Ink(10, colour=SOFT), width=_LABEL)
        below = page.get_y()
        page.set_y(top)
        page.words(words, Ink(10, bold=True), LEFT + _LABEL, WIDTH - _LABEL)
        page.set_y(max(below, page.get_y()) + 1.2)


def _anchors(page: Canvas, edition: Edition) -> None:
    language = edition.language
    spans = [(say(language, "document.anchor.title") + "\n", Ink(10, bold=True))]
    for anchor in edition.anchors:
        held = say(language, "document.anchor.held", count=anchor.count)
        spans += [(f"{held}\n", Ink(8.5, colour=SOFT)), (f"{anchor.hash}\n", Ink(8.5))]
    spans.append((say(language, "document.anchor.keep"), Ink(8.5, colour=SOFT)))
    page.boxed(spans, PAPER, ACCENT)
