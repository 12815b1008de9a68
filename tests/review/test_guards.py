"""Each guard lets the legitimate pass and nothing else."""

from __future__ import annotations

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.post.fold import fold
from brandvoice.post.span import Span
from brandvoice.review.guards import GUARDS
from brandvoice.review.paragraph import Paragraph
from brandvoice.workflow.readypack import matcher, shipped_pack

MATCHER = matcher(shipped_pack())
BRAND = Brand(contacts=("0812-1111-2222",))


def passes(guard: str, text: str, words: str, brand: Brand = BRAND) -> bool:
    paragraph = Paragraph(text, MATCHER, brand)
    start = paragraph.fold.text.index(fold(words).text)
    return GUARDS[guard](paragraph, Span(start, start + len(fold(words).text)))


@pytest.mark.parametrize(
    ("guard", "words", "legitimate", "not_so"),
    [
        ("negated", "termurah", "Kami tidak termurah", "Gak nyesel, termurah di kota"),
        ("negated", "termurah", "Bukan yang termurah kok", "Bukan cuma termurah"),
        ("negated", "guaranteed", "Returns are not guaranteed", "Not only guaranteed"),
        ("denied", "termurah", "Kami belum tentu termurah", "Tanpa ribet termurah di kota"),
        ("denied_inside", "tidak obati flu", "Jus tidak obati flu", "Jus obati flu"),
        ("refused", "menjamin", "Tidak ada toko yang bisa menjamin", "Kami menjamin"),
        ("question", "terbaik", "Mana kopi terbaik menurutmu?", "Kopi terbaik. Setuju?"),
        ("asked", "sembuh", "Bisa sembuh dalam sehari?", "Sembuh sehari, siapa mau?"),
        ("conditional", "murah", "Kalau mau murah, tanya dulu", "Murah kalau banyak"),
        ("quoted", "enak banget", "Kata Rina: “enak banget loh”", "enak banget “loh kak”"),
        ("evidence", "terlaris", "Terlaris menurut survei Toko 2026", "Terlaris se-kota"),
        ("terms", "gratis", "Gratis ongkir. Syarat dan ketentuan berlaku", "Gratis ongkir"),
        ("dated", "terakhir", "Hari terakhir 30 November", "Hari terakhir"),
        ("wish", "terbaik", "Semoga dapat yang terbaik", "Dapat yang terbaik"),
        ("report", "dijamin", "Menurut polisi, dijamin aman", "Kami bilang dijamin aman"),
        ("warning", "menang", "Waspada penipuan: kamu menang", "Kamu menang"),
        ("educational", "cepat kaya", "Tips biar cepat kaya", "Cepat kaya dengan tips ini"),
        ("reader", "capek", "Kamu capek?", "Aku capek sama kamu"),
        ("addressed", "capek", "Kamu capek?", "Kalian tahu, aku capek"),
        ("others", "sakit", "Polisi: korban sakit", "Polisi bilang aku sakit"),
        ("lesson", "galau", "Cara mengusir galau", "Kenapa aku galau"),
        ("inquiry", "galau", "Galau pilih warna?", "Kenapa aku galau?"),
        ("offered", "bokek", "Promo anti bokek", "Aku bokek gara-gara promo"),
        ("headline", "galau", "Lima Lagu Galau dari Era Lawas", "Hari ini Rina galau di toko"),
        ("calm", "gratis", "Gratis kopi untuk anggota.", "GRATIS kopi untuk anggota."),
        ("calm", "free", "Free coffee for members", "Free coffee!"),
        ("calm", "gratis", "Gratis kopi", "GR4T1S kopi"),
        ("calm", "free", "Free coffee", "F R E E coffee"),
        ("calm", "gratis", "Gratis kopi", "𝗚𝗿𝗮𝘁𝗶𝘀 kopi"),
        ("hashtag", "gratis", "Kopi pagi #gratis", "Kopi gratis #pagi"),
        ("own_contact", "0812 1111 2222", "WA 0812 1111 2222", "WA 0813 1111 2222 0812 1111 2223"),
        ("masked", "3171****", "NIK 3171****", "NIK 3171"),
        ("masked", "0812-xxxx-xx12", "Selamat 0812-xxxx-xx12", "x 0812-1111-2222"),
    ],
)
def test_guard(guard: str, words: str, legitimate: str, not_so: str) -> None:
    assert passes(guard, legitimate, words)
    other = words if fold(words).text in fold(not_so).text else not_so[3:]
    assert not passes(guard, not_so, other)


def test_a_short_answer_is_brief() -> None:
    assert passes("brief", "Maaf ya Kak", "maaf")
    long = "Maaf ya Kak Rina, paketnya sudah kami terima lagi di gudang dan sedang dicek oleh tim"
    assert not passes("brief", long, "maaf")


@pytest.mark.parametrize(
    ("guard", "words", "fits", "fits_not"),
    [
        ("brand_word", "aku jual", Brand(own=("Aku",)), Brand(own=("kami",))),
        ("brand_word", "kamu", Brand(readers=("Kamu",)), Brand(readers=("Kak",))),
        ("own_unsaid", "aku", Brand(readers=("Kak",)), Brand(own=("kami",))),
        ("not_formal", "gaes", Brand(), Brand(readers=("Anda",))),
        ("not_formal", "gaes", Brand(readers=("Kak",)), Brand(readers=("Bapak", "Ibu"))),
        ("not_casual", "dengan hormat", Brand(), Brand(readers=("Kak",))),
        ("not_casual", "dengan hormat", Brand(readers=("Anda",)), Brand(readers=("Sobat",))),
    ],
)
def test_what_fits_the_voice_follows_the_profile(
    guard: str, words: str, fits: Brand, fits_not: Brand
) -> None:
    assert passes(guard, words, words, fits)
    assert not passes(guard, words, words, fits_not)
