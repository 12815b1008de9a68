"""Rooms stay small enough to be read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "brandvoice").rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, CLASS_LINES, CLASS_METHODS = 400, 50, 250, 20
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def identify(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_a_module_is_one_noun_of_a_sane_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    assert path.stem not in VAGUE
    tree = ast.parse(source)
    if path.name != "__init__.py" or source.strip():
        assert ast.get_docstring(tree), "a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert length(node) <= FUNCTION_LINES, node.name
        elif isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            assert length(node) <= CLASS_LINES, node.name
            assert len(methods) <= CLASS_METHODS, node.name


def length(node: ast.FunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1
