"""`brandvoice review`: what is wrong with these drafts, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from brandvoice.cli.jsonl import as_json, explained, review_lines
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.packs import packs_option, tell_skipped
from brandvoice.cli.workspacefile import named_workspace, workspace_option
from brandvoice.post.post import CHANNELS, KINDS, Channel, Kind, Post
from brandvoice.review.finding import CATEGORIES, SEVERITIES
from brandvoice.workflow.check import Checker, load_workspace_checker
from brandvoice.workflow.ruleindex import RuleIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.review.finding import Category, Review, Severity


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE... | -]")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text",
    show_default=True, help="How to tell it.",
)  # fmt: skip
@click.option("--jsonl", is_flag=True, help="Posts as JSON lines on stdin, answers on stdout.")
@click.option(
    "--brand",
    type=click.Path(path_type=Path),
    help="A profile, brand.toml; else that of the workspace’s brand folder, if any.",
)
@packs_option
@click.option("--channel", type=click.Choice(CHANNELS), help="Where it is to appear.")
@click.option("--kind", type=click.Choice(KINDS), default="post", show_default=True)
@click.option("--only", type=click.Choice(CATEGORIES), multiple=True, help="These alone.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="blocker", show_default=True,
              help="Exit with 1 when anything this grave is found.")  # fmt: skip
@click.option("--grammar", metavar="auto|off|URL",
              help="auto or URL: English grammar too, by LanguageTool, which takes seconds to "
              "start; off: no spelling either. Else spelling alone, but in --jsonl.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Also say what was let pass, and why.")
@workspace_option
def review(
    *,
    files: tuple[str, ...],
    form: str,
    jsonl: bool,
    brand: Path | None,
    packs: tuple[Path, ...],
    channel: str | None,
    kind: str,
    only: tuple[str, ...],
    fail_on: str,
    grammar: str | None,
    explain: bool,
    workspace: Path | None,
) -> None:
    """Reviews FILES, or standard input.

    Exits with 0 when nothing at or above --fail-on was found, with 1 when something was,
    with 2 when a file or a line could not be read; the others are reviewed all the same.
    """
    checker = load_workspace_checker(named_workspace(workspace), brand, packs)
    tell_skipped(checker.reviewer.pack.skipped, packs)
    checker = _reading(checker, grammar or ("off" if jsonl else ""))
    chosen = cast("tuple[Category, ...]", only)
    if jsonl:
        raise SystemExit(_stream(checker, chosen, cast("Severity", fail_on)))
    drafts, failed = _drafts(files or ("-",))
    channels = (cast("Channel", channel),) if channel else ()
    reviewed = [
        (name, text, checker.check(Post(text, cast("Kind", kind), channels), chosen))
        for name, text in drafts
    ]
    _tell(reviewed, form, checker, explain=explain)
    if failed:
        raise SystemExit(2)
    raise SystemExit(int(any(_fails(one, cast("Severity", fail_on)) for _, _, one in reviewed)))


def _reading(checker: Checker, asked: str) -> Checker:
    """A checker that reads the spelling too, and the grammar where that is asked for."""
    from brandvoice.workflow.spelling import SpellingChecker, spelling

    if asked == "off":
        return checker
    if not asked:
        return SpellingChecker(checker.reviewer)
    from brandvoice.cli.language import tell_trouble
    from brandvoice.workflow.proofreading import Proofreading, ReadingChecker, grammar_choice

    proofreading = Proofreading(grammar_choice(asked), tell_trouble)
    click.get_current_context().with_resource(proofreading)  # its server ends with the command
    return ReadingChecker(checker.reviewer, spelling(), proofreading)


def _stream(checker: Checker, only: tuple[Category, ...], fail_on: Severity) -> int:
    code = 0
    for answer, done in review_lines(sys.stdin.buffer, checker, only):
        click.echo(answer)
        if done is None:
            code = 2
        elif code == 0 and _fails(done, fail_on):
            code = 1
    return code


def _drafts(files: Iterable[str]) -> tuple[list[tuple[str, str]], bool]:
    """The drafts that can be read; what cannot is told on stderr at once."""
    from brandvoice.documents import read
    from brandvoice.documents.encoding import decode
    from brandvoice.errors import UserError
    from brandvoice.words import explain

    drafts: list[tuple[str, str]] = []
    failed = False
    for file in files:
        try:
            if file == "-":
                if sys.stdin.isatty():
                    from brandvoice.words import say

                    click.echo(say(terminal_language(), "cli.reading"), err=True)
                drafts.append(("-", decode(sys.stdin.buffer.read(), "-")))
            else:
                drafts += [(file, draft.text) for draft in read(Path(file))]
        except UserError as error:
            click.echo(explain(terminal_language(), error), err=True)
            failed = True
    return drafts, failed


def _tell(
    reviewed: list[tuple[str, str, Review]], form: str, checker: Checker, *, explain: bool
) -> None:
    rules = RuleIndex(checker.reviewer.pack)
    if form == "text":
        from brandvoice.cli.text import as_text, passed_over, summary

        language = terminal_language()
        for name, text, one in reviewed:
            for line in as_text(name, text, one, language):
                click.echo(line)
            for line in passed_over(name, one, rules, language) if explain else ():
                click.echo(line)
        click.echo(summary([one for _, _, one in reviewed], language))
        return
    answer: Any
    if form == "sarif":
        from brandvoice.cli.sarif import Reviewed, as_sarif

        answer = as_sarif(
            [Reviewed(name, text, one, _file_text(name)) for name, text, one in reviewed],
            checker.reviewer.pack.rules,
        )
    else:
        answer = [
            {"file": name, **(explained(one, text, rules) if explain else as_json(one, text))}
            for name, text, one in reviewed
        ]
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _file_text(name: str) -> str | None:
    """All of a text file as it is, line ends and front matter included; None for other files."""
    from brandvoice.documents.encoding import decode

    if name == "-" or Path(name).suffix.lower() not in (".txt", ".md"):
        return None
    return decode(Path(name).read_bytes(), name)


def _fails(review: Review, fail_on: Severity) -> bool:
    bound = SEVERITIES.index(fail_on)
    return any(SEVERITIES.index(finding.severity) >= bound for finding in review.findings)
