"""The one door for files: which are let in, and what reads them."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.documents.draft import Draft
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MEGABYTE: Final = 1_000_000
# A book has about one megabyte of text, a post a thousandth of that.
_TEXT_LIMIT: Final = 5 * _MEGABYTE
_FILE_LIMIT: Final = 50 * _MEGABYTE


class _Format(NamedTuple):
    """What turns a file's content and name into drafts, and how many bytes it takes at most."""

    drafts: Callable[[bytes, str], tuple[Draft, ...]]
    limit: int


def _text(content: bytes, name: str) -> tuple[Draft, ...]:
    from brandvoice.documents.encoding import decode

    return (Draft(name, decode(content, name)),)


def _markdown(content: bytes, name: str) -> tuple[Draft, ...]:
    from brandvoice.documents.encoding import decode
    from brandvoice.documents.markdown import without_front_matter

    return (Draft(name, without_front_matter(decode(content, name))),)


def _word(content: bytes, name: str) -> tuple[Draft, ...]:
    from brandvoice.documents.word import text_of

    return (Draft(name, text_of(content, name)),)


# A new format is a module of its own and a line here; what it needs is imported when it is needed.
_FORMATS: Final = {
    ".txt": _Format(_text, _TEXT_LIMIT),
    ".md": _Format(_markdown, _TEXT_LIMIT),
    ".docx": _Format(_word, _FILE_LIMIT),
}
EXTENSIONS: Final[tuple[str, ...]] = tuple(_FORMATS)


def read(path: Path) -> tuple[Draft, ...]:
    """The drafts in a file, none of them empty.

    Raises UserError (`document.…`) with the file's name and the reason when it cannot be read: not
    there, no permission, not a document, too big, damaged, protected, empty. Nothing that the file
    points at is opened.
    """
    # A file name need not be text on every system; this one can be shown and stored.
    name = normalise(path.name or str(path))
    size = _size(path, name)
    if path.suffix.lower() not in _FORMATS:
        raise UserError("document.extension", name=name, known=", ".join(EXTENSIONS))
    drafts_of, limit = _FORMATS[path.suffix.lower()]
    if size > limit:
        raise UserError("document.too_big", name=name, limit=limit // _MEGABYTE)
    drafts = tuple(
        draft for draft in drafts_of(_content(path, name, limit), name) if draft.text.strip()
    )
    if not drafts:
        raise UserError("document.empty", name=name)
    if sum(len(draft.text) for draft in drafts) > _TEXT_LIMIT:
        raise UserError("document.too_long", name=name, limit=_TEXT_LIMIT // _MEGABYTE)
    return drafts


def _size(path: Path, name: str) -> int:
    """The size in bytes of a regular file."""
    try:
        status = path.stat()
    # ValueError: a NUL in the name, which no file system has.
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UserError("document.missing", name=name) from None
    except OSError as error:
        raise _refusal(name, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise UserError("document.folder", name=name)
    # Reading a pipe or a device could wait for ever.
    if not stat.S_ISREG(status.st_mode):
        raise UserError("document.not_a_file", name=name)
    return status.st_size


def _content(path: Path, name: str, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise _refusal(name, error) from None


def _refusal(name: str, error: OSError) -> UserError:
    if isinstance(error, PermissionError):
        return UserError("document.forbidden", name=name)
    return UserError("document.unreadable", name=name, reason=error.strerror)
