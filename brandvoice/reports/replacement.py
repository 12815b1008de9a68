"""A file that takes another's place only when it is complete."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATABASE: Final = b"SQLite format 3\0"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def replacement(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write to; it is moved there when all went well.

    When anything is raised it is deleted and `path` stays as it was. Raises UserError (`report.…`)
    for a folder, a database, a missing folder, no permission, a full disk.
    """
    name = normalise(path.name or str(path))
    target = Path(os.path.realpath(path))  # a link goes on pointing at what it names
    unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _refuse_to_overwrite(target, name)
        unfinished.touch(exist_ok=False)
        try:
            yield unfinished
            _keep(unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(name, error) from error


def _refuse_to_overwrite(target: Path, name: str) -> None:
    if target.is_dir():
        raise UserError("report.folder", name=name)
    if target.is_file():
        with target.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                raise UserError("report.is_workspace", name=name)


def _keep(path: Path) -> None:
    """Waits until the disk has it: a name that points at nothing yet must not replace a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _refusal(name: str, error: OSError) -> UserError:
    if error.errno in _FULL:
        return UserError("report.disk_full", name=name)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError("report.forbidden", name=name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError("report.no_folder", name=name)
    return UserError("report.unwritable", name=name, reason=error.strerror)
