"""A file to be kept as evidence, read as bytes and as nothing else."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from brandvoice.approval.attachment import LARGEST, Attachment, clean_name
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def read_attachment(path: Path) -> Attachment:
    """The bytes of a file under a clean name.

    Raises UserError: `source.file_missing` (also where it may not be read, or is no file),
    `source.file_empty`, `source.file_too_large`.
    """
    name = clean_name(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError("source.file_missing", name=name)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError):
        raise UserError("source.file_missing", name=name) from None
    if not content:
        raise UserError("source.file_empty", name=name)
    if len(content) > LARGEST:
        raise UserError("source.file_too_large", name=name, most=LARGEST >> 20)
    return Attachment(name, content)
