"""Whatever a folder holds, reading it ends in rules or in a PackError, and searching it ends."""

from __future__ import annotations

import string
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.parse import PackError
from brandvoice.rules.vale import pattern
from brandvoice.rules.vale.block import Blocks
from brandvoice.rules.vale.document import read_document
from brandvoice.rules.vale.pattern import Patience, Pattern, PatternError
from brandvoice.rules.vale.search import StyleSearch
from brandvoice.rules.vale.style import read_styles
from tests.rules.vale.styles import write

if TYPE_CHECKING:
    import random

KINDS = (
    "extends: existence\nmessage: \"no '%s'\"\nignorecase: true\ntokens: [very, 'e-?mail']\n",
    "extends: existence\nmessage: m\nraw:\n  - a\nexceptions: [a b]\naction:\n  name: remove\n",
    "extends: existence\nmessage: m\nscope: [sentence, heading]\nraw: ['^(?:a|The)|b\\.?$']\n",
    "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\*{3}', '\\A[eE]', 'y\\Z']\n",
    "extends: substitution\nmessage: \"'%s', not '%s'\"\nswap:\n  '(a) b': '$1'\n  e-mail: a|b\n",
    "extends: occurrence\nmessage: '%s!'\nscope: sentence\nmax: 2\ntoken: '\\w+'\n",
    "extends: repetition\nmessage: '%s'\nalpha: true\ntokens: ['[^\\s]+']\n",
    "extends: conditional\nmessage: '%s'\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'\n",
    "extends: consistency\nmessage: '%s'\neither:\n  color: colour\n",
    "extends: capitalization\nmessage: '%s'\nmatch: $sentence\nscope: heading\nthreshold: 0.5\n",
    "extends: metric\nmessage: '%s'\nformula: words / sentences\ncondition: '> 3'\n",
)
PIECES = (
    *"[]{}()*&!|>%@`'\"#-:,?~\\\n\t .$^+=<", "\x00", "\ufeff", "\U0001f600", "- ", ": ", "  ", "<<",
    "extends", "tokens", "(?i)", "(?<=", "{1000}", "\\x{110000}", "null", "1e999", "%s%s%[9]s",
    "!!python/object", "&a [*a]", "\\1", "(?P<x>", "[[:", "\\p{", "0x", "~heading & text.",
)  # fmt: skip
TEXTS = (
    "# The THE the Heading\n\n- very VERY a b e-mail\n> colour color (WHO) WHO. Dr. A b! 😀",
    "",
    "İIiı " * 5,
)


def mutated(source: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(source) + 1)
        end = min(len(source), start + chance.choice((0, 0, 1, 2, 8)))
        source = source[:start] + chance.choice((*PIECES, "")) + source[end:]
    return source


@settings(max_examples=120)
@given(st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_a_mutated_rule_is_read_or_refused(source: str, chance: random.Random) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), T__A=mutated(source, chance))
        try:
            reviewer = Reviewer(read_styles(Path(folder)))
        except PackError:
            return
        for text in TEXTS:
            post = Post(text)
            for found in reviewer.review(post).findings:
                assert found.span.of(post.text) == found.words
                assert 0 <= found.span.start <= found.span.end <= len(post.text)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_a_document_or_refused(source: str) -> None:
    with suppress(PackError):
        assert read_document("any.yml", source).line >= 1


@pytest.mark.parametrize(
    "source",
    ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000, "a: " + "[" * 21 + "]" * 21,
     "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "a:\n" + "  - x\n" * 60_000, "a: \ud800",
     "--- a\n--- b"],
    ids=range(9),
)  # fmt: skip
def test_a_bomb_does_not_go_off(source: str) -> None:
    with pytest.raises(PackError):
        read_document("bomb.yml", source)


@pytest.mark.parametrize(
    "source",
    ["((a{1000}){1000}){1000}", "(" * 9_000 + ")" * 9_000, "(?:" * 50_000, "a" * 200_001,
     "(?:(?:a{300}){300}){300}b", "a{99999999999999999999}", "(?&x)", "(?P>x)", "\\L<words>"],
    ids=range(9),
)  # fmt: skip
def test_a_pattern_that_would_take_gigabytes_is_refused(source: str) -> None:
    with pytest.raises(PatternError):
        Pattern(source)


@settings(max_examples=200)
@given(st.text(alphabet=string.ascii_letters + r"\[](){}*+?|^$.-:=<!,0123456789'", max_size=30))
def test_any_pattern_is_compiled_or_refused(source: str) -> None:
    try:
        compiled = Pattern(source, ignore_case=True)
    except PatternError:
        return
    text = "Any text, 12 of it: [a-z] (x) {2}?"
    with suppress(TimeoutError):
        assert all(one.end() <= len(text) for one in compiled.matches(text, Patience(text)))


LETTERS = (*"veryVERY emailEMAIL-abAB.!\n#`", "\n\n", "# The ", "\n- ", *"İıſKß😀", "```", "color ")


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LETTERS), max_size=60).map("".join))
def test_the_prefilter_hides_nothing(text: str) -> None:
    patience = Patience(text)
    every = {
        (one.rule.id, found.span)
        for one in SEARCH.loaded
        for found in one.check.find(Blocks(text), patience)
    }
    assert {(one.rule, one.span) for one in SEARCH.find(text).alerts} == every


def _search() -> StyleSearch:
    with TemporaryDirectory() as folder:
        files = {f"T__R{number}": source for number, source in enumerate(KINDS)}
        (search,) = read_styles(write(Path(folder), **files)).searches
    assert isinstance(search, StyleSearch)
    return search


SEARCH = _search()


@pytest.mark.parametrize(
    "text",
    ["very " * 60_000, "\u200b" * 300_000, "😀" * 100_000, "a\n" * 100_000, "# " * 50_000,
     "(" * 100_000, "İ" * 100_000, "<!--" * 200_000, "- item b\n" * 40_000, "a b " * 50_000,
     "](" * 100_000, "`" * 99_999, "a\n\n" * 50_000],
    ids=range(13),
)  # fmt: skip
def test_a_long_text_is_searched_to_its_end(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    # A busy machine must not turn this red: the patience is tried elsewhere.
    monkeypatch.setattr(pattern, "CALL_SECONDS", 120.0)
    monkeypatch.setattr(pattern, "REVIEW_SECONDS", 120.0)
    assert SEARCH.find(text).timed_out == []
