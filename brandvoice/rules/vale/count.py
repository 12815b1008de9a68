"""Checks that count: how often something stands there, and how hard the text is to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.rules.vale.metric import RESULT, Formula, FormulaError, counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.rules.vale.block import Block, Blocks
    from brandvoice.rules.vale.check import Found, Head
    from brandvoice.rules.vale.keys import Keys, Word
    from brandvoice.rules.vale.pattern import Patience

_GRADES: Final = {
    "Automated Readability": "4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43",
    "Coleman-Liau": "5.88 * (characters / words) - 29.6 * (sentences / words) - 15.8",
    "Flesch-Kincaid": "0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59",
    "Gunning Fog": "0.4 * (words / sentences + 100 * (complex_words / words))",
    "SMOG": "1.043 * math.sqrt(polysyllabic_words * 30 / sentences) + 3.1291",
}


class Occurrence:
    """Something that stands there too often, or not often enough."""

    KEYS: Final = tuple("token max min ignorecase".split())

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        del accepted  # Vale counts accepted words like any others
        self._head = head
        token = keys.text("token")
        if not token:
            keys.wrong(keys.line("extends"), "“occurrence” needs “token”")
        self._most, self._least = int(keys.number("max")), int(keys.number("min"))
        if self._most <= 0 and self._least <= 0:
            keys.wrong(keys.line("extends"), "“occurrence” needs “max” or “min” above zero")
        self._pattern = keys.pattern(
            f"(?:{token})", keys.line("token"), ignore_case=keys.flag("ignorecase")
        )
        self.gates: tuple[str, ...] = () if self._least > 0 else (self._pattern.gate,)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            if not block.text.strip():
                continue
            spans = [Span(*one.span()) for one in self._pattern.matches(block.text, patience)]
            count = len(spans)
            if 0 < self._most < count or count < self._least:
                span = _first(block, spans)
                if span is not None:
                    yield self._head.found(block, span, patience, (str(count),))


def _first(block: Block, spans: Sequence[Span]) -> Span | None:
    """The first with a word in it; the whole block where there is nothing to point at."""
    if not spans:
        return Span(0, len(block.text))
    return next((span for span in spans if span.of(block.text).strip().strip("*@")), None)


class Metric:
    """A formula over the counts of a text that meets its condition."""

    KEYS: tuple[str, ...] = ("formula", "condition")
    gates = ()

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        del accepted
        self._head = head
        self._formula = _formula(keys, "formula", keys.text("formula"))
        self._condition = _formula(keys, "condition", f"{RESULT} {keys.text('condition')}")

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            variables = counts(block.text, block.given)
            result = self._formula.value(variables) if variables else None
            if result is None:
                continue
            rounded = round(float(result), 6)
            if self._condition.value(variables | {RESULT: rounded}):
                span = Span(0, len(block.text))
                yield self._head.found(block, span, patience, (f"{result:.2f}",), ())


class Readability(Metric):
    """The mean of some school grades that is above the one wanted."""

    KEYS = ("metrics", "grade")

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        del accepted
        self._head = head
        grades = []
        for word in keys.words("metrics"):
            if word.text in _GRADES:
                grades.append(f"({_GRADES[word.text]})")
            else:
                keys.wrong(word.line, f"metric “{word.text}” is unknown; use one of {_names()}")
        if not grades:
            keys.wrong(keys.line("metrics"), f"“readability” needs “metrics” of {_names()}")
        formula = f"({' + '.join(grades) or '0'}) / {len(grades) or 1}"
        self._formula = _formula(keys, "metrics", formula)
        self._condition = _formula(keys, "grade", f"{RESULT} > {keys.number('grade')}")


def _names() -> str:
    return ", ".join(_GRADES)


def _formula(keys: Keys, key: str, source: str) -> Formula:
    try:
        return Formula(source)
    except FormulaError as error:
        keys.wrong(keys.line(key), f"“{key}” {error}")
        return Formula("0")
