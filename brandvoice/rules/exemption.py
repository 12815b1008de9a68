"""What lets a match pass, in words: the named guards, the cues, the idioms, the trades."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.rules.sample import quoted, sample
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule
    from brandvoice.words import Language

_SHOWN: Final = 4


def exemption(guard: str, pack: Pack, language: Language) -> str:
    """Why a match was left alone, to stand behind “because”; `guard` as a review names it.

    A cue (`@name` in the sentence, `@@name` in the post) is told by some of its words.
    """
    if not guard.startswith("@"):
        return say(language, f"exempt.{guard}")
    cue = pack.cues[guard.lstrip("@")]
    words = quoted(sample(cue.any, pack.classes, _SHOWN)) or f"“{cue.name}”"
    key = "exempt.cue_anywhere" if guard.startswith("@@") else "exempt.cue"
    return say(language, key, words=words)


def exemptions(rule: Rule, pack: Pack, language: Language) -> tuple[list[str], list[str]]:
    """When the rule's matches are fine: for all of them, and for those of some families alone."""
    always = [exemption(guard, pack, language) for guard in rule.guards.unless]
    if rule.guards.idioms:
        idioms = quoted(sample(rule.guards.idioms, pack.classes, _SHOWN))
        always.append(say(language, "exempt.idiom_such", words=idioms))
    if rule.guards.trades:
        trades = ", ".join(say(language, f"trade.{trade}") for trade in rule.guards.trades)
        always.append(say(language, "exempt.trade_such", trades=trades))
    of_some = (guard for family in rule.families for guard in family.unless)
    sometimes = [exemption(guard, pack, language) for guard in _once(of_some)]
    return always, [one for one in sometimes if one not in always]


def _once(guards: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(guards))
