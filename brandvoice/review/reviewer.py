"""Reviews posts: the paragraphs one by one, then the post as a whole."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import OrderedDict, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.brand.profile import Brand
from brandvoice.post.language import Tally
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import KINDS
from brandvoice.post.span import Span
from brandvoice.review.candidate import Candidate, Scan, SecondOpinion, scan
from brandvoice.review.finding import SEVERITIES, Finding, Passed, Review
from brandvoice.review.searched import searched
from brandvoice.review.suggest import WaysOut
from brandvoice.rules.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Sequence

    from brandvoice.post.language import Tongue
    from brandvoice.post.post import Kind, Post
    from brandvoice.review.opinion import Opinion
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule

# A person edits one paragraph of a post at a time: the others are remembered.
_REMEMBERED: Final = 2_048
# Longer than any caption. What costs more than its length, costs no more than this many times.
_LONGEST_LINE: Final = 5_000


class _Placed(NamedTuple):
    """A candidate, and where the line it was found in begins in the post."""

    offset: int
    candidate: Candidate

    @property
    def span(self) -> Span:
        return _moved(self.candidate.span, self.offset)


class _Weighed(NamedTuple):
    """What of the candidates stands, what passes, and what excuses its sentence."""

    standing: list[_Placed]
    excused: list[_Placed]
    passed: list[Passed]


class Reviewer:
    """Compiled rules for one brand; `review` gives the same answer for the same post, always.

    Raises PackError when the pack's phrases or patterns are wrong. Not for two threads at once.
    """

    def __init__(
        self,
        pack: Pack,
        brand: Brand | None = None,
        matcher: Matcher | None = None,
        opinion: Opinion | None = None,
    ) -> None:
        self.pack = pack
        self.brand = brand or Brand()
        self.matcher = matcher or Matcher(pack)
        self._detecting: dict[Kind, list[Rule]] = {
            kind: [
                one for one in pack.rules.values() if one.kind == "detector" and kind in one.kinds
            ]
            for kind in KINDS
        }
        self._opinion = opinion
        learned: dict[str, Rule] = {
            rule.category: rule for rule in pack.rules.values() if rule.kind == "learned"
        }
        self._second = (
            SecondOpinion(opinion, learned) if opinion and self.brand.second_opinion else None
        )
        self._scans: OrderedDict[tuple[Kind, str], Scan] = OrderedDict()
        self._brand_fingerprint = self.brand.fingerprint
        # Another model finds other things by the same rules.
        self._rules_fingerprint = (
            fingerprint(f"{pack.fingerprint}{self._second.opinion.fingerprint}")
            if self._second
            else pack.fingerprint
        )
        self._off = frozenset(self.brand.off)
        self._counts = any(rule.occurrence for rule in pack.rules.values())
        self._ways_out = WaysOut(self.brand)

    def for_brand(self, brand: Brand) -> Reviewer:
        """The same compiled rules for another brand."""
        return Reviewer(self.pack, brand, self.matcher, self._opinion)

    def review(self, post: Post, only: Collection[str] = ()) -> Review:
        """Every finding of `post`, in the order of the text.

        `only`, if given, names the categories and the rules to look for.
        """
        text = post.text
        lines = [
            (offset, self._scan(post.kind, line))
            for offset, line in _lines(text)
            if line and not line.isspace()
        ]
        words = Tally(*map(sum, zip(*(scanned.words for _, scanned in lines), strict=True)))
        tongue = words.tongue
        standing, excused, passed = self._weigh(lines, post, frozenset(only))
        if self._second:
            standing = _unexcused(standing, excused)
        if self._counts:
            standing = _frequent(standing)
        findings = [self._finding(one, text, tongue) for one in _resolve(standing)]
        if self.pack.searches:
            found, given_up = searched(self.pack, self.brand, text, only)
            findings += found
            passed += given_up
        findings.sort(key=attrgetter("span", "rule"))
        return Review(
            text=fingerprint(text),
            rules=self._rules_fingerprint,
            brand=self._brand_fingerprint,
            language=tongue,
            findings=tuple(findings),
            passed=tuple(passed),
        )

    def _weigh(
        self, lines: Sequence[tuple[int, Scan]], post: Post, wanted: frozenset[str]
    ) -> _Weighed:
        """What the candidates come to in a post of this kind, with all that it says."""
        cues: dict[str, str] = {}
        for _, scanned in reversed(lines):  # what is said first counts
            cues.update(scanned.cues)
        weighed = _Weighed([], [], [])
        standing, excused, passed = weighed
        for offset, scanned in lines:
            for candidate in scanned.candidates:
                rule = candidate.rule
                if post.kind not in rule.kinds:
                    continue
                if rule.id in self._off:
                    excused.append(_Placed(offset, candidate))
                    continue
                if wanted and wanted.isdisjoint((rule.category, rule.id)):
                    continue
                guard = candidate.guard or _sparing(candidate.spared, cues)
                if guard:
                    excused.append(one := _Placed(offset, candidate))
                    span = one.span
                    passed.append(Passed(rule.id, span, span.of(post.text), guard))
                elif not candidate.wants:
                    standing.append(_Placed(offset, candidate))
                elif raised := next((cues[name] for name in candidate.wants if name in cues), ""):
                    standing.append(_Placed(offset, candidate._replace(cues=(raised,))))
        return weighed

    def _finding(self, placed: _Placed, text: str, tongue: Tongue) -> Finding:
        offset, candidate = placed
        rule, span = candidate.rule, placed.span
        own = candidate.tongue if candidate.tongue in ("id", "en") else tongue
        spoken = "en" if own == "en" else "id"
        sentence = _moved(candidate.sentence, offset)
        return Finding(
            rule=rule.id,
            category=rule.category,
            severity=candidate.severity,
            span=span,
            words=span.of(text),
            title=rule.title,
            message=rule.message,
            why=rule.why,
            sources=rule.sources,
            suggestions=self._ways_out.of(rule, text, span, sentence, spoken),
            cues=candidate.cues,
        )

    def _scan(self, kind: Kind, line: str) -> Scan:
        if (known := self._scans.get((kind, line))) is not None:
            self._scans.move_to_end((kind, line))
            return known
        matcher, detecting = self.matcher.for_kind(kind), self._detecting[kind]
        fresh = scan(line, matcher, detecting, self.brand, self._second)
        if self.brand.severity:
            fresh = fresh._replace(candidates=tuple(map(self._graded, fresh.candidates)))
        self._scans[kind, line] = fresh
        if len(self._scans) > _REMEMBERED:
            self._scans.popitem(last=False)
        return fresh

    def _graded(self, one: Candidate) -> Candidate:
        """As grave as the brand says."""
        gravity = self.brand.severity.get(one.rule.id)
        return one._replace(severity=gravity) if gravity else one


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line with where it begins; one that is too long in pieces, cut at blanks."""
    start = 0
    for line in text.split("\n"):
        at = 0
        while len(line) - at > _LONGEST_LINE:
            cut = line.rfind(" ", at + _LONGEST_LINE // 2, at + _LONGEST_LINE) + 1
            cut = cut or at + _LONGEST_LINE
            yield start + at, line[at:cut]
            at = cut
        yield start + at, line[at:]
        start += len(line) + 1


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _sparing(spared: tuple[str, ...], cues: Container[str]) -> str | None:
    """The guard that lets a candidate pass for what is said anywhere in the post."""
    for name in spared:
        if name in cues:
            return f"@@{name}"
    return None


def _unexcused(standing: list[_Placed], excused: Iterable[_Placed]) -> list[_Placed]:
    """Without the guesses of learned rules about sentences that a guard, or the brand by switching
    a rule off, has found to be fine."""
    if not any(one.candidate.rule.kind == "learned" for one in standing):
        return standing
    fine: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for offset, candidate in excused:
        fine[offset, candidate.rule.category].append(candidate.span)
    return [
        one
        for one in standing
        if one.candidate.rule.kind != "learned"
        or not any(
            one.candidate.sentence.overlaps(span)
            for span in fine[one.offset, one.candidate.rule.category]
        )
    ]


def _frequent(placed: Iterable[_Placed]) -> list[_Placed]:
    """Without the matches of `occurrence` rules that stay within their limit."""
    counted: dict[str, list[_Placed]] = defaultdict(list)
    kept: list[_Placed] = []
    for one in placed:
        if one.candidate.rule.occurrence is None:
            kept.append(one)
        else:
            counted[one.candidate.rule.id].append(one)
    for group in counted.values():
        occurrence = group[0].candidate.rule.occurrence
        if occurrence is not None:
            group.sort(key=lambda one: one.span)
            kept += group[occurrence.limit :]
    return kept


def _resolve(placed: Iterable[_Placed]) -> Iterator[_Placed]:
    """One finding where several of a category overlap; those of other lines never do."""
    groups: dict[tuple[int, str], list[_Placed]] = defaultdict(list)
    for one in placed:
        groups[one.offset, one.candidate.rule.category].append(one)
    for group in groups.values():
        yield from group if len(group) == 1 else _foremost(group)


def _foremost(group: list[_Placed]) -> Iterator[_Placed]:
    """The gravest, then the longest of those that overlap.

    A learned rule speaks last, and only of sentences in which no other rule of its category did.
    """
    group.sort(
        key=lambda one: (
            one.candidate.rule.kind == "learned",
            -SEVERITIES.index(one.candidate.severity),
            -_length(one.candidate.span),
        )
    )
    taken: list[Span] = []
    for one in group:
        candidate = one.candidate
        claimed = candidate.sentence if candidate.rule.kind == "learned" else candidate.span
        # They are in order and none overlaps another: only the neighbours can overlap this one.
        place = bisect_left(taken, claimed)
        if not any(claimed.overlaps(other) for other in taken[max(place - 1, 0) : place + 1]):
            insort(taken, candidate.span)
            yield one


def _length(span: Span) -> int:
    return span.end - span.start
