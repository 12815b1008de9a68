"""What takes long to make ready, kept in the user's cache folder for the next start.

Entries are plain JSON behind the SHA-256 of their bytes: a torn, foreign or broken file is as good
as none. Nothing depends on them; a home that cannot be written to only costs time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from brandvoice import __version__

# Goes up when the form of an entry changes.
_FORM: Final = 7
_KEPT: Final = 6
_DIGEST: Final = 64
_LARGEST: Final = 64_000_000
_SUFFIX: Final = ".json"


class Cache:
    """Entries by name and key, an entry one file; `folder` is made when it is first needed."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _usual_folder()

    def get(self, name: str, key: str) -> Any | None:
        """What was kept under `key` by this version of the program, or None."""
        try:
            file = self._file(name, key)
            if file.stat().st_size > _LARGEST:
                return None
            content = file.read_bytes()
        except OSError:
            return None
        digest, body = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            return None

    def put(self, name: str, key: str, data: Any) -> None:
        """Keeps `data`, if it is plain and the folder can be written to; forgets the oldest."""
        try:
            # ASCII alone: one emoji would make the whole text four bytes a letter when it is read.
            body = json.dumps(data, separators=(",", ":")).encode()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Made readable for its owner alone, and in its place at once or not at all.
            handle, temporary = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(body).hexdigest().encode() + body)
                Path(temporary).replace(self._file(name, key))
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                return
        except (OSError, ValueError, TypeError, RecursionError):
            return
        self._forget()

    def _file(self, name: str, key: str) -> Path:
        meant = hashlib.sha256(f"{_FORM} {__version__} {name} {key}".encode()).hexdigest()
        return self._folder / f"{name}-{meant[:32]}{_SUFFIX}"

    def _forget(self) -> None:
        with suppress(OSError):
            files = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
            for file in files[:-_KEPT]:
                file.unlink(missing_ok=True)


def _usual_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("Brandvoice", appauthor=False) / "rules"
