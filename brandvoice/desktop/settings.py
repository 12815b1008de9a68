"""What the window remembers between two starts."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final, Literal, get_args

from brandvoice.desktop.vault import MINUTES, USUAL_MINUTES
from brandvoice.words import LANGUAGES, Language

if TYPE_CHECKING:
    from pathlib import Path

Theme = Literal["system", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)

_MOST_RECENT: Final = 8


@dataclass(slots=True)
class Settings:
    """Choices of whoever sits here. `person` is a Person.id, `workspace` the file chosen last,
    `reminded` names the slots a reminder was shown for, `sign_minutes` how long a key stays
    unlocked, `accepted` risky places for a workspace that somebody keeps one in all the same.

    They live in the user's configuration folder; losing them loses nothing of the record.
    """

    language: Language | None = None
    theme: Theme = "system"
    person: str = ""
    post: str = ""
    workspace: str = ""
    recent: list[str] = field(default_factory=list)
    reminded: list[str] = field(default_factory=list)
    sign_minutes: int = USUAL_MINUTES
    accepted: list[str] = field(default_factory=list)

    def opened(self, file: Path) -> None:
        """Puts `file` first among the recent ones."""
        name = str(file.absolute())
        self.recent = [name, *(known for known in self.recent if known != name)][:_MOST_RECENT]

    def save(self, path: Path) -> None:
        """Writes them whole or not at all; a folder that cannot be written is no trouble."""
        scratch = path.with_suffix(".new")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_text(json.dumps(asdict(self), indent=2), encoding="utf-8")
            scratch.replace(path)


def load_settings(path: Path) -> Settings:
    """The settings in `path`; what is missing, unreadable or unknown is as on the first day."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if not isinstance(known, dict):
        return settings
    if known.get("language") in LANGUAGES:
        settings.language = known["language"]
    if known.get("theme") in THEMES:
        settings.theme = known["theme"]
    if known.get("sign_minutes") in MINUTES:
        settings.sign_minutes = int(known["sign_minutes"])
    for name in ("recent", "reminded", "accepted"):
        if isinstance(values := known.get(name), list):
            setattr(settings, name, [one for one in values if isinstance(one, str)])
    settings.recent = settings.recent[:_MOST_RECENT]
    for name in ("person", "post", "workspace"):
        if isinstance(value := known.get(name), str):
            setattr(settings, name, value)
    return settings


def settings_place() -> Path:
    """Where the settings lie on this platform."""
    from platformdirs import user_config_path

    return user_config_path("Brandvoice", appauthor=False) / "window.json"
