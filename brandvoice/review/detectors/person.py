"""How people's names are written: titles, capitals, particles; and what only looks like a name."""

from __future__ import annotations

import re
from typing import Final

# Titles of respect and degrees; the short ones only with their dot: `dr` is also "from".
TITLE: Final = (
    r"(?:(?:(?:Bpk|Bapak|Pak|pak|Ibu|ibu|Mas|Mbak|Mba|Kak|Mrs?|Ms|Miss|Mdm|Ny|Tn|Nyonya|Tuan|Bunda"
    r"|Tante|Om|Ust|Ustaz|BPK|BAPAK|IBU|SDR)\.? ?"
    r"|(?:Sdri?\.?|Bu|bu|H|Hj|HJ) |(?:Drs?|drs?|drg|Dra|Ir|Prof|Hj?|HJ|IR|DRS?|H)\. ?))"
)
CAPITAL: Final = "[A-ZÀ-ÞĀ-ſ]"
# A word of a name; its length is bounded, so that no text makes a search slow.
WORD: Final = rf"{CAPITAL}[a-zß-žA-Z'’\-]{{1,24}}"
PART: Final = rf"(?:{WORD}|{CAPITAL}\.?)"
_PARTICLE = r"(?:(?:van|von|der|den|de|di|da|dos|du|bin|binti|al|el|la|le|ter) ){0,2}"
# Two to four words; the first and the last are no initials.
FULL: Final = rf"{WORD}(?: {_PARTICLE}{PART}){{0,2}} {_PARTICLE}{WORD}"

# Words in capitals that make no name: trades, goods, places of a firm, days, greetings.
_NO_NAME: Final = frozenset(
    "yth bri bca bni bsi btn mandiri female magazine indonesia jakarta bandung surabaya bali "
    "network pt cv ud tbk ltd llc inc corp gmbh group bank hotel store shop toko studio cafe kafe "
    "resto restaurant company office kantor team tim service services customer costumer customers "
    "care support center centre centrum department dept head human resources sales marketing "
    "finance manager admin hotline call business class school sekolah university universitas "
    "college academy club fc united city kota kabupaten street road avenue jalan park mall plaza "
    "hospital rumah sakit klinik clinic apotek masjid gereja church foundation yayasan "
    "association union agency media news times post daily radio tv fm channel app apps online "
    "digital mobile internet wifi card kartu credit debit account akun email whatsapp telegram "
    "instagram facebook tiktok shopee tokopedia lazada gojek grab google apple samsung monday "
    "tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis jumat sabtu minggu "
    "january february march april june july august september october november december januari "
    "februari maret mei juni juli agustus oktober desember new year christmas easter ramadan "
    "lebaran black flash sale promo diskon free gratis valued dear all everyone sir madam friends "
    "family home house north south west east central san los the our your my this that these "
    "those and or for with from not what who how why when where please thank thanks hello good "
    "morning happy first last best top big small super ultra pro plus max premium gold silver "
    "platinum special general public government police polisi ministry kementerian presiden "
    "president minister menteri gubernur king queen prince princess saint st god allah tuhan "
    "santa jesus nabi yang dan umur usia bekas asli baru offer deal offers surprise holder "
    "universal them other than more di ke dari untuk dengan ini itu saya kami kita anda kamu no "
    "nomor rekening".split()
)
_CAMEL: Final = re.compile(r"[a-z][A-Z][a-z]+[A-Z]")
# Shops and dishes that bear somebody's name: `Sambal Bu Rudy`, `Warung Pak Kumis`.
_BEFORE_A_FIRM = re.compile(
    r"(?<!\w)(?:warung|rumah makan|rm|nasi|sate|soto|bakso|mie|mi|ayam|bebek|ikan|pecel|gudeg|rawon"
    r"|sambal|sambel|kopi|toko|depot|kedai|salon|jamu|rujak|uduk|geprek|pempek|martabak|es|kue|roti"
    r"|bubur|seblak|seafood|katering|catering|butik|bengkel|laundry|kost?|apotek|batik|dapur|lele"
    r"|tahu|keripik|oleh-oleh|restoran|resto|cafe|kafe|hotel|villa|museum|stadion|bandara|jalan"
    r"|jl\.?)"
    r"(?: \w+)? $",
    re.I,
)


def is_firm(text: str, start: int) -> bool:
    """Whether the name that begins at `start` is a shop's or a dish's: `Sambal Bu Rudy`."""
    return _BEFORE_A_FIRM.search(text[max(0, start - 24) : start]) is not None


def is_person(words: str) -> bool:
    """Whether words in capitals can be a person's name: none of them belongs to a firm or a day."""
    if _CAMEL.search(words):
        return False
    return not any(word.strip(".,'’-").lower() in _NO_NAME for word in re.split(r"[ \-]", words))
