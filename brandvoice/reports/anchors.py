"""The anchors in an export: how long the record was and what its newest hash was."""

from __future__ import annotations

import codecs
import csv
import json
import re
from typing import TYPE_CHECKING, Final

from brandvoice.approval.chain import Anchor
from brandvoice.approval.handover import DOCUMENT
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# One cell, so that no spreadsheet takes a part of it for a number.
_MARKED: Final = re.compile(
    r"brandvoice-anchor origin=(?P<origin>\S+) count=(?P<count>\d+) hash=(?P<hash>[0-9a-f]{64})"
)
_FIRST_KEY: Final = re.compile(r'\ufeff?\s*\{\s*"anchors"\s*:\s*')
_HEAD: Final = 1_000_000
_PROPERTIES: Final = "docProps/core.xml"


def marked(anchor: Anchor) -> str:
    """An anchor as one cell of a table."""
    return f"brandvoice-anchor origin={anchor.origin} count={anchor.count} hash={anchor.hash}"


def read_anchors(path: Path) -> tuple[Anchor, ...]:
    """The anchors of any export, also of a table that a spreadsheet has sorted and saved.

    Raises UserError (`report.missing`, `report.no_anchor`).
    """
    name = normalise(path.name or str(path))
    try:
        found = tuple(_in_binary(path)) or tuple(_in_data(path)) or tuple(_in_table(path))
    except OSError:
        raise UserError("report.missing", name=name) from None
    # Neither JSON nor a table, or one with something else in its place.
    except (ValueError, TypeError, csv.Error):
        found = ()
    if not found:
        raise UserError("report.no_anchor", name=name)
    return tuple(dict.fromkeys(found))


def _in_binary(path: Path) -> Iterator[Anchor]:
    """A workbook says it in its properties, a PDF in its keywords."""
    with path.open("rb") as file:
        begins = file.read(4)
        if begins == b"PK\3\4":
            yield from _marks(_part(path, _PROPERTIES))
            yield from _leading(_part(path, DOCUMENT))
        elif begins == b"%PDF":
            file.seek(0)
            yield from _marks(file.read().decode("latin-1").replace("\0", ""))


def _part(path: Path, name: str) -> str:
    """The beginning of one part of a ZIP archive; empty where there is none."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as parts, parts.open(name) as part:
            return part.read(_HEAD).decode(errors="replace")
    except (BadZipFile, KeyError):
        return ""


def _marks(text: str) -> Iterator[Anchor]:
    for found in _MARKED.finditer(text):
        yield Anchor(found["origin"], int(found["count"]), found["hash"])


def _in_data(path: Path) -> Iterator[Anchor]:
    with path.open(encoding="utf-8", errors="replace") as file:
        yield from _leading(file.read(_HEAD))


def _leading(head: str) -> Iterator[Anchor]:
    """The beginning is enough: the anchors are what a JSON document of ours starts with."""
    if first := _FIRST_KEY.match(head):
        anchors, _ = json.JSONDecoder().raw_decode(head, first.end())
        for anchor in anchors:
            yield Anchor(**anchor)


def _in_table(path: Path) -> Iterator[Anchor]:
    with path.open("rb") as file:
        wide = file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    # A post may be longer than the module's own limit for a cell.
    csv.field_size_limit(2**31 - 1)
    encoding = "utf-16" if wide else "utf-8-sig"
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        delimiter = max(",;\t", key=file.readline().count)
        for row in csv.reader(file, delimiter=delimiter):
            if row and (found := _MARKED.fullmatch(row[0])):
                yield Anchor(found["origin"], int(found["count"]), found["hash"])
