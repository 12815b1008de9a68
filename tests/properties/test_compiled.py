"""What is compiled finds what the same program finds from its own Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.post import KINDS, Post
from brandvoice.workflow.check import load_checker
from tests.texts import posts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

    from brandvoice.post.post import Kind

ROOT = Path(__file__).resolve().parents[2]
REVIEWER = load_checker().reviewer
EXAMPLES = [one.text for rule in REVIEWER.pack.rules.values() for one in rule.examples]
WORDS = sorted({word for text in EXAMPLES for word in text.split()})
BETWEEN = [" "] * 12 + [*",.!?-/\n\t", "  ", "", " 7", "@", "\u200b", "😀", "\x00", "\ud800", "٣"]


def mixed() -> SearchStrategy[str]:
    """Sentences of the rules' own examples and single words of them, in either language."""
    piece = st.one_of(st.sampled_from(WORDS), st.sampled_from(EXAMPLES), st.sampled_from(BETWEEN))
    placed = st.tuples(piece, st.sampled_from(BETWEEN)).map("".join)
    return st.lists(placed, max_size=25).map("".join)


@pytest.fixture(scope="module")
def pure() -> Iterator[subprocess.Popen[str]]:
    """A process that runs from Python alone."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.answering"],
        env=os.environ | {"BRANDVOICE_PURE": "1"},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.communicate()
        assert process.returncode == 0, "it ran something that was compiled"


def check(pure: subprocess.Popen[str], text: str, kind: Kind) -> None:
    assert pure.stdin
    assert pure.stdout
    pure.stdin.write(json.dumps([text, kind]) + "\n")
    pure.stdin.flush()
    own = REVIEWER.review(Post(text, kind))
    assert repr(own) == json.loads(pure.stdout.readline())


@given(mixed(), st.sampled_from(KINDS))
def test_posts_in_two_languages(pure: subprocess.Popen[str], text: str, kind: Kind) -> None:
    check(pure, text, kind)


@given(posts(), st.sampled_from(KINDS))
def test_troublesome_posts(pure: subprocess.Popen[str], text: str, kind: Kind) -> None:
    check(pure, text, kind)


@given(st.text(st.characters(), max_size=300))
def test_any_text(pure: subprocess.Popen[str], text: str) -> None:
    check(pure, text, "post")


@pytest.mark.parametrize("piece", ["", "a ", "0", "x", ". ", "kopi gratis! ", "é ", "𝐅𝐑𝐄𝐄 ", "\n"])
def test_long_lines(pure: subprocess.Popen[str], piece: str) -> None:
    for length in (999, 1_000, 1_001, 30_000):
        check(pure, (piece * length)[:length], "post")
