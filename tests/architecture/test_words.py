"""Every word for people exists in both languages, with the same blanks, and is used rightly."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.words import LANGUAGES, Language, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
BLANK = re.compile(r"\{(\w+)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_read_one_by_one_say_what_the_files_say(language: Language) -> None:
    folder = ROOT / "resources" / "words" / language
    for path in folder.glob("*.toml"):
        for key, words in entries(tomllib.loads(path.read_text(encoding="utf-8")), ""):
            assert catalogue(language)[key] == words


def entries(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from entries(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def test_both_languages_have_the_same_keys() -> None:
    indonesian, english = (set(catalogue(language)) for language in LANGUAGES)
    assert indonesian == english


def test_both_languages_have_the_same_blanks() -> None:
    indonesian, english = (catalogue(language) for language in LANGUAGES)
    differing = {
        key
        for key in indonesian
        if set(BLANK.findall(indonesian[key])) != set(BLANK.findall(english[key]))
    }
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    words = catalogue("id" if language == "id" else "en")
    assert not [key for key, text in words.items() if not text.strip()]


def test_every_sentence_the_code_asks_for_exists() -> None:
    known = set(catalogue("en"))
    asked = {key for path in (ROOT / "brandvoice").rglob("*.py") for key in keys_in(path)}
    missing = {key for key in asked if key not in known and f"{key}.other" not in known}
    assert not missing


def keys_in(path: Path) -> set[str]:
    """Literal keys given to `say(…)` and to `UserError(…)`; in the window `say` adds `desktop.`."""
    keys = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        literals = [
            argument.value
            for argument in node.args[:2]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if name == "UserError" and literals:
            keys.add(f"error.{literals[0]}")
        elif name == "say" and literals and isinstance(node.func, ast.Name):
            keys.add(f"desktop.{literals[0]}" if path.parent.name == "desktop" else literals[0])
        elif name == "whole" and literals:
            keys.add(literals[0])
    return keys
