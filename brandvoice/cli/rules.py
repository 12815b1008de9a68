"""`brandvoice rules`: what is looked for."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.packs import packs_option
from brandvoice.cli.workspacefile import named_workspace, workspace_option
from brandvoice.rules.markdown import as_lines
from brandvoice.words import say
from brandvoice.workflow.check import load_workspace_checker
from brandvoice.workflow.rulebook import check_pack, skipped_rules
from brandvoice.workflow.ruleindex import RuleIndex
from brandvoice.workflow.rulepages import write_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.rules.page import Block
    from brandvoice.words import Language

_COLUMNS: Final = 80


@click.group()
def rules() -> None:
    """What is looked for: list the rules, show one, write them as pages, check a pack."""


@rules.command("list")
@packs_option
@workspace_option
def list_rules(packs: tuple[Path, ...], workspace: Path | None) -> None:
    """Every rule, the brand's own included: id, severity, what it says."""
    language = terminal_language()
    for one in _index(workspace, packs).entries():
        severity = say(language, "rule.off" if one.is_off else f"severity.{one.severity}")
        click.echo(f"{one.rule.id:<32} {severity:<16} {one.rule.title.to(language)}")


@rules.command()
@click.argument("rule_id", metavar="ID")
@packs_option
@workspace_option
def show(rule_id: str, packs: tuple[Path, ...], workspace: Path | None) -> None:
    """One rule as a page: what it looks for, why, when it is fine, what to write instead."""
    language = terminal_language()
    blocks = _index(workspace, packs).page(rule_id, language)
    if not blocks:
        raise click.BadParameter(f"there is no rule “{rule_id}”; see: brandvoice rules list")
    for line in _wrapped(blocks, language):
        click.echo(line)


@rules.command()
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path),
              help="The folder to write to; made where it is missing.")  # fmt: skip
@workspace_option
def pages(folder: Path, workspace: Path | None) -> None:
    """Writes every rule as a Markdown page, in both languages, with an index."""
    count = write_pages(_index(workspace), folder)
    click.echo(say(terminal_language(), "cli.pages", count=count, name=folder))


@rules.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Checks rule packs or Vale styles at PATHS; prints mistakes as path:line: message."""
    mistakes = [mistake for path in paths for mistake in check_pack(path)]
    for mistake in mistakes:
        click.echo(str(mistake))
    for skipped in (one for path in paths for one in skipped_rules(path)):
        click.echo(str(skipped.mistake), err=True)
    raise SystemExit(1 if mistakes else 0)


def _index(workspace: Path | None, packs: tuple[Path, ...] = ()) -> RuleIndex:
    reviewer = load_workspace_checker(named_workspace(workspace), packs=packs).reviewer
    return RuleIndex(reviewer.pack, reviewer.brand)


def _wrapped(blocks: tuple[Block, ...], language: Language) -> Iterator[str]:
    for sign, text in as_lines(blocks, language):
        indent = " " * len(sign)
        yield from textwrap.wrap(text, _COLUMNS, initial_indent=sign, subsequent_indent=indent) or [
            ""
        ]
