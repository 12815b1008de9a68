"""The PDF: every word and emoji is there, in both languages, on numbered pages, at any length."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from brandvoice.approval.comparison import Version
from brandvoice.approval.signature import PublicKey, fingerprint_of
from brandvoice.approval.state import Noticed
from brandvoice.reports import faces, write
from brandvoice.words import LANGUAGES, say
from tests.reports.records import ANCHORS, AT, TEXT, edition, post, row
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost
    from brandvoice.words import Language

HARD = (
    "Halo Kak! 👋🏽✨ 👨‍👩‍👧‍👦 🇮🇩 1️⃣ ❤️ ☕️ 𝗗𝗜𝗦𝗞𝗢𝗡 𝓹𝓻𝓸𝓶𝓸 Ⓐ ★ ✓ → é é ﷼ Rp50.000 «ya» “tidak” ½ №1\n"
    "\n#serumlokal\t@toko.id — 100%… 5 × 3 ≈ 15 °C\n"
)


def pages(path: Path, *written: ExportPost, language: Language = "id") -> list[str]:
    """The words of each page as another program takes them out."""
    count = write("pdf", path, list(written), edition(language, count=len(written)))
    assert count == sum(len(one.rows) for one in written)
    return [page.extract_text() for page in PdfReader(path).pages]


def sheets(path: Path, *written: ExportPost, language: Language = "id") -> str:
    """The words behind cover and contents."""
    return "\n".join(pages(path, *written, language=language)[2:])


def squeezed(text: str) -> str:
    """Without blanks: where lines end is the page's affair."""
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_says_who_decided_what_and_why(tmp_path: Path, language: Language) -> None:
    cover, contents, *rest = pages(tmp_path / "a.pdf", post(row()), language=language)
    sheet = "\n".join(rest)
    assert "Toko Rempah & Kopi" in cover
    assert say(language, "document.not.title") in cover
    for anchor in ANCHORS:
        assert anchor.hash in cover
    assert row().title in contents
    assert squeezed(TEXT) in squeezed(sheet)
    assert say(language, "state.approved") in sheet
    assert "Rina" in sheet
    assert say(language, "meaning.post_approved") in squeezed_lines(sheet)
    assert "Sudah sesuai" in sheet
    assert "Ada surveinya" in sheet
    assert "Budi" in sheet
    assert "Instagram, X" in sheet
    assert str(row().fingerprint) in sheet
    hour = "10.16 WIB (UTC+07:00)" if language == "id" else "10:16 WIB (UTC+07:00)"
    assert f"21 November 2026, {hour}" in sheet


def squeezed_lines(text: str) -> str:
    return " ".join(text.split())


def test_pages_are_numbered(tmp_path: Path) -> None:
    found = pages(tmp_path / "a.pdf", post(row()), post(row(2)))
    for number, page in enumerate(found, 1):
        assert f"{number} / {len(found)}" in page


@pytest.mark.parametrize("system", [True, False])
def test_every_sign_is_drawn_or_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, system: bool
) -> None:
    if not system:
        monkeypatch.setattr(faces, "_SYSTEM_EMOJI", ())
        monkeypatch.setattr(faces, "_SYSTEM", ())
    sheet = sheets(tmp_path / "a.pdf", post(row(text=HARD)))
    shown = squeezed(sheet)
    for word in HARD.split():
        assert word in shown or "[U+FDFC]" in shown


def test_more_emoji_than_a_colour_font_holds_in_a_document(tmp_path: Path) -> None:
    emoji = [chr(code) for code in (*range(0x1F400, 0x1F4FD), *range(0x1F600, 0x1F64F))]
    shown = squeezed(sheets(tmp_path / "a.pdf", post(row(text=" ".join(emoji)))))
    assert [one for one in emoji if one not in shown] == []


def test_what_nobody_sees_is_named(tmp_path: Path) -> None:
    sheet = sheets(tmp_path / "a.pdf", post(row(text="Dis\u200bkon \u202edrah \U000f0000 \ue000")))
    for code in ("Dis[U+200B]kon", "[U+202E]drah", "[U+F0000]", "[U+E000]"):
        assert code in sheet


def test_erased_words_are_said_to_be_erased(tmp_path: Path) -> None:
    sheet = sheets(tmp_path / "a.pdf", post(row(text=None, reason=None)), language="en")
    assert say("en", "document.erased") in squeezed_lines(sheet)
    assert say("en", "report.erased") in sheet


def test_a_long_post_flows_over_pages(tmp_path: Path) -> None:
    text = "\n".join(f"Baris {n} tentang kopi 😀 dari petani kami di lereng" for n in range(400))
    found = pages(tmp_path / "a.pdf", post(row(text=text)))
    assert len(found) > 8
    shown = squeezed("".join(found[2:]))
    for n in (0, 111, 399):
        assert f"Baris{n}tentangkopi😀" in shown


def test_a_word_longer_than_the_page_is_broken_and_not_cut(tmp_path: Path) -> None:
    word = "kopi" * 200
    sheet = sheets(tmp_path / "a.pdf", post(row(text=word)))
    assert word in squeezed(sheet)


def test_what_changed_since_the_version_before_is_shown(tmp_path: Path) -> None:
    claim = Noticed("claim/superlative", "claim", "warning", "termurah")
    old = Version(1, "Kopi termurah se-Bandung", (), AT, "Dewi", (claim,), None)
    new = Version(2, TEXT, (), AT, "Dewi", (), None)
    written = replace(post(row()), versions=(old, new))
    sheet = squeezed_lines(sheets(tmp_path / "a.pdf", written, language="en"))
    assert say("en", "document.compared", old=1, new=2) in sheet
    told = say("en", "document.finding_gone", words="termurah", rule="claim/superlative")
    assert told in sheet


def test_a_signature_stands_below_its_entry(tmp_path: Path) -> None:
    signed = row(signature=f"{'ab' * 32}.{'cd' * 64}")
    sheet = sheets(tmp_path / "a.pdf", post(signed))
    assert "cdcdcdcdcdcdcdcd…" in sheet
    assert fingerprint_of(PublicKey("ab" * 32)) in sheet


def test_people_and_their_keys_are_on_the_last_page(tmp_path: Path) -> None:
    *_, last = pages(tmp_path / "a.pdf", post(row()), language="en")
    assert say("en", "document.roll") in last
    assert "Rina" in last
    assert "ab" * 32 in last
    assert fingerprint_of(PublicKey("ab" * 32)) in last


def test_contents_go_on_over_pages_and_name_the_right_one(tmp_path: Path) -> None:
    written = [replace(post(row()), title=f"Unggahan ke-{n}") for n in range(1, 36)]
    found = pages(tmp_path / "a.pdf", *written)
    assert "Unggahan ke-35" in found[2]
    assert "Unggahan ke-35" in found[int(found[2].split("Unggahan ke-35")[1].split()[1]) - 1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(text=posts())
def test_any_text_makes_a_document(tmp_path: Path, text: str) -> None:
    sheet = sheets(tmp_path / "a.pdf", post(row(text=text)))
    for word in text.split():
        if word.isascii():
            assert word in squeezed(sheet)
