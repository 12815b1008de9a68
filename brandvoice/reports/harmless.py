"""Cells that a spreadsheet shows and never runs."""

from __future__ import annotations

from typing import Final

# What begins a formula or a command, full-width signs included (OWASP, CSV Injection).
_DANGEROUS: Final = tuple("=+-@\t\r\n＝＋－＠")


def harmless(cell: str) -> str:
    """`cell` with an apostrophe in front if it, blanks aside, begins as a formula does.

    So does a cell that begins with an apostrophe: `as_written` can take off exactly one.
    """
    if not cell or cell[0].isalnum():  # nearly always, and cheap: a table has thousands of cells
        return cell
    if cell.startswith(("'", *_DANGEROUS)) or cell.lstrip().startswith(_DANGEROUS):
        return f"'{cell}"
    return cell


def as_written(cell: str) -> str:
    """The cell as it was before `harmless`."""
    return cell.removeprefix("'")
