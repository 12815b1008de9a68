"""Which font draws what: Inter for words, a colour font for emoji, others for signs.

Nothing is dropped: what no font here can draw, or nobody could see, stands there as its code point.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from brandvoice.post.emoji import EMOJI
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fpdf import FPDF
    from fpdf.fonts import TTFFont

INTER: Final = "Inter"
_OURS: Final = ("NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansJP-Signs.ttf")
_EMOJI: Final = "NotoEmoji-Regular.ttf"
# Colour first, where the system has it.
_COLOURED: Final = 200
_SYSTEM_EMOJI: Final = ("NotoColorEmoji.ttf", "seguiemj.ttf", "Apple Color Emoji.ttc")
_SYSTEM: Final = (
    "DejaVuSans.ttf", "NotoSansCJK-Regular.ttc", "segoeui.ttf", "malgun.ttf", "msgothic.ttc",
    "msyh.ttc", "tahoma.ttf", "Arial Unicode.ttf", "AppleSDGothicNeo.ttc", "PingFang.ttc",
    "GeezaPro.ttc", "Thonburi.ttc", "LeelawUI.ttf", "Nirmala.ttf",
)  # fmt: skip
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_PIECES: Final = regex.compile(rf"{EMOJI}|\X", regex.VERSION1)
_WHOLE: Final = regex.compile(EMOJI, regex.VERSION1)


class Run(NamedTuple):
    """Signs one font draws. `shaped`: by HarfBuzz, because glyphs depend on their neighbours.

    `code`: what stands there is not the signs themselves but what they are called.
    """

    face: str
    text: str
    shaped: bool = False
    code: bool = False


class Faces:
    """The fonts of one document; each is read when something first needs it."""

    def __init__(self, document: FPDF) -> None:
        self._document = document
        self._known: dict[str, Run] = {}
        self._fonts: dict[str, TTFFont | None] = {}
        self._paths: dict[str, Path] = {}
        self._taken: dict[str, set[int]] = {}
        for style, weight in (("", "Regular"), ("B", "SemiBold")):
            document.add_font(INTER, style, shipped("resources", "fonts", f"Inter-{weight}.ttf"))
        self._letters = frozenset(self._document.fonts["inter"].cmap)  # type: ignore[union-attr]

    def runs(self, text: str) -> Iterator[Run]:
        """`text`, one paragraph, in the runs of one font each; a tab becomes four blanks."""
        text = text.replace("\t", "    ")
        if text.isascii() and text.isprintable():
            yield Run(INTER, text)
            return
        last: Run | None = None
        for piece in _PIECES.findall(text):
            run = self._known.get(piece) or self._known.setdefault(piece, self._run(piece))
            if last and (last.face, last.shaped, last.code) == (run.face, run.shaped, run.code):
                last = last._replace(text=last.text + run.text)
                continue
            if last:
                yield last
            last = run
        if last:
            yield last

    def close(self) -> None:
        """Lets go of the files."""
        for font in self._document.fonts.values():
            font.close()  # type: ignore[union-attr]

    def _run(self, piece: str) -> Run:
        if _WHOLE.fullmatch(piece):
            return self._emoji(piece)
        if all(map(self._plain, piece)):
            return Run(INTER, piece, shaped=len(piece) > 1)
        if not any(unicodedata.category(sign) in _UNSEEN for sign in piece):
            for file in (*_OURS, *_SYSTEM):
                if self._glyphs(file, piece):
                    return Run(file, piece, shaped=file in _SYSTEM)
        if len(piece) > 1 and unicodedata.category(piece[0]) not in _UNSEEN:
            return Run(INTER, "".join(self._run(sign).text for sign in piece), code=True)
        return Run(INTER, "".join(f"[U+{ord(sign):04X}]" for sign in piece), code=True)

    def _plain(self, sign: str) -> bool:
        return ord(sign) in self._letters and unicodedata.category(sign) not in _UNSEEN

    def _emoji(self, piece: str) -> Run:
        for file in _SYSTEM_EMOJI:
            if glyphs := self._glyphs(file, piece):
                return Run(self._copy_with_room(file, glyphs), piece, shaped=True)
        if self._glyphs(_EMOJI, piece):
            return Run(_EMOJI, piece, shaped=True)
        return Run(INTER, "".join(f"[U+{ord(sign):04X}]" for sign in piece), code=True)

    def _copy_with_room(self, file: str, glyphs: frozenset[int]) -> str:
        """The font under a name that still takes these glyphs: in a PDF, a colour font has 255."""
        for name, taken in self._taken.items():
            if name.startswith(file) and len(taken | glyphs) <= _COLOURED:
                taken.update(glyphs)
                return name
        name = f"{file} {len(self._taken)}"
        self._taken[name] = set(glyphs)
        self._document.add_font(name, "", self._paths[file])
        return name

    def _glyphs(self, file: str, piece: str) -> frozenset[int]:
        """The glyphs that draw `piece`; none where the font is missing or lacks a part of it."""
        font = self._font(file)
        if font is None or not font.cmap.keys() & set(map(ord, piece)):
            return frozenset()
        glyphs, _ = font.perform_harfbuzz_shaping(piece, 12, None)
        found = frozenset(int(glyph.codepoint) for glyph in glyphs)
        return frozenset() if 0 in found else found

    def _font(self, file: str) -> TTFFont | None:
        if file not in self._fonts:
            ours = shipped("resources", "fonts", file)
            found = ours if ours.is_file() else _in_system(file)
            if found and (ours.is_file() or _can_be_embedded(found)):
                self._paths[file] = found
                self._document.add_font(file, "", found)
                self._fonts[file] = self._document.fonts[file.lower()]  # type: ignore[assignment]
            else:
                self._fonts[file] = None
        return self._fonts[file]


def _can_be_embedded(path: Path) -> bool:
    """Whether fpdf2 takes a font of this computer: it does not know every kind there is."""
    from fpdf import FPDF

    trial = FPDF()
    try:
        trial.add_font("trial", "", path)
        trial.set_font("trial", "", 10)
        trial.set_text_shaping(True)
        trial.add_page()
        trial.cell(text="\U0001f600 a \u65e5 \u0639")
        trial.output()
    except Exception:  # whatever is wrong with somebody's font, there are others
        return False
    finally:
        for font in trial.fonts.values():
            font.close()  # type: ignore[union-attr]
    return True


def _in_system(file: str) -> Path | None:
    """Where this computer keeps a font of that file name; None when it has none."""
    for folder in _folders():
        if (folder / file).is_file():
            return folder / file
        if found := next(folder.glob(f"**/{file}"), None):
            return found
    return None


def _folders() -> tuple[Path, ...]:
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
