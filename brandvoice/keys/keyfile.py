"""One person's keys as a file: JSON, for this user's eyes only, written whole or not at all."""

from __future__ import annotations

import base64
import json
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from brandvoice.approval.signature import PublicKey, signing_key
from brandvoice.errors import UserError
from brandvoice.keys.locked import Cost, LockedKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT: Final = "brandvoice-key"
VERSION: Final = 1
_LARGEST: Final = 65_536
"""Bytes; a key takes 400."""


def read_keys(path: Path, person: str) -> tuple[LockedKey, ...]:
    """The keys in a file, newest last; none where there is no file.

    Raises UserError (`key.damaged`, `key.newer`, `key.not_readable`).
    """
    octets = _octets(path)
    return () if octets is None else _keys(octets, path, person)[1]


def read_carried(path: Path, person: str) -> tuple[LockedKey, ...]:
    """The keys in a file brought from another computer; it has to be there, and `person`'s.

    Raises UserError as `read_keys` does, and `key.of_another`.
    """
    octets = _octets(path) if path.is_file() else None
    if octets is None:
        raise UserError("key.not_readable", path=path)
    owner, keys = _keys(octets, path)
    if owner != person:
        raise UserError("key.of_another", path=path)
    return keys


def _octets(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError("key.not_readable", path=path) from error


def _keys(
    octets: bytes, path: Path, person: str | None = None
) -> tuple[str, tuple[LockedKey, ...]]:
    """Whose keys a file holds, and the keys; only `person`'s will do where one is named."""
    try:
        values: Any = json.loads(octets) if len(octets) <= _LARGEST else None
        form, version = values["format"], values["version"]
        if form == FORMAT and isinstance(version, int) and version > VERSION:
            raise UserError("key.newer", path=path)
        owner = values["person"]
        if (form, version) != (FORMAT, VERSION) or owner != (person or str(owner)):
            raise UserError("key.damaged", path=path)
        keys = tuple(map(_key, values["keys"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UserError("key.damaged", path=path) from None
    if not keys or not all(key.is_sane for key in keys):
        raise UserError("key.damaged", path=path)
    return owner, keys


def write_keys(path: Path, person: str, keys: Sequence[LockedKey]) -> None:
    """Puts these keys in the place of what was there; raises UserError (`key.not_writable`)."""
    values = {
        "format": FORMAT,
        "version": VERSION,
        "person": person,
        "keys": [_plain(key) for key in keys],
    }
    scratch = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _write(scratch, json.dumps(values, indent=2).encode("ascii"))
            scratch.replace(path)
            _settle(path.parent)
        finally:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("key.not_writable", path=path.parent) from error


def _write(path: Path, octets: bytes) -> None:
    binary = getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Waits until the new name is on the disk too: the record may name this key right after."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _plain(key: LockedKey) -> dict[str, Any]:
    return {
        "public": key.public,
        "scrypt": {**key.cost._asdict(), "salt": _as_text(key.salt)},
        "chacha20-poly1305": {"nonce": _as_text(key.nonce), "locked": _as_text(key.locked)},
    }


def _key(values: Any) -> LockedKey:
    stretched, sealed = values["scrypt"], values["chacha20-poly1305"]
    cost = [stretched[name] for name in Cost._fields]
    if not all(type(number) is int for number in cost):
        raise ValueError("a cost is a number")
    if signing_key(f"{values['public']}.{'0' * 128}") is None:
        raise ValueError("not a public key")
    return LockedKey(
        public=PublicKey(values["public"]),
        cost=Cost(*cost),
        salt=_as_bytes(stretched["salt"]),
        nonce=_as_bytes(sealed["nonce"]),
        locked=_as_bytes(sealed["locked"]),
    )


def _as_text(octets: bytes) -> str:
    return base64.b64encode(octets).decode("ascii")


def _as_bytes(text: Any) -> bytes:
    return base64.b64decode(text, validate=True)
