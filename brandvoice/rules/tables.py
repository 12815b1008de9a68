"""TOML sources read into tables, each source once."""

from __future__ import annotations

import hashlib
import tomllib
from typing import Any


class Tables:
    """Reads TOML; what `known` has of an earlier reading is not read again.

    `known` goes by the SHA-256 of a source; reading it anew takes ten times as long.
    """

    def __init__(self, known: dict[str, dict[str, Any]] | None = None) -> None:
        self._known = known or {}
        self.read: dict[str, dict[str, Any]] = {}
        """Everything that was asked for."""

    @property
    def is_new(self) -> bool:
        """Whether something was read that was not known, or not all that was known was needed."""
        return self.read.keys() != self._known.keys()

    def of(self, source: str) -> dict[str, Any]:
        """The tables of one source; raises tomllib.TOMLDecodeError and RecursionError."""
        key = hashlib.sha256(source.encode()).hexdigest()
        if key not in self.read:
            self.read[key] = self._known[key] if key in self._known else tomllib.loads(source)
        return self.read[key]
