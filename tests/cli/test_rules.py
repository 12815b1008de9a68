"""`brandvoice rules` lists, shows and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.program import brandvoice
from tests.rules.packs import WHOLE, write_pack

if TYPE_CHECKING:
    from pathlib import Path


def test_list_names_every_family() -> None:
    told = brandvoice("rules", "list").stdout
    for category in ("claim/", "selling/", "oversharing/", "privacy/"):
        assert category in told


def test_show_says_why_and_gives_examples() -> None:
    told = brandvoice("rules", "show", "claim/superlative").stdout
    assert "✗ " in told
    assert "✓ " in told


def test_show_of_no_rule_is_told() -> None:
    done = brandvoice("rules", "show", "claim/nothing")
    assert done.returncode == 2
    assert "claim/nothing" in done.stderr


def test_check_passes_a_right_pack_and_names_the_mistakes_of_a_wrong_one(tmp_path: Path) -> None:
    right = write_pack(tmp_path / "right", best=WHOLE)
    assert brandvoice("rules", "check", right).returncode == 0
    wrong = write_pack(tmp_path / "wrong", best=WHOLE.replace("phrase", "frase", 1))
    done = brandvoice("rules", "check", wrong)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{wrong}/claim/best.toml:1: ")
