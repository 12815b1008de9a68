"""TOML sources read into tables, each source once."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
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

    def knows(self, source: str) -> bool:
        """Whether it was read before, and so was free of mistakes."""
        return _digest(source) in self._known

    def of(self, source: str) -> dict[str, Any]:
        """The tables of one source; raises tomllib.TOMLDecodeError and RecursionError."""
        key = _digest(source)
        if key not in self.read:
            self.read[key] = self._known[key] if key in self._known else tomllib.loads(source)
        return self.read[key]


@lru_cache(maxsize=1)
def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()
