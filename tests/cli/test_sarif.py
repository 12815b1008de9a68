"""What `review --format sarif` writes is SARIF 2.1.0 and points at the words in the file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from docx import Document

from tests.cli.program import brandvoice
from tests.rules.vale.styles import write

if TYPE_CHECKING:
    from pathlib import Path

BOASTING = "Toko kami termurah se-Bandung, kak!"
WORDS = "termurah se-Bandung"
# What the standard says an object may and must hold, of those we write.
MAY: dict[str, set[str]] = {
    "log": {"version", "$schema", "runs"},
    "run": {"tool", "invocations", "columnKind", "newlineSequences", "results"},
    "driver": {"name", "version", "semanticVersion", "rules", "informationUri"},
    "rule": {"id", "name", "shortDescription", "fullDescription", "help", "helpUri",
             "defaultConfiguration", "properties"},
    "result": {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints",
               "fixes"},
    "artifact": {"uri", "uriBaseId", "index", "description"},
    "region": {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength",
               "snippet"},
}  # fmt: skip
MUST: dict[str, set[str]] = {
    "log": {"version", "runs"},
    "run": {"tool", "results"},
    "driver": {"name"},
    "rule": {"id"},
    "result": {"message", "ruleId"},
    "artifact": {"uri"},
    "region": {"startLine", "startColumn", "endLine", "endColumn"},
}
LEVELS = {"none", "note", "warning", "error"}


def check(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    assert MUST[kind] <= set(value) <= MAY[kind], (kind, set(value))
    return value


def checked(text: str) -> dict[str, Any]:
    """The one run of a SARIF log that keeps the standard's rules."""
    log = check("log", json.loads(text))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    check("run", run)
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    assert all(isinstance(one["executionSuccessful"], bool) for one in run["invocations"])
    rules = [check("rule", one) for one in check("driver", run["tool"]["driver"])["rules"]]
    assert len({one["id"] for one in rules}) == len(rules)
    for rule in rules:
        assert rule["defaultConfiguration"]["level"] in LEVELS
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
        assert all(isinstance(tag, str) for tag in rule["properties"]["tags"])
    for result in run["results"]:
        check("result", result)
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        for place in places(result):
            artifact = check("artifact", place[0])
            assert re.fullmatch(r"[\w.~/:%-]+", artifact["uri"], re.A), artifact
            region = check("region", place[1])
            assert 1 <= region["startLine"] <= region["endLine"]
            assert min(region["startColumn"], region["endColumn"]) >= 1
            assert region["charOffset"] >= 0
            assert region["charLength"] >= 0
    return dict(run)


def boasts(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in run["results"] if one["ruleId"] == "claim/superlative"]


def places(result: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    found = [
        (one["physicalLocation"]["artifactLocation"], one["physicalLocation"]["region"])
        for one in result["locations"]
    ]
    for fix in result.get("fixes", ()):
        assert fix["description"]["text"]
        for change in fix["artifactChanges"]:
            assert change["replacements"]
            found += [
                (change["artifactLocation"], one["deletedRegion"]) for one in change["replacements"]
            ]
    return found


def by_lines(text: str, region: dict[str, Any]) -> str:
    """The words a region names by line and column, lines ending where the run says."""
    starts = [0, *(end.end() for end in re.finditer("\r\n|[\n\r\u2028\u2029]", text))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    return text[start:end]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("draf.txt", ""),
        ("draf.txt", "😀👨‍👩‍👧 satu\r\ndua\r\n"),
        ("draf.txt", "satu\rdua\u2028e\u0301 "),
        ("draf.md", "---\r\ntitle: Kopi\r\n---\r\n\r\n# Halo\r\n"),
        ("draf ke-2 (é#%).txt", "\n\n"),
    ],
)
def test_regions_name_the_words_in_the_file(tmp_path: Path, name: str, before: str) -> None:
    draft = tmp_path / name
    content = before + BOASTING + "\r\n"
    draft.write_bytes(content.encode())
    run = checked(brandvoice("review", draft, "--format", "sarif").stdout)
    (result,) = boasts(run)
    artifact, region = places(result)[0]
    assert by_lines(content, region) == WORDS == region["snippet"]["text"]
    start = region["charOffset"]
    assert content[start : start + region["charLength"]] == WORDS
    assert unquote(urlsplit(artifact["uri"]).path) == str(draft)


def test_a_fix_makes_the_text_it_offers(tmp_path: Path) -> None:
    rule = (
        "extends: substitution\nmessage: Use '%s', not '%s'\naction: {name: replace}\n"
        "link: 'https://example.invalid/a b'\nswap: {utilize: use}\n"
    )
    styles = write(tmp_path, House__Terms=rule)
    draft = tmp_path / "draf.txt"
    draft.write_bytes(b"One\r\nWe utilize it\r\n")
    run = checked(brandvoice("review", draft, "--rules", styles, "--format", "sarif").stdout)
    (result,) = [one for one in run["results"] if one["ruleId"] == "House.Terms"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "use"}
    assert by_lines("One\r\nWe utilize it\r\n", replacement["deletedRegion"]) == "utilize"
    rule_of = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule_of["helpUri"] == "https://example.invalid/a%20b"


def test_fingerprints_outlive_a_move_and_tell_equal_words_apart(tmp_path: Path) -> None:
    prints = []
    for number, text in enumerate((f"{BOASTING}\n{BOASTING}", f"Halo.\n{BOASTING}\n{BOASTING}")):
        draft = tmp_path / f"{number}.txt"
        draft.write_text(text, encoding="utf-8")
        run = checked(brandvoice("review", draft, "--format", "sarif").stdout)
        prints.append([one["partialFingerprints"]["finding/v1"] for one in boasts(run)])
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == 2


def test_standard_input_word_files_and_platform_limits_are_told_too(tmp_path: Path) -> None:
    run = checked(brandvoice("review", "-", "--format", "sarif", given=BOASTING).stdout)
    assert places(boasts(run)[0])[0][0]["description"]["text"] == "standard input"
    document = Document()
    document.add_paragraph("Halo")
    document.add_paragraph(BOASTING)
    document.save(str(tmp_path / "draf.docx"))
    run = checked(brandvoice("review", tmp_path / "draf.docx", "--format", "sarif").stdout)
    assert places(boasts(run)[0])[0][1]["startLine"] == 2
    long = "Jam buka kami. " * 40
    run = checked(
        brandvoice("review", "-", "--channel", "x", "--format", "sarif", given=long).stdout
    )
    assert "channel/length" in {one["id"] for one in run["tool"]["driver"]["rules"]}


def test_nothing_found_is_a_run_without_results() -> None:
    run = checked(brandvoice("review", "-", "--format", "sarif", given="Jam buka 9.00.").stdout)
    assert run["results"] == []
