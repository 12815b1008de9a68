"""Reviews posts: the paragraphs one by one, then the post as a whole."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import OrderedDict, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from brandvoice.brand.profile import Brand
from brandvoice.post.language import counted
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import KINDS
from brandvoice.post.span import Span, spanning
from brandvoice.review.candidate import Candidate, Scan, SecondOpinion, scan
from brandvoice.review.finding import SEVERITIES, Finding, Passed, Review
from brandvoice.review.searched import searched
from brandvoice.review.suggest import WaysOut
from brandvoice.rules.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from brandvoice.post.language import Tongue
    from brandvoice.post.post import Kind, Post
    from brandvoice.review.opinion import Opinion
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule

# A person edits one paragraph of a post at a time: the others are remembered.
_REMEMBERED: Final = 2_048
# Longer than any caption. What costs more than its length, costs no more than this many times.
_LONGEST_LINE: Final = 5_000


_Placed = tuple[int, Candidate, tuple[str, ...]]
"""Where the line of a candidate begins in the post, the candidate, and the cues that raised it."""


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
        detecting = [rule for rule in pack.rules.values() if rule.kind == "detector"]
        self._detecting: dict[Kind, list[Rule]] = {
            kind: [rule for rule in detecting if kind in rule.kinds] for kind in KINDS
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
        tongue = counted("".join([scanned.votes for _, scanned in lines])).tongue
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
    ) -> tuple[list[_Placed], list[_Placed], list[Passed]]:
        """What of the candidates stands in a post of this kind that says all this, what excuses its
        sentence, and what a guard let pass."""
        said: dict[str, tuple[int, Scan]] = {}
        for line in reversed(lines):  # where it is said first counts
            said.update(dict.fromkeys(line[1].cues, line))
        text, kind, off = post.text, post.kind, self._off
        standing: list[_Placed] = []
        excused: list[_Placed] = []
        passed: list[Passed] = []
        for offset, scanned in lines:
            for candidate in scanned.candidates:
                rule, one = candidate.rule, (offset, candidate, candidate.cues)
                if kind not in rule.kinds:
                    continue
                if rule.id in off:
                    excused.append(one)
                    continue
                if wanted and wanted.isdisjoint((rule.category, rule.id)):
                    continue
                guard = candidate.guard or (candidate.spared and _sparing(candidate.spared, said))
                if guard:
                    excused.append(one)
                    span = _moved(candidate.span, offset)
                    passed.append(Passed(rule.id, span, text[span[0] : span[1]], guard))
                elif not candidate.wants:
                    standing.append(one)
                elif raised := _raised(candidate, said, text):
                    standing.append((offset, candidate, raised))
        return standing, excused, passed

    def _finding(self, placed: _Placed, text: str, tongue: Tongue) -> Finding:
        offset, candidate, cues = placed
        rule, span = candidate.rule, _moved(candidate.span, offset)
        own = candidate.tongue if candidate.tongue in ("id", "en") else tongue
        return Finding(
            rule.id,
            rule.category,
            candidate.severity,
            span,
            text[span[0] : span[1]],
            rule.title,
            rule.message,
            rule.why,
            rule.sources,
            self._ways_out.of(candidate, offset, text, "en" if own == "en" else "id"),
            cues,
        )

    def _scan(self, kind: Kind, line: str) -> Scan:
        if (known := self._scans.get((kind, line))) is not None:
            self._scans.move_to_end((kind, line))
            return known
        matcher, detecting = self.matcher.for_kind(kind), self._detecting[kind]
        fresh = scan(line, matcher, detecting, self.brand, self._second)
        self._scans[kind, line] = fresh
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
    start, end = span
    return spanning((start + offset, end + offset))


def _sparing(spared: tuple[str, ...], said: Container[str]) -> str:
    """The guard that lets a candidate pass for what is said anywhere in the post, if any."""
    return next((f"@@{name}" for name in spared if name in said), "")


def _raised(
    candidate: Candidate, said: Mapping[str, tuple[int, Scan]], text: str
) -> tuple[str, ...]:
    """The words of the first cue a candidate wants that is said anywhere in the post, if any."""
    for name in candidate.wants:
        if name in said:
            offset, scanned = said[name]
            return (_moved(scanned.cues[name], offset).of(text),)
    return ()


def _unexcused(standing: list[_Placed], excused: Iterable[_Placed]) -> list[_Placed]:
    """Without the guesses of learned rules about sentences that a guard, or the brand by switching
    a rule off, has found to be fine."""
    if not any(candidate.rule.kind == "learned" for _, candidate, _ in standing):
        return standing
    fine: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for offset, candidate, _ in excused:
        fine[offset, candidate.rule.category].append(candidate.span)
    return [
        (offset, candidate, cues)
        for offset, candidate, cues in standing
        if candidate.rule.kind != "learned"
        or not any(map(candidate.sentence.overlaps, fine[offset, candidate.rule.category]))
    ]


def _frequent(placed: Iterable[_Placed]) -> list[_Placed]:
    """Without the matches of `occurrence` rules that stay within their limit."""
    counted: dict[str, list[_Placed]] = defaultdict(list)
    kept: list[_Placed] = []
    for one in placed:
        rule = one[1].rule
        (counted[rule.id] if rule.occurrence else kept).append(one)
    for group in counted.values():
        occurrence = group[0][1].rule.occurrence
        if occurrence is not None:
            group.sort(key=lambda one: (one[0], one[1].span))
            kept += group[occurrence.limit :]
    return kept


def _resolve(placed: Iterable[_Placed]) -> Iterator[_Placed]:
    """One finding where several of a category overlap; those of other lines never do."""
    groups: dict[tuple[int, str], list[_Placed]] = defaultdict(list)
    for one in placed:
        groups[one[0], one[1].rule.category].append(one)
    for group in groups.values():
        yield from group if len(group) == 1 else _foremost(group)


def _foremost(group: list[_Placed]) -> list[_Placed]:
    """The gravest, then the longest of those that overlap.

    A learned rule speaks last, and only of sentences in which no other rule of its category did.
    """
    group.sort(key=_rank)
    taken: list[Span] = []
    kept = []
    for one in group:
        candidate = one[1]
        claimed = candidate.sentence if candidate.rule.kind == "learned" else candidate.span
        # They are in order and none overlaps another: only the neighbours can overlap this one.
        place = bisect_left(taken, claimed)
        if place and taken[place - 1][1] > claimed[0]:
            continue
        if place == len(taken) or taken[place][0] >= claimed[1]:
            insort(taken, candidate.span)
            kept.append(one)
    return kept


def _rank(one: _Placed) -> tuple[bool, int, int]:
    candidate = one[1]
    start, end = candidate.span
    return candidate.rule.kind == "learned", -SEVERITIES.index(candidate.severity), start - end
