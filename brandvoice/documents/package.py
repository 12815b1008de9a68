"""Office packages (.docx today): a ZIP archive of XML parts that nobody here trusts.

ECMA-376 part 2 (open packaging conventions).
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_ENTRY_MARK: Final = b"PK\x01\x02"
_ENTRY_LIMIT: Final = 10_000
# Markup makes a text about ten times as long.
_PART_LIMIT: Final = 50_000_000


@contextmanager
def package(content: bytes, name: str) -> Iterator[Package]:
    """The package in `content`, open while its parts are read.

    Raises UserError: `document.protected` by a password, `document.old_office` from before 2007,
    `document.bomb` made to swell when unpacked, `document.damaged` in any other way.
    """
    if content.startswith(_OLE):
        kind = "protected" if _ENCRYPTED_STREAM in content else "old_office"
        raise UserError(f"document.{kind}", name=name)
    if content.count(_ENTRY_MARK) > _ENTRY_LIMIT:
        raise UserError("document.bomb", name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield Package(archive, name)
    # All that zipfile and expat raise when a file is not what it says.
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        expat.ExpatError,
        EOFError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ):
        raise UserError("document.damaged", name=name) from None


class Package:
    """Gives the parts of a package, each at most 50 MB unpacked."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name

    def main_part(self) -> bytes | None:
        """The part the package is about, or None if it names none that is there."""
        targets: list[str] = []

        def relationship(_: str, attributes: dict[str, str]) -> None:
            if attributes.get("Type", "").endswith("/officeDocument"):
                targets.append(attributes.get("Target", ""))

        self.parse(self._part("_rels/.rels") or b"<none/>", relationship)
        return self._part(posixpath.normpath(targets[0]).lstrip("/")) if targets else None

    def parse(
        self,
        part: bytes,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        characters: Callable[[str], None] | None = None,
    ) -> None:
        """Tells what a part has as it comes; element names are `namespace local-name`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = characters
        # Entities that swell or point elsewhere need a document type; no Office program writes one.
        parser.StartDoctypeDeclHandler = self._refuse
        parser.Parse(part, True)

    def _refuse(self, *_: object) -> None:
        raise UserError("document.bomb", name=self._name)

    def _part(self, part: str) -> bytes | None:
        try:
            entry = self._archive.getinfo(part)
        except KeyError:
            return None
        if entry.flag_bits & 1:
            raise UserError("document.protected", name=self._name)
        # zipfile never unpacks more than the size that is stated here.
        if entry.file_size > _PART_LIMIT:
            raise UserError("document.bomb", name=self._name)
        return self._archive.read(entry)
