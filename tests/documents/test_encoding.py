"""Texts come out exact, whatever they were written with."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.documents.encoding import decode
from brandvoice.errors import UserError
from tests.texts import posts

POST = "Halo Kak! 😀 Promo “spesial” di Café kami — cuma Rp15.000 👨‍👩‍👧‍👦\nYuk mampir 🇮🇩"

WRITTEN = {
    "typografi": "Promo “spesial” – beli 2 gratis 1… hanya Rp15.000’an! • stok terbatas",
    "café": "Café",
    "kutipan": "Kata pelanggan: “enak banget”",
    "english": "Don’t miss it — “best” coffee in town. It’s £3…",
    "besar": "BUKA… HARI INI — DON’T MISS",
    "français": "Élégance à la française: déjà vu, garçon, naïve, cœur",
    "tanda": "© 2026 Kopi™, suhu 92°, Rp\u00a015.000",
}


def refusal(content: bytes) -> str:
    with pytest.raises(UserError) as caught:
        decode(content, "kiriman.txt")
    assert caught.value.details == {"name": "kiriman.txt"}
    return caught.value.key


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@given(text=posts())
def test_a_marked_text_is_exact_and_loses_its_mark(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding), "") == text


@given(posts())
def test_utf_8_without_a_mark_is_exact(text: str) -> None:
    assert decode(text.encode(), "") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@given(text=posts())
def test_wide_encodings_are_recognised_without_a_mark(encoding: str, text: str) -> None:
    post = f"{POST}\n{text}"[:150]
    assert decode(post.encode(encoding), "") == post


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_western_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "") == text


@given(st.lists(st.sampled_from(sorted(WRITTEN.values())), min_size=1, max_size=4))
def test_longer_western_texts(parts: list[str]) -> None:
    text = "\r\n".join(parts)
    assert decode(text.encode("cp1252"), "") == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Скидка на все товары до конца недели, заходите в наш магазин"),
        ("gb18030", "本店所有商品打折，欢迎光临我们的商店，今天最后一天优惠"),
        ("shift_jis", "本日限りの特別セールです。ぜひお店にお越しください。"),
        ("cp1250", "Zniżka na całą ofertę, źródło świeżości każdego dnia"),
    ],
)
def test_other_encodings_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "") == text


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"{\\rtf1\\ansi halo}",
        b"PK\x03\x04\x14\0\6\0",
        b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\1",
        bytes(range(256)) * 40,
        b"\xef\xbb\xbfhalo\0\0\0\0",
    ],
)
def test_what_is_no_text(content: bytes) -> None:
    assert refusal(content) == "document.binary"


@pytest.mark.parametrize(
    "content",
    [
        POST.encode()[:-1],
        "Kopi enak 😀".encode() + b"\x80 ya",
        b"Jual cepat \xf0\x9f\x98\x80 murah \xf0\x9f\x98",
        codecs.BOM_UTF16_LE + "halo".encode("utf-16-le")[:-1],
        codecs.BOM_UTF8 + b"caf\xe9",
    ],
)
def test_broken_unicode_is_said_not_mended(content: bytes) -> None:
    assert refusal(content) == "document.garbled"
