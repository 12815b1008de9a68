"""Vale styles written to a folder for tests, and what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.parse import PackError
from brandvoice.rules.vale.style import read_styles

if TYPE_CHECKING:
    from pathlib import Path


class Seen(NamedTuple):
    """A finding as a test compares it."""

    words: str
    message: str
    texts: tuple[str, ...] = ()


def write(folder: Path, **files: str) -> Path:
    """A style folder; `a__b` is the file `a/b`, and a name without an ending is a `.yml` file."""
    for name, source in files.items():
        path = folder / name.replace("__", "/")
        path = path if path.suffix else path.with_suffix(".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return folder


def seen(folder: Path, source: str, text: str, **others: str) -> list[Seen]:
    """What one rule, written as `T/Rule.yml`, finds in a text."""
    pack = read_styles(write(folder, T__Rule=source, **others))
    return [
        Seen(one.words, one.message.to("en"), tuple(way.text for way in one.suggestions))
        for one in Reviewer(pack).review(Post(text)).findings
        if one.rule == "T.Rule"
    ]


def words(folder: Path, source: str, text: str, **others: str) -> list[str]:
    """The words it finds."""
    return [one.words for one in seen(folder, source, text, **others)]


def mistakes(folder: Path) -> list[str]:
    """What is wrong with the styles in a folder, as it is told."""
    try:
        read_styles(folder)
    except PackError as error:
        return [str(one) for one in error.mistakes]
    return []
