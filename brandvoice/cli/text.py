"""Reviews as text for a terminal: the line quoted, the words underlined, at 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

import click
from wcwidth import wcswidth, wcwidth

from brandvoice.post.span import Span
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.finding import Finding, Review
    from brandvoice.words import Language
    from brandvoice.workflow.ruleindex import RuleIndex

COLUMNS: Final = 80
_MARGIN: Final = "    "
_LEAD: Final = 24
"""Columns kept before the words when a long line is cut."""
_COLOURS: Final = {"blocker": "red", "warning": "yellow", "note": "cyan"}


def as_text(name: str, text: str, review: Review, language: Language) -> Iterator[str]:
    """The lines that tell one review; coloured by `click`, which drops colour off a terminal."""
    for finding in review.findings:
        yield from _finding(name, text, finding, "en" if review.language == "en" else "id")
        yield ""
    if not review.findings:
        yield f"{name}: {say(language, 'cli.clear')}"


def passed_over(name: str, review: Review, rules: RuleIndex, language: Language) -> Iterator[str]:
    """What was found but let pass: the rule, the words, and why."""
    for one in review.passed:
        words, reason = f"“{one.words}”", rules.because(one.guard, language)
        told = say(language, "exempt.passed", words=words, reason=reason)
        yield from textwrap.wrap(f"{name}: {one.rule} {told}", COLUMNS, subsequent_indent=_MARGIN)


def summary(reviews: list[Review], language: Language) -> str:
    """How much was read and found, in one line."""
    found = sum(len(review.findings) for review in reviews)
    posts = say(language, "cli.posts", count=len(reviews))
    return f"{posts}, {say(language, 'cli.findings', count=found)}"


def quoted_line(text: str, span: Span) -> tuple[str, str]:
    """The line a span begins on, cut to fit, and the line that underlines the words.

    Widths are terminal columns: an emoji takes two, a combining mark none.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : len(text) if end < 0 else end]
    words = Span(span.start - start, min(span.end - start, len(line)))
    room = COLUMNS - len(_MARGIN)
    cut = 0
    while _width(line[cut : words.start]) > _LEAD and _width(line[cut:]) > room - 1:
        cut += 1
    head = "…" if cut else ""
    shown = head + line[cut:]
    if _width(shown) > room:
        kept = 0
        while kept < len(shown) and _width(shown[: kept + 1]) <= room - 1:
            kept += 1
        shown = shown[:kept] + "…"
    before = _width(head + line[cut : words.start])
    under = max(1, min(_width(words.of(line)), room - before))
    return shown, " " * before + "^" * under


def _finding(name: str, text: str, finding: Finding, spoken: Language) -> Iterator[str]:
    row = text.count("\n", 0, finding.span.start) + 1
    column = finding.span.start - text.rfind("\n", 0, finding.span.start)
    colour = _COLOURS[finding.severity]
    severity = click.style(say(spoken, f"severity.{finding.severity}"), fg=colour, bold=True)
    yield f"{name}:{row}:{column}: {severity} {click.style(finding.rule, dim=True)}"
    shown, under = quoted_line(text, finding.span)
    yield _MARGIN + shown
    yield _MARGIN + click.style(under, fg=colour)
    yield from _wrapped(finding.message.to(spoken))
    yield from _wrapped(finding.why.to(spoken))
    if finding.cues:
        words = ", ".join(f"“{cue}”" for cue in finding.cues)
        yield from _wrapped(say(spoken, "rule.cues", words=words))
    for suggestion in finding.suggestions:
        way = suggestion.text or say(spoken, "cli.take_out")
        yield from _wrapped(way, first="→ ")
    if finding.sources:
        for line in _wrapped(" · ".join(finding.sources)):
            yield click.style(line, dim=True)


def _wrapped(sentence: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        sentence,
        COLUMNS,
        initial_indent=_MARGIN + first,
        subsequent_indent=_MARGIN + " " * len(first),
    )


def _width(text: str) -> int:
    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(one)) for one in text)
