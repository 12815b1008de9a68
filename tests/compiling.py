"""`packaging/compile.py`, which is no module of the program, for the tests."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "packaging" / "compile.py"


def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("brandvoice_compile", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outdated() -> list[str]:
    """What was compiled before its source was changed, so that tests would try what is no more."""
    return [path.relative_to(ROOT).as_posix() for path in script().outdated(ROOT)]
