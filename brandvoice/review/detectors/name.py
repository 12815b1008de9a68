"""Names of people beside what is told about them. Capitals count: read from the text as given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.review.detectors.mention import mentions
from brandvoice.review.detectors.person import CAPITAL, FULL, PART, TITLE, is_firm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

_ANY = r"[A-Za-z][A-Za-z'’\-]{2,24}(?:[ ][A-Za-z][A-Za-z'’.\-]{1,24}){0,3}"

# `a.n.` and its kin: the owner of an account, a parcel, a card.
_OWNER = re.compile(
    r"(?<!\w)(?:a[/.]n\.?|A[/.][nN]\.?|[Aa]tas [Nn]ama|ATAS NAMA)[ :;.]*"
    rf"(?P<name>{TITLE}*{_ANY})"
)
# The same without its dots, before an account.
_PAYEE = re.compile(
    rf"(?<!\w)(?:[Aa]n|AN)[ .:]+(?P<name>{FULL}|{CAPITAL}[a-z]{{3,}}|[A-Z]{{4,}})"
    r"(?=[ ,.:\-]{1,3}\d{6})"
)
_LABELLED = re.compile(
    r"(?<!\w)(?:[Nn]ama (?:lengkap|penerima|pengirim|pemilik)|[Pp]enerima|[Pp]engirim"
    rf"|[Cc]ardholder)(?:nya)? ?[:=] ?(?P<name>{TITLE}*{FULL})"
)
_SPOKEN = re.compile(
    rf"(?<!\w)(?:[Tt]his is (?P<calls>{TITLE}?{FULL}) (?:calling|from|speaking)"
    rf"|[Mm]y name is (?P<own>{FULL}"
    rf"|{PART}(?=[^.!?\n]{{0,40}}(?:\d\d|live|from)))"
    rf"|(?P<lives>{TITLE}?{FULL}) (?:lives at|tinggal di (?:Jl|Jln|Jalan|Gg|Perum)))"
)
# Whom a case is told about, with an age or an accusation.
_AGED = re.compile(
    rf"(?<!\w)(?P<name>{CAPITAL}[\w'’\-]{{2,24}}(?: (?:alias )?{PART}){{0,4}})"
    r" \((?:\d\d|\d{1,2} ?(?:tahun|th|thn))(?:, [A-Z][\w ]{2,20})?\)"
)
_CASE = re.compile(
    r"(?<!\w)(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y) (?:son|daughter|child|kid|wife|husband),? "
    rf"(?P<kin>{PART}),? (?:is |who is |aged )?\d{{1,2}}(?!\d)"
    rf"|(?:tersangka|terdakwa|pelaku|korban)(?:,| bernama| atas nama) (?P<named>{FULL})"
    rf"|menetapkan (?P<accused>{FULL}) sebagai tersangka)"
)
# What must stand behind a name before an age is read: a bracket, and in it digits and no more.
_AGE: Final = re.compile(rf" \((?:(?<=[\w'’\-] \()|(?<={CAPITAL}\. \())\d\d?(?:[),]| ?t)")
# A title and a full name beside a number to reach or to pay them.
_TITLED = re.compile(rf"(?<![\w/])(?P<name>{TITLE}+{FULL}|{TITLE}{{2,}}{CAPITAL}[\w'’\-]{{2,24}})")
_REACHABLE: Final = re.compile(r"\d(?:[ .\-]?[\dx]){8}")
# People whose names stand in public by office or art; in the pack, so that brands can add theirs.
_PUBLIC_CUE: Final = "public_office"

# By the cue without which a pattern is not tried; the matcher finds cues for nothing.
_BY_CUE: Final = {
    "privacy_payee": _PAYEE,
    "privacy_labelled": _LABELLED,
    "privacy_spoken": _SPOKEN,
    "privacy_case": _CASE,
}
_CUES: Final = frozenset(_BY_CUE)
_FEWEST_DIGITS: Final = 9

# What follows `a.n.` when it is no person, or ends a name.
_NO_PERSON: Final = frozenset(
    "pt cv ud toko yayasan koperasi panitia tim keluarga seluruh perusahaan pribadi manajemen "
    "kami segenap rakyat allah tuhan cinta hukum bank no rek norek nomor rekening sendiri anda "
    "kamu saya pemilik dan di ke yang dengan untuk nya lembaga masjid dewan pengurus pemerintah "
    "tersebut siapa agama bangsa negara bersama owner admin pengirim penerima transfer via hub "
    "hubungi konfirmasi bca bri bni mandiri bsi kalau kalo kl jika sudah sms kirim tolong mohon "
    "terima makasih thanks xxx masing sesuai pelanggan bpjs ya yaa dong nih deh min "
    "makasi tks segera setelah lalu biar agar supaya agan sista kakak bunda".split()
)


def names(paragraph: Paragraph) -> list[Span]:
    """Spans of private people's names beside an account, a number, an address or an age."""
    text, folded = paragraph.text, paragraph.fold.text
    digits = paragraph.matches.digits
    # Some of the digits may be hidden: `0812xxxx`.
    reachable = bool(
        digits and digits + folded.count("x") >= _FEWEST_DIGITS and _REACHABLE.search(folded)
    )
    found: list[Span] = []
    if patterns := _introducing(paragraph, payee=reachable and " an" in folded):
        found += _presented(paragraph, patterns)
    if "a/n" in folded or "a.n" in folded or "atas nama" in folded:
        found += _owners(paragraph)
    found += mentions(paragraph)
    if reachable:
        found += [
            paragraph.folded(Span(*one.span("name")))
            for one in _TITLED.finditer(text)
            if not is_firm(text, one.start())
        ]
    return found


def _introducing(paragraph: Paragraph, *, payee: bool) -> list[re.Pattern[str]]:
    """The patterns that may match."""
    cues = paragraph.matches.cues
    patterns = []
    if not _CUES.isdisjoint(cues):
        patterns += [pattern for cue, pattern in _BY_CUE.items() if cue in cues]
    if "(" in paragraph.text and _AGE.search(paragraph.text):
        patterns.append(_AGED)
    if payee:
        patterns.append(_PAYEE)
    return patterns


def _presented(paragraph: Paragraph, patterns: Iterable[re.Pattern[str]]) -> Iterator[Span]:
    for pattern in patterns:
        for found in pattern.finditer(paragraph.text):
            span = paragraph.folded(Span(*found.span(found.lastgroup or 0)))
            if not paragraph.cue_in(_PUBLIC_CUE, span):
                yield span


def _owners(paragraph: Paragraph) -> Iterator[Span]:
    for found in _OWNER.finditer(paragraph.text):
        if length := _person(found["name"]):
            yield paragraph.folded(Span(found.start(), found.start("name") + length))


def _person(words: str) -> int:
    """How many characters of `words` are a person's name; 0 if the first word is none."""
    end = 0
    for word in re.finditer(r"\S+", words):
        if word[0].lower().strip(".,") in _NO_PERSON:
            break
        end = word.end()
    return len(words[:end].rstrip(".,"))
