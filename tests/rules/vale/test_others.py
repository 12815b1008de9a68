"""Occurrence, metrics, conditions, consistency and capitals say what Vale says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.vale.styles import Seen, seen, words

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 'extends: occurrence\nmessage: "%s of them."\n'
METRIC = 'extends: metric\nmessage: "It is %s."\n'
ACRONYM = (
    "extends: conditional\nmessage: \"'%s' has no definition.\"\n"
    "first: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"
)
EITHER = "extends: consistency\nmessage: \"Inconsistent '%s'\"\n"
CASE = "extends: capitalization\nmessage: \"'%s' is wrong\"\n"


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("max: 1\ntoken: '!'", "Hey! Now! Buy!", [Seen("!", "3 of them.")]),
        ("max: 1\ntoken: '!'", "Hey!", []),
        ("max: 3\ntoken: '\\b(\\w+)\\b'\nscope: sentence", "One two three four. Five.",
         [Seen("One", "4 of them.")]),
        ("min: 1\ntoken: '#\\w+'", "no tags", [Seen("no tags", "0 of them.")]),
        ("min: 2\ntoken: '#\\w+'", "one #tag", [Seen("#tag", "1 of them.")]),
        ("min: 1\ntoken: '#\\w+'", "", []),
        ("max: 1\ntoken: a\nignorecase: true", "a A", [Seen("a", "2 of them.")]),
    ],
)  # fmt: skip
def test_occurrence(tmp_path: Path, keys: str, text: str, found: list[Seen]) -> None:
    assert seen(tmp_path, COUNT + keys, text) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("formula: words\ncondition: '> 5'", ["It is 6.00."]),
        ("formula: words\ncondition: '> 6'", []),
        ("formula: words / sentences\ncondition: '== 3'", ["It is 3.00."]),
        ("formula: long_words + 100 * math.sqrt(4)\ncondition: '< 300 && words > 1'",
         ["It is 202.00."]),
        ("formula: syllables\ncondition: '>= 0'", ["It is 14.00."]),
        ("condition: '> 8'\nformula: >-\n  0.39 * words / sentences +\n  11.8 * syllables / words",
         ["It is 28.70."]),
        ("formula: heading_h2 / list\ncondition: '> 0'", []),
    ],
)  # fmt: skip
def test_metric(tmp_path: Path, keys: str, found: list[str]) -> None:
    told = seen(tmp_path, METRIC + keys, "Every customer wins. Nobody pays anything.")
    assert [one.message for one in told] == found


def test_a_metric_measures_the_whole_post_or_the_parts_it_names(tmp_path: Path) -> None:
    rule = METRIC + "formula: words\ncondition: '> 1'\n"
    assert words(tmp_path, rule, "One two.\n\n- three four") == ["One two.\n\n- three four"]
    assert words(tmp_path, rule + "scope: list", "One two.\n\n- three four") == ["three four"]
    assert words(tmp_path, rule, " \n ") == []


@pytest.mark.parametrize(
    ("words_of", "count"),
    [("the be a x 100", 5), ("made makes walked whole", 4), ("table boxes ages wanted", 8),
     ("everything nobody", 7)],
)  # fmt: skip
def test_syllables_are_those_that_are_spoken(tmp_path: Path, words_of: str, count: int) -> None:
    rule = METRIC + "formula: syllables\ncondition: '> 0'"
    assert [one.message for one in seen(tmp_path, rule, words_of)] == [f"It is {count}.00."]


def test_readability_is_the_mean_of_its_grades(tmp_path: Path) -> None:
    rule = "extends: readability\nmessage: 'Grade %s'\nmetrics: [Flesch-Kincaid]\ngrade: "
    text = "Every customer wins. Nobody pays anything."
    assert [one.message for one in seen(tmp_path, rule + "13", text)] == ["Grade 13.11"]
    assert seen(tmp_path, rule + "14", text) == []


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("", "We like the WHO.", ["WHO"]),
        ("", "The World Health Organization (WHO) and the WHO and the NBA.", ["NBA"]),
        ("exceptions: [NBA]", "The NBA and the WHO", ["WHO"]),
        ("exceptions: [NBA finals]", "The NBA finals and the NBA", ["NBA"]),
        ("first: Section\nsecond: 'Summary:'", "Section one", ["Section"]),
        ("first: Section\nsecond: 'Summary:'", "Section one\nSummary: all", []),
    ],
)
def test_conditional(tmp_path: Path, keys: str, text: str, found: list[str]) -> None:
    head = "extends: conditional\nmessage: \"'%s'\"\n" if "first" in keys else ACRONYM
    assert words(tmp_path, head + keys, text) == found


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("either: {color: colour}", "A color and a colour.", ["colour"]),
        ("either: {color: colour}", "A colour and a color.", ["color"]),
        ("either: {color: colour}", "A color and a color.", []),
        ("either: {color: colour}", "colors and colours", []),
        ("either: {color: colour}\nignorecase: true", "Color, colour", ["colour"]),
        ("either: {\"'\": '’'}\nnonword: true", "it's ’tis", ["’"]),
        ("either: {color: colour, center: centre}", "color centre colour", ["colour"]),
        ("either: {color: colour}\nscope: paragraph", "color\n\ncolour\n\ncolor", [
            "colour", "color"]),
    ],
)  # fmt: skip
def test_consistency(tmp_path: Path, keys: str, text: str, found: list[str]) -> None:
    assert words(tmp_path, EITHER + keys, text) == found


@pytest.mark.parametrize(
    ("keys", "right", "wrong"),
    [
        ("match: $title", ["The Best of Bandung", "How to Get There", "A-B Tests in NASA"],
         ["the best of Bandung", "All about our new shop today"]),
        ("match: $title\nstyle: Chicago", ["Coffee from above the Clouds"], ["coffee from above"]),
        ("match: $title\nstyle: AP", ["Coffee From Above the Clouds"], ["coffee from above"]),
        ("match: $sentence", ["Our new shop opens today", "1. An item"],
         ["our new shop opens", "Our New Shop Opens"]),
        ("match: $sentence\nexceptions: [Kopi Kita]", ["Open at Kopi Kita now"],
         ["Open At Toko Kita Now"]),
        ("match: $sentence\nindicators: [':']", ["Today: A new shop"], ["Today: A New Shop Opens"]),
        ("match: $sentence\nprefix: '^[a-z]\\.\\s'", ["a. A new shop"], ["a. a new shop"]),
        ("match: $sentence\nthreshold: 0.5", ["Our New shop opens"], ["Our New Shop Opens"]),
        ("match: $lower", ["all small"], ["All small"]),
        ("match: $upper", ["ALL BIG 1"], ["ALL Big"]),
        ("match: '^[A-Z]'", ["Any"], ["any"]),
        ("match: '^[A-Z]'\nexceptions: [iOS]", ["iOS apps"], ["apps"]),
    ],
)  # fmt: skip
def test_capitalization(tmp_path: Path, keys: str, right: list[str], wrong: list[str]) -> None:
    rule = CASE + "scope: heading\n" + keys
    text = "".join(f"# {one}\n" for one in (*right, *wrong))
    assert words(tmp_path, rule, text) == wrong


def test_a_heading_can_be_offered_in_the_right_case(tmp_path: Path) -> None:
    rule = CASE + "scope: heading\nmatch: $sentence\naction: {name: replace}"
    (found,) = seen(tmp_path, rule, "# Our New Shop Opens")
    assert found.texts == ("Our new shop opens",)
