"""The files of a folder of Vale styles: found where Vale finds them, read within bounds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from brandvoice.rules.folder import has_rules
from brandvoice.rules.parse import MAX_FILE_BYTES, Mistake, PackError
from brandvoice.rules.vale.config import CONFIG_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.rules.vale.config import Config

MAX_FILES: Final = 5_000
MAX_BYTES: Final = 8_000_000
MAX_DEPTH: Final = 6
_NOT_STYLES: Final = ("config", "Vocab")
_TESTS: Final = (".test.yml", "_test.yml")


def rule_paths(folder: Path, config: Config) -> Iterator[tuple[str, Path]]:
    """Each rule's name, `Style.Rule`, and its file, in the order of the names.

    A folder that holds `.yml` files is a style; else its folders are, save those Vale keeps its
    configuration in. Names that begin with a dot or a low line are passed over.
    """
    if not has_rules(folder) and any(_is_rule(path) for path in folder.glob("*.yml")):
        yield from _of_style(folder.resolve().name, folder, MAX_DEPTH)
        return
    for style in sorted(folder.iterdir()) if folder.is_dir() else ():
        is_style = style.name[0] not in "._" and style.name not in _NOT_STYLES
        if is_style and style.is_dir() and config.counts(style.name):
            yield from _of_style(style.name, style, MAX_DEPTH)


def _of_style(name: str, folder: Path, depth: int) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.iterdir()):
        if path.name[0] in "._":
            continue
        if _is_rule(path):
            yield f"{name}.{path.stem}", path
        elif depth and path.is_dir() and not path.is_symlink():
            yield from _of_style(f"{name}.{path.name}", path, depth - 1)


def _is_rule(path: Path) -> bool:
    is_named = path.suffix == ".yml" and path.name[0] not in "._"
    return is_named and not path.name.endswith(_TESTS) and not path.is_dir()


class StyleFiles:
    """Reads files under `folder` and nowhere else; `digest` grows with each.

    Raises PackError for a folder that is none, for too many files or bytes, for what is no plain
    file of UTF-8, and for links that lead out of the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digest = hashlib.sha256()
        self._count = self._bytes = 0
        if not folder.is_dir():
            raise PackError([Mistake(str(folder), 1, "is not a folder of rules")])
        self._root = folder.resolve()

    def read(self, path: Path) -> str:
        """The text of one file, its byte order mark left out."""
        try:
            if not path.resolve().is_relative_to(self._root):
                raise _wrong(path, "leads out of the folder")
            if not path.is_file():
                raise _wrong(path, "is not a file")
            size = path.stat().st_size
            self._count += 1
            self._bytes += size
            if size > MAX_FILE_BYTES:
                raise _wrong(path, f"is larger than {MAX_FILE_BYTES} bytes")
            if self._count > MAX_FILES or self._bytes > MAX_BYTES:
                raise _wrong(path, f"is one too many: {MAX_FILES} files or {MAX_BYTES} bytes")
            source = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise _wrong(path, "is not UTF-8") from None
        except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError
            raise _wrong(path, f"cannot be read: {error}") from None
        name = path.relative_to(self.folder).as_posix()
        self.digest.update(f"{len(name)}:{name}{len(source)}:{source}".encode())
        return source

    def read_if_there(self, path: Path) -> str:
        """As `read`; nothing where there is no such file."""
        return self.read(path) if path.is_file() else ""

    def styles(self, config: Config) -> Path:
        """The folder of the styles; raises PackError where it is none, or not in this one."""
        styles = self.folder / config.styles_path
        if not styles.is_dir() or not styles.resolve().is_relative_to(self._root):
            told = f"“StylesPath” {config.styles_path} is no folder in this one"
            raise _wrong(self.folder / CONFIG_FILE, told)
        return styles

    def vocabularies(self, styles: Path, config: Config, name: str) -> list[Path]:
        """The files called `name` of the vocabularies that count, in Vale's old and new place."""
        places = (styles / "config" / "vocabularies", styles / "Vocab")
        found = sorted(path for place in places for path in place.glob(f"*/{name}"))
        if not config.is_there:
            return found
        return [path for path in found if path.parent.name in config.vocabularies]


def _wrong(path: Path, message: str) -> PackError:
    return PackError([Mistake(str(path), 1, message)])
