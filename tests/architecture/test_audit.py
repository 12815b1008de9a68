"""The audit table of the database's README names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brandvoice.words import LANGUAGES, catalogue

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (A\d+) \|.*\| ([^|]+) \|$", re.MULTILINE)
ROWS = dict(ROW.findall((ROOT / "database" / "README.md").read_text(encoding="utf-8")))


def test_everything_an_auditor_asks_for_is_answered() -> None:
    assert list(ROWS) == [f"A{number}" for number in range(1, 20)]


@pytest.mark.parametrize("row", ROWS)
def test_the_tests_that_show_it_exist(row: str) -> None:
    named = re.findall(r"`([^`]+)::([^`]+)`", ROWS[row])
    assert named
    for file, test in named:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(rf"^def {test}\(", source, re.MULTILINE), f"{file}::{test}"


def test_the_weight_of_a_signature_is_told_truthfully() -> None:
    for language in LANGUAGES:
        assert "PP 71/2019" in catalogue(language)["desktop.key.truth"]
    for readme in ("README.md", "README.id.md"):
        assert "PP 71/2019" in (ROOT / readme).read_text(encoding="utf-8")
