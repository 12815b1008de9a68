"""A file's name is safe wherever it is saved again, and says what it is the same way everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.attachment import UNKNOWN, Attachment, clean_name, media_of

HARD = st.text(st.sampled_from('aA.b /\\:co1 \u0301\u202eé😀\n\t"~%?*'), max_size=40)


@given(HARD | st.text(max_size=300))
def test_a_clean_name_stays_as_it_is_and_leads_nowhere(name: str) -> None:
    clean = clean_name(name)
    assert clean_name(clean) == clean
    assert 0 < len(clean.encode()) <= 200
    assert clean.isprintable()
    assert not set(clean) & set('/\\<>:"|?*')
    assert clean not in (".", "..")
    assert clean == clean.strip(". ")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("survei harga.pdf", "survei harga.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Dokumen\\laporan.xlsx", "laporan.xlsx"),
        ("foto\u202efdp.exe", "fotofdp.exe"),
        ("  .htaccess", "htaccess"),
        ("con.txt", "_con.txt"),
        ("apa?*.csv", "apa__.csv"),
        ("\x00\n", "file"),
        ("l" * 300 + ".pdf", "l" * 176 + ".pdf"),
        ("kopi ☕️.png", "kopi ☕️.png"),
    ],
)
def test_a_name_is_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_what_a_file_is_follows_from_its_ending_alone() -> None:
    assert Attachment("SURVEI.PDF", b"MZ").media == "application/pdf"
    assert media_of("lari.exe") == media_of("tanpa-akhiran") == UNKNOWN
