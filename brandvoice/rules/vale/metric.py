"""Readability: what is counted of a text, and small formulas over the counts."""

from __future__ import annotations

import ast
import math
import operator
import re
from typing import TYPE_CHECKING, Final

from brandvoice.rules.vale.block import Blocks, parse_scope, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_FORMULA: Final = 1_000
MAX_PARTS: Final = 200
RESULT: Final = "result"
"""What a formula came to, for the condition on it."""
# Words as Vale's library sees them: abbreviations with stops, or runs of letters and digits.
_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:[^\W_]|')+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?:(?<![^aeiouy]l)(?:e|(?<![scgxz])(?<![cs]h)es)|(?<![td])ed)$"
)
# Parts of a document, of which a post has none of its own.
_ELEMENTS: Final = tuple("pre list blockquote".split()) + tuple(
    f"heading_h{n}" for n in range(1, 7)
)
_UNARY: Final[Mapping[type[ast.AST], Callable[[float], float]]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
}
_BINARY: Final[Mapping[type[ast.AST], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: Final[dict[str, Callable[[float], float]]] = {
    name: getattr(math, name) for name in "sqrt log log10 log2 exp floor ceil trunc".split()
} | {"abs": abs}
VARIABLES: Final = (
    *"characters complex_words long_words paragraphs polysyllabic_words".split(),
    *"sentences syllables words".split(),
    *_ELEMENTS,
)


class FormulaError(Exception):
    """A formula that cannot be evaluated; the message says why."""


def counts(text: str, given: str) -> dict[str, float]:
    """Vale's variables for `text`; empty where it has no words.

    Headings, items and quotations are those of `given`, which may have more in it.
    """
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    count = sum(1 for part in paragraphs for _ in sentences(part))
    words = _WORD.findall(text)
    if not words:
        return {}
    syllables = [_syllables(word) for word in words]
    return _elements(given) | {
        "words": float(len(words)),
        "sentences": float(max(count, 1)),
        "paragraphs": float(len(paragraphs)),
        "characters": float(sum(one.isalnum() for word in words for one in word)),
        "syllables": float(sum(syllables)),
        "long_words": float(sum(len(word.encode()) > 6 for word in words)),
        "polysyllabic_words": float(sum(count > 2 for count in syllables)),
        "complex_words": float(
            sum(
                count - word.endswith(("es", "ed", "ing")) > 2
                for word, count in zip(words, syllables, strict=True)
            )
        ),
    }


def _elements(given: str) -> dict[str, float]:
    found = dict.fromkeys(_ELEMENTS, 0.0)
    for block in Blocks(given).of(parse_scope(["heading", "list", "blockquote"])):
        for part in block.parts:
            name = f"heading_{part}" if part.startswith("h") else part
            if name in found:
                found[name] += 1
    return found


def _syllables(word: str) -> int:
    """Runs of vowels, less an ending that is not spoken (`made`, `makes`, `walked`), one at least.

    English by rule of thumb, as Vale's is; its list of exceptions differs in a word here and there.
    """
    small = word.lower()
    return max(len(_VOWELS.findall(small)) - bool(_SILENT.search(small)), 1)


class Formula:
    """An arithmetic expression; raises FormulaError where it is none."""

    def __init__(self, source: str) -> None:
        readable = source.strip().replace("&&", " and ").replace("||", " or ")
        readable = re.sub(r"!(?!=)", " not ", readable)
        readable = re.sub(r"heading\.(h[1-6])", r"heading_\1", readable)
        if len(readable) > MAX_FORMULA:
            raise FormulaError(f"is longer than {MAX_FORMULA} characters")
        try:
            self._tree = ast.parse(f"({readable}\n)", mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError("is not a formula") from None
        if sum(1 for _ in ast.walk(self._tree)) > MAX_PARTS:
            raise FormulaError("is too long")
        self.value(dict.fromkeys((*VARIABLES, RESULT), 1.0))

    def value(self, variables: Mapping[str, float]) -> float | None:
        """What it comes to; None where that is nothing, as when it divides by zero."""
        try:
            return _evaluate(self._tree, variables)
        except (ArithmeticError, ValueError):
            return None


def _evaluate(node: ast.expr, variables: Mapping[str, float]) -> float:
    def of(part: ast.expr) -> float:
        return _evaluate(part, variables)

    value: float
    match node:
        case ast.Constant(value=int() | float() as number):
            value = number
        case ast.Name(id=name) if name in variables:
            value = variables[name]
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _UNARY:
            value = _UNARY[type(op)](of(operand))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            value = _BINARY[type(op)](of(left), of(right))
        case ast.BoolOp(op=op, values=values):
            value = (all if isinstance(op, ast.And) else any)(map(of, values))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _BINARY:
            value = _BINARY[type(op)](of(left), of(right))
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=[part], keywords=[]
        ) if name in _FUNCTIONS:
            value = _FUNCTIONS[name](of(part))
        case _:
            told = ast.unparse(node)[:60]
            raise FormulaError(f"cannot work out “{told}”; it knows {', '.join(VARIABLES)}")
    return value
