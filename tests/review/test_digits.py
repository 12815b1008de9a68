"""Numbers are read however they are written, and libraries are asked only about numbers."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.review.detectors.digits import runs
from brandvoice.review.detectors.numbering import is_iban, is_malaysian, line

if TYPE_CHECKING:
    from collections.abc import Callable

TEN = regex.compile(r"0\d{9}")
INDONESIAN = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
ENGLISH = "zero one two three four five six seven eight nine".split()
STYLES = (
    str,
    INDONESIAN.__getitem__,
    ENGLISH.__getitem__,
    lambda digit: chr(0xFF10 + digit),
    lambda digit: f"{digit}\ufe0f\u20e3",
    lambda digit: chr(0x1D7EC + digit),
    lambda digit: chr(0x0660 + digit),
)


def read(text: str) -> list[str]:
    return [run.digits for run in runs(fold(text).text, TEN)]


@given(
    st.lists(st.integers(0, 9), min_size=9, max_size=9),
    st.sampled_from(STYLES),
    st.sampled_from(STYLES),
    st.sampled_from([" ", ". ", " - ", "/", " 🌸 ", " \u200b", ", "]),
)
def test_a_number_in_any_two_styles_is_read(
    rest: list[int], one: Callable[[int], str], other: Callable[[int], str], mark: str
) -> None:
    digits = [0, *rest]
    text = mark.join([*map(one, digits[:5]), *map(other, digits[5:])])
    assert read(f"hubungi {text} ya") == ["".join(map(str, digits))]


def test_letters_and_repetitions_stand_for_digits() -> None:
    assert read("O812 29O7 5I") == ["0812290751"]
    assert read("nol delapan double dua triple tiga 456") == ["0822333456"]


@pytest.mark.parametrize(
    "text", ["0 satu\n23456789", "0 kg 123456789", "*0123456789#", "x0123456789y"]
)
def test_a_word_a_line_or_a_star_ends_a_number(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet="0123456789oil .-|nolduatiga\n", max_size=300))
def test_runs_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for run in runs(text, regex.compile(r"\d{3,9}")):
        assert end <= run.span.start < run.span.end <= len(text)
        end = run.span.end


@pytest.mark.parametrize(
    ("written", "whose"),
    [
        ("+44 20 7946 0958", "person"),
        ("0361-234567", "person"),
        ("0800-1-401-401", "service"),
        ("1-800-555-0199", "service"),
        ("+10.000.000", "none"),
        ("+628", "none"),
        ("what", "none"),
    ],
)
def test_a_line_is_a_persons_a_services_or_none(written: str, whose: str) -> None:
    assert line(written) == whose


def test_numbers_of_other_countries_prove_themselves() -> None:
    assert is_iban("GB82WEST12345698765432")
    assert not is_iban("GB82WEST1234569876543")
    assert is_malaysian("900101145678")
    assert not is_malaysian("900231145678")


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("Promo kopi hari ini, mampir ya", []),
        ("Telepon saja 0812-8841-2907", []),
        ("Ring +44 20 7946 0958", ["phonenumbers"]),
        ("Transfer to GB82WEST12345698765432", ["stdnum"]),
    ],
)
def test_libraries_load_with_the_first_number_they_are_asked_about(
    text: str, loaded: list[str]
) -> None:
    program = (
        "import sys\n"
        "from brandvoice.post.post import Post\n"
        "from brandvoice.workflow.check import load_checker\n"
        "load_checker().check(Post(sys.argv[1]))\n"
        "print(*[name for name in ('phonenumbers', 'stdnum') if name in sys.modules])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, text], capture_output=True, check=True, text=True
    )
    assert told.stdout.split() == loaded
