"""A phrase of one's own becomes a whole rule file that passes its own check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.errors import UserError
from brandvoice.post.post import Post
from brandvoice.workflow.brandbook import Brandbook
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.ownphrase import Drafted, OwnPhrase
from brandvoice.workflow.rulebook import check_pack
from tests.texts import PIECES

if TYPE_CHECKING:
    from pathlib import Path

SAMBEL = OwnPhrase(
    "sambel ulek\nauto kaya", "Kami tidak menjanjikan uang.", instead="hasil beragam"
)


def test_it_says_what_it_would_flag() -> None:
    found = Drafted(SAMBEL).found("Pasti SAMBEL ulekkk kak, auto  kaya! Bukan sambelan.")
    assert found == ("SAMBEL ulekkk", "auto  kaya")


def test_its_file_passes_the_check_and_counts_at_once(tmp_path: Path) -> None:
    book, drafted = Brandbook(tmp_path), Drafted(SAMBEL)
    book.add_rule(drafted.id, drafted.source)
    assert check_pack(book.rules) == []
    (finding,) = load_checker(packs=book.packs).check(Post("Ini sambel ulek, kak.")).findings
    assert (finding.rule, finding.severity) == ("voice/sambel-ulek", "warning")
    assert finding.why.id == "Kami tidak menjanjikan uang."
    assert [one.text for one in finding.suggestions] == ["hasil beragam"]


def test_it_never_takes_the_place_of_another_rule() -> None:
    taken = {"voice/sambel-ulek", "voice/sambel-ulek-2"}
    assert Drafted(SAMBEL, taken).id == "voice/sambel-ulek-3"


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        (OwnPhrase(" \n", "x"), "phrase.no_words"),
        (OwnPhrase("cuan", " "), "phrase.no_why"),
        (OwnPhrase("cuan {gede}", "x"), "phrase.braces"),
    ],
)
def test_what_is_missing_is_told(phrase: OwnPhrase, key: str) -> None:
    with pytest.raises(UserError) as caught:
        Drafted(phrase)
    assert caught.value.key == key


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
)
def test_any_words_make_a_right_rule_or_are_refused(words: str, why: str) -> None:
    try:
        drafted = Drafted(OwnPhrase(words, why))
    except UserError as told:
        assert told.key.startswith("phrase.")  # noqa: PT017 - either outcome is right
    else:
        assert [example.flag for example in drafted.rule.examples] == [True, True, False, False]
        assert drafted.found(drafted.rule.examples[0].text)
