"""The parts of a post that a rule's scope names: the whole text, its paragraphs, its sentences."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.sentence import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a post can have of Vale's kinds of text; the rest (tables, code, links) is markup.
_PARTS: Final = frozenset(
    "text raw summary sentence paragraph heading h1 h2 h3 h4 h5 h6 list blockquote".split()
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t]*(?=\S)")


class Block(NamedTuple):
    """A part of the post: where it begins, its text, and what it is."""

    start: int
    text: str
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

    A post is plain text, so `text` is all of it. Lines that begin as Markdown headings, list items
    or quotations are such, because drafts are written that way too; paragraphs are what is left.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._whole = Block(0, text, frozenset(["text"]))

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
        sized = term.wanted & {"raw", "summary"}
        if sized:
            return () if term.unwanted else (self._whole,)
        if term.wanted <= {"text"} and not term.unwanted:
            return (self._whole,)
        pool = self._sentences if "sentence" in term.wanted else self._parts
        return [
            block
            for block in pool
            if term.wanted <= block.parts and not any(no <= block.parts for no in term.unwanted)
        ]

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
        return Block(start, self.text[start:end], frozenset(["text", *names]))

    @cached_property
    def _sentences(self) -> list[Block]:
        found = []
        for part in self._parts:
            for span in Sentences(lowered(part.text)):
                sentence = span.of(part.text)
                inside = len(sentence) - len(sentence.lstrip())
                if sentence.strip():
                    start = part.start + span.start + inside
                    found.append(Block(start, sentence.strip(), part.parts | {"sentence"}))
        return found


def _kind(line: str) -> tuple[int, tuple[str, ...]] | None:
    """Where the words of a heading, item or quotation begin, and what it is called."""
    if found := _HEADING.match(line):
        return found.end(), ("heading", f"h{len(found[1])}")
    if found := _ITEM.match(line):
        return found.end(), ("list",)
    if found := _QUOTE.match(line):
        return found.end(), ("blockquote",)
    return None


def lowered(text: str) -> str:
    """In lower case, letter by letter, so that positions stay."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)
