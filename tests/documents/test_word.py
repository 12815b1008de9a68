"""Word documents give their words in reading order, and hostile ones do no harm."""

from __future__ import annotations

import contextlib

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.documents.word import text_of
from brandvoice.errors import UserError
from tests.documents.word_files import NAMESPACE, RELATIONSHIPS, package, saved, word_file, zipped
from tests.texts import posts


def refusal(content: bytes) -> str:
    with pytest.raises(UserError) as caught:
        text_of(content, "kiriman.docx")
    assert caught.value.details["name"] == "kiriman.docx"
    return caught.value.key


def test_paragraphs_tables_breaks_and_tabs_in_document_order() -> None:
    document = Document()
    document.add_heading("Jadwal promo 😀")
    table = document.add_table(rows=2, cols=2)
    for index, cell in enumerate(table._cells):  # noqa: SLF001
        cell.text = f"sel {index}"
    paragraph = document.add_paragraph("Harga:\tRp15.000")
    paragraph.add_run().add_break()
    paragraph.add_run(" ").bold = True
    paragraph.add_run("per gelas 👨‍👩‍👧‍👦")
    assert text_of(saved(document), "") == (
        "Jadwal promo 😀\nsel 0\nsel 1\nsel 2\nsel 3\nHarga:\tRp15.000\n per gelas 👨‍👩‍👧‍👦"
    )


# Control characters cannot stand in XML, and a line break is an element there.
@given(st.lists(posts(8).map(lambda text: text.replace("\n", " ")), max_size=5))
def test_paragraphs_come_back_as_written(paragraphs: list[str]) -> None:
    assert text_of(word_file(*paragraphs), "") == "\n".join(paragraphs)


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Diskon </w:t></w:r>"
        "<w:del><w:r><w:delText>90%</w:delText><w:tab/></w:r></w:del>"
        "<w:ins><w:r><w:t>10%</w:t></w:r></w:ins></w:p>"
    )
    assert text_of(package(body), "") == "Diskon 10%"


def test_fields_links_text_boxes_and_symbols() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
        "<w:hyperlink><w:r><w:t>toko.id</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> isi</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:sym w:font='Wingdings' w:char='F04A'/><w:sym w:font='Symbol' w:char='F0B4'/>"
        "<w:noBreakHyphen/><w:cr/></w:r></w:p>"
        "<w:p><w:r><w:t>luar</w:t><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p>"
        "</w:txbxContent></w:r></w:p>"
    )
    assert text_of(package(body), "") == "toko.id isi☺\ufffd\u2011\n\nkotak\nluar"


def test_a_strict_document() -> None:
    strict = package("<w:p><w:r><w:t>ketat</w:t></w:r></w:p>")
    parts = zipped(
        {
            "_rels/.rels": RELATIONSHIPS.encode(),
            "word/document.xml": (
                b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
                b"<w:body><w:p><w:r><w:t>ketat</w:t></w:r></w:p></w:body></w:document>"
            ),
        }
    )
    assert text_of(strict, "") == text_of(parts, "") == "ketat"


def test_pictures_that_are_missing_do_not_matter() -> None:
    content = package(
        "<w:p><w:r><w:t>utuh</w:t></w:r></w:p>",
        **{"word/_rels/document.xml.rels": RELATIONSHIPS.replace("word/document", "NULL").encode()},
    )
    assert text_of(content, "") == "utuh"


def test_protected_and_old_documents() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    assert (
        refusal(ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 64) == "document.protected"
    )
    assert refusal(ole + "WordDocument".encode("utf-16-le")) == "document.old_office"
    locked = bytearray(word_file("rahasia"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 1)
    assert refusal(bytes(locked)) == "document.protected"


def test_other_files_called_docx() -> None:
    assert refusal(b"hanya teks") == "document.damaged"
    assert refusal(zipped({"halo.txt": b"halo"})) == "document.not_word"
    sheet = RELATIONSHIPS.replace("word/document.xml", "xl/workbook.xml").encode()
    assert (
        refusal(zipped({"_rels/.rels": sheet, "xl/workbook.xml": b"<workbook/>"}))
        == "document.not_word"
    )
    outside = RELATIONSHIPS.replace(
        'Target="word/document.xml"', 'Target="../../etc/passwd"'
    ).encode()
    assert refusal(zipped({"_rels/.rels": outside})) == "document.not_word"


def test_a_damaged_document() -> None:
    whole = word_file("Halo " * 200)
    assert refusal(whole[: len(whole) // 2]) == "document.damaged"
    assert refusal(package("<w:p>")) == "document.damaged"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "x.dtd">',
    ],
)
def test_entities_are_never_expanded(declared: str) -> None:
    xml = f'{declared}<w:document xmlns:w="{NAMESPACE}"><w:body/></w:document>'
    content = zipped({"_rels/.rels": RELATIONSHIPS.encode(), "word/document.xml": xml.encode()})
    assert refusal(content) == "document.bomb"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = package("<w:p/>" + " " * 60_000_000)
    assert len(bomb) < 100_000
    assert refusal(bomb) == "document.bomb"
    lying = bomb.replace((60_000_000).to_bytes(4, "little")[2:], b"\0\0")
    assert refusal(lying) in {"document.bomb", "document.damaged"}
    crowd = zipped({f"{index}.txt": b"" for index in range(10_001)})
    assert refusal(crowd) == "document.bomb"


WHOLE = word_file("Halo Kak 😀", "Kopi susu")


@settings(max_examples=300)
@given(st.data())
def test_a_document_with_flipped_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UserError):
        text_of(bytes(content), "acak.docx").encode()
