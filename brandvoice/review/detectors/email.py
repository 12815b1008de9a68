"""E-mail addresses, plain and disguised. Read from the text as given: folding reads `@` as an a."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

_LOCAL = r"[A-Za-z0-9][\w.+\-]{0,63}"
_DOT = r"(?:[ _\-]?[\[({<*]+ ?(?:dot|titik|\.) ?[\])}>*]+[ _\-]?|[ _\-](?:dot|titik)[ _\-]| ?\. ?)"
_ENDING = r"(?:com|co|id|net|org|me|io|info|biz|edu|ac|sch|go|example)"
_END = r"(?![\w\-])"
_SERVICES = "gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail|rocketmail"
_PLAIN = re.compile(rf"(?<![\w.+\-])({_LOCAL})@[\w\-]+(?:\.[\w\-]+)*\.[A-Za-z]{{2,10}}{_END}")
# `@` in brackets, or spelled with the dot spelled too: a handle or a place is neither.
_DISGUISED = re.compile(
    rf"(?<![\w.+\-])({_LOCAL}(?: (?:dot|titik) \w{{1,20}})?)"
    r"(?: ?[\[({<*]+ ?(?:at|et|a|@) ?[\])}>*]+ ?[A-Za-z0-9\-]{2,30}"
    r"|[ _\-]at[ _\-][A-Za-z0-9\-]{2,30}?(?= ?[\[({<*]*[ _\-]?[\[({<*]*(?:dot|titik)(?!\w)))"
    rf"(?:{_DOT}[A-Za-z0-9]{{2,20}})??{_DOT}{_ENDING}(?:{_DOT}id)?{_END}",
    re.I,
)
# Mail services that everybody knows: `budi @ gmail`, `sari.88 at yahoo.com`.
_SERVICE = re.compile(
    rf"(?<![\w.+\-])({_LOCAL})(?: ?[\[({{]+ ?(?:at|@) ?[\])}}]+ ?| @ |@"
    rf"| at (?=(?:{_SERVICES}){_DOT}(?:com|co)))(?:{_SERVICES})"
    rf"(?:{_DOT}(?:com|co){_END})?(?![\w@\-])",
    re.I,
)
_PATTERNS: Final = (_PLAIN, _DISGUISED, _SERVICE)
# No address hides in a text without the cue of its words, or one of these in the folded text.
_CUE: Final = "privacy_mail"
_BRACKETS: Final = ("at)", "at]", "at}", "(a)", "[a]")
# Mailboxes of an office, not of a person.
_OFFICES: Final = frozenset(
    "info cs halo hello hai hi sales admin support marketing contact kontak order orders hrd hr "
    "recruitment recruitmen rekrutmen career careers karir press media help helpdesk service "
    "customer customerservice customercare layanan pelayanan office redaksi bisnis business "
    "billing finance partnership kerjasama noreply no-reply team tim shop store toko care ask "
    "enquiry enquiries inquiry booking reservasi reservation reservations jobs job lowongan rsvp "
    "feedback pengaduan humas corporate privacy legal returns wholesale reseller donasi mail email "
    "loker rekrut pendaftaran register newsletter events event undangan kontakkami hubungi kabar "
    "kerja karier sdm personalia lamaran lamar apply hiring talent gabung join daftar magang "
    "lapor laporan aduan keluhan saran kritik bantuan bantu tanya jawab pesan pesanan orderan "
    "sekretariat kantor pusat cabang gudang dapur kafe cafe klinik clinic apotek sekolah "
    "kampus akademik admisi admissions bengkel workshop studio hotel resepsi reception frontdesk "
    "concierge spa gym katering catering kelas course courses member membership tiket ticket "
    "tickets kemitraan mitra sponsor vendor supplier pembelian penjualan keuangan tagihan pajak "
    "retur garansi warranty servis produksi logistik ekspedisi shipping security keamanan "
    "dpo pers redaktur publikasi komunikasi promosi iklan ads konten content collab kolaborasi "
    "relawan volunteer adopsi adopt donate program yayasan pengurus panitia".split()
)
_ZERO_WIDTH: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")


def emails(paragraph: Paragraph) -> Iterable[Span]:
    """Spans of e-mail addresses, without the mailboxes of offices such as `info@`."""
    text, folded = paragraph.text, paragraph.fold.text
    spoken = "@" in text or "＠" in text or "﹫" in text or _CUE in paragraph.matches.cues
    closed = ")" in folded or "]" in folded or "}" in folded
    if spoken or (closed and any(bracket in folded for bracket in _BRACKETS)):
        return _emails(paragraph)
    return ()


def _emails(paragraph: Paragraph) -> Iterator[Span]:
    text, places = _plain(paragraph.text)
    end = 0
    matches = [found for pattern in _PATTERNS for found in pattern.finditer(text)]
    for found in sorted(matches, key=lambda found: (found.start(), -found.end())):
        office = re.split(r"[._\-\d ]", found[1].lower(), maxsplit=1)[0] in _OFFICES
        if found.start() >= end and not office:
            end = found.end()
            yield paragraph.folded(Span(places[found.start()], places[end - 1] + 1))


def _plain(text: str) -> tuple[str, range | list[int]]:
    """Styled and full-width letters made plain and zero-width ones dropped; where each stood."""
    plain = unicodedata.is_normalized("NFKC", text) and _ZERO_WIDTH.isdisjoint(text)
    if text.isascii() or plain:
        return text, range(len(text))
    kept = [at for at, character in enumerate(text) if character not in _ZERO_WIDTH]
    return "".join(_letter(text[at]) for at in kept), kept


def _letter(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character
