"""Word documents made with python-docx, and packages made by hand."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.opc.constants import NAMESPACE as NS
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

NAMESPACE = nsmap["w"]
RELATIONSHIPS = (
    f'<Relationships xmlns="{NS.OPC_RELATIONSHIPS}"><Relationship Id="r1" '
    f'Type="{RELATIONSHIP_TYPE.OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>'
)


def word_file(*paragraphs: str) -> bytes:
    """A document as Word would save it."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def package(body: str, **parts: bytes) -> bytes:
    """A bare package whose main part is `body` inside a document element."""
    xml = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"_rels/.rels": RELATIONSHIPS.encode(), "word/document.xml": xml.encode(), **parts}
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
