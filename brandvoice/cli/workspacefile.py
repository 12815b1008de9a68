"""Which workspace a command means, known without opening it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from brandvoice.workflow.place import usual_place

if TYPE_CHECKING:
    from collections.abc import Callable

_F = TypeVar("_F", bound="Callable[..., Any]")


def workspace_option(command: _F) -> _F:
    """`--workspace FILE`, after the command as well as before it."""
    return click.option("--workspace", type=click.Path(path_type=Path), help="The workspace file.")(
        command
    )


def named_workspace(workspace: Path | None) -> Path:
    """The one named after the command, before it, by the environment, or the usual one."""
    before: Path | None = click.get_current_context().find_root().obj
    return workspace or before or usual_place()
