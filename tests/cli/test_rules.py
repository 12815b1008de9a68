"""`brandvoice rules` lists, shows and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.words import LANGUAGES, say
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


def test_show_says_of_a_rule_for_replies_that_it_is_one() -> None:
    only = [say(language, "rule.kinds_reply") for language in LANGUAGES]
    assert any(words in brandvoice("rules", "show", "tone/insult").stdout for words in only)
    assert not any(words in brandvoice("rules", "show", "claim/absolute").stdout for words in only)


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


def test_show_is_the_whole_page() -> None:
    told = brandvoice("rules", "show", "claim/superlative").stdout
    for heading in ("What it looks for", "When it is fine", "Write instead", "Sources"):
        assert f"\n{heading}\n" in told
    assert max(map(len, told.splitlines())) <= 80


def test_pages_are_written_in_both_languages_with_an_index(tmp_path: Path) -> None:
    done = brandvoice("rules", "pages", "-o", tmp_path / "pages")
    assert done.returncode == 0
    for language, title in (("id", "# Paling, nomor satu"), ("en", "# Superlative")):
        folder = tmp_path / "pages" / language
        page = (folder / "claim" / "superlative.md").read_text(encoding="utf-8")
        assert page.startswith(title)
        index = (folder / "README.md").read_text(encoding="utf-8")
        linked = [line.partition("](")[2].partition(")")[0] for line in index.splitlines()]
        assert all((folder / name).is_file() for name in linked if name)
        assert sum(map(bool, linked)) == len(list(folder.glob("*/*.md")))


def test_the_rules_of_the_workspace_s_brand_are_shown(tmp_path: Path) -> None:
    write_pack(tmp_path / "toko.brand" / "rules", own=WHOLE)
    (tmp_path / "toko.brand" / "brand.toml").write_text(
        '[rules]\noff = ["claim/superlative"]\nseverity."claim/own" = "blocker"\n'
    )
    workspace = ("--workspace", tmp_path / "toko.sqlite3")
    listed = brandvoice("rules", "list", *workspace).stdout
    (line,) = [line for line in listed.splitlines() if line.startswith("claim/own ")]
    assert "blocker" in line
    (line,) = [line for line in listed.splitlines() if line.startswith("claim/superlative ")]
    assert "switched off" in line
    shown = brandvoice("rules", "show", "claim/own", *workspace).stdout
    assert "Needs proof." in shown
    assert "Claim · blocker" in shown
