"""Reviews posts: the paragraphs one by one, then the post as a whole."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import OrderedDict, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.brand.profile import Brand
from brandvoice.post.language import Tally
from brandvoice.post.normal import fingerprint
from brandvoice.post.span import Span
from brandvoice.review.candidate import Candidate, Scan, SecondOpinion, scan
from brandvoice.review.finding import SEVERITIES, Finding, Passed, Review
from brandvoice.review.searched import searched
from brandvoice.review.suggest import suggestions
from brandvoice.rules.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from brandvoice.post.language import Tongue
    from brandvoice.post.post import Post
    from brandvoice.review.opinion import Opinion
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule

# A person edits one paragraph of a post at a time: the others are remembered.
_REMEMBERED: Final = 2_048
# Longer than any caption. What costs more than its length, costs no more than this many times.
_LONGEST_LINE: Final = 5_000


class _Placed(NamedTuple):
    """A candidate with its spans moved to where its paragraph stands in the post."""

    candidate: Candidate
    span: Span
    sentence: Span


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
        self._detecting = [rule for rule in pack.rules.values() if rule.kind == "detector"]
        self._opinion = opinion
        learned: dict[str, Rule] = {
            rule.category: rule for rule in pack.rules.values() if rule.kind == "learned"
        }
        self._second = (
            SecondOpinion(opinion, learned) if opinion and self.brand.second_opinion else None
        )
        self._scans: OrderedDict[str, Scan] = OrderedDict()
        self._brand_fingerprint = self.brand.fingerprint
        # Another model finds other things by the same rules.
        self._rules_fingerprint = (
            fingerprint(f"{pack.fingerprint}{self._second.opinion.fingerprint}")
            if self._second
            else pack.fingerprint
        )
        self._off = frozenset(self.brand.off)

    def for_brand(self, brand: Brand) -> Reviewer:
        """The same compiled rules for another brand."""
        return Reviewer(self.pack, brand, self.matcher, self._opinion)

    def review(self, post: Post, only: Collection[str] = ()) -> Review:
        """Every finding of `post`, in the order of the text.

        `only`, if given, names the categories and the rules to look for.
        """
        text = post.text
        placed, cues, words = self._place(text)
        tongue = words.tongue
        passed: list[Passed] = []
        excused: list[_Placed] = []
        standing: list[_Placed] = []
        wanted = frozenset(only)
        for one in map(self._weighed, placed) if self.brand.severity else placed:
            candidate = one.candidate
            if post.kind not in candidate.rule.kinds:
                continue
            if candidate.rule.id in self._off:
                excused.append(one)
                continue
            if wanted and wanted.isdisjoint((candidate.rule.category, candidate.rule.id)):
                continue
            guard = candidate.guard or next((f"@@{n}" for n in candidate.spared if n in cues), None)
            if guard is not None:
                passed.append(Passed(candidate.rule.id, one.span, one.span.of(text), guard))
                excused.append(one)
            elif not candidate.wants:
                standing.append(one)
            elif raised := next((cues[name] for name in candidate.wants if name in cues), ""):
                standing.append(one._replace(candidate=candidate._replace(cues=(raised,))))
        kept = _resolve(_frequent(_unexcused(standing, excused)))
        findings = [_finding(one, text, tongue, self.brand) for one in kept]
        if self.pack.searches:
            found, given_up = searched(self.pack, self.brand, text, only)
            findings = sorted((*findings, *found), key=lambda one: (one.span, one.rule))
            passed += given_up
        return Review(
            text=fingerprint(text),
            rules=self._rules_fingerprint,
            brand=self._brand_fingerprint,
            language=tongue,
            findings=tuple(findings),
            passed=tuple(passed),
        )

    def _weighed(self, one: _Placed) -> _Placed:
        """As grave as the brand says."""
        gravity = self.brand.severity.get(one.candidate.rule.id)
        return one._replace(candidate=one.candidate._replace(severity=gravity)) if gravity else one

    def _place(self, text: str) -> tuple[list[_Placed], dict[str, str], Tally]:
        placed: list[_Placed] = []
        cues: dict[str, str] = {}
        words = Tally()
        for offset, line in _lines(text):
            if line and not line.isspace():
                scanned = self._scan(line)
                for name, said in scanned.cues.items():
                    cues.setdefault(name, said)
                words = words.plus(scanned.words)
                placed += [
                    _Placed(one, _moved(one.span, offset), _moved(one.sentence, offset))
                    for one in scanned.candidates
                ]
        return placed, cues, words

    def _scan(self, line: str) -> Scan:
        if (known := self._scans.get(line)) is not None:
            self._scans.move_to_end(line)
            return known
        fresh = scan(line, self.matcher, self._detecting, self.brand, self._second)
        self._scans[line] = fresh
        if len(self._scans) > _REMEMBERED:
            self._scans.popitem(last=False)
        return fresh


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


def _unexcused(standing: list[_Placed], excused: Iterable[_Placed]) -> list[_Placed]:
    """Without the guesses of learned rules about sentences that a guard, or the brand by switching
    a rule off, has found to be fine."""
    fine: dict[str, list[Span]] = defaultdict(list)
    for one in excused:
        fine[one.candidate.rule.category].append(one.span)
    return [
        one
        for one in standing
        if one.candidate.rule.kind != "learned"
        or not any(one.sentence.overlaps(span) for span in fine[one.candidate.rule.category])
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


def _resolve(placed: list[_Placed]) -> list[_Placed]:
    """One finding where several of a category overlap: the gravest, then the longest.

    A learned rule speaks last, and only of sentences in which no other rule of its category did.
    """
    placed.sort(
        key=lambda one: (
            one.candidate.rule.kind == "learned",
            -SEVERITIES.index(one.candidate.severity),
            -_length(one.span),
        )
    )
    taken: dict[str, list[Span]] = defaultdict(list)
    kept = []
    for one in placed:
        spans = taken[one.candidate.rule.category]
        claimed = one.sentence if one.candidate.rule.kind == "learned" else one.span
        # They are in order and none overlaps another: only the neighbours can overlap this one.
        place = bisect_left(spans, claimed)
        if not any(claimed.overlaps(other) for other in spans[max(place - 1, 0) : place + 1]):
            insort(spans, one.span)
            kept.append(one)
    return sorted(kept, key=lambda one: (one.span, one.candidate.rule.id))


def _length(span: Span) -> int:
    return span.end - span.start


def _finding(placed: _Placed, text: str, tongue: Tongue, brand: Brand) -> Finding:
    candidate, rule = placed.candidate, placed.candidate.rule
    own = candidate.tongue if candidate.tongue in ("id", "en") else tongue
    spoken = "en" if own == "en" else "id"
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=candidate.severity,
        span=placed.span,
        words=placed.span.of(text),
        title=rule.title,
        message=rule.message,
        why=rule.why,
        sources=rule.sources,
        suggestions=suggestions(rule, text, placed.span, placed.sentence, spoken, brand),
        cues=candidate.cues,
    )
