"""The parts of a post that a rule's scope names: the whole text, its paragraphs, its sentences."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.sentence import Sentences
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a post can have of Vale's kinds of text; the rest (tables, code, links) is markup.
_PARTS: Final = frozenset(
    "text raw summary sentence paragraph heading h1 h2 h3 h4 h5 h6 list blockquote".split()
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t]*(?=\S)")
# Code, comments, and where links lead: nobody's wording.
_NOT_WORDS = re.compile(
    r"^```.*?(?:^```|\Z)|<!--(?:(?!<!--).)*?-->|`[^`\n]+`|(?<=\])\([^()\n]*\)|(?:https?://|www\.)[^\s<>()]+",
    re.M | re.S,
)
_EMPTIED = re.compile(r"[^\n]")
# A line that goes on in small letters is one sentence with the line before it.
_WRAP = re.compile(r"\n(?=[^\S\n]*(\w))")


class Block(NamedTuple):
    """A part of the post: where it begins, its text, and what it is.

    `text` is what rules look at: code and addresses are stars in it. `given` is as it stands.
    """

    start: int
    text: str
    given: str
    parts: frozenset[str]


class Term(NamedTuple):
    """One selector of a scope: what a block must be, and what it must not be."""

    wanted: frozenset[str]
    unwanted: tuple[frozenset[str], ...]

    @property
    def is_reachable(self) -> bool:
        """Whether a post can have such a part at all."""
        return self.wanted <= _PARTS


def parse_scope(selectors: Iterable[str]) -> tuple[Term, ...]:
    """Vale's scopes: any of `selectors`; `a.b & c` is all of them, `~` is none of them."""
    terms = []
    for selector in selectors:
        wanted: set[str] = set()
        unwanted = []
        for piece in selector.split("&"):
            name = piece.strip()
            if name.startswith("~"):
                unwanted.append(frozenset(name[1:].split(".")))
            else:
                wanted.update(name.split("."))
        terms.append(Term(frozenset(wanted) - {"md", "txt"}, tuple(unwanted)))
    return tuple(terms)


class Blocks:
    """One post cut up as scopes ask for it.

    Lines that begin as Markdown headings, list items or quotations are such, because drafts are
    written that way too; what stands between empty lines is a paragraph. `text` is each of these,
    `raw` the post as it stands, `summary` its paragraphs together. In all but `raw` code and
    addresses are stars.
    """

    def __init__(self, text: str) -> None:
        self.given = text
        self.text = _NOT_WORDS.sub(lambda found: "*" * len(found[0]), text)

    def of(self, scope: Iterable[Term]) -> Iterator[Block]:
        """Each block that one of the terms names, once, in the order of the text."""
        seen: set[tuple[int, int]] = set()
        for term in scope:
            for block in self._named(term):
                where = (block.start, len(block.text))
                if where not in seen:
                    seen.add(where)
                    yield block

    def _named(self, term: Term) -> Iterable[Block]:
        if term.wanted & {"raw", "summary"}:
            whole = self._summary if "summary" in term.wanted else self._raw
            return () if term.unwanted else (whole,)
        pool = self._sentences if "sentence" in term.wanted else self._parts
        return [
            block
            for block in pool
            if term.wanted <= block.parts and not any(no <= block.parts for no in term.unwanted)
        ]

    @cached_property
    def _summary(self) -> Block:
        """The paragraphs alone: what Vale measures has no headings, items or quotations in it."""
        pieces = []
        at = 0
        for part in self._parts:
            if "paragraph" in part.parts:
                pieces += [_EMPTIED.sub(" ", self.text[at : part.start]), part.text]
                at = part.start + len(part.text)
        text = "".join((*pieces, _EMPTIED.sub(" ", self.text[at:])))
        return Block(0, text, self.given, frozenset(["summary"]))

    @property
    def _raw(self) -> Block:
        return Block(0, self.given, self.given, frozenset(["raw"]))

    @cached_property
    def _parts(self) -> list[Block]:
        parts = []
        start: int | None = None
        at = 0
        for line in [*self.text.split("\n"), ""]:
            kinds = _kind(line)
            if start is not None and (kinds or not line.strip()):
                parts.append(self._part(start, at - 1, "paragraph"))
                start = None
            if kinds:
                inside, names = kinds
                parts.append(self._part(at + inside, at + len(line.rstrip()), *names))
            elif start is None and line.strip():
                start = at
            at += len(line) + 1
        return parts

    def _part(self, start: int, end: int, *names: str) -> Block:
        given = self.given[start:end]
        return Block(start, self.text[start:end], given, frozenset(["text", *names]))

    @cached_property
    def _sentences(self) -> list[Block]:
        return [
            Block(
                part.start + span.start,
                span.of(part.text),
                span.of(part.given),
                part.parts | {"sentence"},
            )
            for part in self._parts
            for span in sentences(part.text)
        ]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a part, without the blanks around them."""
    unwrapped = _WRAP.sub(lambda end: " " if end[1].islower() else "\n", text)
    # Letter by letter, so that positions stay: some letters become two.
    small = "".join(low if len(low := one.lower()) == 1 else one for one in unwrapped)
    for span in Sentences(small):
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        if words := words.strip():
            yield Span(start, start + len(words))


def _kind(line: str) -> tuple[int, tuple[str, ...]] | None:
    """Where the words of a heading, item or quotation begin, and what it is called."""
    if found := _HEADING.match(line):
        return found.end(), ("heading", f"h{len(found[1])}")
    if found := _ITEM.match(line):
        return found.end(), ("list",)
    if found := _QUOTE.match(line):
        return found.end(), ("blockquote",)
    return None
