"""A rule as a page for people: what it looks for, why, when it is fine, what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from brandvoice.post.span import Span
from brandvoice.rules.exemption import exemptions
from brandvoice.rules.sample import quoted, sample
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Example, Family, Rule
    from brandvoice.words import Language

BlockKind = Literal[
    "title", "about", "lead", "text", "heading", "item", "flagged", "passed", "instead", "small"
]
_SHOWN: Final = 6
_WEAK_SHOWN: Final = 4


class Block(NamedTuple):
    """A paragraph of a page; `marked` are the words of an example that are flagged."""

    kind: BlockKind
    text: str
    marked: Span | None = None


def page(rule: Rule, pack: Pack, language: Language) -> tuple[Block, ...]:
    """The page of `rule`, made from the rule itself; `pack` knows its word classes and cues."""
    about = say(
        language,
        "rule.about",
        category=say(language, f"desktop.category.{rule.category}"),
        severity=say(language, f"severity.{rule.severity}"),
    )
    blocks = [
        Block("title", title_of(rule, language)),
        Block("about", about),
        Block("lead", rule.message.to(language)),
        Block("text", rule.why.to(language)),
        *_section("rule.looks", language, _looks(rule, pack, language)),
        *_section("rule.fine", language, _fine(rule, pack, language)),
        *_section("rule.examples", language, _examples(rule, language)),
        *_section("rule.instead", language, _instead(rule, language)),
    ]
    weight = say(language, f"rule.weight_{rule.severity}")
    blocks += _section("rule.weight", language, [Block("text", weight)])
    sources = [Block("item", source) for source in rule.sources]
    blocks += _section("rule.sources", language, sources)
    told = say(language, "rule.id", id=rule.id, since=rule.since) if rule.since else rule.id
    blocks.append(Block("small", told))
    return tuple(blocks)


def title_of(rule: Rule, language: Language) -> str:
    """The rule's short name, as a heading."""
    title = rule.title.to(language)
    return title[:1].upper() + title[1:]


def _section(key: str, language: Language, blocks: Iterable[Block]) -> list[Block]:
    inside = list(blocks)
    return [Block("heading", say(language, key)), *inside] if inside else []


def _looks(rule: Rule, pack: Pack, language: Language) -> Iterator[Block]:
    if rule.detector:
        yield Block("item", say(language, "rule.detector"))
    if rule.kind in ("learned", "spelling"):
        yield Block("item", say(language, f"rule.{rule.kind}"))
    for spoken in ("id", "en", "both"):
        families = [one for one in rule.families if _spoken(one) == spoken and not one.is_pattern]
        phrases = [phrase for family in families for phrase in family.any]
        if shown := sample(phrases, pack.classes, _SHOWN):
            key = "rule.words_more" if len(phrases) > len(shown) else "rule.words"
            count = len(phrases) - len(shown)
            yield Block("item", say(language, key, words=quoted(shown), count=count))
    if any(family.is_pattern for family in rule.families):
        marked = [one.words for one in rule.examples if one.flag and one.words]
        told = say(language, "rule.pattern", words=quoted(marked[:_SHOWN]))
        yield Block("item", told if marked else say(language, "rule.pattern_examples"))
    for family in rule.families:
        if family.weak and not family.is_pattern:
            yield Block("item", _weak(family, pack, language))
    if len(rule.kinds) == 1:
        yield Block("item", say(language, f"rule.kinds_{rule.kinds[0]}"))
    if rule.occurrence:
        count = rule.occurrence.limit + 1
        yield Block("item", say(language, "rule.limit", count=count))


def _weak(family: Family, pack: Pack, language: Language) -> str:
    near: list[str] = []
    for name in family.near:
        near += pack.cues[name[1:]].any if name.startswith("@") else (name,)
    key = "rule.weak_post" if family.scope == "post" else "rule.weak"
    words = quoted(sample(family.weak, pack.classes, _WEAK_SHOWN))
    return say(language, key, words=words, near=quoted(sample(near, pack.classes, _WEAK_SHOWN)))


def _fine(rule: Rule, pack: Pack, language: Language) -> Iterator[Block]:
    always, sometimes = exemptions(rule, pack, language)
    if not always and not sometimes:
        yield Block("text", say(language, "rule.fine_never"))
    for key, reasons in (("rule.always", always), ("rule.sometimes", sometimes)):
        if reasons:
            yield Block("text", say(language, key))
            yield from (Block("item", reason) for reason in reasons)


def _examples(rule: Rule, language: Language) -> Iterator[Block]:
    for example in sorted(rule.examples, key=lambda one: not one.flag):
        marked = None
        if example.words:
            start = example.text.index(example.words)
            marked = Span(start, start + len(example.words))
        kind: BlockKind = "flagged" if example.flag else "passed"
        yield Block(kind, _with_brand(example, language), marked)


def _with_brand(example: Example, language: Language) -> str:
    """The sentence, and what of the brand that writes it matters."""
    brand = []
    if example.trade:
        trade = say(language, f"trade.{example.trade}")
        brand.append(say(language, "rule.for_trade", trade=trade))
    brand += [
        say(language, f"rule.for_{key}", words=quoted(words))
        for key in ("own", "readers", "rejected")
        if (words := getattr(example, key))
    ]
    if not brand:
        return example.text
    return say(language, "rule.example_for", text=example.text, brand=", ".join(brand))


def _instead(rule: Rule, language: Language) -> Iterator[Block]:
    own_first = sorted(LANGUAGES, key=lambda one: one != language)
    for spoken in own_first:
        for way in (one for one in rule.instead if one.language == spoken):
            after = f"“{way.after}”"
            if way.before:
                after = say(language, "rule.replace", before=f"“{way.before}”", after=after)
            yield Block("instead", after)
    if rule.remove:
        yield Block("text", say(language, f"rule.or_{rule.remove}"))


def _spoken(family: Family) -> str:
    return family.lang[0] if len(set(family.lang)) == 1 else "both"
