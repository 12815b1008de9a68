"""What makes a match legitimate: each guard one small function, named as the rules name it.

A guard sees the paragraph and the span of the match (folded positions) and says whether it may
pass. The words guards listen for are cues of the pack (`resources/rules/cues.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final

from brandvoice.post.fold import fold_words
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from brandvoice.review.paragraph import Paragraph

Guard = Callable[["Paragraph", Span], bool]

# How far a `tidak` or `not` reaches, in folded characters, when no comma comes between.
_NEGATION_REACH: Final = 32
_NOT_ONLY = re.compile(r"\s*(?:cuma|cuman|hanya|sekadar|sekedar|saja|aja|only|just|merely)(?!\w)")

# `bukan`, `isn't a`: right before the words they deny.
_NOT_SO = re.compile(
    r"(?<!\w)(?:bukan(?:lah)?|isn't|is not|it's not|wasn't|not|no need (?:to|for)|no"
    r"|(?:tidak|tak|nggak|enggak|gak|ga) (?:perlu|usah|harus))(?: (?:a|an|the|your|our|any))? $"
)

# A comma, then something else is asked: not whether it is true.
_TAGGED = re.compile(r"[^,?]*,(?! ?(?:benar|bener|betul|mitos|fakta|masa|right|true|really)(?!\w))")

# How far behind its words an exclamation mark still shouts them, in folded characters.
_EXCLAMATION_REACH: Final = 24
_EXCLAIMED = re.compile(r"[^.,;:?!\n]*!")
# Four capitals or more, digits among them for letters (`GR4TIS`), or letters set apart (`F R E E`).
_CAPITALS = re.compile(
    r"(?<!\w)(?:[A-Z]{2}[A-Z\d@$]{2,}|[A-Z](?:[ .\-_*][A-Z\d]){3,})(?!\w)"
    r"|[\U0001D400-\U0001D7FF]"
)

# Fewer words than this leave no room for all that a whole answer holds.
_WHOLE_ANSWER: Final = 15


def negated(paragraph: Paragraph, hit: Span) -> bool:
    """`kami tidak menjamin`, `not guaranteed`; but not `bukan cuma termurah`."""
    return _negated_by("negation", paragraph, hit)


def denied(paragraph: Paragraph, hit: Span) -> bool:
    """Like `negated`, by a verb: `tanpa ribet`, `no drama` or `tak terlupakan` deny no claim."""
    return _negated_by("denial", paragraph, hit)


def denied_inside(paragraph: Paragraph, hit: Span) -> bool:
    """The match itself says no: `jus ini tidak mengobati diabetes`."""
    return paragraph.cue_in("denial", hit)


def _negated_by(cue: str, paragraph: Paragraph, hit: Span) -> bool:
    clause = paragraph.sentences.clause(hit.start)
    reach = Span(max(clause.start, hit.start - _NEGATION_REACH), hit.start)
    negation = paragraph.cue_at(cue, reach)
    if negation is not None and not _NOT_ONLY.match(paragraph.fold.text, negation.end):
        return True
    return paragraph.cue_in("disclaimer", Span(clause.start, hit.start))


def refused(paragraph: Paragraph, hit: Span) -> bool:
    """A negation anywhere before the match in its sentence: `tidak ada satu pun yang bisa…`."""
    return paragraph.cue_in("negation", paragraph.before(hit))


def disowned(paragraph: Paragraph, hit: Span) -> bool:
    """The word before says it is not so: `this isn't a last chance`, `no need to buru-buru`."""
    return bool(_NOT_SO.search(paragraph.fold.text, max(0, hit.start - _NEGATION_REACH), hit.start))


def advised(paragraph: Paragraph, hit: Span) -> bool:
    """Advice to whoever has it, in a line where nobody says “I” and nothing has just happened."""
    whole = Span(0, len(paragraph.fold.text))
    told = any(paragraph.cue_in(cue, whole) for cue in ("me", "lately"))
    return not told and paragraph.cue_in("advice", whole, hit)


def question(paragraph: Paragraph, hit: Span) -> bool:
    """The sentence asks."""
    sentence = paragraph.around(hit)
    return "?" in paragraph.fold.text[hit.end : sentence.end]


def asked(paragraph: Paragraph, hit: Span) -> bool:
    """Like `question`, but a claim stands that only a tag asks behind: `…, who wants it?`."""
    sentence = paragraph.around(hit)
    behind = paragraph.fold.text[hit.end : sentence.end]
    return "?" in behind and not _TAGGED.match(behind)


def conditional(paragraph: Paragraph, hit: Span) -> bool:
    """An `if` stands before the match in its sentence."""
    return paragraph.cue_in("condition", paragraph.before(hit), hit)


def quoted(paragraph: Paragraph, hit: Span) -> bool:
    """The match lies inside quotation marks, or in a line that quotes."""
    return any(quote.covers(hit) for quote in paragraph.quotes)


def evidence(paragraph: Paragraph, hit: Span) -> bool:
    """A source, survey, certificate or registration number in this sentence or the next."""
    sentence = paragraph.around(hit)
    reach = Span(sentence.start, paragraph.sentences.after(sentence).end)
    return paragraph.cue_in("evidence", reach, hit)


def terms(paragraph: Paragraph, hit: Span) -> bool:
    """Terms are stated in this sentence or the next."""
    sentence = paragraph.around(hit)
    reach = Span(sentence.start, paragraph.sentences.after(sentence).end)
    return paragraph.cue_in("terms", reach, hit)


def dated(paragraph: Paragraph, hit: Span) -> bool:
    """The sentence names a date or a clock time: information, not a countdown."""
    return paragraph.cue_in("date", paragraph.around(hit))


def wish(paragraph: Paragraph, hit: Span) -> bool:
    """A prayer, a wish or a greeting."""
    return paragraph.cue_in("wish", paragraph.around(hit), hit)


def report(paragraph: Paragraph, hit: Span) -> bool:
    """Told about others: `menurut…`, `polisi mengatakan…`, `according to`."""
    return paragraph.cue_in("report", paragraph.around(hit), hit)


def warning(paragraph: Paragraph, hit: Span) -> bool:
    """A warning against just this: `waspada penipuan`, `beware of`."""
    whole = Span(0, len(paragraph.fold.text))
    return paragraph.cue_in("warning", whole, hit)


def educational(paragraph: Paragraph, hit: Span) -> bool:
    """Explains or teaches: `tips`, `cara`, `how to`."""
    return paragraph.cue_in("lesson", paragraph.before(hit), hit)


def reader(paragraph: Paragraph, hit: Span) -> bool:
    """About the reader, not the writer: `kamu`, `kalian`, `you` before the match."""
    return paragraph.cue_in("reader", paragraph.before(hit), hit)


def addressed(paragraph: Paragraph, hit: Span) -> bool:
    """Like `reader`, but the writer does not say “I” after it: not `kalian, aku capek`."""
    before = paragraph.before(hit)
    reader_at = paragraph.cue_at("reader", before, hit)
    if reader_at is None:
        return False
    return not paragraph.cue_in("me", Span(reader_at.end, hit.end), reader_at)


def others(paragraph: Paragraph, hit: Span) -> bool:
    """News or a report about others, in which nobody says “I”."""
    return _impersonal(paragraph, hit, "report", "news")


def lesson(paragraph: Paragraph, hit: Span) -> bool:
    """Like `educational`, in a sentence where nobody says “I”: not `kenapa aku…`."""
    return educational(paragraph, hit) and not paragraph.cue_in("me", paragraph.around(hit))


def inquiry(paragraph: Paragraph, hit: Span) -> bool:
    """Like `question`, in a sentence where nobody says “I”: not `kenapa aku nangis?`."""
    return question(paragraph, hit) and not paragraph.cue_in("me", paragraph.around(hit))


def offered(paragraph: Paragraph, hit: Span) -> bool:
    """Words of a sale, in a sentence where nobody says “I”: not `aku gak punya duit 40 ribu`."""
    return _impersonal(paragraph, hit, "offer")


def headline(paragraph: Paragraph, _hit: Span) -> bool:
    """Set Like a Headline."""
    return paragraph.is_headline


def _impersonal(paragraph: Paragraph, hit: Span, *cues: str) -> bool:
    sentence = paragraph.around(hit)
    found = any(paragraph.cue_in(cue, sentence, hit) for cue in cues)
    return found and not paragraph.cue_in("me", sentence)


def calm(paragraph: Paragraph, hit: Span) -> bool:
    """Said without shouting: `free coffee for members`; not `FREE`, `F R E E`, `free coffee!`."""
    given = paragraph.given(hit)
    after = paragraph.fold.text[hit.end : hit.end + _EXCLAMATION_REACH]
    return not _CAPITALS.search(given) and "!" not in given and not _EXCLAIMED.match(after)


def hashtag(paragraph: Paragraph, hit: Span) -> bool:
    """Inside a hashtag: a label to be found by, not a sentence said to the reader."""
    return "#" in paragraph.fold.text[hit.start - 1 : hit.start]


def brief(paragraph: Paragraph, _hit: Span) -> bool:
    """The paragraph is too short to hold all that a whole answer does."""
    return len(paragraph.fold.text.split()) < _WHOLE_ANSWER


def brand_word(paragraph: Paragraph, hit: Span) -> bool:
    """One of the words is what the brand calls itself or its readers, by its profile."""
    brand = paragraph.brand
    words = hit.of(paragraph.fold.text).split()
    return not _names(brand.own, brand.readers).isdisjoint(words)


@lru_cache(maxsize=16)
def _names(own: tuple[str, ...], readers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_words, (*own, *readers)))


def own_unsaid(paragraph: Paragraph, _hit: Span) -> bool:
    """The profile does not say what the brand calls itself."""
    return not paragraph.brand.own


def not_formal(paragraph: Paragraph, _hit: Span) -> bool:
    """The brand does not write formally, by its profile: everyday words are fine."""
    return not paragraph.brand.writes_formally


def not_casual(paragraph: Paragraph, _hit: Span) -> bool:
    """The profile neither calls its readers `Kak`, `kamu` or `Sobat` nor says it writes everyday
    language: stiff words are fine."""
    brand = paragraph.brand
    return brand.writes_formally or (brand.register == "auto" and not brand.readers)


def own_contact(paragraph: Paragraph, hit: Span) -> bool:
    """A contact the business itself publishes."""
    given = paragraph.given(hit)
    return paragraph.brand.owns(given)


def masked(paragraph: Paragraph, hit: Span) -> bool:
    """Already made unreadable: `0812-xxxx-x890`, `3171********`."""
    given = paragraph.fold.text[hit.start : hit.end]
    hidden = sum(given.count(mark) for mark in "*x•")
    return 0 < sum(character.isdigit() for character in given) <= hidden


GUARDS: Final[dict[str, Guard]] = {
    guard.__name__: guard
    for guard in (
        negated,
        denied,
        denied_inside,
        refused,
        disowned,
        advised,
        question,
        asked,
        conditional,
        quoted,
        evidence,
        terms,
        dated,
        wish,
        report,
        warning,
        educational,
        reader,
        addressed,
        others,
        lesson,
        inquiry,
        offered,
        headline,
        calm,
        hashtag,
        brief,
        brand_word,
        own_unsaid,
        not_formal,
        not_casual,
        own_contact,
        masked,
    )
}
# The cues or marks of which a guard needs one before it can let anything pass.
_HEARS: Final = {
    "negated": ("negation", "disclaimer"),
    "denied": ("denial", "disclaimer"),
    "denied_inside": ("denial",),
    "refused": ("negation",),
    "advised": ("advice",),
    "question": ("?",),
    "asked": ("?",),
    "inquiry": ("?",),
    "conditional": ("condition",),
    "quoted": ('"', ">"),
    "evidence": ("evidence",),
    "terms": ("terms",),
    "dated": ("date",),
    "wish": ("wish",),
    "report": ("report",),
    "warning": ("warning",),
    "educational": ("lesson",),
    "lesson": ("lesson",),
    "reader": ("reader",),
    "addressed": ("reader",),
    "others": ("report", "news"),
    "offered": ("offer",),
    "hashtag": ("#",),
}
# Named in rules and resolved from the rule's own words, and from the brand's trade and claims.
GUARD_NAMES: Final = frozenset({*GUARDS, "approved", "idiom", "trade"})


class Guarding:
    """The guards of one rule or family, each with one cue or mark that it hears.

    Together they hear `hears`, but for the deaf among them. `spared` are the cues that let a match
    pass wherever they stand in the post: they are weighed when the post is.
    """

    __slots__ = ("deaf", "guards", "hears", "idioms", "is_claim", "spared", "trades")

    def __init__(
        self,
        rule_id: str,
        trades: tuple[str, ...],
        guards: tuple[tuple[str, str, Guard], ...],
        spared: tuple[str, ...],
    ) -> None:
        self.is_claim = rule_id.startswith("claim/")
        self.trades = trades
        self.idioms = f"idioms of {rule_id}"
        self.hears = frozenset(heard for _, heard, _ in guards if heard)
        self.guards = guards
        self.deaf = tuple(one for one in guards if not one[1])
        self.spared = spared


@cache
def guarding(rule_id: str, unless: tuple[str, ...], trades: tuple[str, ...]) -> Guarding:
    """The guards that a rule and its family name."""
    guards: list[tuple[str, str, Guard]] = []
    for name in unless:
        if name in GUARDS:
            guards += [(name, heard, GUARDS[name]) for heard in _HEARS.get(name, ("",))]
        elif name[0] == "@" != name[1]:
            guards.append((name, name[1:], partial(_cue, name[1:])))
    spared = tuple(name[2:] for name in unless if name.startswith("@@"))
    return Guarding(rule_id, trades, tuple(guards), spared)


def passing_guard(paragraph: Paragraph, hit: Span, guarded: Guarding) -> str | None:
    """The first guard that lets a match pass, or None.

    Before those of the rule stand the ones that no rule has to name: its idioms, its trades, what
    the brand has proven.
    """
    said, brand = paragraph.said, paragraph.brand
    if guarded.trades and brand.trade in guarded.trades:
        return "trade"
    if guarded.idioms in said and any(map(hit.overlaps, said[guarded.idioms])):
        return "idiom"
    if guarded.is_claim and brand.claims and _is_approved(paragraph, hit):
        return "approved"
    guards = guarded.deaf if guarded.hears.isdisjoint(said) else guarded.guards
    for name, heard, guard in guards:
        if heard in said and guard(paragraph, hit):
            return name
    return None


def _is_approved(paragraph: Paragraph, hit: Span) -> bool:
    return any(one.covers(hit) for one in paragraph.approved)


def _cue(name: str, paragraph: Paragraph, hit: Span) -> bool:
    return paragraph.cue_in(name, paragraph.around(hit), hit)
