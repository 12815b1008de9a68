"""Markdown drafts: the words as they are typed, without what editors keep above them."""

from __future__ import annotations

import re

# Obsidian, Jekyll and others keep title, date and tags between two lines of dashes at the top.
_FRONT_MATTER = re.compile(
    r"---[^\S\n]*\n"
    r"(?P<lines>(?:[^\n]*\n)*?)"
    r"(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)"
)
_YAML_LINE = re.compile(r"\s*(?:#.*|- .*|-|[\w.\"' -]+:(?:\s.*)?|\s.*)?")


def without_front_matter(text: str) -> str:
    """`text` without a YAML block at its very top, and otherwise as typed.

    The block describes the draft and is never posted. Everything else stays, signs such as `**`
    included: platforms show them as they are, so the reviewer has to see them. Dashes around
    ordinary words are a post's own rule and stay too.
    """
    block = _FRONT_MATTER.match(text)
    if block is None:
        return text
    lines = block["lines"].splitlines()
    described = any(":" in line for line in lines) or not any(lines)
    if not described or not all(_YAML_LINE.fullmatch(line) for line in lines):
        return text
    return text[block.end() :].lstrip("\n")
