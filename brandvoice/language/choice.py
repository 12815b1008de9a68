"""What whoever sits here wants of LanguageTool; window and command line read the same file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, Literal, get_args
from urllib.parse import urlsplit

from platformdirs import user_config_path

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

Mode = Literal["auto", "off", "url"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
MEMORIES: Final = (256, 512, 768, 1024)
"""Heaps to choose from, megabytes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`auto` starts a server of our own when its files are here, `url` asks the one at `url`.

    `java` and `folder` name a Java and the server's files, if not the usual ones. `agreed` is the
    address of a server on another computer to which drafts may be sent.
    """

    mode: Mode = "auto"
    url: str = ""
    agreed: str = ""
    java: str = ""
    folder: str = ""
    memory: int = 512

    @property
    def leaves(self) -> bool:
        """Whether drafts would leave this computer."""
        return self.mode == "url" and not is_local(self.url)

    def save(self, file: Path) -> None:
        """Writes it whole or not at all; a folder that cannot be written is no trouble."""
        scratch = file.with_suffix(".new")
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_text(json.dumps(asdict(self), indent=2), encoding="utf-8")
            scratch.replace(file)


def choice_place() -> Path:
    """Where the choice lies on this platform."""
    return user_config_path("Brandvoice", appauthor=False) / "grammar.json"


def load_choice(file: Path) -> Choice:
    """The choice in `file`; what is missing, unreadable or unknown is as on the first day."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Choice()
    if not isinstance(known, dict):
        return Choice()
    return Choice(**{one.name: known[one.name] for one in fields(Choice) if _fits(one.name, known)})


def server_address(given: str) -> str:
    """The address of a server as a person types it, made whole; raises UserError for none."""
    address = given.strip()
    address = (address if "://" in address else f"http://{address}").rstrip("/")
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        whole = False
    if not whole or not address.isascii() or " " in address:
        raise UserError("grammar.address", address=given.strip())
    return address.removesuffix("/v2")


def is_local(url: str) -> bool:
    """Whether a server's address is on this computer."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _fits(name: str, known: dict[str, Any]) -> bool:
    value = known.get(name)
    if name == "mode":
        return value in MODES
    return value in MEMORIES if name == "memory" else isinstance(value, str)
