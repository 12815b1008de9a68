"""In which encoding a text file is written, and its text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from brandvoice.errors import UserError

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# PDF, RTF, ZIP and Office before 2007: no plain text, whatever the file is called.
_SIGNATURES: Final = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Vertical tab and form feed are let through: Word uses them as line ends.
_CONTROLS: Final = re.compile("[\0-\x08\x0e-\x1f]")
_PLAIN: Final = re.compile("[\t\n\r -~]")
_UTF_8_SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_EMOJI: Final = re.compile(rb"\xf0\x9f")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
# Enough to tell encodings apart, and quick for five megabytes.
_SAMPLE: Final = 100_000


def decode(content: bytes, name: str) -> str:
    """The text of a file, exact, without a byte order mark.

    Raises UserError: `document.binary` for what is no text at all, `document.garbled` for Unicode
    with broken places, `document.encoding` when no encoding makes sense of it.
    """
    if content.startswith(_SIGNATURES):
        raise UserError("document.binary", name=name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _read(content[len(mark) :], encoding)
            break
    else:
        text = _unmarked(content, name)
    if text is None:
        raise UserError("document.garbled", name=name)
    if _share(_CONTROLS, text) > 0.01:
        raise UserError("document.binary", name=name)
    return text


def _unmarked(content: bytes, name: str) -> str | None:
    if b"\0" in content:
        return _wide(content, name)
    text = _read(content, "utf-8")
    if text is None and not _is_broken_utf_8(content):
        return _western(content) or _guessed(content, name)
    return text


def _read(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(characters: re.Pattern[str], text: str) -> float:
    """Which part of the text, or of its beginning, these characters are: 0 to 1."""
    sample = text[:_SAMPLE]
    return len(characters.findall(sample)) / len(sample) if sample else 0.0


def _wide(content: bytes, name: str) -> str:
    """Two or four bytes a character: read the wrong way round they are no Latin letters."""
    for encoding in _WIDE:
        text = _read(content, encoding)
        if text is not None and _share(_PLAIN, text) > 0.3:
            return text
    raise UserError("document.binary", name=name)


def _is_broken_utf_8(content: bytes) -> bool:
    """Whether it has emoji in UTF-8, or most beyond ASCII is: nothing else can be meant."""
    high = sum(map(len, _HIGH.findall(content)))
    sequences = _UTF_8_SEQUENCE.findall(content)
    return any(map(_EMOJI.match, sequences)) or 4 * sum(map(len, sequences)) > 3 * high


def _western(content: bytes) -> str | None:
    """Windows or Mac text in Latin letters, told apart by where its accents and quotes stand.

    charset-normalizer takes the curly quotes of short English texts for letters of other
    encodings, so it is asked only where letters beyond ASCII are common.
    """
    if sum(map(len, _HIGH.findall(content))) * 3 > len(content):
        return None
    readings = [text for code in ("cp1252", "mac_roman") if (text := _read(content, code))]
    best = max(readings, key=_sense)
    return best if _sense(best) > 0 else None


def _sense(text: str) -> int:
    """How much the characters beyond ASCII look like those of Latin writing in their places."""
    sample = f" {text[:_SAMPLE]} "
    return sum(
        _fit(sample[at - 1], character, sample[at + 1])
        for at, character in enumerate(sample)
        if character > "\x7f"
    )


def _fit(before: str, character: str, after: str) -> int:
    if character in "“”‘’–—…•€™":
        return 2
    if not character.isalpha():
        inside_word = before.isalpha() and after.isalpha()
        return -2 if inside_word else int(character in "\u00a0«»°£©®½¼¾·×")
    if character.isupper() and before.islower():
        return -2
    return 1 if before.isalpha() or (after.isalpha() and not before.isdigit()) else -1


def _guessed(content: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise UserError("document.encoding", name=name)
    return str(best)
