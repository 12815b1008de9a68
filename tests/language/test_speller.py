"""Every way in which a word can be right, and words that are not."""

from __future__ import annotations

from functools import cache

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.language.speller import Speller


@cache
def _speller() -> Speller:
    return Speller()


@pytest.mark.parametrize(
    "words",
    [
        "pelanggan mengirimkan dikirimkan keterlambatan",
        "customer shipping beautiful",
        "nggak ongkir cuan gercep kak bund gimana nyobain makasih",
        "jakarta bandung senin ramadan",
        "di-upload diupload nge-post ngepost mem-posting memposting di-checkout kecancel",
        "mengupload mendownload ngedropship pengorder orderan uploadan direpost-nya",
        "pelanggannya bukuku hargamu marilah bisakah apapun customernya hp-nya ongkirnya",
        "buku-buku sayur-mayur bolak-balik teman-temanku kata-katanya se-Indonesia".lower(),
        "bangeeet mantaaaap goooood yaaaa",
        "beliin dibeliin nungguin ngirimin dapetin keliatan kepake terngeselin seenaknya kabari",
        "colour favourite organise centre travelling catalogue",
        "wkwkwk hahaha hehehe xixixi hmmm",
        "penjuale hargane",
    ],
)
def test_words_that_are_right(words: str) -> None:
    assert [word for word in words.split() if not _speller().spells(word)] == []


@pytest.mark.parametrize(
    "words",
    [
        "pelangan dikirimm tersdia gartis kulitas menarikk bersertfikat",
        "recomended collecton seperate definately",
        "diuplaod ngepsot mempsting",
        "pelangganya pesananya",
        "buku-bkuu syaur-mayur",
        "pelangggan tingggal",
    ],
)
def test_words_that_are_slips(words: str) -> None:
    assert [word for word in words.split() if _speller().spells(word)] == []


def test_the_brands_own_words_count_in_any_case_and_with_clitics() -> None:
    brand = Brand(name="Tumbukaan", own=("Mintumb",), accepted=("Kopsu Arenn",))
    for word in ("tumbukaan", "Tumbukaannya", "mintumb", "arenn"):
        assert _speller().knows(word, brand)
        assert not _speller().knows(word, Brand())


def test_very_long_and_foreign_words_are_looked_up_without_trouble() -> None:
    for word in ("a" * 5_000, "дом", "ö", "-", "''", "a-"):
        assert _speller().spells(word) in (True, False)
