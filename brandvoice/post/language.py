"""Which language a text is in: well enough to choose the words of a message, offline."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Tongue = Literal["id", "en", "mix", "other"]

_WORD = re.compile(r"[a-z]+")
# The commonest small words of each language that the other does not use.
_INDONESIAN: Final = frozenset(
    "yang yg dan di ke dari ini itu untuk utk buat dengan dgn pada ada adalah tidak tdk nggak "
    "gak ga enggak ngga bukan jangan sudah udah udh belum lagi akan bisa boleh harus mau juga "
    "jg saja aja sangat banget bgt sekali kami kita kamu kalian aku saya gue gw dia mereka "
    "anda kak kakak bun gan nya lah deh dong sih nih ya yuk ayo karena krn kalau kalo kl jika "
    "atau tapi tetapi sama oleh lebih paling semua setiap tiap hari jam bulan tahun minggu "
    "besok kemarin sekarang skrg nanti baru beli pesan harga murah gratis promo stok barang "
    "toko warna ukuran bahan pakai pake cocok terima kasih makasih selamat pagi siang malam "
    "apa siapa kapan dimana kenapa gimana bagaimana orang anak ibu bapak rumah kerja hati "
    "banyak sedikit besar kecil bagus baik cuma hanya sampai masih dapat dapet seperti kayak "
    "kaya sambil sebelum sesudah setelah hingga agar supaya buruan termurah terbaik terlaris "
    "termahal tersedia sedia siap kirim dikirim bayar dijamin jamin asli tinggal habis "
    "kehabisan ketinggalan hemat diskon spesial khusus gabung daftar hubungi kontak nomor "
    "alamat kota jalan baju sepatu tas kulit wajah badan makan minum enak lezat pedas manis "
    "sehat sakit capek lelah sedih senang bahagia marah kesel kesal sayang cinta teman temen "
    "keluarga suami istri ayah mama papa adik sore malem kmrn bsk trs terus doang gitu gini "
    "begitu begini mana sini sana situ pernah tetap cepat cepet lambat mulai selesai buka "
    "tutup libur pulang pergi datang lihat liat dengar tau tahu ngerti bikin ambil punya "
    "sendiri langsung segera sekaligus akhirnya ternyata katanya soal gara semoga mohon maaf "
    "tolong silakan silahkan hayo loh kok toh kmu lu lo elu gua elo".split()
)
_ENGLISH: Final = frozenset(
    "the a an and of to in is are was were be been have has had do does did not no for with "
    "on at by from this that these those it its you your we our us they their he she his her "
    "my me i will would can could should may just only now out up all any some more most very "
    "so but or if when what who how why where there here about into over after before than "
    "then get got go new make like love want need know come take one two first buy today "
    "please thank thanks good great people day time year week because through while something "
    "nothing everything every both few own same too won try made find found give given keep "
    "let back down away again always never ever still even much many such other another each "
    "until since during without within between under really little big old right left last "
    "next long doing going says said say tell thing things way work world life home".split()
)
_SHARED_MIN = 0.22


class Tally(NamedTuple):
    """How many words of a text speak for each language."""

    indonesian: int = 0
    english: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(self.indonesian + other.indonesian, self.english + other.english)

    @property
    def tongue(self) -> Tongue:
        """Indonesian, English, a mix where both carry the text, or other."""
        known, fewer = self.indonesian + self.english, min(self)
        if known == 0:
            return "other"
        if fewer > 1 and fewer / known >= _SHARED_MIN:
            return "mix"
        return "id" if self.indonesian >= self.english else "en"


def tally(folded: str) -> Tally:
    """Counts the telling words of a folded text."""
    words = _WORD.findall(folded)
    indonesian = sum(
        word in _INDONESIAN or (len(word) > 5 and word.endswith(("nya", "kan", "lah")))
        for word in words
    )
    return Tally(indonesian, sum(word in _ENGLISH for word in words))
