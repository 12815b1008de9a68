"""Every file is either read or refused with a sentence that names it, says why and what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandvoice.documents import EXTENSIONS, Draft, read
from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain
from tests.documents.word_files import word_file

if TYPE_CHECKING:
    from pathlib import Path

POST = "Halo Kak! 😀 Kopi susu gula aren 👨‍👩‍👧‍👦\nMulai Rp15.000 ☕"


def refusal(path: Path) -> str:
    """The key of the sentence; the sentence itself names the file in both languages."""
    with pytest.raises(UserError) as caught:
        read(path)
    for language in LANGUAGES:
        assert path.name in explain(language, caught.value)
    return caught.value.key


def outcome(path: Path) -> list[str]:
    """The texts of the file, or the sentences that say why there are none."""
    try:
        return [draft.text for draft in read(path)]
    except UserError as error:
        return [explain(language, error) for language in LANGUAGES]


def test_a_text_is_read_exactly(tmp_path: Path) -> None:
    path = tmp_path / "Promo Lebaran.TXT"
    path.write_text(POST, encoding="utf-8")
    assert read(path) == (Draft("Promo Lebaran.TXT", POST),)


def test_line_ends_are_normalised(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("satu\r\ndua\rtiga\u2028empat".encode())
    assert read(path)[0].text == "satu\ndua\ntiga\nempat"


def test_the_three_kinds_are_told_apart_by_name(tmp_path: Path) -> None:
    assert EXTENSIONS == (".txt", ".md", ".docx")
    for extension, content in zip(
        EXTENSIONS, (POST.encode(), POST.encode(), word_file(*POST.split("\n"))), strict=True
    ):
        path = tmp_path / f"post{extension}"
        path.write_bytes(content)
        assert read(path)[0].text == POST


def test_what_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "hilang.txt") == "document.missing"
    assert refusal(tmp_path / "hilang.txt" / "x.txt") == "document.missing"
    assert refusal(tmp_path) == "document.folder"
    pipe = tmp_path / "pipa.txt"
    os.mkfifo(pipe)
    assert refusal(pipe) == "document.not_a_file"
    loop = tmp_path / "putar.txt"
    loop.symlink_to(loop)
    assert refusal(loop) == "document.unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.txt"
    path.write_text(POST, encoding="utf-8")
    path.chmod(0)
    assert refusal(path) == "document.forbidden"


@pytest.mark.parametrize("name", ["post.pdf", "post", "post.doc", "foto.png"])
def test_an_unknown_kind(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(POST, encoding="utf-8")
    assert refusal(path) == "document.extension"


@pytest.mark.parametrize("content", [b"", b"  \n\n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kosong.txt"
    path.write_bytes(content)
    assert refusal(path) == "document.empty"


def test_a_file_that_is_too_big(tmp_path: Path) -> None:
    path = tmp_path / "besar.txt"
    path.write_bytes(b"a" * 5_000_001)
    assert refusal(path) == "document.too_big"
    path.write_bytes(b"a" * 5_000_000)
    assert len(read(path)[0].text) == 5_000_000
    huge = tmp_path / "raksasa.docx"
    with huge.open("wb") as file:
        file.truncate(50_000_001)
    assert refusal(huge) == "document.too_big"


def test_a_document_with_too_many_words(tmp_path: Path) -> None:
    path = tmp_path / "novel.docx"
    path.write_bytes(word_file(*["a" * 100_000] * 51))
    assert refusal(path) == "document.too_long"


def test_the_rest_opens(tmp_path: Path) -> None:
    good, bad = tmp_path / "baik.txt", tmp_path / "rusak.txt"
    good.write_text(POST, encoding="utf-8")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert refusal(bad) == "document.binary"
    assert read(good)[0].text == POST


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(POST, encoding="utf-8")
    assert read(path)[0].name == "caf\ufffd.txt"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(content=st.binary(max_size=400), extension=st.sampled_from(EXTENSIONS))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, extension: str) -> None:
    path = tmp_path / f"acak{extension}"
    path.write_bytes(content)
    told = outcome(path)
    assert told
    assert all(sentence.strip() for sentence in told)
