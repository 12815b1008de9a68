"""A rule file's text in, a Rule out, or every mistake in it with its line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeGuard, TypeVar, cast

from brandvoice.post.post import KINDS
from brandvoice.rules.locate import Lines, line_of_syntax_error
from brandvoice.rules.rule import (
    RULE_KINDS,
    Cue,
    Example,
    Family,
    Guards,
    Instead,
    Occurrence,
    Rule,
)
from brandvoice.rules.tables import Tables
from brandvoice.rules.terms import CATEGORIES, SEVERITIES, Category, Told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from brandvoice.post.post import Kind

MAX_FILE_BYTES: Final = 1_000_000
_T = TypeVar("_T")
_TOP: Final = (
    "kind severity since sources title message why phrases patterns swaps guards examples "
    "instead occurrence detector remove kinds"
).split()
_FAMILY: Final = ("lang", "any", "weak", "near", "unless", "scope", "severity")
_EXAMPLE: Final = ("flag", "pass", "words", "trade", "own", "readers", "rejected")
_EXAMPLE_LISTS: Final = ("own", "readers", "rejected")
_TRADES: Final = (
    "food fashion beauty health finance education travel property services other".split()
)


class Mistake(NamedTuple):
    """Something wrong in a pack: where, and what to do about it."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class PackError(Exception):
    """A pack that cannot be used, with all its mistakes."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


class RuleFile:
    """Reads one rule file; raises PackError with every mistake found."""

    def __init__(
        self, id_: str, path: str, source: str, guards: Collection[str], known: Tables | None = None
    ) -> None:
        self.id, self.path = id_, path
        self.known_guards = guards
        tables = known or Tables()
        # Lines are for mistakes, which a source that was read before does not have.
        self.lines = Lines("" if tables.knows(source) else source)
        self.mistakes: list[Mistake] = []
        self.data = _toml(path, source, tables)

    def rule(self) -> Rule:
        data = self.data
        self._refuse_unknown(data, _TOP, "")
        category = self.id.split("/", 1)[0]
        if category not in CATEGORIES:
            self._wrong(
                1, f"the folder “{category}” is no category; use one of {_list(CATEGORIES)}"
            )
        kind = self._choice(data, "kind", RULE_KINDS, "phrase")
        message = self._told("message")
        rule = Rule(
            id=self.id,
            category=cast("Category", category),
            kind=kind,
            severity=self._choice(data, "severity", SEVERITIES, "warning"),
            since=self._value(data, "since", str, "1.0"),
            title=self._told("title", message),
            message=message,
            why=self._told("why"),
            sources=self._strings(data, "sources"),
            families=self._families(),
            guards=self._guards(),
            examples=self._examples(),
            instead=self._instead(),
            occurrence=self._occurrence(),
            detector=self._value(data, "detector", str, "") or None,
            remove=self._choice(data, "remove", ("words", "sentence"), None),
            kinds=self._kinds(),
            path=self.path,
        )
        self._require_whole(rule)
        if self.mistakes:
            raise PackError(self.mistakes)
        return rule

    def _kinds(self) -> tuple[Kind, ...]:
        named = self._strings(self.data, "kinds")
        for name in named:
            if name not in KINDS:
                self._wrong(
                    self.lines.of("kinds"), f"kind “{name}” is unknown; use one of {_list(KINDS)}"
                )
        return tuple(kind for kind in KINDS if kind in named) or KINDS

    def _require_whole(self, rule: Rule) -> None:
        for key in ("kind", "severity", "message", "why", "examples"):
            if key not in self.data:
                self._wrong(1, f"“{key}” is missing")
        if rule.kind == "detector" and not rule.detector:
            self._wrong(1, "a rule of kind “detector” names its “detector”")
        if rule.kind not in ("detector", "learned", "spelling") and not rule.families:
            self._wrong(1, f"a rule of kind “{rule.kind}” needs phrases, patterns or swaps")
        if rule.kind == "occurrence" and rule.occurrence is None:
            self._wrong(1, "a rule of kind “occurrence” needs the table [occurrence] with a limit")
        for flag, name in ((True, "flag"), (False, "pass")):
            if sum(example.flag is flag for example in rule.examples) < 2:
                self._wrong(self.lines.of("", "examples"), f"at least two “{name}” examples")

    def _families(self) -> tuple[Family, ...]:
        families = [
            *self._family_table("phrases", is_pattern=False),
            *self._family_table("patterns", is_pattern=True),
        ]
        for index, swap in enumerate(self._tables("swaps")):
            self._refuse_unknown(swap, ("words", "use", "lang"), "swaps", index)
            families.append(Family(self._strings(swap, "words", "swaps", index)))
        return tuple(families)

    def _family_table(self, name: str, *, is_pattern: bool) -> list[Family]:
        families = []
        for index, table in enumerate(self._tables(name)):
            self._refuse_unknown(table, _FAMILY, name, index)
            family = Family(
                any=self._strings(table, "any", name, index),
                weak=self._strings(table, "weak", name, index),
                near=self._strings(table, "near", name, index),
                unless=self._strings(table, "unless", name, index),
                lang=self._strings(table, "lang", name, index) or ("id", "en"),
                scope=self._choice(table, "scope", ("sentence", "post"), "sentence", name, index),
                is_pattern=is_pattern,
                severity=self._choice(table, "severity", SEVERITIES, None, name, index),
                line=self.lines.of("any", name, index),
            )
            if not family.any and not family.weak:
                self._wrong(family.line, f"[[{name}]] needs “any” or “weak”")
            if family.weak and not family.near:
                self._wrong(self.lines.of("weak", name, index), "“weak” counts only with “near”")
            self._check_guards(family.unless, self.lines.of("unless", name, index))
            families.append(family)
        return families

    def _guards(self) -> Guards:
        table = self._value(self.data, "guards", dict, {})
        self._refuse_unknown(table, ("unless", "idioms", "trades"), "guards")
        guards = Guards(
            *(self._strings(table, key, "guards") for key in ("unless", "idioms", "trades"))
        )
        self._check_guards(guards.unless, self.lines.of("unless", "guards"))
        for trade in set(guards.trades) - set(_TRADES):
            self._wrong(
                self.lines.of("trades", "guards"),
                f"trade “{trade}” is unknown; use one of {_list(_TRADES)}",
            )
        return guards

    def _check_guards(self, names: tuple[str, ...], line: int) -> None:
        for name in names:
            if not name.startswith("@") and name not in self.known_guards:
                known = _list(sorted(self.known_guards))
                self._wrong(line, f"guard “{name}” is unknown; use one of {known}, or @cue")

    def _examples(self) -> tuple[Example, ...]:
        examples = []
        for index, table in enumerate(self._tables("examples")):
            self._refuse_unknown(table, _EXAMPLE, "examples", index)
            line = self.lines.of("flag" if "flag" in table else "pass", "examples", index)
            if ("flag" in table) == ("pass" in table):
                self._wrong(line, "an example has either “flag” or “pass”")
                continue
            text = table.get("flag", table.get("pass"))
            words, trade = table.get("words"), table.get("trade")
            if not isinstance(text, str) or not isinstance(words, str | None):
                self._wrong(line, "an example is a text in quotes")
                continue
            if words is not None and words not in text:
                self._wrong(line, f"the words “{words}” do not stand in the example")
            brand = (self._strings(table, key, "examples", index) for key in _EXAMPLE_LISTS)
            examples.append(Example(text, "flag" in table, words, trade, line, *brand))
        return tuple(examples)

    def _instead(self) -> tuple[Instead, ...]:
        pairs = []
        for index, table in enumerate(self._tables("instead")):
            self._refuse_unknown(table, ("id", "en"), "instead", index)
            for language, pair in table.items():
                line = self.lines.of(language, "instead", index)
                if not isinstance(pair, dict) or not isinstance(pair.get("after"), str):
                    self._wrong(line, f"[[instead]] needs {language}.after in quotes")
                    continue
                pairs.append(Instead(language, pair.get("before"), pair["after"]))
        for index, swap in enumerate(self._tables("swaps")):
            use = self._value(swap, "use", str, "", "swaps", index)
            words = self._strings(swap, "words", "swaps", index)
            pairs += [
                Instead(language, word, use)
                for word in words
                for language in self._strings(swap, "lang", "swaps", index) or ("id", "en")
            ]
        return tuple(pairs)

    def _occurrence(self) -> Occurrence | None:
        if "occurrence" not in self.data:
            return None
        table = self._value(self.data, "occurrence", dict, {})
        self._refuse_unknown(table, ("limit",), "occurrence")
        return Occurrence(self._value(table, "limit", int, 1, "occurrence"))

    def _told(self, key: str, otherwise: Told | None = None) -> Told:
        value = self.data.get(key)
        if value is None and otherwise is not None:
            return otherwise
        texts = value if isinstance(value, dict) and set(value) == {"id", "en"} else {}
        if texts and all(isinstance(text, str) and text.strip() for text in texts.values()):
            return Told(texts["id"], texts["en"])
        if value is not None:
            self._wrong(self.lines.of(key), f"“{key}” needs {key}.id and {key}.en, both filled")
        return Told("", "")

    def _tables(self, name: str) -> list[dict[str, Any]]:
        tables = self._value(self.data, name, list, [])
        return [table for table in tables if isinstance(table, dict)]

    def _value(
        self,
        table: Mapping[str, Any],
        key: str,
        kind: type[_T],
        otherwise: _T,
        name: str = "",
        index: int = 0,
    ) -> _T:
        value = table.get(key, otherwise)
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return value
        self._wrong(self.lines.of(key, name, index), f"“{key}” is not {_KIND_NAMES[kind]}")
        return otherwise

    def _strings(
        self, table: Mapping[str, Any], key: str, name: str = "", index: int = 0
    ) -> tuple[str, ...]:
        value = table.get(key, [])
        if _are_texts(value):
            return tuple(value)
        self._wrong(self.lines.of(key, name, index), f"“{key}” is a list of texts in quotes")
        return ()

    def _choice(
        self,
        table: Mapping[str, Any],
        key: str,
        choices: Collection[_T],
        otherwise: Any,
        name: str = "",
        index: int = 0,
    ) -> Any:
        value = table.get(key, otherwise)
        if value in choices or value is otherwise:
            return value
        self._wrong(
            self.lines.of(key, name, index),
            f"{key} “{value}” is unknown; use one of {_list(choices)}",
        )
        return otherwise

    def _refuse_unknown(
        self, table: Mapping[str, Any], known: Collection[str], name: str, index: int = 0
    ) -> None:
        for key in table:
            if key not in known:
                self._wrong(
                    self.lines.of(key, name, index) if name else self._line_of_top(key),
                    f"“{key}” is unknown here; use one of {_list(known)}",
                )

    def _line_of_top(self, key: str) -> int:
        line = self.lines.of(key)
        return line if line > 1 else self.lines.of("", key)

    def _wrong(self, line: int, message: str) -> None:
        self.mistakes.append(Mistake(self.path, line, message))


_KIND_NAMES: Final[dict[type, str]] = {
    str: "a text in quotes",
    int: "a whole number",
    dict: "a table",
    list: "a list",
}


def parse_classes(path: str, source: str, tables: Tables) -> dict[str, tuple[str, ...]]:
    """The word classes of a pack: `name = ["word", …]`, used as `{name}`."""
    lines = Lines("" if tables.knows(source) else source)
    return {
        name: _string_list(path, lines, name, "", words)
        for name, words in _toml(path, source, tables).items()
    }


def parse_cues(path: str, source: str, tables: Tables) -> dict[str, Cue]:
    """The cues of a pack: tables with `any` (phrases) and `patterns`, used as `@name`."""
    lines = Lines("" if tables.knows(source) else source)
    cues = {}
    for name, table in _toml(path, source, tables).items():
        if not isinstance(table, dict) or set(table) - {"any", "patterns"}:
            line = lines.of("", name)
            raise PackError([Mistake(path, line, f"[{name}] has “any” and “patterns” only")])
        any_, patterns = (
            _string_list(path, lines, key, name, table.get(key, [])) for key in ("any", "patterns")
        )
        cues[name] = Cue(name, any_, patterns, path, lines.of("", name))
    return cues


def _string_list(path: str, lines: Lines, key: str, table: str, value: object) -> tuple[str, ...]:
    if _are_texts(value):
        return tuple(value)
    raise PackError([Mistake(path, lines.of(key, table), f"“{key}” is a list of texts in quotes")])


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and {*map(type, value)} <= {str} and "" not in value


def _toml(path: str, source: str, tables: Tables) -> dict[str, Any]:
    try:
        return tables.of(source)
    except tomllib.TOMLDecodeError as error:
        mistake = Mistake(path, line_of_syntax_error(str(error)), f"not valid TOML: {error}")
        raise PackError([mistake]) from None
    except RecursionError:
        raise PackError([Mistake(path, 1, "not valid TOML: nested too deep")]) from None


def _list(names: Collection[object]) -> str:
    return ", ".join(map(str, names))
