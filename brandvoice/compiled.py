"""The parts of the program that are compiled where a compiler was at hand.

Without them, or where `BRANDVOICE_PURE` is set, the same program runs from its own Python. It finds
the same, and takes longer.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

PURE: Final = "BRANDVOICE_PURE"
"""What is set in the environment of a process that is to do without."""
_BESIDE: Final = "_compiled"
"""How the compiled module beside `words.py` is called: `words_compiled`."""
_Part = TypeVar("_Part")


def compiled(part: _Part) -> _Part:
    """A class or function, or in its place the one of that name in the compiled module beside."""
    given: Any = part
    name = given.__module__ + _BESIDE
    try:
        beside = import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:  # it is there, and lacks something
            raise
        return part
    made: _Part = getattr(beside, given.__name__)
    return made


class _FromSource:
    """Finds the program's modules as Python alone, whatever was compiled beside them."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: object = None
    ) -> ModuleSpec | None:
        if not name.startswith("brandvoice.") or path is None:
            return None
        for folder in path:
            if spec := FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES)).find_spec(name):
                return spec
        raise ModuleNotFoundError(f"No module named {name!r} in Python", name=name)


def choose() -> None:
    """Has all that is imported from now on run from its own Python, where that is asked for."""
    if os.environ.get(PURE):
        sys.meta_path.insert(0, _FromSource)
