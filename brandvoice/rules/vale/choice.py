"""What a brand chooses about Vale styles: `brandvoice.toml` beside them.

[Microsoft]
category = "language"
[Microsoft.Vocab]
severity = "blocker"
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from brandvoice.rules.locate import Lines, line_of_syntax_error
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.terms import CATEGORIES, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from brandvoice.rules.terms import Category, Severity

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {"category": CATEGORIES, "severity": SEVERITIES}


class Choices(NamedTuple):
    """Category and severity by rule or style; a rule's own counts before its style's."""

    path: str
    lines: Mapping[str, int]
    made: Mapping[str, Mapping[str, Any]]

    def category(self, rule_id: str, otherwise: Category) -> Category:
        chosen: Category = self._chosen(rule_id, "category", otherwise)
        return chosen

    def severity(self, rule_id: str, otherwise: Severity) -> Severity:
        chosen: Severity = self._chosen(rule_id, "severity", otherwise)
        return chosen

    def _chosen(self, rule_id: str, key: str, otherwise: str) -> Any:
        for name in (rule_id, rule_id.partition(".")[0]):
            if key in self.made.get(name, {}):
                return self.made[name][key]
        return otherwise

    def mistakes(self, rule_ids: Collection[str]) -> list[Mistake]:
        """Names that are neither a rule nor a style."""
        known = {*rule_ids, *(name.partition(".")[0] for name in rule_ids)}
        return [
            Mistake(self.path, self.lines[name], f"there is no style or rule “{name}”")
            for name in self.made
            if name not in known
        ]


def read_choices(path: str, source: str) -> Choices:
    """The choices in `source`; raises PackError with every mistake."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = line_of_syntax_error(str(error))
        raise PackError([Mistake(path, line, f"is not TOML: {error}")]) from None
    lines = Lines(source)
    made: dict[str, dict[str, Any]] = {}
    mistakes: list[Mistake] = []
    tables = [("", data)]
    while tables:
        name, table = tables.pop()
        for key, value in table.items():
            if isinstance(value, dict):
                tables.append((f"{name}.{key}".strip("."), value))
            elif name and key in _KEYS and value in _KEYS[key]:
                made.setdefault(name, {})[key] = value
            else:
                mistakes.append(Mistake(path, lines.of(key, name), _advice(key)))
    if mistakes:
        raise PackError(mistakes)
    return Choices(path, {name: lines.of("", name) for name in made}, made)


def _advice(key: str) -> str:
    if key in _KEYS:
        return f"{key} is one of {', '.join(_KEYS[key])}, in a table named after a style or rule"
    return f"“{key}” is unknown here; a table named after a style or rule has category and severity"
