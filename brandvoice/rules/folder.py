"""A folder of rules of either make: our TOML files or published Vale styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.rules.pack import read_pack

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from brandvoice.rules.pack import Pack


def read_folder(folder: Path, guards: Collection[str]) -> Pack:
    """The rules in `folder`; raises PackError with all mistakes in them."""
    if has_styles(folder):
        from brandvoice.rules.vale.style import read_styles

        return read_styles(folder)
    return read_pack(folder, guards)


def has_styles(folder: Path) -> bool:
    """Whether it holds Vale's `.yml` files, itself or one level down, or says where they are."""
    try:
        if (folder / ".vale.ini").is_file():
            return True
        names = (*folder.glob("*.yml"), *folder.glob("*/*.yml"))
        is_vale = any(not path.name.startswith(".") for path in names)
        return is_vale and not any(folder.glob("*/*.toml"))
    except OSError:
        return False
