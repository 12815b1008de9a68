"""What a query means, said back in words, and how its last word may go on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.query import NAMES, spellings
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.approval.person import Person
    from brandvoice.approval.query import Clause, FilterKind, Query, Term
    from brandvoice.words import Language

_ENOUGH: Final = 12


def meaning(query: Query, people: Iterable[Person], language: Language) -> str:
    """One line that says what is looked for; empty when nothing is."""
    names = {person.id: person.name for person in people}
    told = [_term(term, language) for term in query.terms if any(map(str.isalnum, term.words))]
    told += [_clause(clause, names, language) for clause in query.clauses]
    for key, day in (("since", query.since), ("until", query.until)):
        if day:
            told.append(say(language, f"asked.{key}", day=day.isoformat()))
    return " · ".join(told)


def completions(typed: str, people: Iterable[Person], language: Language) -> tuple[str, ...]:
    """The whole lines that `typed` may become when its last word is completed, at most a dozen.

    A name of a filter is offered from its second letter on, a value as soon as the colon stands.
    """
    head, last = _cut(typed)
    sign = "-" if last.startswith("-") else ""
    name, colon, begun = last[len(sign) :].partition(":")
    if not colon:
        names = [known for known in _names(language) if len(name) > 1 and known.startswith(name)]
        return tuple(f"{head}{sign}{known}:" for known in names)
    kind = NAMES.get(name.lower())
    values = _values(kind, people, language) if kind else ()
    wanted = begun.strip('"').casefold()
    fitting = [value for value in values if value.casefold().startswith(wanted)]
    written = [f'"{value}"' if " " in value else value for value in fitting]
    lines = [f"{head}{sign}{name}:{value}" for value in written if value != begun]
    return tuple(lines[:_ENOUGH])


def _cut(typed: str) -> tuple[str, str]:
    """What stands before the last word, and the last word; an open quotation belongs to it."""
    at = typed.rfind(" ") + 1
    if typed.count('"') % 2:
        at = typed.rfind(" ", 0, typed.rfind('"')) + 1
    return typed[:at], typed[at:]


def _names(language: Language) -> tuple[str, ...]:
    english = list(dict.fromkeys(NAMES.values()))
    pairs: Mapping[FilterKind, list[str]] = {
        kind: [name for name, of in NAMES.items() if of == kind] for kind in english
    }
    order = 0 if language == "en" else 1
    own = [names[order] for names in pairs.values()]
    return (*own, *(names[1 - order] for names in pairs.values()))


def _values(kind: FilterKind, people: Iterable[Person], language: Language) -> tuple[str, ...]:
    match kind:
        case "author" | "decider" | "person":
            return tuple(person.name for person in people)
        case "since" | "until":
            return ()
        case "state":
            return tuple(say(language, f"state.{value}").lower() for value in spellings(kind))
        case "posted":
            return tuple(say(language, f"query.posted.{value}") for value in spellings(kind))
        case _:
            return tuple(spellings(kind))


def _term(term: Term, language: Language) -> str:
    told = say(language, f"asked.{term.kind}", words=term.words.strip())
    return _signed(told, language, excluded=term.excluded)


def _clause(clause: Clause, names: Mapping[str, str], language: Language) -> str:
    values = [_value(clause, value, names, language) for value in clause.values]
    told = values[-1]
    if len(values) > 1:
        told = say(language, "asked.or", first=", ".join(values[:-1]), last=values[-1])
    told = say(language, f"asked.{clause.facet}", values=told)
    return _signed(told, language, excluded=clause.excluded)


def _value(clause: Clause, value: str, names: Mapping[str, str], language: Language) -> str:
    match clause.facet:
        case "author" | "decider" | "person":
            return names.get(value, "?")
        case "state":
            return say(language, f"state.{value}").lower()
        case "category":
            return say(language, f"desktop.category.{value}").lower()
        case "posted":
            return say(language, f"asked.posted_{value}")
        case "channel":
            return value


def _signed(told: str, language: Language, *, excluded: bool) -> str:
    return say(language, "asked.excluded", what=told) if excluded else told
