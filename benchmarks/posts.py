"""Posts made of a small vocabulary in both languages, the same ones every time."""

from __future__ import annotations

import random
from typing import Final

_OPENINGS: Final = (
    "Halo Kak, selamat pagi!",
    "Selamat datang di toko kami.",
    "Good morning, coffee lovers!",
    "Kabar gembira untuk pelanggan setia 😀",
    "New on the menu this week:",
    "Terima kasih sudah mampir kemarin 🙏",
)
_SENTENCES: Final = (
    "Kopi susu gula aren kami dibuat dari biji pilihan petani Garut.",
    "Harganya mulai Rp15.000 saja, sudah termasuk pajak.",
    "Kami buka setiap hari dari jam tujuh pagi sampai sembilan malam.",
    "Every cup is brewed by hand and served with a smile ☕",
    "Ask our baristas for today's beans, they love to talk about them.",
    "Stok terbatas, siapa cepat dia dapat!",
    "Roti ini paling enak se-Bandung, dijamin bikin nagih.",
    "Buruan order sekarang sebelum kehabisan ya 🔥",
    "Pesanan bisa diantar ke rumah, ongkirnya menyesuaikan jarak.",
    "Untuk info lebih lanjut, kirim pesan ke akun ini.",
    "Our tumblers come in three colours and keep your drink warm.",
    "Jujur lagi capek banget hari ini, pengen curhat sedikit.",
    "Bahan katunnya adem dan tidak mudah kusut 👕",
    "Delivery takes two to three working days.",
    "Menu sehat untuk keluarga 👨‍👩‍👧‍👦 tanpa pengawet buatan.",
)
_ENDINGS: Final = (
    "#kopi #bandung",
    "See you soon!",
    "Yuk, mampir akhir pekan ini.",
    "Sampai jumpa besok, Kak!",
    "#lokal #umkm #sarapan",
)


def posts(count: int) -> list[str]:
    """`count` different posts of about 300 characters in two or three paragraphs."""
    dice = random.Random(7)  # noqa: S311  # the same posts in every run, no secret
    return [_post(dice, number) for number in range(count)]


def _post(dice: random.Random, number: int) -> str:
    body = " ".join(dice.sample(_SENTENCES, dice.randint(2, 4)))
    close = " ".join(dice.sample(_SENTENCES, 1))
    opening, ending = dice.choice(_OPENINGS), dice.choice(_ENDINGS)
    return f"{opening} Promo ke-{number}.\n\n{body} ({number})\n\n{close} No. {number} {ending}"
