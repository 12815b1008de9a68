"""Shouting is heard where a sale is shouted, and only there."""

from __future__ import annotations

import pytest

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.workflow.readypack import matcher, shipped_pack

REVIEWER = Reviewer(shipped_pack(), matcher=matcher(shipped_pack()))
RULES = ("selling/shouting-words", "selling/shouting-marks")


def shouted(text: str) -> list[str]:
    findings = REVIEWER.review(Post(text), only=["selling"]).findings
    return [one.words for one in findings if one.rule in RULES]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PROMO TERBARU dari dapur kami", "PROMO TERBARU"),
        ("😀 Voucher baru!!! Cek katalog", "Voucher baru!!!"),
        ("Ada diskon nih !! mampir ya", "Ada diskon nih !!"),
        ("𝗡𝗲𝘄 arrival!!", "𝗡𝗲𝘄 arrival!!"),
        ("𝗗𝗜𝗦𝗞𝗢𝗡 𝗕𝗘𝗦𝗔𝗥 untuk sofa", "𝗗𝗜𝗦𝗞𝗢𝗡 𝗕𝗘𝗦𝗔𝗥"),
        ("Voucher panci‼ cek katalog", "Voucher panci‼"),
        ("Obral rak buku ❗❗❗", "Obral rak buku ❗❗❗"),
    ],
)
def test_a_shouted_sale_is_marked_from_its_first_word_to_its_last_mark(
    text: str, words: str
) -> None:
    assert shouted(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "SELAMAT ULANG TAHUN untuk tim dapur",
        "Kami menang lomba roti!!!",
        "Promo baru! Cek katalog.",
        "BPOM RI, ISO dan SNI",
        "!!!",
        "Kode promo: TEHMELATI, berlaku sampai 3 Mei",
        "𝗞𝗘𝗟𝗔𝗦 𝗠𝗘𝗟𝗨𝗞𝗜𝗦 dibuka lagi",
        "KAMI MENERIMA PESANAN KUE " * 3 + "DAN ADA PROMO " + "SETIAP HARI SENIN " * 3,
    ],
)
def test_joy_labels_and_listings_in_capitals_are_no_shouted_sale(text: str) -> None:
    assert shouted(text) == []
