"""A phrase of the brand's own, made into a rule file in a minute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.post.fold import fold_words
from brandvoice.post.post import Post
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.pack import Pack
from brandvoice.rules.parse import PackError, RuleFile
from brandvoice.words import LANGUAGES, say
from brandvoice.workflow.rulebook import broken_examples

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from brandvoice.rules.rule import Rule
    from brandvoice.rules.terms import Category, Severity

_NOT_IN_NAME: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 40
_BLANK_MARKS: Final = re.compile(r"[{}]")
_EXAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """Words to look for, one phrase a line; `why` and `instead` as one language says them."""

    words: str
    why: str
    category: Category = "voice"
    severity: Severity = "warning"
    instead: str = ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases, each once and on one line."""
        lines = (" ".join(line.split()) for line in self.words.splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class Drafted:
    """The rule a phrase makes: its id, its file and a reviewer that knows nothing else.

    Raises UserError (`phrase.…`) for words or a reason that are missing, or words that cannot be
    looked for.
    """

    def __init__(self, phrase: OwnPhrase, taken: Collection[str] = ()) -> None:
        _refuse(phrase)
        self.id = _free_id(phrase, taken)
        bare = self._rule(_source(phrase, [("flag", "a"), ("pass", "b")] * _EXAMPLES))
        self.reviewer = Reviewer(Pack({self.id: bare}))
        examples = [
            *(("flag", text) for text in self._chosen(_flagged(phrase), flagged=True)),
            *(("pass", text) for text in self._chosen(_passing(phrase), flagged=False)),
        ]
        self.source = _source(phrase, examples)
        try:
            self.rule = self._rule(self.source)
        except PackError:
            raise UserError("phrase.unfit", words=phrase.phrases[0]) from None
        if any(broken_examples(self.rule, self.reviewer)):
            raise UserError("phrase.unfit", words=phrase.phrases[0])

    def found(self, text: str) -> tuple[str, ...]:
        """The words of `text` that would be flagged, in their order."""
        return tuple(finding.words for finding in self.reviewer.review(Post(text)).findings)

    def _rule(self, source: str) -> Rule:
        return RuleFile(self.id, f"{self.id}.toml", source, GUARD_NAMES).rule()

    def _chosen(self, texts: Iterable[str], *, flagged: bool) -> list[str]:
        fitting = [text for text in texts if bool(self.found(text)) is flagged]
        return list(dict.fromkeys(fitting))[:_EXAMPLES]


def _refuse(phrase: OwnPhrase) -> None:
    if not any(map(fold_words, phrase.phrases)):
        raise UserError("phrase.no_words")
    if _BLANK_MARKS.search(phrase.words):
        raise UserError("phrase.braces")
    if not phrase.why.strip():
        raise UserError("phrase.no_why")


def _free_id(phrase: OwnPhrase, taken: Collection[str]) -> str:
    name = _NOT_IN_NAME.sub("-", fold_words(phrase.phrases[0]))[:_LONGEST_NAME].strip("-")
    wanted = f"{phrase.category}/{name or 'own'}"
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (wanted, *numbered) if one not in taken)


def _flagged(phrase: OwnPhrase) -> Iterator[str]:
    yield from phrase.phrases
    for language in LANGUAGES:
        yield say(language, "own.flag_one", words=phrase.phrases[0])
        yield say(language, "own.flag_other", words=phrase.phrases[0])


def _passing(phrase: OwnPhrase) -> Iterator[str]:
    if instead := " ".join(phrase.instead.split()):
        yield instead
    for language in LANGUAGES:
        for number in ("one", "two", "three"):
            yield say(language, f"own.pass_{number}")


def _source(phrase: OwnPhrase, examples: Iterable[tuple[str, str]]) -> str:
    import tomlkit

    def quoted(text: str) -> str:
        written: str = tomlkit.item(" ".join(text.split())).as_string()
        return written

    first = phrase.phrases[0]
    lines = [
        'kind = "phrase"',
        f"severity = {quoted(phrase.severity)}",
        'since = "1.0"',
        "sources = []",
    ]
    for language in LANGUAGES:
        lines += [
            f"title.{language} = {quoted(first)}",
            f"message.{language} = {quoted(say(language, 'own.message', words=first))}",
            f"why.{language} = {quoted(phrase.why)}",
        ]
    lines += ["", "[[phrases]]", f"any = [{', '.join(map(quoted, phrase.phrases))}]"]
    for kind, text in examples:
        lines += ["", "[[examples]]", f"{kind} = {quoted(text)}"]
    if phrase.instead.strip():
        lines += ["", "[[instead]]"]
        lines += [f"{language}.after = {quoted(phrase.instead)}" for language in LANGUAGES]
    return "\n".join(lines) + "\n"
