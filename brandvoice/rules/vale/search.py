"""All checks of some Vale styles, asked behind one prefilter."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.rules.prefilter import Prefilter
from brandvoice.rules.search import Alert, Searched
from brandvoice.rules.vale.block import Blocks
from brandvoice.rules.vale.pattern import Patience

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from brandvoice.rules.rule import Rule
    from brandvoice.rules.vale.check import Check

# A rule that finds more than this in one post says nothing new; its author can say `limit`.
MOST_ALERTS: Final = 1_000
# Letters that `regex` takes for an i when case does not matter, and RE2 does not.
_DOTTED = re.compile("[İı]")


class Loaded(NamedTuple):
    """A rule with its check and the most alerts it may raise in a post."""

    rule: Rule
    check: Check
    limit: int


class StyleSearch:
    """Finds what compiled Vale rules say of a post."""

    def __init__(self, loaded: Sequence[Loaded]) -> None:
        self.loaded = loaded
        self._owners: list[int] = []
        self._ungated: set[int] = set()
        gates: list[str] = []
        for index, one in enumerate(loaded):
            if not one.check.gates:
                self._ungated.add(index)
            for gate in one.check.gates:
                gates.append(gate)
                self._owners.append(index)
        self._prefilter = Prefilter(gates)

    def find(self, text: str, only: Collection[str] = ()) -> Searched:
        """Every alert in the order of the rules."""
        searched = Searched([], [])
        patience = Patience(text)
        blocks = Blocks(text)
        for index in self._candidates(blocks):
            rule, check, limit = self.loaded[index]
            if only and not {rule.category, rule.id} & set(only):
                continue
            try:
                searched.alerts.extend(
                    Alert(rule.id, *found) for found in islice(check.find(blocks, patience), limit)
                )
            except TimeoutError:
                searched.timed_out.append(rule.id)
        return searched

    def _candidates(self, blocks: Blocks) -> list[int]:
        """The rules that may find something: never too few."""
        if _DOTTED.search(blocks.given):
            return list(range(len(self.loaded)))
        numbers = set(self._prefilter.candidates(blocks.given))
        if blocks.text != blocks.given:
            numbers.update(self._prefilter.candidates(blocks.text))
        return sorted(self._ungated | {self._owners[number] for number in numbers})
