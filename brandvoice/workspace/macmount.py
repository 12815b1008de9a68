"""What kind of file system a path lies on, on macOS (`statfs`)."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_SIZE: Final = 2168
_KIND: Final = slice(72, 88)
"""Where `f_fstypename` stands in the 64-bit `struct statfs` of <sys/mount.h>."""


def kind_of_mount(path: Path) -> str | None:
    """Its name, such as `apfs` or `smbfs`; None when the system does not say."""
    answer = ctypes.create_string_buffer(_SIZE)
    try:
        statfs = ctypes.CDLL(None, use_errno=True).statfs
    except (OSError, AttributeError):
        return None
    existing = next(folder for folder in (path, *path.parents) if folder.exists())
    if statfs(str(existing).encode(), answer):
        return None
    return answer.raw[_KIND].split(b"\0")[0].decode("ascii", "replace")
