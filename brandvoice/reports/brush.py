"""Draws on the pages of a document: lines of words, strokes and fields of colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fpdf import FPDF
from fpdf.enums import TextEmphasis

from brandvoice.reports.faces import INTER, Faces
from brandvoice.reports.typeset import INK, SOFT, Colour, Ink, Line, Measure

if TYPE_CHECKING:
    from brandvoice.reports.faces import Run
    from brandvoice.reports.typeset import Piece

RULE: Final[Colour] = (228, 226, 220)
LEFT: Final = 22.0
RIGHT: Final = 22.0
POINT: Final = 25.4 / 72
"""Millimetres."""
_LEADING: Final = 1.45


class Brush(FPDF):
    """A4 in millimetres; knows where things go, not what comes next."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self.set_auto_page_break(False)
        self.faces = Faces(self)
        self.measure = Measure(self.faces, self._width_of)

    def rule(self, y: float | None = None) -> None:
        """A thin line across the page."""
        self.set_draw_color(*RULE)
        self.set_line_width(0.25)
        y = self.get_y() if y is None else y
        self.line(LEFT, y, self.w - RIGHT, y)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A field of colour."""
        self.set_fill_color(*colour)
        self.rect(x, y, width, height, "F")

    @staticmethod
    def height(line: Line) -> float:
        """How high a line is; an empty one as a line of words."""
        return (line.size or 10) * POINT * _LEADING

    def draw(self, line: Line, x: float, y: float) -> None:
        """One line, its upper left corner at `x` and `y`."""
        baseline = y + self.height(line) * 0.5 + (line.size or 10) * POINT * 0.36
        for piece in line.pieces:
            self._draw_piece(piece, x + piece.x, y, self.height(line), baseline)

    def _draw_piece(self, piece: Piece, x: float, y: float, height: float, baseline: float) -> None:
        run, ink = piece.run, piece.ink
        if ink.ground:
            self.fill(x, y + height * 0.08, piece.width, height * 0.84, ink.ground)
        self._take(run, ink)
        self.set_text_color(*(SOFT if run.code and ink.colour == INK else ink.colour))
        if run.shaped:
            # fpdf2 shapes in cells alone, and puts their baseline 0.8 of a line below their top.
            self.set_text_shaping(True)
            here = self.get_y()
            self.set_xy(x, baseline - 0.8 * self.font_size)
            self.cell(piece.width, self.font_size, run.text)
            self.set_y(here)
            self.set_text_shaping(False)
        else:
            self.text(x, baseline, run.text)
        for wanted, above in ((ink.underlined, -0.12), (ink.struck, 0.26)):
            if wanted:
                self.set_draw_color(*ink.colour)
                self.set_line_width(0.3)
                stroke = baseline - above * self.font_size
                self.line(x, stroke, x + piece.width, stroke)

    def _take(self, run: Run, ink: Ink) -> None:
        bold = ink.bold and run.face == INTER
        self.set_font(run.face, TextEmphasis.B if bold else TextEmphasis.NONE, ink.size)

    def _width_of(self, run: Run, ink: Ink) -> float:
        self._take(run, ink)
        if run.shaped:
            self.set_text_shaping(True)
        width = float(self.get_string_width(run.text))
        self.set_text_shaping(False)
        return width
