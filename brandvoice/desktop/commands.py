"""Everything that can be done, where it stands in the menus, and its keys. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Command(NamedTuple):
    """Something to do: `name` is `action.<name>` in the words, `keys` as Qt writes them."""

    name: str
    keys: str = ""


SUBMENUS: Final = frozenset({"recent", "who", "theme", "language"})
"""Places that open a menu of their own."""

_LINE: Final = Command("")

MENUS: Final[Mapping[str, tuple[Command, ...]]] = {
    "file": (
        Command("new", "Ctrl+N"),
        Command("new_reply", "Ctrl+Shift+N"),
        Command("open", "Ctrl+O"),
        Command("recent"),
        Command("samples", "Ctrl+Shift+O"),
        _LINE,
        Command("send", "Ctrl+Shift+M"),
        Command("export", "Ctrl+E"),
        Command("backup", "Ctrl+Shift+S"),
        Command("go_back", "Ctrl+Shift+Y"),
        Command("elsewhere", "Ctrl+Shift+W"),
        _LINE,
        Command("quit", "Ctrl+Q"),
    ),
    "edit": (
        Command("undo", "Ctrl+Z"),
        Command("redo", "Ctrl+Shift+Z"),
        _LINE,
        Command("cut", "Ctrl+X"),
        Command("copy", "Ctrl+C"),
        Command("paste", "Ctrl+V"),
        Command("select_all", "Ctrl+A"),
        _LINE,
        Command("turn_over", "Ctrl+Shift+K"),
        Command("copy_post", "Ctrl+Shift+C"),
        Command("discard", "Ctrl+Shift+Backspace"),
        Command("erase", "Ctrl+Shift+E"),
        Command("find", "Ctrl+F"),
    ),
    "review": (
        Command("next_finding", "F8"),
        Command("previous_finding", "Shift+F8"),
        Command("fixes", "Ctrl+."),
        Command("waive", "Ctrl+Shift+."),
        Command("about_rule", "Ctrl+I"),
        _LINE,
        Command("comment", "Ctrl+Alt+M"),
        Command("source", "Ctrl+Alt+B"),
        _LINE,
        Command("compare", "Ctrl+D"),
        _LINE,
        Command("add_phrase", "Ctrl+K"),
    ),
    "decide": (
        Command("main_act", "Ctrl+Return"),
        _LINE,
        Command("submit", "Ctrl+Shift+Return"),
        Command("submit_slot", "Ctrl+Alt+Return"),
        Command("approve", "Ctrl+Shift+A"),
        Command("request_changes", "Ctrl+Shift+R"),
        Command("reject", "Ctrl+Shift+X"),
        Command("withdraw", "Ctrl+Shift+T"),
        _LINE,
        Command("posted", "Ctrl+Shift+G"),
        Command("taken_down", "Ctrl+Shift+D"),
    ),
    "go": (
        Command("desk", "Ctrl+1"),
        Command("queue", "Ctrl+2"),
        Command("history", "Ctrl+3"),
        Command("rules", "Ctrl+4"),
        Command("settings", "Ctrl+5"),
        _LINE,
        Command("next_post", "Ctrl+PgDown"),
        Command("previous_post", "Ctrl+PgUp"),
        _LINE,
        Command("next_pane", "F6"),
        Command("previous_pane", "Shift+F6"),
    ),
    "people": (
        Command("who"),
        _LINE,
        Command("add_person", "Ctrl+Shift+P"),
        Command("manage_people", "Ctrl+,"),
        _LINE,
        Command("lock_keys", "Ctrl+L"),
    ),
    "view": (Command("theme"), Command("language")),
    "help": (
        Command("shortcuts", "F1"),
        Command("verify", "Ctrl+Shift+V"),
        _LINE,
        Command("about", "Shift+F1"),
    ),
}


def commands() -> tuple[Command, ...]:
    """Every command of every menu."""
    return tuple(
        command
        for menu in MENUS.values()
        for command in menu
        if command.name not in SUBMENUS | {""}
    )
