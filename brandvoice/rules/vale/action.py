"""What a rule's action makes of the words it found: the texts to put in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from brandvoice.rules.vale.pattern import Patience, Pattern

NAMES: Final = ("replace", "remove", "convert", "edit", "suggest")
# What an edit needs; `replace` and `remove` are of older styles. Others are no ways out.
_PARAMETERS: Final = {
    "regex": 3,
    "replace": 3,
    "split": 3,
    "trim": 2,
    "trim_left": 2,
    "trim_right": 2,
    "remove": 2,
    "truncate": 2,
}
_BY_PATTERN: Final = ("regex", "replace")
_GROUP = re.compile(r"\$(?:\$|(\d+)|\{(\w+)\}|(\w+))")


class Action(NamedTuple):
    """`name` is empty where the rule has none."""

    name: str = ""
    params: tuple[str, ...] = ()
    pattern: Pattern | None = None
    """The compiled pattern of `edit: regex`."""

    def mistake(self) -> str | None:
        """What is wrong with it, if anything."""
        if self.name and self.name not in NAMES:
            return f"action “{self.name}” is unknown; use one of {', '.join(NAMES)}"
        if self.name != "edit":
            return None
        edit = self.params[0] if self.params else ""
        if len(self.params) != _PARAMETERS.get(edit, len(self.params)):
            return f"edit “{edit}” takes {_PARAMETERS[edit] - 1} parameters"
        if edit == "split" and not re.fullmatch(r"\d{1,4}", self.params[2]):
            return "edit “split” takes the number of the piece"
        return None

    @property
    def source(self) -> str | None:
        """The pattern an edit replaces by, still to be compiled."""
        is_by_pattern = self.name == "edit" and self.params[:1] and self.params[0] in _BY_PATTERN
        return self.params[1] if is_by_pattern else None

    def texts(self, match: str, patience: Patience) -> tuple[str, ...]:
        """What may stand instead of `match`; empty where the action names nothing."""
        match self.name:
            case "replace":
                return self.params
            case "remove":
                return ("",)
            case "convert" if self.params[:1] == ("simple",):
                return (_simple(match),)
            case "edit" if self.params[:1] and self.params[0] in _PARAMETERS:
                return (self._edited(match, patience).strip(),)
            case _:
                return ()

    def _edited(self, match: str, patience: Patience) -> str:
        edit, *rest = self.params
        if self.pattern is not None:
            return replaced(self.pattern, rest[1], match, patience)
        if edit == "truncate":
            return match.split(rest[0], maxsplit=1)[0] if rest[0] else match
        if edit == "split":
            pieces = match.split(rest[0]) if rest[0] else list(match)
            return pieces[int(rest[1])] if int(rest[1]) < len(pieces) else match
        trim = {"trim_left": str.lstrip, "trim_right": str.rstrip}.get(edit, str.strip)
        return trim(match, rest[0]) if rest[0] else match


def replaced(pattern: Pattern, template: str, text: str, patience: Patience) -> str:
    """`text` with every match replaced by the template, its `$1` filled from the match."""
    pieces: list[str] = []
    end = 0
    for found in pattern.matches(text, patience):
        pieces += [text[end : found.start()], expanded(template, found)]
        end = found.end()
    return "".join(pieces) + text[end:]


def expanded(template: str, found: regex.Match[str]) -> str:
    """`$1`, `${1}` and `${name}` filled from a match; an unknown group stays as written."""

    def group(reference: re.Match[str]) -> str:
        if reference[0] == "$$":
            return "$"
        name = reference[1] or reference[2] or reference[3]
        try:
            return found[int(name) if name.isdecimal() else name] or ""
        except IndexError:
            return reference[0]

    return _GROUP.sub(group, template)


def options(text: str) -> tuple[str, ...]:
    """`a|b` as a and b; `\\|` is a bar."""
    pieces = re.split(r"(?<!\\)\|", text)
    return tuple(piece.replace("\\|", "|") for piece in pieces if piece)


def recased(replacements: Sequence[str], match: str) -> tuple[str, ...]:
    """In the case of the words they replace: all small, all capitals, or the first one capital."""
    if match == match.lower():
        return tuple(one.lower() for one in replacements)
    if match == match.upper() and len(match) > 1:
        return tuple(one.upper() for one in replacements)
    if match == capitalised(match):
        return tuple(map(capitalised, replacements))
    return tuple(replacements)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _simple(text: str) -> str:
    """`someName` and `some-name` as `some name`."""
    apart = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", text)
    return re.sub(r"[\W_]+", " ", apart).strip().lower()
