"""No text and no pack makes a review fail: it answers, or the pack is refused with its mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.parse import PackError
from brandvoice.workflow.check import load_checker
from tests.rules.packs import WHOLE, pack_of
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SHIPPED = load_checker().reviewer
SIGNS = [*"abz019 {}|()[]?*+\\.^$\"'=#\n@-<>:!", "any", "weak", "{a|b}", "(?:", "\\w+", "[["]


def check(reviewer: Reviewer, given_text: str) -> None:
    post = Post(given_text)
    review = reviewer.review(post)
    spans = [(one.span, one.words) for one in review.findings]
    spans += [(one.span, one.words) for one in review.passed]
    for span, words in spans:
        assert 0 <= span.start <= span.end <= len(post.text)
        assert span.of(post.text) == words


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    check(SHIPPED, text)


@given(st.text(alphabet="ab01 .!?\"'#@$-\n\u200b\u0301😀İß٣", max_size=200), posts(10))
def test_so_is_a_text_of_troublesome_characters(text: str, post: str) -> None:
    check(SHIPPED, text + post + text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 6), st.sampled_from(SIGNS)),
        min_size=1,
        max_size=6,
    ),
    posts(6),
)
def test_a_pack_with_wrong_letters_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int, str]], text: str
) -> None:
    source = WHOLE.replace(
        "[[phrases]]", "[[patterns]]\nany = ['mur(?:ah|ce)+ \\w+']\n[[phrases]]", 1
    )
    for at, length, sign in changes:
        source = source[:at] + sign + source[at + length :]
    folder = tmp_path_factory.mktemp("pack")
    refuse_or_check(folder, source, text)


def refuse_or_check(folder: Path, source: str, text: str) -> None:
    try:
        reviewer = Reviewer(pack_of(folder / "pack", best=source))
    except PackError:
        return
    check(reviewer, f"{text} paling murah banget, nomor satu")
