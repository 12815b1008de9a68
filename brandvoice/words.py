"""The words people read, in Indonesian and English, by key: `resources/words/<language>/*.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.errors import UserError

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")
_HEADER: Final = re.compile(r"^\[([\w.]+)\]$", re.M)


def catalogue(language: Language) -> Mapping[str, str]:
    """Every sentence of one language by dotted key, such as `desk.submit`."""
    tables = (_table(language, name) for name in _sources(language))
    return {key: words for table in tables for key, words in table.items()}


def say(language: Language, key: str, **blanks: object) -> str:
    """The sentence `key` with its blanks filled; a `count` blank of 1 takes `key.one` if it exists.

    Raises KeyError for a key the catalogue does not have: that is a bug, and tests look for it.
    """
    words = _words(language, f"{key}.one") if blanks.get("count") == 1 else None
    words = words or _words(language, key) or _words(language, f"{key}.other")
    if words is None:
        raise KeyError(key)
    return words.format_map(blanks) if blanks else words


@cache
def _words(language: Language, key: str) -> str | None:
    """What stands at `key`, in the one of its tables that has it."""
    parts = key.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts)))
    tables = (_table(language, name) for name in names)
    return next((table[key] for table in tables if key in table), None)


@cache
def _table(language: Language, name: str) -> Mapping[str, str]:
    """A table of the files, without those below it, by full key.

    Each is read when it is first spoken from: the first window needs a tenth of all words.
    """
    words: dict[str, str] = {}
    for source in _sources(language).get(name, ()):
        words.update(_flatten(tomllib.loads(source), f"{name}." if name else ""))
    return words


@cache
def _sources(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The lines of every table, by its name; several files may add to one."""
    sources: dict[str, tuple[str, ...]] = {}
    for path in sorted(shipped("resources", "words", language).glob("*.toml")):
        before, *named = _HEADER.split(path.read_text(encoding="utf-8"))
        for name, lines in zip(["", *named[::2]], [before, *named[1::2]], strict=True):
            sources[name] = (*sources.get(name, ()), lines)
    return sources


def explain(language: Language, error: UserError) -> str:
    """The sentence for an error a person can do something about."""
    return say(language, f"error.{error.key}", **error.details)


def _flatten(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flatten(value, f"{prefix}{key}.")
        else:
            pairs.append((prefix + key, str(value)))
    return pairs
