"""Misspelt words on the command line."""

from __future__ import annotations

import json

from tests.cli.program import brandvoice

POST = "Terima kasih kepada semua pelangan kami. Terlaris se-Indonesia!"


def _rules(*arguments: str, given: str = POST) -> list[str]:
    done = brandvoice("review", "--format", "json", *arguments, given=given)
    assert done.returncode == 0, done.stderr
    (review,) = json.loads(done.stdout)
    return [one["rule"] for one in review["findings"]]


def test_a_slip_is_told_as_a_note_with_what_was_meant() -> None:
    done = brandvoice("review", "--format", "json", given=POST)
    slip = json.loads(done.stdout)[0]["findings"][0]
    assert (slip["rule"], slip["match"], slip["severity"]) == (
        "language/spelling",
        "pelangan",
        "note",
    )
    assert slip["suggestions"][0] == "pelanggan"
    assert POST[slip["start"] : slip["end"]] == "pelangan"


def test_spelling_can_be_left_out() -> None:
    assert "language/spelling" in _rules()
    assert "language/spelling" not in _rules("--grammar", "off")
    assert "language/spelling" not in _rules("--only", "claim")
    assert _rules("--only", "language") == ["language/spelling"]


def test_json_lines_have_no_spelling() -> None:
    done = brandvoice("review", "--jsonl", given=json.dumps({"id": 1, "text": POST}))
    assert "language/spelling" not in done.stdout


def test_sarif_names_the_rule() -> None:
    done = brandvoice("review", "--format", "sarif", given=POST)
    assert "language/spelling" in done.stdout


def test_the_rule_can_be_read() -> None:
    done = brandvoice("rules", "show", "language/nonstandard")
    assert done.returncode == 0
    assert "Silahkan" in done.stdout
