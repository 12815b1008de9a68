"""Existence, substitution and repetition say what Vale says of the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.vale.styles import Seen, seen, words

if TYPE_CHECKING:
    from pathlib import Path

EXISTENCE = "extends: existence\nmessage: \"Avoid '%s'.\"\n"
SWAP = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"
TWICE = "extends: repetition\nmessage: \"'%s' is repeated!\"\nalpha: true\ntokens: ['[^\\s.!?]+']\n"


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("tokens: [very]", "very Very every", ["very"]),
        ("tokens: [very]\nignorecase: true", "very Very every", ["very", "Very"]),
        ("tokens: ['e-?mail', very]", "An email, an e-mail.", ["email", "e-mail"]),
        ("tokens: ['[!?]{2,}']\nnonword: true", "No!! Really?!", ["!!", "?!"]),
        ("tokens: ['[!?]{2,}']", "No!! Really?!", []),
        ("raw: ['\\bso', ',']", "And so, we go so", ["so,"]),
        ("raw: ['\\d+ ']\ntokens: [am, pm]", "At 7 pm or pm", ["7 pm"]),
        ("raw: [' (?:am|pm)']\ntokens: ['\\d+']\nappend: true", "At 7 pm or pm", ["7 pm"]),
        ("tokens: [good]\nexceptions: [good morning]", "good morning, good food", ["good"]),
        ("tokens: ['good \\w+']\nexceptions: [food]", "good food good luck", ["good luck"]),
        ("tokens: [no]\nlimit: 2", "no no no", ["no", "no"]),
        ("tokens: ['(?<!not )sure']", "sure, not sure", ["sure"]),
        ("tokens: ['a(?i)b']", "ab aB Ab", ["ab", "aB"]),
        ("tokens: ['\\w{3}{x']", "abc{x", ["abc{x"]),
        ("tokens: ['and$']", "this and\nthat and", ["and", "and"]),
        ("tokens: [sale]\nscope: heading", "# A sale\n\nA sale", ["sale"]),
        ("tokens: [sale]\nscope: ~heading", "# A sale\n\nsale 2", ["sale"]),
        ("tokens: [sale]\nscope: [list, blockquote]", "- sale 1\n> sale\nsale", ["sale", "sale"]),
        ("tokens: ['^It']\nscope: sentence", "It is. It was\nIt", ["It", "It", "It"]),
        ("tokens: ['^It']\nscope: paragraph & ~list", "It. It\n\n- It\n\nIt", ["It", "It"]),
        ("tokens: [sale]\nscope: raw", "`sale`", ["sale"]),
        (
            "tokens: [sale]",
            "`sale` ```\nsale\n``` [sale](/sale) see www.sale.example/sale",
            ["sale"],
        ),
        ("tokens: [sale]", "<!-- sale\nsale --> sale <!-- sale", ["sale", "sale"]),
        ("tokens: ['sale\\s+now']", "sale\nnow sale\n\nnow", ["sale\nnow"]),
        ("raw: ['^\\s*no']", "- no\n\n  no", ["no", "  no"]),
        ("tokens: sale", "a sale", ["sale"]),
        ("tokens: [no, 404, yes]", "404 yes no", ["404", "yes", "no"]),
    ],
)
def test_existence(tmp_path: Path, keys: str, text: str, found: list[str]) -> None:
    assert words(tmp_path, EXISTENCE + keys, text) == found


def test_words_are_matched_as_given_not_folded(tmp_path: Path) -> None:
    rule = EXISTENCE + "tokens: [gratis, MURAH]"
    assert words(tmp_path, rule, "gratis GRATIS gr4tis murah 𝗴𝗿𝗮𝘁𝗶𝘀 gratiss") == ["gratis"]


@pytest.mark.parametrize("before", ["", "😀👨‍👩‍👧 ", "a\r\nb\r\n", "e\u0301 \u00a0"])
def test_spans_are_code_points_of_the_normalised_text(tmp_path: Path, before: str) -> None:
    assert words(tmp_path, EXISTENCE + "tokens: [very]", before + "very") == ["very"]


@pytest.mark.parametrize(
    ("action", "text", "found"),
    [
        ("{name: remove}", "a very b", Seen("very", "Avoid 'very'.", ("",))),
        ("{name: replace, params: [so]}", "very", Seen("very", "Avoid 'very'.", ("so",))),
        ("{name: edit, params: [trim_right, y]}", "very", Seen("very", "Avoid 'very'.", ("ver",))),
        ("{name: edit, params: [trim, vy]}", "very", Seen("very", "Avoid 'very'.", ("er",))),
        ("{name: edit, params: [trim_left, v]}", "very", Seen("very", "Avoid 'very'.", ("ery",))),
        ("{name: edit, params: [truncate, r]}", "very", Seen("very", "Avoid 'very'.", ("ve",))),
        ("{name: edit, params: [split, r, 1]}", "very", Seen("very", "Avoid 'very'.", ("y",))),
        ("{name: edit, params: [regex, '(v)e', '${1}a']}", "very",
         Seen("very", "Avoid 'very'.", ("vary",))),
        ("{name: convert, params: [simple]}", "very", Seen("very", "Avoid 'very'.")),
        ("{name: suggest, params: [spellings]}", "very", Seen("very", "Avoid 'very'.")),
    ],
)  # fmt: skip
def test_actions_are_ways_out(tmp_path: Path, action: str, text: str, found: Seen) -> None:
    assert seen(tmp_path, EXISTENCE + f"tokens: [very]\naction: {action}", text) == [found]


def test_the_beginning_of_a_sentence_stays_one(tmp_path: Path) -> None:
    rule = SWAP + "ignorecase: true\naction: {name: replace}\nswap: {it is: it's, ios: iOS}"
    found = seen(tmp_path, rule, "It is here. IOS too, it is.")
    assert [one.texts for one in found] == [("It's",), ("iOS",), ("it's",)]
    assert found[0].message == "Use 'It's' instead of 'It is'."


def test_no_way_out_has_stars_for_code_in_it(tmp_path: Path) -> None:
    rule = EXISTENCE + "raw: ['see .* now']\naction: {name: edit, params: [trim_right, w]}"
    (found,) = seen(tmp_path, rule, "see `x` now")
    assert found == Seen("see `x` now", "Avoid 'see `x` now'.")


def test_edits_of_older_styles_are_known(tmp_path: Path) -> None:
    plural = "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\w+\\(s\\)']\n"
    (found,) = seen(tmp_path, plural + "action: {name: edit, params: [remove, (s)]}", "key(s)")
    assert found.texts == ("key",)
    (found,) = seen(tmp_path, plural + "action: {name: edit, params: [replace, y.*, ys]}", "key(s)")
    assert found.texts == ("keys",)


def test_the_message_can_name_what_the_action_makes(tmp_path: Path) -> None:
    rule = (
        "extends: existence\nmessage: \"'%[2]s', not '%[1]s': 100%%\"\ntokens: ['\\w+-']\n"
        "nonword: true\naction: {name: edit, params: [trim_right, '-']}"
    )
    assert seen(tmp_path, rule, "pre-") == [Seen("pre-", "'pre', not 'pre-': 100%", ("pre",))]


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("swap: {e-mail: email}", "an e-mail", [("e-mail", "email", ("email",))]),
        ("swap: {e-mail: email}", "an E-mail", []),
        ("swap: {(?:give|gave) rise to: lead to}", "gave rise to", [
            ("gave rise to", "lead to", ("lead to",))]),
        ("swap: {'(\\w+) into (\\d+)': '$1 to $2'}", "up into 3", [
            ("up into 3", "up to 3", ("up to 3",))]),
        ("ignorecase: true\nswap: {javascript: JavaScript}", "Javascript JavaScript", [
            ("Javascript", "JavaScript", ("JavaScript",))]),
        ("ignorecase: true\ncapitalize: true\nswap: {it is: it's}", "It is", [
            ("It is", "It's", ("It's",))]),
        ("ignorecase: true\nswap: {py: '[pP]y'}", "Py PY", [("PY", "[pP]y", ())]),
        ("swap: {a lot: many, a lot of: much}", "a lot of", [("a lot of", "much", ("much",))]),
        ("swap: {mind: brain}\nexceptions: [never mind]", "never mind my mind", [
            ("mind", "brain", ("brain",))]),
        ("swap: {no: none}", "yes no", [("no", "none", ("none",))]),
    ],
)  # fmt: skip
def test_substitution(
    tmp_path: Path, keys: str, text: str, found: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert seen(tmp_path, SWAP + keys, text) == [
        Seen(words, f"Use '{expected}' instead of '{words}'.", texts)
        for words, expected, texts in found
    ]


def test_a_replacement_may_have_several_forms(tmp_path: Path) -> None:
    rule = SWAP + "action: {name: replace}\nswap: {utilize: use|employ, obviously: '', ',,': '...'}"
    assert seen(tmp_path, rule, "obviously utilize employ") == [
        Seen("obviously", "Use  instead of 'obviously'.", ("",)),
        Seen("utilize", "Use 'use' or 'employ' instead of 'utilize'.", ("use", "employ")),
    ]


def test_a_replacement_can_take_the_case_of_the_words(tmp_path: Path) -> None:
    rule = SWAP + "ignorecase: true\nmatchcase: true\naction: {name: replace}\nswap: {gotten: Got}"
    found = seen(tmp_path, rule, "gotten Gotten GOTTEN")
    assert [one.texts for one in found] == [("got",), ("Got",), ("GOT",)]


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("", "the the end", ["the the"]),
        ("", "the the the end", ["the the", "the the"]),
        ("", "The the end", []),
        ("ignorecase: true", "The the end", ["The the"]),
        ("", "the\nthe end", ["the\nthe"]),
        ("", "We use Redis. Redis is quick", []),
        ("", "10 10 end", []),
        ("exceptions: [had had]", "he had had it it", ["it it"]),
        ("max: 1", "no no no", ["no no"]),
        ("", "the\n\nthe end", []),
    ],
)
def test_repetition(tmp_path: Path, keys: str, text: str, found: list[str]) -> None:
    assert words(tmp_path, TWICE + keys, text) == found
