"""One Vale rule: its table in, a Rule with its compiled check out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.rule import Guards, Rule
from brandvoice.rules.search import Skipped
from brandvoice.rules.terms import Told
from brandvoice.rules.vale.action import Action
from brandvoice.rules.vale.agreement import Conditional, Consistency
from brandvoice.rules.vale.block import parse_scope
from brandvoice.rules.vale.casing import Capitalization
from brandvoice.rules.vale.check import HEAD, Head
from brandvoice.rules.vale.count import Metric, Occurrence, Readability
from brandvoice.rules.vale.keys import Keys
from brandvoice.rules.vale.message import filled
from brandvoice.rules.vale.search import MOST_ALERTS, Loaded
from brandvoice.rules.vale.words import Existence, Repetition, Substitution
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandvoice.rules.terms import Category, Severity
    from brandvoice.rules.vale.block import Term
    from brandvoice.rules.vale.choice import Choices
    from brandvoice.rules.vale.document import Table
    from brandvoice.rules.vale.keys import Word

_Kind = (
    type[Existence]
    | type[Substitution]
    | type[Occurrence]
    | type[Repetition]
    | type[Consistency]
    | type[Conditional]
    | type[Capitalization]
    | type[Metric]
)
_KINDS: Final[Mapping[str, _Kind]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "repetition": Repetition,
    "consistency": Consistency,
    "conditional": Conditional,
    "capitalization": Capitalization,
    "metric": Metric,
    "readability": Readability,
}
_LEFT_OUT: Final = {
    "script": "runs a script, which is never done with what a folder brings",
    "spelling": "needs a spelling dictionary; spelling is checked elsewhere",
    "sequence": "needs parts of speech, which are not told here",
}
# An error in Vale fails a build; a blocker here needs a second person. Only a brand says which.
_SEVERITIES: Final[Mapping[str, Severity]] = {
    "suggestion": "note",
    "warning": "warning",
    "error": "warning",
}
_GAPS: Final = ("…",) * 9
_OF_LANGUAGE: Final = ("repetition", "consistency", "capitalization")
_MEASURED: Final = ("metric", "readability")


class ValeFile:
    """Reads one rule called `name`; `load` raises PackError with every mistake found."""

    def __init__(self, name: str, path: str, table: Table) -> None:
        self.name = name
        self.path = path
        self.keys = Keys(path, table)
        self.kind = self.keys.text("extends")

    def skipped(self) -> Skipped | None:
        """Why the rule is left out, if it is one that cannot be read here."""
        line = self.keys.line("extends")
        if self.kind in _LEFT_OUT:
            return self._told(line, _LEFT_OUT[self.kind])
        if "." in self.kind:
            return self._told(line, f"builds on the rule {self.kind}, which is not read")
        if self.kind not in _KINDS:
            return None
        terms = self._scope()
        if any(term.is_reachable for term in terms):
            return None
        scope = " & ".join(sorted(terms[0].wanted))
        return self._told(self.keys.line("scope"), f"looks only at “{scope}”, which no post has")

    @property
    def level(self) -> str:
        """How grave the rule says it is."""
        return self.keys.text("level") or "warning"

    def load(self, accepted: Sequence[Word], choices: Choices, level: str) -> Loaded:
        """The rule with its check, as grave as `level` says."""
        keys = self.keys
        make = _KINDS.get(self.kind)
        if make is None:
            kinds = ", ".join((*_KINDS, *_LEFT_OUT))
            told = f"extends “{self.kind}”" if self.kind else "“extends” is missing"
            raise PackError(
                [Mistake(self.path, keys.line("extends"), f"{told}; use one of {kinds}")]
            )
        if make is not Consistency:  # where Vale takes any
            keys.refuse_unknown((*HEAD, *make.KEYS))
        if not keys.text("message"):
            keys.wrong(keys.line("message"), "“message” is missing")
        if self.level not in _SEVERITIES:
            keys.wrong(keys.line("level"), f"“level” is one of {', '.join(_SEVERITIES)}")
        head = Head(
            keys.text("message"),
            self._scope(),
            self._action(),
            keys.flag("matchcase"),
            keys.text("description").strip(),
        )
        check = make(keys, head, accepted)
        limit = int(keys.number("limit")) or MOST_ALERTS
        rule = self._rule(choices, _SEVERITIES.get(level, "warning"))
        if keys.mistakes:
            raise PackError(sorted(set(keys.mistakes)))
        return Loaded(rule, check, max(1, min(limit, MOST_ALERTS)))

    def _rule(self, choices: Choices, severity: Severity) -> Rule:
        keys = self.keys
        is_language = self.kind in _OF_LANGUAGE or keys.flag("nonword")
        category: Category = choices.category(self.name, "language" if is_language else "voice")
        # Without a post to speak of, the page of the rule shows a gap where words will stand.
        shown = filled(keys.text("message"), _GAPS)
        style = self.name.partition(".")[0]
        described = filled(keys.text("description").strip(), _GAPS)
        why = (
            Told(described, described)
            if described
            else Told(*(say(language, "vale.why", style=style) for language in LANGUAGES))
        )
        return Rule(
            id=self.name,
            category=category,
            kind="vale",
            severity=choices.severity(self.name, severity),
            since="",
            title=Told(self.name, self.name),
            message=Told(shown, shown),
            why=why,
            sources=tuple(one for key in ("link", "source") if (one := keys.text(key).strip())),
            families=(),
            guards=Guards(),
            examples=(),
            instead=(),
            path=self.path,
        )

    def _scope(self) -> tuple[Term, ...]:
        selectors = [word.text for word in self.keys.words("scope")]
        if self.kind in _MEASURED and selectors in ([], ["text"]):
            return parse_scope(["summary"])
        return parse_scope(selectors or ["text"])

    def _action(self) -> Action:
        table = self.keys.table("action")
        if table is None:
            return Action()
        table.refuse_unknown(("name", "params"))
        name = table.text("name")
        params = tuple(word.text for word in table.words("params", with_blank=True))
        action = Action(name, params)
        if mistake := action.mistake():
            table.wrong(table.line("name"), mistake)
        elif action.source is not None:
            return action._replace(pattern=table.pattern(action.source, table.line("params")))
        return action

    def _told(self, line: int, reason: str) -> Skipped:
        told = f"{self.name} is skipped: it {reason}"
        return Skipped(self.name, Mistake(self.path, line, told))
