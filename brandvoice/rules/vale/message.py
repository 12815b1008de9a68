"""Vale's messages: `%s` and its like filled as Go fills them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERB = re.compile(r"%(?:%|(?:\[(\d{1,3})\])?([sdvq]))")


def filled(message: str, words: Sequence[str]) -> str:
    """`message` with each verb replaced by the next word, or by the one its `[n]` names.

    Words too many are dropped; a verb without a word is left out.
    """
    following = 0

    def word(verb: re.Match[str]) -> str:
        nonlocal following
        if verb[0] == "%%":
            return "%"
        index = int(verb[1]) - 1 if verb[1] else following
        following = index + 1
        value = words[index] if 0 <= index < len(words) else ""
        return f'"{value}"' if verb[2] == "q" else value

    return _VERB.sub(word, message)


def listed(words: Sequence[str]) -> str:
    """`'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
