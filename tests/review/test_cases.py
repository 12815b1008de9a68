"""Tricky clean sentences and evasions, rule by rule: `cases/<category>/<rule>.toml`.

`clean` must raise nothing of the category; each of `evasions` must be found, on its `words`.
`brand`, if given, is the profile of the brand that writes them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.post.post import Kind, Post
from brandvoice.workflow.check import Checker, load_checker

if TYPE_CHECKING:
    from brandvoice.review.reviewer import Reviewer

_FOLDER = Path(__file__).parent / "cases"
_FILES = sorted(_FOLDER.rglob("*.toml"))
_NAMES = [path.relative_to(_FOLDER).as_posix().removesuffix(".toml") for path in _FILES]


@cache
def _checker() -> Checker:
    return load_checker()


def _cases(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _reviewer(cases: dict[str, Any]) -> Reviewer:
    brand: dict[str, Any] = {key: tuple(words) for key, words in cases.get("brand", {}).items()}
    reviewer = _checker().reviewer
    return reviewer.for_brand(Brand(**brand)) if brand else reviewer


def _found(reviewer: Reviewer, text: str, category: str) -> list[tuple[str, int, int]]:
    kind: Kind = "reply" if category == "tone" else "post"
    findings = reviewer.review(Post(text, kind)).findings
    return [(one.rule, *one.span) for one in findings if one.category == category]


@pytest.mark.parametrize("path", _FILES, ids=_NAMES)
def test_tricky_clean_sentences_raise_nothing(path: Path) -> None:
    cases, category = _cases(path), path.parent.name
    reviewer = _reviewer(cases)
    alarms = {text: got for text in cases["clean"] if (got := _found(reviewer, text, category))}
    assert not alarms


@pytest.mark.parametrize("path", _FILES, ids=_NAMES)
def test_evasions_are_found_on_their_words(path: Path) -> None:
    missed = []
    cases = _cases(path)
    reviewer = _reviewer(cases)
    for case in cases["evasions"]:
        text, words = case["text"], case["words"]
        start = text.index(words)
        found = _found(reviewer, text, path.parent.name)
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
