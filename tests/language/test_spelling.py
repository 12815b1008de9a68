"""What is a slip in a post, what is not, and what is offered instead."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.brand.profile import Brand
from brandvoice.language.protected import protected, touches
from brandvoice.language.speller import Speller
from brandvoice.language.spelling import Spelling
from brandvoice.post.post import Post
from brandvoice.workflow.readypack import shipped_pack

if TYPE_CHECKING:
    from brandvoice.review.finding import Finding

FORMAL = Brand(readers=("Anda",))
TYPOS = Path(__file__).with_name("typos.tsv")


@cache
def _spelling() -> Spelling:
    return Spelling(shipped_pack().rules, Speller())


def _found(text: str, brand: Brand | None = None) -> tuple[Finding, ...]:
    return _spelling().proofread(Post(text), brand or Brand())


def _words(text: str, brand: Brand | None = None) -> list[str]:
    return [one.words for one in _found(text, brand)]


def test_slips_in_posts_are_found_with_the_right_word_among_the_first_three() -> None:
    planted = [line.split("\t") for line in TYPOS.read_text("utf-8").splitlines()]
    found = first_three = 0
    for slip, right, text in planted:
        named = [one for one in _found(text) if one.words == slip]
        offered = [one.text for finding in named for one in finding.suggestions[:3]]
        found += bool(named)
        first_three += right in offered
    assert len(planted) == 200
    assert found >= 170
    assert first_three >= 160


def test_the_same_posts_without_slips_are_clean() -> None:
    posts = {
        text.replace(slip, right, 1)
        for slip, right, text in (
            line.split("\t") for line in TYPOS.read_text("utf-8").splitlines()
        )
        if text.count(slip) == 1
    }
    assert not [word for post in posts for word in _words(post)]


@pytest.mark.parametrize(
    "text",
    [
        "Yuk kak, ongkirnya gratis nih, tinggal di-checkout aja ya bund.",
        "Mantaaap bangeeet, nungguin restock-nya dari kemarin wkwkwk",
        "buku2 dan buku-bukunya ready, beli 3kg dapet 1, jam 9an tutup",
        "Follow @kopitumbuk.id atau cek tokokami.id, email halo@tokokami.id #ngopisoreee",
        "DISKON GDE2AN pakai kode HMT10XX di iPhone dan ShopeePay",
        "Terima kasih untuk Bu Suhartinah dan tim Wirjolukito.",
        "Gercep ya gan, cuan bgt dgn harga segini, yg mau dm min",
        "Kamerane apik tenan, regane yo murah.",
        "Hola amigos, gracias por venir, nos vemos pronto en la tienda.",
        "Café dan résumé, 𝗗𝗜𝗦𝗞𝗢𝗡 ☕️, prom\u200bo",
        "g*la harganya, s.d. besok, dll.com, kopi/teh, f&b",
        "",
    ],
)
def test_what_people_write_on_purpose_is_no_slip(text: str) -> None:
    assert _words(text) == []


def test_a_capital_inside_the_sentence_is_a_name_but_the_first_word_may_be_a_slip() -> None:
    assert _words("Pelangan kami bernama Pelanggn.") == ["Pelangan"]
    assert _words("Caroline is our new barista.") == []
    assert _found("Pelangan kami.")[0].suggestions[0].text == "Pelanggan"


def test_an_english_sentence_is_offered_english_words() -> None:
    found = _found("We beleive that our new collecton is the best thing for you and your home.")
    assert [one.words for one in found] == ["beleive", "collecton"]
    assert [one.suggestions[0].text for one in found] == ["believe", "collection"]


def test_the_brands_words_are_right_with_clitics_too() -> None:
    text = "Hari ini seblaak kami pakai sambel tumbukaan yang baru, dan seblaaknya pedas sekali."
    assert _words(text) == ["seblaak", "tumbukaan", "seblaaknya"]
    assert _words(text, Brand(accepted=("Seblaak", "sambel tumbukaan"))) == []


def test_standard_spelling_is_asked_for_only_where_the_brand_writes_formally() -> None:
    text = "Silahkan baca resikonya."
    assert _words(text) == []
    found = _found(text, FORMAL)
    assert [(one.rule, one.words) for one in found] == [
        ("language/nonstandard", "Silahkan"),
        ("language/nonstandard", "resikonya"),
    ]
    assert [one.suggestions[0].text for one in found] == ["Silakan", "risikonya"]
    assert _words(text, Brand(register="formal"))
    assert not _words(text, Brand(readers=("Anda",), register="everyday"))


def test_the_brand_can_do_without_either_rule_or_find_it_graver() -> None:
    text = "Silahkan mampir, pelangan setia."
    assert len(_words(text, FORMAL)) == 2
    off = Brand(readers=("Anda",), off=("language/spelling", "language/nonstandard"))
    assert _words(text, off) == []
    grave = Brand(severity={"language/spelling": "warning"})
    assert [one.severity for one in _found(text, grave)] == ["warning"]


PIECES = (
    "pelangan seblum 👩‍👩‍👧‍👦 🇮🇩 é İ @toko #pelangan kami a\u0301bc . ! kirm\u200bn https://a.id/x "
    "Silahkan resikonya - ' “ ” 3kg ＰＲＯＭＯ"
)
TEXTS = st.lists(st.sampled_from([*PIECES.split(" "), " ", "  ", "\n"])).map("".join)


@settings(max_examples=200)
@given(st.one_of(TEXTS, st.text(max_size=80)))
def test_spans_are_words_of_the_text_and_never_protected_ones(text: str) -> None:
    post = Post(text)
    found = _spelling().proofread(post, FORMAL)
    fixed = protected(post, FORMAL)
    for one in found:
        assert one.span.of(post.text) == one.words
        assert one.words.replace("-", "").replace("'", "").replace("’", "").isalpha()
        assert not touches(one.span, fixed)
        assert all(suggestion.span == one.span for suggestion in one.suggestions)
    assert list(found) == sorted(found, key=lambda one: one.span)
