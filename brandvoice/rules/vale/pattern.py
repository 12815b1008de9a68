"""Vale's regular expressions: .NET's dialect, translated for `regex`, bounded in size and time."""

from __future__ import annotations

import re
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH: Final = 200_000
# `regex` writes counted repeats out: three nested {1000} would take gigabytes.
MAX_EXPANDED: Final = 300_000
# A call may take this long, and longer for a long text; all calls of one review a multiple.
CALL_SECONDS: Final = 0.2
CALL_SECONDS_PER_CHARACTER: Final = 2e-6
REVIEW_SECONDS: Final = 2.0
REVIEW_SECONDS_PER_CHARACTER: Final = 2e-5

_TOKEN = re.compile(
    r"""(?P<comment>\(\?\#[^)]*\)) |
    (?P<open>\(\?(?:[:=!>]|<[=!]|P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*'|[imsx]*(?:-[imsx]+)?:)) |
    (?P<flags>\(\?[imsx]*(?:-[imsx]+)?\)) |
    (?P<odd>\(\?) |
    (?P<group>\() | (?P<close>\)) |
    (?P<set>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]) |
    (?P<count>\{(?P<least>\d+)(?:,\d*)?\}) |
    (?P<escape>\\(?:x\{(?P<code>[0-9A-Fa-f]{1,6})\}|k<(?P<name>\w+)>|.)) |
    (?P<other>.)""",
    re.S | re.X,
)
# Escapes that mean something else, or nothing, in `regex`.
_ESCAPES: Final = {
    r"\z": r"\Z",
    r"\Z": r"(?=\n?\Z)",
    r"\e": r"\x1b",
    r"\h": "h",
}
_SUBTRACTION: Final = re.compile(r"(?<!\\)-\[[^\]]+\]$")
_REFUSED: Final = frozenset(r"\L \K \G \X \R \m \M \N \Q \E".split())
_IN_SET: Final = re.compile(r"\\x\{([0-9A-Fa-f]{1,6})\}|\\.|\[:\^?\w+:\]|[\[&|~]|--", re.S)


class PatternError(ValueError):
    """A pattern that cannot be used; the message says why."""


class Patience:
    """How much longer the checks of one review may take."""

    def __init__(self, text: str) -> None:
        self._end = monotonic() + REVIEW_SECONDS + len(text) * REVIEW_SECONDS_PER_CHARACTER

    def seconds(self, text: str) -> float:
        """For one search of `text`; raises TimeoutError when there is no time left."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, CALL_SECONDS + len(text) * CALL_SECONDS_PER_CHARACTER)


class Pattern:
    """One pattern as Vale means it, over text as given. Raises PatternError where it is none."""

    def __init__(self, source: str, *, ignore_case: bool = False) -> None:
        prefix = "(?i)" if ignore_case else ""
        self._source = prefix + translated(source)
        try:
            # V1: a flag in the middle counts from there on, as in .NET; -f: ß is not ss.
            self._compiled = regex.compile("(?V1)(?-f)" + self._source)
        except regex.error as error:
            raise PatternError(f"is not valid: {error}") from None
        except (RecursionError, MemoryError, OverflowError):
            raise PatternError("nests too deeply") from None

    @property
    def gate(self) -> str:
        """A pattern for the prefilter, matching any text with a part in which this one matches:
        without `^` and `$`, because a part begins and ends where its text does."""
        pieces = (
            "(?:)" if token["other"] and token[0] in "^$" else token[0]
            for token in _TOKEN.finditer(self._source)
        )
        return "".join(pieces)

    @property
    def groups(self) -> int:
        """How many groups it captures."""
        return self._compiled.groups

    def matches(self, text: str, patience: Patience) -> Iterator[regex.Match[str]]:
        """Every match in turn; raises TimeoutError, as all methods do."""
        seconds = patience.seconds(text)
        return self._compiled.finditer(text, concurrent=True, timeout=seconds)

    def search(self, text: str, patience: Patience) -> regex.Match[str] | None:
        seconds = patience.seconds(text)
        return self._compiled.search(text, concurrent=True, timeout=seconds)

    def match(self, text: str, patience: Patience) -> regex.Match[str] | None:
        """The match that begins where the text does."""
        seconds = patience.seconds(text)
        return self._compiled.match(text, concurrent=True, timeout=seconds)

    def fullmatch(self, text: str, patience: Patience) -> bool:
        seconds = patience.seconds(text)
        return self._compiled.fullmatch(text, concurrent=True, timeout=seconds) is not None


@lru_cache(maxsize=1_024)
def translated(source: str) -> str:
    """A .NET pattern in the syntax of `regex`; raises PatternError for what has no like there."""
    if len(source) > MAX_LENGTH:
        raise PatternError(f"is longer than {MAX_LENGTH} characters")
    size = _Size()
    out: list[str] = []
    for token in _TOKEN.finditer(source):
        size.take(token)
        out.append(_piece(token))
    return "".join(out)


class _Size:
    """How much a pattern comes to when its counted repeats are written out."""

    def __init__(self) -> None:
        self._groups = [0]
        self._last = 0

    def take(self, token: re.Match[str]) -> None:
        """Raises PatternError when it becomes too much."""
        match token.lastgroup:
            case "open" | "group":
                self._groups.append(0)
            case "close":
                self._last = self._groups.pop()
                if not self._groups:
                    raise PatternError("is not valid: a ) without its (")
                self._groups[-1] += self._last
            case "count":
                more = self._last * (int(token["least"]) - 1)
                self._groups[-1] += max(more, 0)
            case _:
                self._last = 1
                self._groups[-1] += 1
        if self._groups[-1] > MAX_EXPANDED:
            raise PatternError("repeats too much")


def _piece(token: re.Match[str]) -> str:
    """One part of the pattern, translated."""
    piece = token[0]
    match token.lastgroup:
        case "comment":
            return ""
        case "odd":
            raise PatternError(f"“{token.string[token.start() :][:6]}” is not supported")
        case "open" if piece.startswith("(?'"):
            return f"(?P<{piece[3:-1]}>"
        case "set":
            return _set(piece)
        case "escape":
            return _escaped(token)
        case "other" if piece == "{":
            return r"\{"  # `regex` would read a brace that counts nothing as a fuzzy match
        case _:
            return piece


def _escaped(token: re.Match[str]) -> str:
    piece = token[0]
    if token["code"]:
        return _character(token["code"])
    if token["name"]:
        return f"(?P={token['name']})"
    if piece in _REFUSED:
        raise PatternError(f"“{piece}” is not supported")
    return _ESCAPES.get(piece, piece)


def _set(piece: str) -> str:
    """A character class without the set operations of `regex`; raises PatternError for .NET's."""
    if _SUBTRACTION.search(piece):
        raise PatternError("subtracting from a character class is not supported")
    head = 2 if piece.startswith("[^") else 1
    return piece[:head] + _IN_SET.sub(_in_set, piece[head:-1]) + "]"


def _in_set(found: re.Match[str]) -> str:
    if found[1]:
        return _character(found[1])
    piece = found[0]
    if piece == r"\h":
        return "h"
    if piece.startswith(("\\", "[:")):
        return piece
    return r"\-\-" if piece == "--" else "\\" + piece


def _character(code: str) -> str:
    if int(code, 16) > 0x10FFFF:
        raise PatternError(f"\\x{{{code}}} is no character")
    return f"\\U{int(code, 16):08x}"
