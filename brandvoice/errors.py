"""What a person did or handed in that cannot be done: told in a sentence, never a traceback."""

from __future__ import annotations


class UserError(Exception):
    """A request or a file that cannot be honoured; anything else that is raised is a bug.

    `key` names the sentence in `resources/words/<language>/*.toml` (table `error`), `details`
    fill its blanks. Nothing has been changed when it is raised.
    """

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        blanks = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.key} ({blanks})" if blanks else self.key
