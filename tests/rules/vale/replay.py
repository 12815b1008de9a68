"""Replays the fixtures a Vale style is published with, and says what differs.

    python -m tests.rules.vale.replay STYLES FEATURE FIXTURES

STYLES is the style or its StylesPath, FEATURE the `rules.feature` with the expected lines
(`test.md:3:25:Style.Rule:message` after `When I test "NAME"`), FIXTURES the folder with
NAME/test.md. Vale's `.ct` files are read too.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.vale.style import read_styles

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCENARIO = re.compile(
    r"""\s*(?:When\ I\ (?:test|apply\ style|lint)\ "(?P<name>[^"]+)"
    |\$\ cdf\ .*?/(?P<folder>[\w-]+)$)""",
    re.X,
)
_LINE = re.compile(
    r"\s*(?P<file>[\w./-]+):(?P<line>\d+):(?P<column>\d+):(?P<rule>[\w-]+(?:\.[\w-]+)+):(?P<told>.*)"
)


class Line(NamedTuple):
    """One line of Vale's output."""

    scenario: str
    file: str
    line: int
    column: int
    rule: str
    message: str


def expected(feature: str) -> list[Line]:
    """The lines a feature file expects."""
    lines = []
    scenario = ""
    for row in feature.splitlines():
        if found := _SCENARIO.match(row):
            scenario = found["name"] or found["folder"]
        elif found := _LINE.match(row):
            place = (int(found["line"]), int(found["column"]))
            lines.append(Line(scenario, found["file"], *place, found["rule"], found["told"]))
    return lines


def replayed(reviewer: Reviewer, fixtures: Path, wanted: list[Line]) -> Iterator[Line]:
    """What we say of the fixtures, of the rules each scenario is about."""
    for scenario in dict.fromkeys(one.scenario for one in wanted):
        rules = {one.rule for one in wanted if one.scenario == scenario}
        for file in dict.fromkeys(one.file for one in wanted if one.scenario == scenario):
            path = fixtures / scenario / file
            if not path.is_file():
                continue
            text = Post(path.read_text(encoding="utf-8")).text
            for one in reviewer.review(Post(text)).findings:
                if one.rule in rules:
                    before = text[: one.span.start]
                    row, column = before.count("\n") + 1, one.span.start - before.rfind("\n")
                    yield Line(scenario, file, row, column, one.rule, one.message.to("en"))


def compare(styles: Path, feature: Path, fixtures: Path) -> tuple[int, list[str], list[str]]:
    """How many lines agree, those missing and those too many; scenarios without a file are left."""
    reviewer = Reviewer(read_styles(styles))
    known = reviewer.pack.rules
    wanted = [
        one
        for one in expected(feature.read_text(encoding="utf-8"))
        if one.rule in known and (fixtures / one.scenario / one.file).is_file()
    ]
    got = list(replayed(reviewer, fixtures, wanted))
    missing = [str(tuple(one)) for one in wanted if one not in got]
    extra = [str(tuple(one)) for one in got if one not in wanted]
    return len(wanted) - len(missing), missing, extra


def main() -> None:
    same, missing, extra = compare(*map(Path, sys.argv[1:4]))
    for sign, lines in (("-", missing), ("+", extra)):
        for line in lines:
            sys.stdout.write(f"{sign} {line}\n")
    sys.stdout.write(f"{same} of {same + len(missing)} lines as expected, {len(extra)} too many\n")


if __name__ == "__main__":
    main()
