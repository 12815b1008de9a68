"""Reviews as SARIF 2.1.0, the form code-review and CI tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from brandvoice import __version__

if TYPE_CHECKING:
    from brandvoice.review.finding import Finding, Review
    from brandvoice.rules.rule import Rule

_LEVELS: Final = {"note": "note", "warning": "warning", "blocker": "error"}


def as_sarif(reviewed: list[tuple[str, str, Review]], rules: dict[str, Rule]) -> dict[str, Any]:
    """One run over (name, text, review); columns and offsets count code points from 1 and 0."""
    used = sorted({finding.rule for _, _, review in reviewed for finding in review.findings})
    return {
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Brandvoice",
                        "version": __version__,
                        "rules": [_rule(rules[one]) for one in used if one in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(name, text, finding)
                    for name, text, review in reviewed
                    for finding in review.findings
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.message.en},
        "fullDescription": {"text": rule.why.en},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(name: str, text: str, finding: Finding) -> dict[str, Any]:
    start, end = finding.span
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.en},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": name},
                    "region": {
                        "startLine": text.count("\n", 0, start) + 1,
                        "startColumn": start - text.rfind("\n", 0, start),
                        "charOffset": start,
                        "charLength": end - start,
                        "snippet": {"text": finding.words},
                    },
                }
            }
        ],
    }
