"""`brandvoice language`: what grammar is checked with."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.errors import UserError
from brandvoice.words import explain, say
from brandvoice.workflow.proofreading import Proofreading, grammar_choice

if TYPE_CHECKING:
    from brandvoice.language.service import Standing
    from brandvoice.words import Language


@click.group()
def language() -> None:
    """What grammar is checked with: LanguageTool, its Java and its files."""


@language.command()
def status() -> None:
    """Whether LanguageTool can be used, and what it is. Exits with 1 when it cannot."""
    spoken = terminal_language()
    with Proofreading(grammar_choice()) as proofreading:
        standing = proofreading.service.look()
    for line in standing_lines(standing, spoken):
        click.echo(line)
    for line in _facts(spoken):
        click.echo(line)
    if standing.kind not in ("idle", "ready"):
        raise SystemExit(1)


@language.command()
@click.option(
    "--from", "archive", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A zip of LanguageTool that is on this computer already.",
)  # fmt: skip
def get(archive: Path | None) -> None:
    """Fetches LanguageTool through Maven: 258 MB, checked and unpacked into the user’s data."""
    from brandvoice.language.delivery import SIZE, Delivery

    def tell(here: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{100 * here // SIZE} %", nl=here >= SIZE, err=True)

    delivery = Delivery(tell)
    place = delivery.unpack(archive) if archive else delivery.fetch()
    click.echo(say(terminal_language(), "grammar.fact.folder", folder=place))


@language.command()
def folder() -> None:
    """Where `get` puts the files."""
    from brandvoice.language.place import usual_folder

    click.echo(usual_folder())


def standing_lines(standing: Standing, spoken: Language) -> list[str]:
    """How things stand, in a sentence or two."""
    lines = [say(spoken, f"grammar.standing.{standing.kind}", url=standing.url)]
    return [*lines, explain(spoken, standing.reason)] if standing.reason else lines


def tell_trouble(standing: Standing) -> None:
    """Says on stderr why grammar is not checked, when it is not."""
    if standing.reason:
        for line in standing_lines(standing, terminal_language()):
            click.echo(line, err=True)


def _facts(spoken: Language) -> list[str]:
    from brandvoice.language.java import find_java
    from brandvoice.language.place import server_folder

    choice = grammar_choice()
    if choice.mode == "url":
        return [say(spoken, "grammar.fact.url", url=choice.url)]
    facts = []
    with suppress(UserError):  # the standing has said so
        java = find_java(choice.java)
        facts.append(say(spoken, "grammar.fact.java", path=java.program, version=java.version))
    with suppress(UserError):
        place = server_folder(choice.folder)
        facts.append(say(spoken, "grammar.fact.folder", folder=place))
    return facts
