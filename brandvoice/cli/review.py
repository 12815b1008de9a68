"""`brandvoice review`: what is wrong with these drafts, and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from brandvoice.cli.jsonl import review_lines
from brandvoice.workflow.check import load_checker


@click.command()
@click.option("--jsonl", is_flag=True, help="Posts as JSON lines on stdin, answers on stdout.")
@click.option("--brand", type=click.Path(path_type=Path), help="The brand's profile.")
def review(*, jsonl: bool, brand: Path | None) -> None:
    """Reviews FILES, or standard input."""
    checker = load_checker(brand)
    failed = False
    if jsonl:
        for answer, done in review_lines(sys.stdin.buffer, checker):
            failed |= done is None
            print(answer, flush=True)  # noqa: T201
    raise SystemExit(2 if failed else 0)
