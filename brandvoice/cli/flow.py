"""`brandvoice flow`: the stages a post passes, who stands for them, who may waive what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from brandvoice.approval.flow import NEEDS, RIGHTS, Stage
from brandvoice.approval.housewords import flow_lines
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.signing import passphrase_option, signer_of
from brandvoice.cli.workplace import as_option, find_person, local, open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.rules.terms import SEVERITIES
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.approval.flow import Flow
    from brandvoice.approval.house import House
    from brandvoice.workflow.desk import Desk


@click.group()
def flow() -> None:
    """How posts are approved: stages, channels, waivers, reminder."""


@flow.command()
@workspace_option
def show(workspace: Path | None) -> None:
    """The flow that holds, and what is waived for the whole brand."""
    with open_desk(workspace) as desk:
        for line in _lines(desk.house()):
            click.echo(line)


@flow.command()
@workspace_option
def log(workspace: Path | None) -> None:
    """What was changed for every post, and by whom, newest first."""
    language = terminal_language()
    with open_desk(workspace) as desk:
        for line in desk.house_log(language):
            click.echo(f"{local(line.at)}  {line.name}  {say(language, f'event.{line.kind}')}")
            for told in line.told.splitlines():
                click.echo(f"    {told}")


@flow.command("set")
@click.option(
    "--stage",
    "stages",
    multiple=True,
    metavar="NAME[:any|all[:PERSON,PERSON]]",
    help="In their order, one to three; nobody named: any approver.",
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    metavar="CHANNEL:[PERSON,PERSON]",
    help="Who alone may approve for it; nobody named: anybody again.",
)
@click.option(
    "--waive",
    "rights",
    multiple=True,
    metavar="SEVERITY:RIGHT",
    help=f"{', '.join(SEVERITIES)}: {', '.join(RIGHTS)}.",
)
@click.option("--reminder", type=int, metavar="HOURS", help="Before a slot.")
@as_option
@passphrase_option
@workspace_option
def set_flow(
    stages: tuple[str, ...],
    channels: tuple[str, ...],
    rights: tuple[str, ...],
    reminder: int | None,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Changes what is named here; everything else stays. It counts for what is submitted later."""
    with open_desk(workspace) as desk:
        by, house = find_person(desk, person), desk.house()
        wanted = _changed(desk, house.flow, stages, channels, rights)
        if reminder is not None:
            wanted = replace(wanted, reminder=reminder)
        if refused := desk.flow_hindrance(wanted, by.id):
            raise refused
        signer = signer_of(desk, by, passphrase_file)
        for line in _lines(desk.set_flow(wanted, by.id, signer=signer)):
            click.echo(line)


def _changed(
    desk: Desk,
    flow: Flow,
    stages: tuple[str, ...],
    channels: tuple[str, ...],
    rights: tuple[str, ...],
) -> Flow:
    channel_people = dict(flow.channel_people)
    for given in channels:
        channel, _, people = given.partition(":")
        if channel not in CHANNELS:
            raise UserError("cli.no_channel", given=channel, known=", ".join(CHANNELS))
        channel_people[channel] = _people(desk, people)
    waivers = dict(flow.waivers)
    for given in rights:
        severity, _, right = given.partition(":")
        if severity not in SEVERITIES or right not in RIGHTS:
            raise UserError("cli.no_right", given=given)
        waivers[severity] = right
    return replace(
        flow,
        stages=tuple(_stage(desk, one) for one in stages) or flow.stages,
        channel_people={one: people for one, people in channel_people.items() if people},
        waivers=waivers,
    )


def _stage(desk: Desk, given: str) -> Stage:
    name, _, rest = given.partition(":")
    need, _, people = rest.partition(":")
    need = need or "any"
    if need not in NEEDS:
        raise UserError("cli.no_stage", given=given)
    return Stage(name.strip(), need, _people(desk, people))


def _people(desk: Desk, names: str) -> tuple[str, ...]:
    return tuple(find_person(desk, name).id for name in names.split(",") if name.strip())


def _lines(house: House) -> Iterator[str]:
    language = terminal_language()
    yield from flow_lines(house.flow, lambda person: house.names([person]), language)
    for one in house.in_force:
        words = one.words if one.words is not None else say(language, "cli.erased")
        until = local(one.until) if one.until else ""
        by, reason = house.names([one.by]), one.reason or ""
        told = say(language, "house.everywhere", words=words, rule=one.rule, until=until)
        yield f"{told} ({by}: {reason})"
