"""What somebody types into the history's field, understood: words, phrases and filters. Pure.

`kopi "flash sale" from:sari -state:rejected since:2026-03`: any string can be read; what is wrong
in it is told in `mistakes`. Filters have an English and an Indonesian name, both always count.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from brandvoice.approval.day import days_meant
from brandvoice.approval.state import STATES
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.review.finding import CATEGORIES
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from brandvoice.approval.person import Person

Facet = Literal["author", "decider", "person", "state", "channel", "category", "posted"]
FilterKind = Facet | Literal["since", "until"]

Posted = Literal["yes", "no", "live", "down", "unapproved"]
POSTED: Final[tuple[Posted, ...]] = get_args(Posted)
"""Whether a post ever went out; is still there somewhere, or was taken down from somewhere; or went
out anywhere without an approval that covered it."""

NAMES: Final[dict[str, FilterKind]] = {
    "from": "author",
    "dari": "author",
    "by": "decider",
    "oleh": "decider",
    "person": "person",
    "orang": "person",
    "state": "state",
    "status": "state",
    "channel": "channel",
    "kanal": "channel",
    "category": "category",
    "kategori": "category",
    "posted": "posted",
    "terbit": "posted",
    "since": "since",
    "sejak": "since",
    "until": "until",
    "sampai": "until",
}
"""What a filter is called, before its colon; the first of two names is the English one."""

_SHORT: Final = {"ig": "instagram", "fb": "facebook", "yt": "youtube", "wa": "whatsapp"}
_PART: Final = re.compile(
    r"""(?P<out>-(?=[^\s-]))?
        (?:(?P<name>[a-z]+):(?=["\w]|$|\s))?
        (?: "(?P<quoted>[^"]*)(?:"|$) | (?P<plain>[^\s"]+) | )""",
    re.VERBOSE | re.IGNORECASE,
)


class Term(NamedTuple):
    """Words looked for in the posts: one word, its beginning (`prefix`), or several in a row."""

    words: str
    kind: Literal["word", "prefix", "phrase"]
    excluded: bool


class Clause(NamedTuple):
    """A filter: one of `values` (Person.ids, states, channels, …) must hold, or none."""

    facet: Facet
    values: tuple[str, ...]
    excluded: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; `since` and `until` are calendar days, both included.

    `mistakes` say what could not be understood; nothing else in the query depends on it.
    """

    terms: tuple[Term, ...] = ()
    clauses: tuple[Clause, ...] = ()
    since: date | None = None
    until: date | None = None
    mistakes: tuple[UserError, ...] = ()


def parse(text: str, people: Iterable[Person] = ()) -> Query:
    """Understands any string; never raises. `people` are those that names may mean."""
    reader = _Reader(tuple(people))
    end = len(text.rstrip())
    for part in _PART.finditer(text):
        if part[0]:
            reader.take(part, last=part.end() == end)
    return Query(
        tuple(reader.terms), tuple(reader.clauses), reader.since, reader.until,
        tuple(reader.mistakes),
    )  # fmt: skip


def spellings(facet: Facet) -> Mapping[str, tuple[str, ...]]:
    """How the values of a filter may be written: the value, and its words in both languages."""
    match facet:
        case "state":
            return {one: (one, *_told(f"state.{one}")) for one in STATES}
        case "category":
            return {one: (one, *_told(f"desktop.category.{one}")) for one in CATEGORIES}
        case "channel":
            return {one: (one, *(s for s, of in _SHORT.items() if of == one)) for one in CHANNELS}
        case "posted":
            return {one: (one, *_told(f"query.posted.{one}")) for one in POSTED}
        case _:
            return {}


def _told(key: str) -> tuple[str, ...]:
    return tuple(say(language, key) for language in LANGUAGES)


class _Reader:
    def __init__(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self.terms: list[Term] = []
        self.clauses: list[Clause] = []
        self.since: date | None = None
        self.until: date | None = None
        self.mistakes: list[UserError] = []

    def take(self, part: re.Match[str], *, last: bool) -> None:
        kind = NAMES.get((part["name"] or "").lower())
        if kind is None:
            self._take_words(part, last=last)
            return
        value = (part["quoted"] or part["plain"] or "").strip()
        if kind == "since" or kind == "until":  # noqa: PLR1714 - mypy narrows no membership
            self._take_day(kind, value, part["name"])
            return
        found = self._values(kind, value)
        if found:
            self.clauses.append(Clause(kind, found, bool(part["out"])))
        else:
            self.mistakes.append(self._mistake(kind, value, part["name"]))

    def _take_words(self, part: re.Match[str], *, last: bool) -> None:
        excluded = bool(part["out"])
        if part["quoted"] is not None:
            before = [f"{part['name']}:"] if part["name"] else []
            self.terms += [Term(word, "word", excluded) for word in before]
            self.terms.append(Term(part["quoted"], "phrase", excluded))
            return
        word = part[0].removeprefix("-") if excluded else part[0]
        begins = len(word) > 1 and word.endswith("*")
        prefix = begins or (last and not excluded)
        self.terms.append(
            Term(word.rstrip("*") if begins else word, "prefix" if prefix else "word", excluded)
        )

    def _take_day(self, kind: Literal["since", "until"], value: str, name: str) -> None:
        days = days_meant(value)
        if days is None:
            key = "query.day" if value else "query.day_missing"
            self.mistakes.append(UserError(key, name=name, value=value))
        elif kind == "since":
            self.since = days[0]
        else:
            self.until = days[1]

    def _values(self, facet: Facet, value: str) -> tuple[str, ...]:
        asked = _plain(value)
        if not asked:
            return ()
        if facet in ("author", "decider", "person"):
            named = [(person.id, _plain(person.name), person.name) for person in self._people]
            exact = [id_ for id_, plain, _ in named if plain == asked]
            begun = [id_ for id_, _, name in named if _begins(name, asked)]
            return tuple(exact or begun)
        known = spellings(facet)
        written = {one: {_plain(way) for way in ways} for one, ways in known.items()}
        exact = [one for one, ways in written.items() if asked in ways]
        begun = [one for one, ways in written.items() if any(w.startswith(asked) for w in ways)]
        return tuple(exact or begun)

    def _mistake(self, facet: Facet, value: str, name: str) -> UserError:
        if facet in ("author", "decider", "person"):
            known = ", ".join(person.name for person in self._people) or "–"
            key = "query.person" if value else "query.person_missing"
        else:
            known = ", ".join(way[0].replace("_", "-") for way in spellings(facet).values())
            key = "query.value" if value else "query.value_missing"
        return UserError(key, name=name.lower(), value=value, known=known)


def _begins(name: str, asked: str) -> bool:
    """Whether a name, or one of the names in it, begins with what is asked for."""
    words = name.split()
    return any(_plain("".join(words[at:])).startswith(asked) for at in range(len(words)))


def _plain(written: str) -> str:
    plain = unicodedata.normalize("NFKD", written).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
