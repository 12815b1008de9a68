"""Asks a LanguageTool server through language_tool_python, and reads its answers ourselves.

The package's own `Match` leaves lengths in UTF-16 units and keeps state in its class; it would also
start, download and restart servers of its own. Used of it is the connection to a running server.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from language_tool_python import LanguageTool

from brandvoice.errors import UserError
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENGLISH: Final = "en-US"
PATIENCE: Final = 10
"""Seconds for an answer."""
# Without this the address of a proxy in the environment counts even for this computer.
_NO_PROXIES: Final = {"http": None, "https": None, "all": None}
_UNITS_OF_ONE: Final = 0xFFFF


class Piece(NamedTuple):
    """A stretch of a text: to be read, or, with `stands_for`, to be taken for that word."""

    text: str
    stands_for: str | None = None


class Slip(NamedTuple):
    """What the server says of the words at `span` (code points of the text that was sent)."""

    rule: str
    category: str
    span: Span
    message: str
    short: str
    instead: tuple[str, ...]


class Answer(NamedTuple):
    """All slips of a text; not `complete` when the server gave up before its end."""

    slips: tuple[Slip, ...]
    complete: bool


class _Tool(LanguageTool):
    """A connection that waits no longer than it is told, asks once, and sends annotated text."""

    def __init__(self, language: str, url: str, patience: float) -> None:
        self._TIMEOUT = patience  # type: ignore[assignment] # declared as the literal 300
        super().__init__(language, remote_server=url, proxies=_NO_PROXIES)  # type: ignore[arg-type] # None is what requests asks for

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,  # noqa: ARG002 # asked for by callers in the package: always twice
        method: Literal["get", "post"] = "get",
    ) -> Any:
        return super()._query_server(url, params, 1, method)

    def ask(self, annotation: list[dict[str, str]], off: Iterable[str], language: str) -> Any:
        self.disabled_rules = set(off)
        params = self._create_params("")
        del params["text"]
        params["language"] = language
        params["data"] = json.dumps({"annotation": annotation}, ensure_ascii=False)
        return self._query_server(f"{self._url}check", params, method="post")


class Client:
    """A server at `url`. Not for two threads at once.

    Raises UserError `grammar.unreachable` when no LanguageTool server answers there, or it does
    not know English.
    """

    def __init__(self, url: str, patience: float = PATIENCE) -> None:
        try:
            self._tool = _Tool(ENGLISH, url, patience)
        except Exception as error:  # the package raises whatever the answer made it stumble over
            raise UserError("grammar.unreachable", url=url) from error
        self._languages = frozenset(str(one).lower() for one in self._tool.language.languages)

    def knows(self, language: str) -> bool:
        """Whether the server reads that language, by its code, in any case."""
        return language.lower() in self._languages

    def check(
        self, pieces: Sequence[Piece], off: Iterable[str] = (), language: str = ENGLISH
    ) -> Answer:
        """What is wrong in `pieces`, one after the other; `off` are ids of rules not to try.

        Raises UserError `grammar.answer` when there is no answer, or none that can be read.
        """
        text = "".join(piece.text for piece in pieces)
        annotation = [
            {"text": piece.text}
            if piece.stands_for is None
            else {"markup": piece.text, "interpretAs": piece.stands_for}
            for piece in pieces
        ]
        try:
            answer = self._tool.ask(annotation, off, language)
            matches = list(answer["matches"])
            incomplete = bool((answer.get("warnings") or {}).get("incompleteResults"))
        except Exception as error:  # see above: KeyError, TypeError, UnicodeDecodeError, …
            raise UserError("grammar.answer", reason=_told(error)) from error
        slips = (_slip(match, text) for match in matches)
        return Answer(tuple(filter(None, slips)), not incomplete)


def units_to_span(text: str, offset: int, length: int) -> Span | None:
    """Code points for UTF-16 units `offset` and `length`; None when they lie outside `text`."""
    if offset < 0 or length <= 0:
        return None
    start = end = None
    units = 0
    for place, character in enumerate(text):
        if start is None and units >= offset:
            start = place
        if start is not None and units >= offset + length:
            end = place
            break
        units += 1 + (ord(character) > _UNITS_OF_ONE)
    if end is None and units >= offset + length:
        end = len(text)
    if start is None or end is None or start >= end:  # outside, or within one character
        return None
    return Span(start, end)


def _slip(match: Any, text: str) -> Slip | None:
    """One of the server's matches; None when something it needs is missing or of another form."""
    try:
        rule = match["rule"]
        span = units_to_span(text, int(match["offset"]), int(match["length"]))
        if span is None:
            return None
        instead = tuple(str(one["value"]) for one in match.get("replacements", ()))
        return Slip(
            rule=str(rule["id"]),
            category=str(rule.get("category", {}).get("id", "")),
            span=span,
            message=str(match["message"]),
            short=str(match.get("shortMessage") or ""),
            instead=instead,
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _told(error: BaseException) -> str:
    """What went wrong, in as few words as people read: what the server said, or what happened."""
    if error.__cause__ is not None and not isinstance(error.__cause__, ValueError):
        return type(error.__cause__).__name__  # no connection: its message is a page of addresses
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
