"""The rules as somebody looks through them: listed, searched, read, each as the brand has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from brandvoice.approval.rulechange import OFF
from brandvoice.brand.profile import Brand
from brandvoice.post.fold import fold_words
from brandvoice.rules.exemption import exemption
from brandvoice.rules.page import page
from brandvoice.rules.terms import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.rules.pack import Pack
    from brandvoice.rules.page import Block
    from brandvoice.rules.rule import Rule
    from brandvoice.rules.terms import Severity
    from brandvoice.words import Language

_MARKS: Final = re.compile(r"[{}|?]+")
_NAMED: Final = re.compile(r"\{(\w+)\??\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the brand has it: `is_own` in its own folder, `is_off` not looked for."""

    rule: Rule
    severity: Severity
    is_own: bool
    is_off: bool

    @property
    def weight(self) -> str:
        """What it counts as: its severity, or that it is off."""
        return OFF if self.is_off else self.severity


class RuleIndex:
    """Every rule of a pack, with what `brand` says of it; `own` are the ids of its own rules."""

    def __init__(self, pack: Pack, brand: Brand | None = None, own: Collection[str] = ()) -> None:
        self.pack = pack
        self.brand = brand or Brand()
        self._own = frozenset(own)
        self._words: dict[str, str] = {}

    def entry(self, rule_id: str) -> Entry | None:
        """One rule; None where the pack has none of that id."""
        rule = self.pack.rules.get(rule_id)
        return self._entry(rule) if rule else None

    def entries(self, search: str = "") -> tuple[Entry, ...]:
        """The rules by category; with `search` those with all of its words somewhere in them, and
        first in their category those that are called so.

        Looked through are ids, titles, messages, phrases and examples, in both languages.
        """
        wanted = fold_words(search).split()
        found = [
            self._entry(rule)
            for rule in self.pack.rules.values()
            if not wanted or all(word in self._words_of(rule) for word in wanted)
        ]

        def place(one: Entry) -> tuple[int, bool]:
            named = fold_words(f"{one.rule.id} {one.rule.title.id} {one.rule.title.en}")
            is_named = bool(wanted) and all(word in named for word in wanted)
            return CATEGORIES.index(one.rule.category), not is_named

        return tuple(sorted(found, key=place))

    def page(self, rule_id: str, language: Language) -> tuple[Block, ...]:
        """The rule's page, with the severity the brand gives it; empty where there is no rule."""
        known = self.entry(rule_id)
        if known is None:
            return ()
        return page(replace(known.rule, severity=known.severity), self.pack, language)

    def because(self, guard: str, language: Language) -> str:
        """Why a match was left alone, `guard` as a review names it."""
        return exemption(guard, self.pack, language)

    def _entry(self, rule: Rule) -> Entry:
        severity = self.brand.severity.get(rule.id, rule.severity)
        return Entry(rule, severity, rule.id in self._own, rule.id in self.brand.off)

    def _words_of(self, rule: Rule) -> str:
        if rule.id not in self._words:
            self._words[rule.id] = _words_of(rule, self.pack)
        return self._words[rule.id]


def _words_of(rule: Rule, pack: Pack) -> str:
    phrases = [phrase for one in rule.families for phrase in (*one.any, *one.weak)]
    told = (rule.title, rule.message, rule.why)
    named = {name for phrase in phrases for name in _NAMED.findall(phrase)}
    parts = [
        rule.id,
        *(text for one in told for text in (one.id, one.en)),
        *(_MARKS.sub(" ", phrase) for phrase in phrases),
        *(word for name in sorted(named) for word in pack.classes.get(name, ())),
        *(example.text for example in rule.examples),
    ]
    return fold_words("\n".join(parts))
