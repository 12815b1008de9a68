"""Tricky clean sentences and evasions, rule by rule: `cases/<category>/<rule>.toml`.

`clean` must raise nothing of the category; each of `evasions` must be found, on its `words`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brandvoice.post.post import Kind, Post
from brandvoice.workflow.check import Checker, load_checker

_FOLDER = Path(__file__).parent / "cases"
_FILES = sorted(_FOLDER.rglob("*.toml"))
_NAMES = [path.relative_to(_FOLDER).as_posix().removesuffix(".toml") for path in _FILES]


@cache
def _checker() -> Checker:
    return load_checker()


def _cases(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _found(text: str, category: str) -> list[tuple[str, int, int]]:
    kind: Kind = "reply" if category == "tone" else "post"
    findings = _checker().check(Post(text, kind)).findings
    return [(one.rule, *one.span) for one in findings if one.category == category]


@pytest.mark.parametrize("path", _FILES, ids=_NAMES)
def test_tricky_clean_sentences_raise_nothing(path: Path) -> None:
    category = path.parent.name
    alarms = {text: found for text in _cases(path)["clean"] if (found := _found(text, category))}
    assert not alarms


@pytest.mark.parametrize("path", _FILES, ids=_NAMES)
def test_evasions_are_found_on_their_words(path: Path) -> None:
    missed = []
    for case in _cases(path)["evasions"]:
        text, words = case["text"], case["words"]
        start = text.index(words)
        found = _found(text, path.parent.name)
        if not any(begin < start + len(words) and start < end for _, begin, end in found):
            missed.append(text)
    assert not missed


def test_no_sentence_stands_twice() -> None:
    sentences = [
        text
        for path in _FILES
        for text in (*_cases(path)["clean"], *(one["text"] for one in _cases(path)["evasions"]))
    ]
    assert len(sentences) == len(set(sentences))
