"""How a private person is mentioned: as customer, receiver, caller, patient, kin, by age or home.

A name alone is no finding: artists, firms and streets have names too. What makes it one is the
frame around it. Capitals count: read from the text as given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.review.detectors.person import CAPITAL, FULL, TITLE, WORD, is_firm, is_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

# Whose names stand in public by office or art; this many folded characters around the name count.
_PUBLIC_CUE: Final = "public_office"
_PUBLIC_BEFORE: Final = 48
_PUBLIC_AFTER: Final = 24

# In a line of so many words, so many of them in capitals, capitals say nothing.
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_HEADLINE_WORDS: Final = 8
_HEADLINE_SHARE: Final = 0.65
# A number after a comma, a title or a ward make it an address.
_ITEMS: Final = re.compile(r", \d|(?<!\w)(?:Mrs?|Ms|Ward|Flat|Apt|Unit)(?!\w)")

_MS = r"(?:Mr|Mrs|Ms|Miss|Mdm|MR|MRS|MS|mr|mrs|ms|miss)\.? "
_NAME = rf"(?P<name>{TITLE}?{FULL})"
_ONE = rf"(?P<name>{WORD}(?: {FULL})?)"
_KIN = (
    "son|daughter|child|kid|baby|wife|husband|father|mother|grandfather|grandmother|uncle|aunt"
    "|brother|sister|cousin|niece|nephew|girlfriend|boyfriend|fianc[eé]e?|ex"
)
_CUSTOMER = (
    "customer|client|patient|guest|tenant|student|pupil|buyer|neighbou?r|landlord|flatmate|roommate"
    "|employee|cashier|receptionist|driver|courier|nurse|nanny|cleaner"
)
_PELANGGAN = (
    "[Pp]elanggan|[Cc]ustomer|[Pp]embeli|[Pp]asien|[Kk]lien|[Nn]asabah|[Ss]isw[ai]|[Mm]urid"
    "|[Kk]aryaw(?:an|ati)|[Pp]egawai|[Kk]urir|[Dd]river|[Ss]opir|[Tt]etangga|[Tt]amu|[Pp]enyewa"
    "|[Kk]onsumen|[Kk]orban|[Pp]elaku|[Oo]rang|[Pp]enipu"
)
_PAPERS = "account|card|booking|order|reservation|policy|passport|invoice|ticket|loan|bill|cheque"
_STREET = (
    "(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Villas|Court|Way|Square|Terrace|Gardens"
    "|Crescent|Grove|Place|Row)"
)
_ROLE = (
    "beneficiary|guardian|nominee|heir|signatory|owner|holder|user|contact|dependan?t|account"
    "|policy|will|trustee|executor|guarantor|plan|insurance|cardholder|borrower|debtor"
)

# Asked for, corrected, filled in.
_ASKED: Final = (
    (
        r"(?:[Yy]our|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|(?:[Cc]lient|[Pp]atient|[Cc]ustomer|[Cc]aller"
        r"|[Gg]uest)(?:'?s)?)(?: (?:full|real|legal))* name(?:\?| is| was|:)[\s\"']*"
        rf"(?:(?:It'?s|It is|User:|Customer:|Me:) ?)?{_NAME}"
    ),
    rf"[Ff]ull name(?:\?| is| was|:)? {_NAME}",
    rf"(?:last|maiden|sur|family)[ -]?name(?:\?| is| was|:)[\s\"']*{_ONE}",
    (
        rf"name (?:on|of|for|under) (?:\w+ ){{0,2}}(?:{_PAPERS})\W+"
        rf"(?:(?:is|was|User|Customer|It'?s)[: ]+)?{_NAME}"
    ),
    (
        r"name [^.!?\n]{0,90}(?:correct|change|amend|update|spell)\w* (?:it |this |that )?"
        r"(?:to|as) "
        rf"{_NAME}"
    ),
    (
        r"(?:User|Customer|Caller|Client|Patient|Guest|Tenant|Recipient|Sender|Passenger|Attn"
        r"|Attention|Applicant|(?:Ship|Bill|Sold|Deliver|Invoice)(?:ed)? to|Account holder|c/o)"
        r"(?: name)? ?: ?"
        rf"{_NAME}"
    ),
)
# Entered somewhere, booked under, sent to.
_ENTERED: Final = (
    (
        rf"(?:[Aa]dd(?:ed|ing)?|[Rr]emov(?:e|ed|ing)|[Aa]ppoint|[Nn]ominate|[Rr]egister) {_NAME} "
        rf"(?:as|to|from|onto) (?:\w+ ){{0,3}}(?:{_ROLE})"
    ),
    rf"(?:[Uu]nder|[Ii]n) (?:(?:the|my|his|her|their) )?(?:\w+['’]s )?name(?: of)? {_NAME}",
    rf"(?:[Ii]t's|[Ii]t is|[Bb]ooked|[Tt]ry|[Rr]eserved|[Ff]iled) under {_NAME}",
    (
        r"(?:[Bb]ooking|[Rr]eservation|[Aa]ppointment|[Pp]arcel|[Ll]oan|[Tt]able|[Rr]oom|[Oo]rder) "
        rf"(?:is |was |number \S+ )?(?:for|under|of|by) (?P<name>{_MS}{FULL})"
    ),
    (
        r"(?:[Ss]old|[Ss]en[dt]|[Ss]hip(?:ped)?|[Dd]eliver(?:ed)?|[Pp]ost(?:ed)?|[Mm]ail(?:ed)?"
        r"|[Ii]nvoiced?|[Bb]ill(?:ed)?|[Aa]ddress(?:ed)?|[Rr]efund(?:ed)?|[Ff]orward(?:ed)?) "
        rf"(?:[\w'\-]{{1,24}} ){{0,5}}to "
        rf"(?:(?P<titled>{_MS}{FULL})|(?P<name>{FULL})(?=,? (?:at |of )?\d))"
    ),
)
# Presented, described, at home, kin.
_DESCRIBED: Final = (
    rf"(?P<name>{FULL}) (?:still )?(?:owes|hasn't paid|has not paid|didn't pay|refuses to pay)",
    (
        r"(?:[Ff]ired|[Ss]acked|[Dd]ismissed|[Ss]uspended|[Rr]efunded|let go of) "
        rf"(?P<name>(?:{_MS})?{FULL})"
    ),
    (
        r"(?:refund|parcel|package|order|invoice|booking|deposit|payment|complaint|results?) "
        rf"(?:for|of|from) (?P<name>(?:{_MS})?{FULL}) (?:is|was|has|had|will|went|came|arrived)"
    ),
    (
        rf"(?:I'm|I’m|I am|[Hh]e is|[Ss]he is) (?P<name>{FULL})"
        r"(?=,? (?:originally|from|aged|and [Ii]|\d\d|a \d\d))"
    ),
    (
        rf"(?P<name>(?:{_MS})?{FULL}) (?:lives?|lived|resides?|resided|stays|stayed|is staying) "
        r"(?:at|on|near|in (?:room|apartment|flat|unit|house|a house))"
    ),
    (
        rf"(?P<name>{FULL}),? (?:aged? \d\d"
        r"|(?:is|was) (?:a |an )?\d\d?[ \-]years?[ \-]old)"
    ),
    (
        r"(?:[Oo]ur|[Mm]y|[Aa]|[Tt]he|[Yy]our|[Hh]is|[Hh]er) (?:\w+ )?"
        rf"(?:{_CUSTOMER}|{_KIN}),? (?:called |named )?{_NAME}"
    ),
    rf"(?:{_KIN}) (?:is|was) (?:called|named) {_NAME}",
    (
        rf"(?P<name>{_MS}{FULL}),? (?:\w+ ){{0,2}}(?:ordered|bought|paid|owes|complain\w+|booked"
        r"|checked (?:in|out)|lives|moved|called us|wrote to us|emailed us|diagnosed|pregnant"
        r"|suffers"
        r"|refused|returned|asked for|has not|hasn't|did not|didn't)(?!\w)"
    ),
)
# With an age or a door behind.
_APPOSED: Final = (
    rf"(?P<name>{FULL}), \d\d?,? (?:of|from|for|who)(?!\w)",
    rf"(?P<name>{FULL}) of \d{{1,5}} {CAPITAL}",
    (
        rf"(?P<name>{FULL}), (?:(?:Flat|Apt\.?|Apartment|Unit|Ward|Room) \w+"
        rf"|\d{{1,5}}\w? (?:{CAPITAL}[\w'’]+ ){{1,3}}{_STREET})(?!\w)"
    ),
)
# Whom to call, whose letter, whose data.
_REACHED: Final = (
    (
        r"(?:[Cc]ontact|[Cc]all|[Aa]sk for|reach|text|speak (?:to|with)|talk to|[Ff]ollow up with"
        rf"|[Cc]heck in with|get hold of) (?P<name>(?:{_MS})?{FULL})(?!['’]|\w)"
    ),
    (
        r"(?:[Rr]egards|[Ss]incerely|[Yy]ours truly|[Ff]aithfully),?\s+[\-–]?\s*"
        rf"(?P<name>{FULL})$"
    ),
    rf"[Dd]ear (?P<name>{_MS}{FULL})",
    (
        rf"(?P<name>{FULL})['’]s (?:(?:tele)?phone|mobile|number|home address|address|e-?mail"
        r"|bank account|account|password|passport|salary|medical|test results?|diagnosis|debts?"
        r"|loan)"
        r"(?!\w)"
    ),
)
# The same in Indonesian.
_INDONESIAN: Final = (
    (
        r"(?:[Nn]ama (?:saya|aku|gue|gw|lengkap saya)|[Nn]amaku|[Pp]erkenalkan,? (?:nama )?saya) "
        rf"(?:adalah )?{_NAME}"
    ),
    (
        rf"[Ss]a?ya? {_NAME}(?=,? (?:dari|dr|selaku|sebagai|umur|usia|[Cc]ostumer|[Cc]ustomer|CS"
        r"|staf"
        r"|warga|asal|pemilik|\d\d))"
    ),
    (
        rf"(?:{_PELANGGAN})(?:nya)?(?: kami| kita| saya| itu| ini)?,? (?:yang |ini )?"
        rf"(?:bernama|atas nama|namanya|dengan nama) {_NAME}"
    ),
    (
        rf"(?P<name>{FULL}),? (?:\(?\d\d ?(?:tahun|thn|th)\)?|(?:berusia|umur|usia) \d\d"
        r"|warga (?:RT|Desa|Kelurahan|Dusun|Kampung|Perum|Kecamatan|Kel\.|Kec\.|Jalan|Jl))"
    ),
    (
        rf"(?P<name>{TITLE}{CAPITAL}[\w'’\-]{{2,24}}(?: {CAPITAL}[\w'’\-]{{2,24}}){{0,2}}),? "
        r"(?:usia|umur|berusia) \d"
    ),
    (
        rf"(?:{_PELANGGAN}|[Aa]lumni|[Ss]taff?|[Kk]asir|[Pp]elamar|[Pp]eserta)"
        r"(?: (?:baru|lama|teladan|terbaik|tetap|setia))?"
        rf"(?:(?: (?:kami|kita|saya))?[,:]|(?: (?:kami|kita|saya))) (?P<name>{TITLE}?{FULL}|{TITLE}"
        rf"{CAPITAL}[\w'’\-]{{2,24}})"
    ),
    (
        r"(?:[Kk]asir|[Mm]bak|[Mm]as|[Oo]rang|[Pp]elayan|[Ss]atpam|[Aa]dmin|[Dd]ia|[Ii]bu|[Bb]apak"
        rf"|ini loh?)[^.!?\n]{{0,50}}(?:namanya|bernama) {_NAME}"
    ),
    (
        r"(?:[Rr]eview|[Uu]lasan|[Kk]omplain|[Kk]eluhan|[Tt]estimoni)(?: \w+){0,3} "
        rf"(?:dari|oleh|from|by) {_NAME}"
    ),
    rf"(?:[Pp]elamar|[Pp]asien|[Kk]lien|[Nn]asabah) (?P<name>{TITLE}{FULL}|{FULL})(?! (?:dan|and))",
    rf"(?P<name>{FULL}) \([A-Z]{{2,4}}\) alias {CAPITAL}",
    (
        r"(?:[Ss]uami|[Ii]stri|[Aa]nak|[Mm]antan|[Pp]acar|[Aa]dik|[Kk]akak)"
        r"(?:(?: saya|ku|nya| aku| gue| sy)(?: aja| saja)?,? |(?: yang)? (?:bernama|namanya) )"
        rf"(?P<name>{TITLE}?{FULL}|{TITLE}{{2,}}{CAPITAL}[\w'’\-]{{2,24}})"
    ),
)
_LIFE = (
    r"(?:[Mm]urid|[Ss]isw[ai]|[Pp]elajar|[Mm]ahasisw[ai]|[Gg]uru|[Pp]ensiunan|[Ii]bu rumah tangga"
    r"|IRT|[Ss]ingle (?:mom|mother|mum|dad|father|parent)|[Jj]anda|[Dd]uda|[Bb]uruh"
    r"|[Kk]aryaw(?:an|ati)|[Pp]egawai|PNS|[Pp]erawat|[Bb]idan|[Ss][ou]pir|[Ss]atpam"
    r"|(?:driver )?ojol|[Pp]emud[ai]|[Rr]emaja|[Bb]ocah|[Ww]arga"
    r"|(?:ibu|bapak|ayah) (?:dari )?(?:satu|dua|tiga|empat|lima|\d) anak"
    r"|teacher|nurse|driver|clerk|cashier|housewife|widow(?:er)?|retiree|pensioner|accountant"
    r"|student|pupil|school(?:girl|boy)|grand(?:mother|father)|civil servant|engineer|farmer|maid"
    r"|(?:mother|father|mum|mom|dad) of (?:\w+))"
)
# With an age and a life behind: marked wherever nobody is introduced.
_TOLD: Final = (
    (
        rf"(?:[Aa]nanda|[Aa]nak kita|[Aa]dik) (?P<name>{FULL})"
        r"(?=,? \(?(?:\d|umur|usia|berusia|murid|sisw[ai]|kelas|putr[ai] dari|anak dari|asal))"
    ),
    (
        rf"(?P<name>{FULL}),? \(?\d\d? ?(?:tahun|thn|th)\)?"
        rf"(?=,? (?:{_LIFE}|asal|dari|kelas|sekolah|anak dari)(?!\w))"
    ),
    rf"(?P<name>{FULL}), \d\d,? (?:(?:an?|the|seorang) )?(?:[a-z]+ ){{0,2}}{_LIFE}(?!\w)",
    rf"(?P<name>{FULL}), \d\d,? (?:dari|asal) {CAPITAL}",
    (
        rf"(?P<name>{FULL}),? who (?:has |just |is |will )?turn(?:s|ed|ing)? \d{{1,3}} "
        rf"(?:on|this|last) (?:\w+day,? )?(?:the )?(?:\d|{CAPITAL})"
    ),
)
# With a life and a town behind, or a town behind a patient or client: where a case is told.
_CASES: Final = (
    (
        rf"(?P<name>{FULL}), (?:(?:an?|the|seorang) )?(?:[a-z]+ ){{0,2}}{_LIFE}"
        rf"(?: \w+)? (?:asal|dari|di|from|in|of) {CAPITAL}"
    ),
    (
        r"(?:[Pp]asien|[Kk]lien|[Nn]asabah|[Pp]elanggan|[Cc]ustomer|[Pp]atient|[Cc]lient)"
        rf"(?: [\w\-]+){{1,5}}, (?P<name>{TITLE}?{FULL})(?=,? (?:asal|dari|from|of) {CAPITAL})"
    ),
)
_TOLD_CUE: Final = "privacy_told"
_CASE_CUE: Final = "privacy_case_told"
_INTRODUCED_CUE: Final = "privacy_introduced"

# A title and a full name in a sentence about a purchase, a bill, a stay or a treatment.
_TITLED: Final = re.compile(rf"(?<![\w/])(?P<name>{TITLE}{FULL})")
_DEALING_CUE: Final = "privacy_dealing"

# What one of them begins with, looked for from the digit or the capital on: there are few of those.
_BEHIND: Final = re.compile(r"[\dFAUWR](?:(?<=, .)|(?<= of .))(?:(?<=\d)|lat|p|nit|ard|oom)")

# By the cue without which no frame of the group is tried; the matcher finds cues for nothing.
_FRAMES: Final = {
    "privacy_asked": _ASKED,
    "privacy_entered": _ENTERED,
    "privacy_described": _DESCRIBED,
    "privacy_reached": _REACHED,
    "privacy_disebut": _INDONESIAN,
}
_CUES: Final = frozenset({*_FRAMES, _DEALING_CUE, _TOLD_CUE})
# Without two words in capitals there is no name to frame; of a surname one is enough.
_SOME_NAME: Final = re.compile(
    rf"(?<!\w){CAPITAL}[\w'’\-]{{0,24}}\.? (?:[a-z]{{2,3}} ){{0,2}}{CAPITAL}"
)
_SURNAME_CUE: Final = "privacy_surname"
_TITLES: Final = re.compile(rf"^(?:{TITLE})+|^{_MS}")


def mentions(paragraph: Paragraph) -> list[Span]:
    """Spans of private people's names in a frame that tells whose they are."""
    cues = paragraph.matches.cues
    behind = _BEHIND.search(paragraph.text)
    if not behind and _CUES.isdisjoint(cues):
        return []
    if _SURNAME_CUE not in cues and not _SOME_NAME.search(paragraph.text):
        return []
    frames = [frame for cue, known in _FRAMES.items() if cue in cues for frame in _ready(known)]
    found = [span for frame in frames for span in _framed(paragraph, frame)]
    if behind:
        found += [span for frame in _ready(_APPOSED) for span in _framed(paragraph, frame)]
    if _TOLD_CUE in cues and _INTRODUCED_CUE not in cues:
        told = (*_TOLD, *_CASES) if _CASE_CUE in cues else _TOLD
        found += [span for frame in _ready(told) for span in _framed(paragraph, frame)]
    if _DEALING_CUE in cues:
        found += [span for span in _framed(paragraph, _TITLED) if _dealt_with(paragraph, span)]
    return [] if found and _is_headline(paragraph.text) else found


@cache
def _ready(frames: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compiled when a post first needs them: together they take longer than the review of one."""
    return tuple(re.compile(rf"(?<!\w){frame}") for frame in frames)


def _dealt_with(paragraph: Paragraph, name: Span) -> bool:
    return paragraph.cue_in(_DEALING_CUE, paragraph.around(name), name)


def _framed(paragraph: Paragraph, frame: re.Pattern[str]) -> Iterator[Span]:
    for found in frame.finditer(paragraph.text):
        group = found.lastgroup or "name"
        span = paragraph.folded(Span(*found.span(group)))
        private = is_person(_TITLES.sub("", found[group])) and not is_firm(
            paragraph.text, found.start(group)
        )
        if private and not _in_office(paragraph, span):
            yield span


def _is_headline(line: str) -> bool:
    """Whether nearly every word has a capital: there it says nothing of names."""
    if _ITEMS.search(line):
        return False
    words = _WORDS.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _HEADLINE_WORDS and capitals > _HEADLINE_SHARE * len(words)


def _in_office(paragraph: Paragraph, name: Span) -> bool:
    length = len(paragraph.fold.text)
    around = Span(max(0, name.start - _PUBLIC_BEFORE), min(length, name.end + _PUBLIC_AFTER))
    return paragraph.cue_in(_PUBLIC_CUE, around)
