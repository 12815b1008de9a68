"""A folder of rules of either make: our TOML files or published Vale styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.rules.pack import read_pack

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from brandvoice.rules.pack import Pack


def read_folder(folder: Path, guards: Collection[str]) -> Pack:
    """The rules in `folder`, of both makes if it has both; raises PackError with all mistakes."""
    if not has_styles(folder):
        return read_pack(folder, guards)
    from brandvoice.rules.vale.style import read_styles

    return read_pack(folder, guards).with_(read_styles(folder))


def has_styles(folder: Path) -> bool:
    """Whether it holds Vale's `.yml` files or says where they are: itself or one level down, and
    only one level down where it holds rules of ours as well."""
    try:
        if (folder / ".vale.ini").is_file():
            return True
        own = () if has_rules(folder) else folder.glob("*.yml")
        below = (one for one in folder.glob("*/*.yml") if not one.parent.name.startswith("."))
        return any(not path.name.startswith(".") for path in (*own, *below))
    except OSError:
        return False


def has_rules(folder: Path) -> bool:
    """Whether it holds rules of ours, a TOML file each in the folder of its category."""
    return any(folder.glob("*/*.toml"))
