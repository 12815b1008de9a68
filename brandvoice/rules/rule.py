"""One rule as its file says it; lines are for mistakes, and not known of files read before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, get_args

from brandvoice.post.post import KINDS

if TYPE_CHECKING:
    from brandvoice.post.post import Kind
    from brandvoice.rules.terms import Category, Severity, Told

FileKind = Literal[
    "phrase", "substitution", "pattern", "occurrence", "detector", "learned", "spelling"
]
RuleKind = FileKind | Literal["vale"]
RULE_KINDS: Final[tuple[FileKind, ...]] = get_args(FileKind)
"""What a rule file of ours may say; rules of Vale styles come with a search of their own."""


@dataclass(frozen=True, slots=True)
class Family:
    """One idea and its spellings.

    `any` always counts, `weak` only with one of `near` in the same sentence (or the same post,
    where `scope` is `post`). Phrases are literal words with `{class}` blanks; patterns, where
    `is_pattern`, are regular expressions over the folded text with the same blanks. `@name` in
    `near` and `unless` is a cue of the pack in the same sentence, `@@name` in `unless` one
    anywhere in the post. A family's `unless` adds to the rule's.
    """

    any: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    lang: tuple[str, ...] = ("id", "en")
    scope: Literal["sentence", "post"] = "sentence"
    is_pattern: bool = False
    severity: Severity | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Guards:
    """What makes a match legitimate: named guards, idioms it may stand in, trades it belongs to."""

    unless: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence the rule must flag (`words`: exactly where, if given) or must let pass.

    `trade`, `own`, `readers` and `rejected` are those of the brand that writes it, if it matters.
    """

    text: str
    flag: bool
    words: str | None = None
    trade: str | None = None
    line: int = field(default=0, compare=False)
    own: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instead:
    """A better wording in one language; with `before` it is for those words alone."""

    language: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """More than `limit` matches of the rule's families in one post are one finding."""

    limit: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it looks for, how grave it is, why, and what to write instead.

    `id` is `category/name`, the file's path. `remove` says what a one-click removal takes out.
    `kinds` are those of the posts it is looked for in.
    """

    id: str
    category: Category
    kind: RuleKind
    severity: Severity
    since: str
    title: Told
    message: Told
    why: Told
    sources: tuple[str, ...]
    families: tuple[Family, ...]
    guards: Guards
    examples: tuple[Example, ...]
    instead: tuple[Instead, ...]
    occurrence: Occurrence | None = None
    detector: str | None = None
    remove: Literal["words", "sentence"] | None = None
    kinds: tuple[Kind, ...] = KINDS
    path: str = ""
    """The file it was read from, for messages."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that lend meaning to others near them, such as those of negation or of a shop."""

    name: str
    any: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    path: str = ""
    line: int = field(default=1, compare=False)
