"""Words into lines: measured with their fonts, broken between words, emoji and signs kept whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brandvoice.reports.faces import Faces, Run

    WidthOf = Callable[[Run, "Ink"], float]

Colour = tuple[int, int, int]
INK: Final[Colour] = (30, 30, 36)
SOFT: Final[Colour] = (101, 101, 111)


@dataclass(frozen=True, slots=True)
class Ink:
    """How words look: `size` in points, colours as red, green, blue."""

    size: float = 10
    bold: bool = False
    colour: Colour = INK
    ground: Colour | None = None
    underlined: bool = False
    struck: bool = False


class Piece(NamedTuple):
    """One run on a line: where it begins and how wide it is, in millimetres."""

    x: float
    width: float
    run: Run
    ink: Ink


@dataclass(slots=True)
class Line:
    """What stands side by side; `width` is taken so far."""

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0

    def add(self, run: Run, ink: Ink, width: float) -> None:
        last = self.pieces[-1] if self.pieces else None
        alike = last and (last.run.face, last.run.shaped, last.run.code, last.ink) == (
            run.face,
            run.shaped,
            run.code,
            ink,
        )
        if last and alike:
            joined = run._replace(text=last.run.text + run.text)
            self.pieces[-1] = Piece(last.x, last.width + width, joined, ink)
        else:
            self.pieces.append(Piece(self.width, width, run, ink))
        self.width += width

    @property
    def size(self) -> float:
        """The greatest size on the line, in points."""
        return max((piece.ink.size for piece in self.pieces), default=0)


class Measure:
    """How wide runs are. `width_of` asks the document, once for each word."""

    def __init__(self, faces: Faces, width_of: WidthOf) -> None:
        self._faces = faces
        self._width_of = width_of
        self._known: dict[tuple[str, str, bool, float], float] = {}

    def runs(self, text: str) -> Iterator[Run]:
        return self._faces.runs(text)

    def width(self, run: Run, ink: Ink) -> float:
        """Millimetres."""
        key = (run.face, run.text, ink.bold, ink.size)
        if key not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[key] = self._width_of(run, ink)
        return self._known[key]


_REMEMBERED: Final = 50_000


def lines(spans: Iterable[tuple[str, Ink]], width: float, measure: Measure) -> list[Line]:
    """`spans` one after the other in lines of `width` millimetres."""
    made = [Line()]
    for text, ink in spans:
        for word in _words().findall(text):
            if word == "\n":
                made.append(Line())
            else:
                _place(made, word, ink, width, measure)
    return made


def _place(made: list[Line], word: str, ink: Ink, width: float, measure: Measure) -> None:
    runs = [(run, measure.width(run, ink)) for run in measure.runs(word)]
    taken = sum(wide for _, wide in runs)
    if made[-1].width + taken > width and made[-1].pieces and not word.isspace():
        made.append(Line())
    if taken <= width or word.isspace():
        for run, wide in runs:
            made[-1].add(run, ink, wide)
        return
    for run, _ in runs:
        for sign in _signs().findall(run.text):
            part = run._replace(text=sign)
            wide = measure.width(part, ink)
            if made[-1].width + wide > width and made[-1].pieces:
                made.append(Line())
            made[-1].add(part, ink, wide)


@cache
def _words() -> regex.Pattern[str]:
    from brandvoice.post.emoji import EMOJI

    return regex.compile(rf"\n|[^\S\n]+|{EMOJI}|(?:(?!{EMOJI})\S)+", regex.VERSION1)


@cache
def _signs() -> regex.Pattern[str]:
    from brandvoice.post.emoji import EMOJI

    return regex.compile(rf"{EMOJI}|\X", regex.VERSION1)
