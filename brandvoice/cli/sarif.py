"""Reviews as SARIF 2.1.0 (OASIS, 27 March 2020), the form code-review and CI tools read."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from brandvoice import __version__
from brandvoice.post.normal import GivenOffsets, normalise
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brandvoice.review.finding import Finding, Review
    from brandvoice.rules.rule import Rule

_LEVELS: Final = {"note": "note", "warning": "warning", "blocker": "error"}
STDIN: Final = "-"
# Signs that are part of an address rather than in need of writing as %XX.
_URI: Final = "%/:?#[]@!$&'()*+,;=~"


class Reviewed(NamedTuple):
    """A review of the draft called `name`.

    `text` is the draft as it was reviewed or given; `file` all of the file it stands in, where that
    is a text: front matter and all.
    """

    name: str
    text: str
    review: Review
    file: str | None = None


def as_sarif(reviewed: list[Reviewed], rules: Mapping[str, Rule]) -> dict[str, Any]:
    """One run over all drafts.

    Lines and columns count from 1, offsets from 0, columns and offsets in code points; they are
    those of the file where it is a text, else those of the text that was found in it.
    """
    described: dict[str, dict[str, Any]] = {}
    for one in reviewed:
        for finding in one.review.findings:
            described.setdefault(finding.rule, _rule(finding, rules.get(finding.rule)))
    order = {rule_id: index for index, rule_id in enumerate(sorted(described))}
    return {
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Brandvoice",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [described[rule_id] for rule_id in order],
                    }
                },
                "invocations": [{"executionSuccessful": True}],
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r", "\u2028", "\u2029"],
                "results": [result for one in reviewed for result in _results(one, order)],
            }
        ],
    }


def _rule(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    """What is said of a rule; of one in no pack, such as a platform's limit, what was found."""
    said = rule or finding
    described: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": said.title.en},
        "fullDescription": {"text": said.message.en},
        "help": {"text": "\n".join((said.why.en, *said.sources))},
        "defaultConfiguration": {"level": _LEVELS[said.severity]},
        "properties": {"tags": [finding.category]},
    }
    address = next((one for one in said.sources if one.startswith(("https:", "http:"))), None)
    return {**described, "helpUri": quote(address, safe=_URI)} if address else described


def _results(one: Reviewed, order: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    place = _Place(one)
    seen: Counter[tuple[str, str]] = Counter()
    for finding in one.review.findings:
        yield {
            "ruleId": finding.rule,
            "ruleIndex": order[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message.en},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": place.artifact,
                        "region": {
                            **place.region(finding.span),
                            "snippet": {"text": finding.words},
                        },
                    }
                }
            ],
            "partialFingerprints": {"finding/v1": _fingerprint(finding, seen[finding.key])},
            **_fixes(finding, place),
        }
        seen[finding.key] += 1


def _fixes(finding: Finding, place: _Place) -> dict[str, Any]:
    """What else could be written, as edits; only where there is something to say."""
    if not finding.suggestions:
        return {}
    return {
        "fixes": [
            {
                "description": {"text": f"“{way.text}”" if way.text else "Take it out"},
                "artifactChanges": [
                    {
                        "artifactLocation": place.artifact,
                        "replacements": [
                            {
                                "deletedRegion": place.region(way.span),
                                "insertedContent": {"text": way.text},
                            }
                        ],
                    }
                ],
            }
            for way in finding.suggestions
        ]
    }


def _fingerprint(finding: Finding, nth: int) -> str:
    """The same for the same words found by the same rule, wherever they have moved to."""
    return hashlib.sha256(f"{finding.rule}\0{finding.words}\0{nth}".encode()).hexdigest()


class _Place:
    """Where a draft's spans are in its file."""

    def __init__(self, one: Reviewed) -> None:
        given = one.text if one.file is None else one.file
        self._text = normalise(given)
        self._offsets = GivenOffsets(given)
        # Front matter stands before the draft and is no part of it.
        self._shift = max(self._text.rfind(normalise(one.text)), 0)
        self.artifact: dict[str, Any] = {"uri": _uri(one.name)}
        if one.name == STDIN:
            self.artifact["description"] = {"text": "standard input"}

    def region(self, span: Span) -> dict[str, int]:
        """Lines, columns and offsets of a span of the reviewed text, the ends exclusive."""
        start, end = (at + self._shift for at in span)
        given = Span(self._offsets.position(start), self._offsets.position(end))
        (line, column), (end_line, end_column) = map(self._line, (start, end))
        return {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": given.start,
            "charLength": given.end - given.start,
        }

    def _line(self, at: int) -> tuple[int, int]:
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)


def _uri(name: str) -> str:
    """A file name as a URI reference: whole for an absolute path, else relative."""
    path = PurePath(name)
    if path.is_absolute():
        return Path(name).as_uri()
    return quote(path.as_posix(), safe="/~", errors="surrogateescape")
