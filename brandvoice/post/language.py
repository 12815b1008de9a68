"""Which language a text is in: well enough to choose rules and the words of messages, offline.

Counted are small words that only one language has, and the affixes of words that are not known.
Malay, Javanese and Sundanese count as Indonesian; Spanish, French, German and Tagalog as other.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from brandvoice.post.remembered import Remembered

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
_OTHER: Final = frozenset(
    "el los las una por pero muy con esta este como porque gracias hola del es y les est pour avec "
    "dans vous nous mais merci je sont cette der und das ist nicht ein eine ich mit auf auch wir "
    "ang mga ng hindi kayo ako yung naman siya kung kami'y po opo".split()
)
# What a word speaks for, in one letter each: those of a text, joined, are counted at once.
_WORDS: Final = {
    **dict.fromkeys(_OTHER, "o"),
    **dict.fromkeys(_INDONESIAN, "i"),
    **dict.fromkeys(_ENGLISH, "e"),
}
_LONG: Final = 5
_INDONESIAN_ENDS: Final = ("nya", "kan", "lah", "annya")
_INDONESIAN_STARTS: Final = (
    "meng",
    "meny",
    "memb",
    "memp",
    "peng",
    "peny",
    "pemb",
    "diper",
    "keber",
)
_ENGLISH_ENDS: Final = ("ing", "tion", "ness", "ment", "ful", "ally", "ously", "ers", "ies", "ed")
_SHARED_MIN: Final = 0.22
# From so many telling words on, with so few of the other language, a sentence is surely in one.
_SURE: Final = 6
_SURE_SHARE: Final = 0.05


class Tally(NamedTuple):
    """How many words of a text speak for each language."""

    indonesian: int = 0
    english: int = 0
    other: int = 0

    def plus(self, more: Tally) -> Tally:
        return Tally(
            self.indonesian + more.indonesian,
            self.english + more.english,
            self.other + more.other,
        )

    @property
    def tongue(self) -> Tongue:
        """Indonesian, English, a mix where both carry the text, or other."""
        indonesian, english, other = self
        known = indonesian + english
        if known == 0 or other > known:
            return "other"
        fewer = min(indonesian, english)
        if fewer > 1 and fewer / known >= _SHARED_MIN:
            return "mix"
        return "id" if indonesian >= english else "en"

    @property
    def surely(self) -> Tongue | None:
        """The one language of a text that leaves no doubt, or None."""
        known = sum(self)
        if known < _SURE or known - max(self) > known * _SURE_SHARE:
            return None
        return self.tongue


def tally(folded: str) -> Tally:
    """Counts the telling words of a folded text."""
    return counted(votes(folded))


def votes(folded: str) -> str:
    """What the telling words of a folded text speak for, a letter each."""
    return "".join(map(_VOTES.__getitem__, folded.split()))


def counted(votes: str) -> Tally:
    """Counts `votes`, of one text or of several joined."""
    return Tally(votes.count("i"), votes.count("e"), votes.count("o"))


def _vote(word: str) -> str:
    """What a word speaks for, or nothing: it is known, or its affixes are."""
    if word in _WORDS:
        return _WORDS[word]
    if len(word) <= _LONG:
        return ""
    if word.endswith(_INDONESIAN_ENDS) or word.startswith(_INDONESIAN_STARTS):
        return "i"
    return "e" if word.endswith(_ENGLISH_ENDS) else ""


def _votes_of_words(words: str) -> str:
    return "".join(map(_vote, _WORD.findall(words)))


# By what stands between blanks: a text is split at those much faster than into words.
_VOTES: Final = Remembered(_votes_of_words)
