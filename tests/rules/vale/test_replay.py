"""A style's own fixtures, in the form published styles have, are replayed line for line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rules.vale.replay import compare
from tests.rules.vale.styles import write

if TYPE_CHECKING:
    from pathlib import Path

FEATURE = """\
Feature: Rules

  Scenario: Vague words
    When I test "Vague"
    Then the output should contain exactly:
      \"\"\"
      test.md:3:6:House.Vague:'very' says little.
      test.md:5:3:House.Vague:'Very' says little.
      test.md:5:15:House.Terms:Use 'e-mail' instead of 'email'.
      \"\"\"
"""
VAGUE = "extends: existence\nmessage: \"'%s' says little.\"\nignorecase: true\ntokens: [very]\n"
TERMS = (
    "extends: substitution\nmessage: Use '%s' instead of '%s'.\naction: {name: replace}\n"
    "swap: {email: e-mail}\n"
)
DRAFT = "# Kopi\n\nIt's very good, `very`.\n\n- Very handy: email\n"


def publish(folder: Path, draft: str) -> tuple[int, list[str], list[str]]:
    write(
        folder,
        styles__House__Vague=VAGUE,
        styles__House__Terms=TERMS,
        **{"features__rules.feature": FEATURE, "fixtures__Vague__test.md": draft},
    )
    styles, feature = folder / "styles", folder / "features" / "rules.feature"
    return compare(styles, feature, folder / "fixtures")


def test_every_line_agrees(tmp_path: Path) -> None:
    assert publish(tmp_path, DRAFT) == (3, [], [])


def test_what_differs_is_told(tmp_path: Path) -> None:
    same, missing, extra = publish(tmp_path, DRAFT.replace("email", "very mail"))
    assert (same, len(missing), len(extra)) == (2, 1, 1)
    assert "email" in missing[0]
    assert "5, 15" in extra[0]
