"""A match that no guard let pass, before the whole post is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.post.span import Span
from brandvoice.review.detectors import DETECTORS, OF_DIGITS
from brandvoice.review.guards import guarding, passing_guard
from brandvoice.review.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.brand.profile import Brand
    from brandvoice.post.language import Tongue
    from brandvoice.review.opinion import Opinion
    from brandvoice.rules.matcher import Matcher, Target
    from brandvoice.rules.rule import Rule
    from brandvoice.rules.terms import Severity


@dataclass
class Candidate:
    """A match with its span in its paragraph's own code points.

    `sentence` is the sentence around it; `wants` cues of which one must stand somewhere in the
    post, `spared` those that let it pass wherever they stand.
    """

    rule: Rule
    severity: Severity
    span: Span
    sentence: Span
    cues: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    guard: str | None = None
    spared: tuple[str, ...] = ()
    tongue: Tongue = "other"
    """What its sentence is written in; not asked of one that a guard let pass."""


class Scan(NamedTuple):
    """Everything one paragraph says, whatever stands around it."""

    candidates: tuple[Candidate, ...]
    cues: Mapping[str, Span]
    """The cues that count far from it, each with where it first stands in it."""
    votes: str
    """What its telling words speak for."""


class SecondOpinion(NamedTuple):
    """A learned model, and by category the rules that speak for it."""

    opinion: Opinion
    rules: Mapping[str, Rule]


def scan(
    text: str,
    matcher: Matcher,
    detecting: Iterable[Rule],
    brand: Brand,
    second: SecondOpinion | None = None,
) -> Scan:
    """All candidates of one paragraph, those that a guard let pass included."""
    paragraph = Paragraph(text, matcher, brand)
    found = _from_hits(paragraph)
    found += _from_detectors(paragraph, detecting)
    if second:
        found += _from_opinion(paragraph, second)
    said = paragraph.matches.cues
    cues = {name: said[name][0] for name in matcher.far_cues.intersection(said)}
    if not paragraph.is_alike:
        cues = {name: paragraph.original(span) for name, span in cues.items()}
    return Scan(tuple(found), cues, paragraph.votes)


def _from_hits(paragraph: Paragraph) -> list[Candidate]:
    """The longest matches of each family; one that passes hides no shorter one that stands.

    None of another language than its sentence, and of weak words none without a cue in it.
    """
    found: list[Candidate] = []
    standing: dict[int, int] = {}
    passing: dict[int, int] = {}
    hits = [
        (hit.span[0], -hit.span[1], hit.target.order, hit.target, hit.span)
        for hit in paragraph.matches.hits
    ]
    for _, _, family, target, span in sorted(hits):
        end = span[1]
        if standing.get(family, -1) >= end:
            continue
        around = paragraph.sentences.around(span[0], end)
        if target.foreign and paragraph.setting(around).surely in target.foreign:
            continue
        cues: tuple[str, ...] = ()
        is_far = target.family.scope == "post"
        if target.weak and not is_far:
            if (cue := _near(paragraph, target, span, around)) is None:
                continue
            cues = (paragraph.given(cue),)
        severity = target.family.severity or target.rule.severity
        wants = target.near if target.weak and is_far else ()
        one = _candidate(paragraph, target.rule, severity, span, target.unless, cues, wants, around)
        reached = passing if one.guard else standing
        if reached.get(family, -1) < end:
            reached[family] = end
            found.append(one)
    for target in paragraph.matches.timed_out:
        whole = Span(0, len(paragraph.text))
        found.append(Candidate(target.rule, "note", whole, whole, guard="timeout"))
    return found


def _near(paragraph: Paragraph, target: Target, span: Span, around: Span) -> Span | None:
    """The cue near weak words that makes them count."""
    for name in target.near:
        if name in paragraph.said and (cue := paragraph.cue_at(name, around, span)):
            return cue
    return None


def _from_detectors(paragraph: Paragraph, rules: Iterable[Rule]) -> list[Candidate]:
    found: list[Candidate] = []
    for rule in rules:
        if rule.detector in OF_DIGITS and not paragraph.matches.digits:
            continue
        unless, severity = rule.guards.unless, rule.severity
        found += [
            _candidate(paragraph, rule, severity, span, unless)
            for span in DETECTORS[rule.detector or ""](paragraph)
        ]
    return found


def _from_opinion(paragraph: Paragraph, second: SecondOpinion) -> list[Candidate]:
    found: list[Candidate] = []
    for heard in second.opinion.heard(paragraph.fold.text, paragraph.sentences):
        if rule := second.rules.get(heard.family):
            unless, severity = rule.guards.unless, rule.severity
            found.append(_candidate(paragraph, rule, severity, heard.span, unless, heard.telling))
    return found


def _candidate(
    paragraph: Paragraph,
    rule: Rule,
    severity: Severity,
    span: Span,
    unless: tuple[str, ...],
    cues: tuple[str, ...] = (),
    wants: tuple[str, ...] = (),
    around: Span | None = None,
) -> Candidate:
    guarded = guarding(rule.id, unless, rule.guards.trades)
    guard = passing_guard(paragraph, span, guarded)
    setting = paragraph.setting(around or paragraph.around(span))
    return Candidate(
        rule,
        paragraph.brand.severity.get(rule.id, severity),
        span if paragraph.is_alike else paragraph.original(span),
        setting.given,
        cues,
        wants,
        guard,
        guarded.spared,
        "other" if guard else setting.tongue,
    )
