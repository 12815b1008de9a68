"""Posts as JSON lines in, reviews as JSON lines out, one at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from brandvoice.post.normal import GivenOffsets
from brandvoice.post.post import CHANNELS, KINDS, Post, as_channel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from brandvoice.review.finding import Category, Finding, Review
    from brandvoice.words import Language
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.ruleindex import RuleIndex

_LONGEST_LINE: Final = 16_000_000


class LineError(ValueError):
    """A line that is no post; the message says what is wrong with it."""


def review_lines(
    lines: BinaryIO, checker: Checker, only: Collection[Category] = ()
) -> Iterator[tuple[str, Review | None]]:
    """For each line of UTF-8 JSON: the answer as JSON and the review, or an error and None."""
    number = 0
    while line := lines.readline(_LONGEST_LINE):
        number += 1
        if not line.strip():
            continue
        try:
            identifier, given, post = _post(line)
        except LineError as error:
            wrong = {"id": None, "error": f"line {number}: {error}"}
            yield json.dumps(wrong, ensure_ascii=False), None
            continue
        review = checker.check(post, only)
        answer = {"id": identifier, **as_json(review, given)}
        yield json.dumps(answer, ensure_ascii=not _is_storable(given)), review


def as_json(review: Review, given: str) -> dict[str, Any]:
    """A review as the contract says it; positions are code points of the text as given."""
    offsets = GivenOffsets(given)
    language = "en" if review.language == "en" else "id"
    return {
        "lang": review.language,
        "verdict": review.verdict,
        "findings": [_finding(one, offsets, given, language) for one in review.findings],
    }


def explained(review: Review, given: str, rules: RuleIndex) -> dict[str, Any]:
    """A review with the words that raised each finding (`cues`), and what was let pass: by which
    guard, and why in words."""
    language: Language = "en" if review.language == "en" else "id"
    told = as_json(review, given)
    for one, finding in zip(told["findings"], review.findings, strict=True):
        one["cues"] = list(finding.cues)
    told["passed"] = [
        {
            "rule": one.rule,
            "match": one.words,
            "guard": one.guard,
            "because": rules.because(one.guard, language),
        }
        for one in review.passed
    ]
    return told


def _finding(finding: Finding, offsets: GivenOffsets, given: str, language: str) -> dict[str, Any]:
    start, end = (offsets.position(at) for at in finding.span)
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "start": start,
        "end": end,
        "match": given[start:end],
        "message": finding.message.to(language),
        "why": finding.why.to(language),
        "sources": list(finding.sources),
        "suggestions": [suggestion.text for suggestion in finding.suggestions],
    }


def _post(line: bytes) -> tuple[object, str, Post]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"not JSON: {error}") from None
    if not isinstance(data, dict):
        raise LineError("not a JSON object")
    text = data.get("text")
    if not isinstance(text, str):
        raise LineError("“text” is missing or not a string")
    kind = data.get("kind") or "post"
    if kind not in KINDS:
        raise LineError(f"kind “{kind}” is unknown; use one of {', '.join(KINDS)}")
    channel = as_channel(str(data["channel"])) if data.get("channel") else None
    if data.get("channel") and channel is None:
        names = ", ".join(CHANNELS)
        raise LineError(f"channel “{data['channel']}” is unknown; use one of {names}")
    return data.get("id"), text, Post(text, kind, (channel,) if channel else ())


def _is_storable(text: str) -> bool:
    """Whether UTF-8 can hold the text: JSON can smuggle in half a UTF-16 pair."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
