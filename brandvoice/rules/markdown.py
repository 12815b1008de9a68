"""Pages of rules as Markdown and as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.rules.page import Block
    from brandvoice.words import Language

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BULLETED: Final = frozenset({"item", "flagged", "passed", "instead"})
_SIGNS: Final = {"flagged": "✗ ", "passed": "✓ ", "instead": "→ ", "item": "- "}


def as_markdown(blocks: Iterable[Block], language: Language) -> str:
    """A page as Markdown (CommonMark); flagged words are bold."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        if before and not (block.kind in _BULLETED and block.kind == before):
            lines.append("")
        if block.kind in ("flagged", "passed") and block.kind != before:
            lines += [f"**{say(language, f'rule.{block.kind}')}**", ""]
        lines.append(_marked_up(block))
        before = block.kind
    return "\n".join(lines) + "\n"


def as_lines(blocks: Iterable[Block], language: Language) -> Iterator[tuple[str, str]]:
    """A page as plain paragraphs: each with the sign that stands before its first line."""
    before = ""
    for block in blocks:
        text = " ".join(block.text.split())
        if block.kind in ("flagged", "passed") and block.kind != before:
            yield "", say(language, f"rule.{block.kind}")
        if block.kind == "heading":
            yield "", ""
        yield _SIGNS.get(block.kind, ""), text
        before = block.kind


def link(text: str, address: str) -> str:
    """A link to another page."""
    return f"[{_escaped(text)}]({address})"


def _marked_up(block: Block) -> str:
    text = " ".join(block.text.split("\n"))
    if block.marked:
        start, end = block.marked
        words = f"**{_escaped(text[start:end])}**"
        text = f"{_escaped(text[:start])}{words}{_escaped(text[end:])}"
    else:
        text = _escaped(text)
    match block.kind:
        case "title":
            return f"# {text}"
        case "heading":
            return f"## {text}"
        case "about" | "small":
            return f"*{text}*"
        case "lead":
            return f"**{text}**"
        case "item" | "flagged" | "passed" | "instead":
            return f"- {text}"
        case "text":
            return text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
