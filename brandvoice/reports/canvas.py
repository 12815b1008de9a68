"""The pages of a document: words, boxes and lines on A4, running head and page number on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.reports.brush import LEFT, POINT, RIGHT, Brush
from brandvoice.reports.faces import INTER, Run
from brandvoice.reports.typeset import SOFT, Colour, Ink, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


ACCENT: Final[Colour] = (15, 110, 102)
PAPER: Final[Colour] = (246, 245, 242)
TOP: Final = 26.0
BOTTOM: Final = 22.0
WIDTH: Final = 210 - LEFT - RIGHT
SMALL: Final = Ink(8, colour=SOFT)


class Canvas(Brush):
    """A4 in millimetres; `y` is where the next line begins. `head` and `foot` run on every page
    but the first."""

    def __init__(self, head: str, foot: str) -> None:
        super().__init__()
        self._head_words = head
        self._foot_words = foot
        self.set_margins(LEFT, TOP, RIGHT)

    def header(self) -> None:
        if self.page > 1:
            self._line_of(self._head_words, LEFT, 12)
            self.rule(18)
        self.set_y(TOP)

    def footer(self) -> None:
        self._line_of(self._foot_words, LEFT, self.h - 13)
        self.set_font(INTER, "", 8)
        self.set_text_color(*SOFT)
        self.set_xy(LEFT, self.h - 13)
        self.cell(WIDTH, 8 * POINT, f"{self.page} / {{nb}}", align="R")

    def section(self, title: str) -> None:
        """Names what begins here in the list that readers show beside the pages."""
        self.start_section(_encodable(title))

    def name(self, title: str) -> None:
        """Names the document."""
        self.set_title(_encodable(title))

    def words(
        self, text: str, ink: Ink | None = None, x: float = LEFT, width: float = WIDTH
    ) -> None:
        """A paragraph from `x` on, over as many pages as it needs."""
        self.spans([(text, ink or Ink())], x, width)

    def spans(
        self, spans: Iterable[tuple[str, Ink]], x: float = LEFT, width: float = WIDTH
    ) -> None:
        """A paragraph of words that look different."""
        for line in lines(spans, width, self.measure):
            height = self.height(line)
            self.need(height)
            self.draw(line, x, self.get_y())
            self.set_y(self.get_y() + height)

    def boxed(self, spans: Sequence[tuple[str, Ink]], ground: Colour, bar: Colour) -> None:
        """Words on a ground of their own, with a bar beside them, page after page."""
        rest = lines(spans, WIDTH - 14, self.measure)
        pad = 4.0
        while rest:
            self.need(2 * pad + self.height(rest[0]) * min(3, len(rest)))
            room = self.bottom - self.get_y() - 2 * pad
            fitting = 0
            taken = 0.0
            while fitting < len(rest) and taken + self.height(rest[fitting]) <= room:
                taken += self.height(rest[fitting])
                fitting += 1
            top = self.get_y()
            self.fill(LEFT, top, WIDTH, taken + 2 * pad, ground)
            self.fill(LEFT, top, 1.1, taken + 2 * pad, bar)
            self.set_y(top + pad)
            for line in rest[:fitting]:
                self.draw(line, LEFT + 7, self.get_y())
                self.set_y(self.get_y() + self.height(line))
            self.set_y(top + taken + 2 * pad)
            rest = rest[fitting:]
            if rest:
                self.add_page()

    def pill(self, text: str, ink: Ink, ground: Colour) -> None:
        """A few words in a rounded field of their own."""
        (line,) = lines([(text, ink)], WIDTH, self.measure)
        height = ink.size * POINT * 1.9
        self.need(height)
        self.set_fill_color(*ground)
        self.rect(
            LEFT, self.get_y(), line.width + height, height, "F",
            round_corners=True, corner_radius=height * 0.49,  # a half is a square to fpdf2
        )  # fmt: skip
        self.draw(line, LEFT + height / 2, self.get_y() + (height - self.height(line)) / 2)
        self.set_y(self.get_y() + height)

    def one_line(self, text: str, x: float, width: float, ink: Ink) -> None:
        """As much of `text` as fits on one line, ending in … where there is more; `y` stays."""
        whole = lines([(text.replace("\n", " "), ink)], width, self.measure)
        if len(whole) > 1:
            ellipsis = self.measure.width(Run(INTER, "…"), ink)
            whole = lines([(text.replace("\n", " "), ink)], width - ellipsis, self.measure)
            whole[0].add(Run(INTER, "…"), ink, ellipsis)
        self.draw(whole[0], x, self.get_y())

    def turn_to(self, page: int) -> None:
        """Goes back to a page that was left free."""
        self.page = page
        self.current_font_is_set_on_page = False
        self.set_y(TOP)

    def need(self, height: float) -> None:
        """Turns the page unless so many millimetres are left on it."""
        if self.get_y() + height > self.bottom:
            self.add_page()

    def gap(self, height: float) -> None:
        """Leaves so many millimetres free, not at the head of a page."""
        if self.get_y() > TOP:
            self.set_y(min(self.get_y() + height, self.bottom))

    @property
    def bottom(self) -> float:
        """Where the words of a page end."""
        return self.h - BOTTOM

    def _line_of(self, text: str, x: float, y: float) -> None:
        """One line at a place of the page, whatever else stands there; cut where it is too long."""
        self.set_y(y)
        self.one_line(text, x, WIDTH - 24, SMALL)


def _encodable(text: str) -> str:
    """Half a UTF-16 pair has no place in a PDF's own texts."""
    return text.encode("utf-8", "replace").decode()
