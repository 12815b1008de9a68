"""The folder of a brand beside its workspace: `brand.toml` and `rules/`, read and written."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, Self

from brandvoice.brand.profile import Brand, read_brand
from brandvoice.errors import UserError
from brandvoice.rules.parse import MAX_FILE_BYTES

if TYPE_CHECKING:
    from pathlib import Path

PROFILE: Final = "brand.toml"
RULES: Final = "rules"
_OF_RULES: Final = ("off", "severity", "second_opinion")


class Brandbook:
    """One brand's folder; nothing in it needs to be there, and reading creates nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = folder / PROFILE
        self.rules = folder / RULES

    @classmethod
    def beside(cls, workspace: Path) -> Self:
        """The brand of a workspace: `shop.sqlite3` has its brand in `shop.brand/`."""
        return cls(workspace.with_name(f"{workspace.stem}.brand"))

    @property
    def packs(self) -> tuple[Path, ...]:
        """The brand's own rules: one folder, or none."""
        return (self.rules,) if self.rules.is_dir() else ()

    def read(self) -> tuple[Brand, tuple[UserError, ...]]:
        """The profile with its defaults wherever it is wrong, and what is wrong with it."""
        try:
            return read_brand(self._source(), PROFILE)
        except UserError as error:
            return Brand(), (error,)

    def save(self, brand: Brand) -> None:
        """Writes what is new in `brand`; comments and all other lines stay as they are.

        Raises UserError, having changed nothing, for a file that cannot be read or written.
        """
        import tomlkit

        source = self._source()
        known, mistakes = read_brand(source, PROFILE)
        if any(mistake.key == "brand.syntax" for mistake in mistakes):
            raise mistakes[0]
        document = tomlkit.parse(source)
        if not isinstance(document.get("rules", {}), dict):
            del document["rules"]
        for one in fields(Brand):
            if getattr(brand, one.name) == getattr(known, one.name):
                continue
            of_rules = one.name in _OF_RULES
            table = document.setdefault("rules", tomlkit.table()) if of_rules else document
            _put(table, one.name, getattr(brand, one.name))
        self._write(self.profile, tomlkit.dumps(document))

    def add_rule(self, rule_id: str, source: str) -> None:
        """Writes the file of a rule of the brand's own; raises UserError when it cannot be."""
        self._write(self._file_of(rule_id), source)

    def remove_rule(self, rule_id: str) -> None:
        """Takes the file of a rule of the brand's own away; raises UserError when it cannot be."""
        path = self._file_of(rule_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError("report.unwritable", name=path.name, reason=error.strerror) from None

    def _file_of(self, rule_id: str) -> Path:
        return self.rules / f"{rule_id}.toml"

    def _source(self) -> str:
        """The text of the profile, empty where there is none; raises UserError."""
        try:
            if self.profile.stat().st_size > MAX_FILE_BYTES:
                raise UserError("brand.missing", name=PROFILE, reason=f"> {MAX_FILE_BYTES} bytes")
            return self.profile.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except UnicodeDecodeError:
            raise UserError("brand.missing", name=PROFILE, reason="UTF-8?") from None
        except OSError as error:
            raise UserError("brand.missing", name=PROFILE, reason=error.strerror) from None

    def _write(self, path: Path, text: str) -> None:
        from brandvoice.reports.replacement import replacement

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            name = path.parent.name
            raise UserError("report.unwritable", name=name, reason=error.strerror) from None
        with replacement(path) as unfinished:
            unfinished.write_text(text, encoding="utf-8", newline="\n")


def _put(table: Any, key: str, value: object) -> None:
    """Sets a key. Entries of a table are set one by one, so that comments beside them stay."""
    if not isinstance(value, dict):
        table[key] = list(value) if isinstance(value, tuple) else value
        return
    before = table.get(key, {})
    if not isinstance(before, dict) or any(one not in value for one in before):
        # tomlkit fails to take one of several dotted keys out: all go, those that stay come back.
        del table[key]
    for one, entry in value.items():
        _set_entry(table, key, one, entry)


def _set_entry(table: Any, key: str, one: str, entry: object) -> None:
    import tomlkit

    inner = table.setdefault(key, tomlkit.table())
    if inner.get(one) != entry:
        inner[one] = entry
