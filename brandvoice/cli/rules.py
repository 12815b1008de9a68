"""`brandvoice rules`: what is looked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.words import say
from brandvoice.workflow.rulebook import check_pack, shipped_pack

if TYPE_CHECKING:
    from brandvoice.rules.rule import Rule
    from brandvoice.words import Language


@click.group()
def rules() -> None:
    """What is looked for: list the rules, show one, check a pack."""


@rules.command("list")
def list_rules() -> None:
    """Every rule: id, severity, what it says."""
    language = terminal_language()
    for rule in shipped_pack().rules.values():
        severity = say(language, f"severity.{rule.severity}")
        click.echo(f"{rule.id:<32} {severity:<16} {rule.title.to(language)}")


@rules.command()
@click.argument("rule_id", metavar="ID")
def show(rule_id: str) -> None:
    """One rule: what it says, why, its sources, its examples."""
    rule = shipped_pack().rules.get(rule_id)
    if rule is None:
        raise click.BadParameter(f"there is no rule “{rule_id}”; see: brandvoice rules list")
    for line in _page(rule, terminal_language()):
        click.echo(line)


@rules.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Checks rule packs at PATHS; prints mistakes as path:line: message."""
    mistakes = [mistake for path in paths for mistake in check_pack(path)]
    for mistake in mistakes:
        click.echo(str(mistake))
    raise SystemExit(1 if mistakes else 0)


def _page(rule: Rule, language: Language) -> list[str]:
    head = [rule.id, say(language, f"severity.{rule.severity}")]
    if len(rule.kinds) == 1:
        head.append(say(language, f"cli.only_{rule.kinds[0]}"))
    lines = [
        " · ".join(head),
        "",
        rule.message.to(language),
        rule.why.to(language),
        "",
        *(f"✗ {example.text}" for example in rule.examples if example.flag),
        *(f"✓ {example.text}" for example in rule.examples if not example.flag),
    ]
    ways = [one.after for one in rule.instead if one.language == language]
    if ways:
        lines += ["", *(f"→ {way}" for way in ways)]
    if rule.sources:
        lines += ["", " · ".join(rule.sources)]
    return lines
