"""The words people read, in Indonesian and English, by key: `resources/words/<language>/*.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.errors import UserError

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Every sentence of one language by dotted key, such as `desk.submit`."""
    words: dict[str, str] = {}
    for path in sorted(shipped("resources", "words", language).glob("*.toml")):
        words.update(_flatten(tomllib.loads(path.read_text(encoding="utf-8")), ""))
    return words


def say(language: Language, key: str, **blanks: object) -> str:
    """The sentence `key` with its blanks filled; a `count` blank of 1 takes `key.one` if it exists.

    Raises KeyError for a key the catalogue does not have: that is a bug, and tests look for it.
    """
    words = catalogue(language)
    if blanks.get("count") == 1 and f"{key}.one" in words:
        key = f"{key}.one"
    elif key not in words and f"{key}.other" in words:
        key = f"{key}.other"
    return words[key].format_map(blanks) if blanks else words[key]


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
