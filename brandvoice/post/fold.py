"""A text as it is matched: one plain spelling of its words, with a map back to the real ones.

Folded away: case, styled and full-width letters (NFKC), accents and variation selectors,
zero-width characters, drawn-out letters (`bangeeet`), leet (`g4r4ns1`), spaced-out words
(`g r a t i s`), curly quotes, runs of blanks. Links become blanks: nobody reads their words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.remembered import Remembered
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = {
    **dict.fromkeys("‘’‚‛′´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
}
# Negative circled and negative squared capitals, which NFKC leaves alone.
_PLAIN |= {chr(base + i): chr(97 + i) for base in (0x1F150, 0x1F170) for i in range(26)}

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])(?:wa\.me|bit\.ly|t\.co|linktr\.ee)/\S+", re.I
)
_LEET = str.maketrans("0134578@$", "oieastbas")
_LEET_WORD = re.compile(
    r"(?<![\w@.])(?!rp\d|idr\d)[a-z]+(?:[0134578@$][a-z]+)+[0134578]?(?![\w@]|\.\w)"
)
_SPACED = re.compile(r"(?<!\w)[a-z]([ .\-_*])(?:[a-z]\1){2,}[a-z](?!\w)")
_RUN = re.compile(r"([a-z])\1{2,}")
# Doubled last letters that neither language spells: `murahh`, `bangett`.
_DOUBLED_END = re.compile(r"(?<=\w\w)([thkriaumbpy])\1(?!\w)")
_BLANKS = re.compile(r" {2,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# What must stand in a word, with its marks, before one of the patterns above can match around it.
_MAY_BE_LEET = re.compile(r"[0134578@$](?<=[a-z].)(?=[a-z])")
_MAY_BE_DRAWN_OUT = re.compile(r"([a-z])\1(?:\1|(?<=[thkriaumbpy])(?!\w))")
_MAY_BE_SPACED = re.compile(r"([.\-_*])[a-z]\1[a-z]\1")


class Folded(NamedTuple):
    """The folded text and, for each of its characters, the code points it stands for."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where folded characters `start` to `end` (exclusive, not empty) stand in the post."""
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """The folded form of a normalised text; never raises, never longer than a few times `text`."""
    given = text
    if "/" in text or "www." in text.lower():
        text = _LINK.sub(lambda link: "\x00" * len(link[0]), text)
    if text.isascii():
        folded = text.lower().replace("\t", " ")
        starts: Sequence[int] = range(len(given))
        ends: Sequence[int] = range(1, len(given) + 1)
    else:
        folded, starts, ends = _plain_letters(text)
    oddities = "".join(map(_ODDITIES.__getitem__, folded.split()))
    if "l" in oddities:
        folded = _LEET_WORD.sub(lambda word: word[0].translate(_LEET), folded)
    if (oddities or "  " in folded) and (cuts := _cuts(folded, oddities)):
        return _without(folded, starts, ends, cuts)
    return Folded(folded, starts, ends)


def _odd(word: str) -> str:
    """What may be odd about a word: `l` for leet, `d` for drawn out, `s` for a letter set apart."""
    # Leet may turn out to be drawn out when it is read.
    leet = "ld" if _MAY_BE_LEET.search(word) else ""
    drawn_out = "d" if _MAY_BE_DRAWN_OUT.search(word) else ""
    if _MAY_BE_SPACED.search(word):
        return f"{leet}{drawn_out}ss"
    return f"{leet}{drawn_out}s" if len(word) == 1 and word.isalpha() else leet + drawn_out


_ODDITIES: Final = Remembered(_odd)


def fold_words(words: str) -> str:
    """The folded spelling of a phrase, for putting it into a matcher."""
    return fold(words).text.strip()


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if (plain := _PLAIN.get(character)) is not None:
        return plain
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    kept = (c for c in decomposed if unicodedata.category(c)[0] != "M")
    return "".join(_PLAIN.get(c, c) for c in kept)


def _one_for_one(text: str) -> str | None:
    """The plain letters of a text if each stands for one of its characters, as in most lines."""
    letters: list[str] = []
    at = 0
    for run in _NOT_ASCII.finditer(text):
        plain = [_folded(one) for one in run[0]]
        if any(len(one) != 1 for one in plain):
            return None
        letters += (text[at : run.start()].lower(), *plain)
        at = run.end()
    letters.append(text[at:].lower())
    return "".join(letters).replace("\t", " ")


def _plain_letters(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    alone = _one_for_one(text)
    if alone is not None:
        return alone, range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for run in _NOT_ASCII.finditer(text):
        _add_ascii(text, at, run.start(), letters, starts, ends)
        for at, character in enumerate(run[0], run.start()):
            plain = _folded(character)
            letters.append(plain)
            starts += (at,) * len(plain)
            ends += (at + 1,) * len(plain)
            # An accent or variation selector belongs to the letter before it.
            if not plain and ends and ends[-1] == at and _is_mark(character):
                ends[-1] = at + 1
        at = run.end()
    _add_ascii(text, at, len(text), letters, starts, ends)
    return "".join(letters), starts, ends


def _add_ascii(
    text: str, start: int, end: int, letters: list[str], starts: list[int], ends: list[int]
) -> None:
    letters.append(text[start:end].lower().replace("\t", " "))
    starts += range(start, end)
    ends += range(start + 1, end + 1)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _cuts(folded: str, oddities: str) -> list[tuple[int, int]]:
    """Stretches of the folded text that merge into the character before them, in order."""
    cuts = []
    if "d" in oddities:
        cuts += [(m.start() + 1, m.end()) for m in _RUN.finditer(folded) if _inside_word(folded, m)]
        cuts += [(m.start() + 1, m.end()) for m in _DOUBLED_END.finditer(folded)]
    if "  " in folded:
        cuts += [(m.start() + 1, m.end()) for m in _BLANKS.finditer(folded)]
    if "ss" in oddities:
        for match in _SPACED.finditer(folded):
            cuts += [(at, at + 1) for at in range(match.start() + 1, match.end(), 2)]
    return sorted(set(cuts))


def _inside_word(folded: str, run: re.Match[str]) -> bool:
    """Whether other letters stand around the run: `www`, `III` and `zzz` are words of their own."""
    before, after = folded[run.start() - 1 : run.start()], folded[run.end() : run.end() + 1]
    return before.isalpha() or after.isalpha()


def _without(
    folded: str, starts: Sequence[int], ends: Sequence[int], cuts: list[tuple[int, int]]
) -> Folded:
    kept_text: list[str] = []
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    at = 0
    for start, end in cuts:
        if end <= at:
            continue
        from_ = max(start, at)
        kept_text.append(folded[at:from_])
        kept_starts += starts[at:from_]
        kept_ends += ends[at:from_]
        if kept_ends:
            kept_ends[-1] = ends[end - 1]
        at = end
    kept_text.append(folded[at:])
    kept_starts += starts[at:]
    kept_ends += ends[at:]
    return Folded("".join(kept_text), kept_starts, kept_ends)
