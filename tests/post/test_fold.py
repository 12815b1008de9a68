"""Folding finds the words behind every spelling, and knows where they stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.fold import fold
from brandvoice.post.normal import normalise
from tests.texts import posts


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("DISKON", "diskon"),
        ("𝗗𝗜𝗦𝗞𝗢𝗡", "diskon"),
        ("ＤＩＳＫＯＮ", "diskon"),
        ("🅳🅸🆂🅺🅾🅽", "diskon"),
        ("ᴅɪꜱᴋᴏɴ", "diskon"),
        ("d\u200bi\u200cs\u200dk\ufeffon", "diskon"),
        ("di\u0336s\u0336k\u0336on", "diskon"),
        ("bangeeeet", "banget"),
        ("murahh", "murah"),
        ("g4r4ns1", "garansi"),
        ("gr@tis", "gratis"),
        ("g r a t i s", "gratis"),
        ("p.r.o.m.o", "promo"),
        ("0️⃣8️⃣1️⃣", "081"),
        ("“kata” ‘dia’", "\"kata\" 'dia'"),
        ("İstanbul", "istanbul"),
        ("٠٨١٢ १२", "0812 12"),
        ("bangEEEt", "banget"),
    ],
)
def test_a_disguised_word_reads_as_itself(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize(
    "written", ["50rb", "rp5jt", "free", "iii", "2026", "off", "murah2", "cs@kopi.example"]
)
def test_an_honest_spelling_is_left_alone(written: str) -> None:
    assert fold(written).text == written


def test_links_have_no_words() -> None:
    assert "diskon" not in fold("lihat https://toko.example/diskon-gila").text


def test_a_span_covers_the_accents_of_its_last_letter() -> None:
    given_text = "kafe\u0301 baru"
    folded = fold(given_text)
    at = folded.text.index("kafe")
    assert folded.span(at, at + 4).of(given_text) == "kafe\u0301"


@given(posts())
def test_every_folded_letter_knows_a_stretch_of_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    before = 0
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start


@given(st.text(alphabet="aabkohT018@$ .-_*w/\t\n:").map(str.strip))
def test_the_short_way_for_plain_texts_leads_to_the_same_place(text: str) -> None:
    assert fold("🙂 " + text).text.rstrip() == ("🙂 " + fold(text).text).rstrip()


@given(st.text())
def test_folding_never_fails(text: str) -> None:
    fold(normalise(text))


@given(
    st.lists(
        st.sampled_from(["😀", "👨‍👩‍👧", "🇮🇩", "👍🏽", "e\u0301", "𝗗", " ", "a\u200b"]), max_size=12
    )
)
def test_a_plain_word_after_anything_is_found_where_it_stands(before: list[str]) -> None:
    prefix = "".join(before) + " "
    text = prefix + "buruan"
    folded = fold(text)
    at = folded.text.rindex("buruan")
    assert folded.span(at, at + 6) == (len(prefix), len(text))
