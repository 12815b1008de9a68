"""A text as it is matched: one plain spelling of its words, with a map back to the real ones.

Folded away: case, styled and full-width letters (NFKC), accents and variation selectors,
zero-width characters, drawn-out letters (`bangeeet`), leet (`g4r4ns1`), spaced-out words
(`g r a t i s`), curly quotes, runs of blanks. Links become blanks: nobody reads their words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

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
_BLANKS = re.compile(r"[^\S\n]{2,}")
# What an ASCII text must have before anything but its case can be folded away.
# (No IGNORECASE: it lets `İ` pass for an ASCII `i`.)
_NEEDS_WORK = re.compile(
    r"[^\x00-\x7f]|([A-Za-z])\1(?:\1|\b)|[A-Za-z][0134578@$]|\t|[^\S\n]{2}|"
    r"\b[A-Za-z][ .\-_*][A-Za-z]\b|://|[Ww]{3}\.|\.[A-Za-z]{2}/",
)


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
    if not _NEEDS_WORK.search(text):
        return Folded(text.lower(), range(len(text)), range(1, len(text) + 1))
    folded, starts, ends = _plain_letters(text)
    folded = _LEET_WORD.sub(lambda word: word[0].translate(_LEET), folded)
    cuts = _cuts(folded)
    if not cuts:
        return Folded(folded, starts, ends)
    return _without(folded, starts, ends, cuts)


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
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    kept = (c for c in decomposed if unicodedata.category(c)[0] != "M")
    return "".join(_PLAIN.get(c, c) for c in kept)


def _plain_letters(text: str) -> tuple[str, list[int], list[int]]:
    text = _LINK.sub(lambda link: "\x00" * len(link[0]), text)
    if text.isascii():
        plain_text = text.lower().replace("\t", " ")
        return plain_text, list(range(len(text))), list(range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(text):
        if character < "\x80":
            plain = " " if character == "\t" else character.lower()
        else:
            plain = _folded(character)
            if not plain:
                # An accent or variation selector belongs to the letter before it.
                if ends and ends[-1] == at and unicodedata.category(character)[0] == "M":
                    ends[-1] = at + 1
                continue
        for one in plain:
            letters.append(one)
            starts.append(at)
            ends.append(at + 1)
    return "".join(letters), starts, ends


def _cuts(folded: str) -> list[tuple[int, int]]:
    """Stretches of the folded text that merge into the character before them, in order."""
    cuts = [(m.start() + 1, m.end()) for m in _RUN.finditer(folded) if _inside_word(folded, m)]
    cuts += [(m.start() + 1, m.end()) for m in _BLANKS.finditer(folded)]
    cuts += [(m.start() + 1, m.end()) for m in _DOUBLED_END.finditer(folded)]
    for match in _SPACED.finditer(folded):
        cuts += [(at, at + 1) for at in range(match.start() + 1, match.end(), 2)]
    return sorted(set(cuts))


def _inside_word(folded: str, run: re.Match[str]) -> bool:
    """Whether other letters stand around the run: `www`, `III` and `zzz` are words of their own."""
    before, after = folded[run.start() - 1 : run.start()], folded[run.end() : run.end() + 1]
    return before.isalpha() or after.isalpha()


def _without(
    folded: str, starts: list[int], ends: list[int], cuts: list[tuple[int, int]]
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
    return Folded("".join(kept_text), kept_starts + starts[at:], kept_ends + ends[at:])
