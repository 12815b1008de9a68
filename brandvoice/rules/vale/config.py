"""Vale's own `.vale.ini` beside the styles: which of them count, how gravely, with which words."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.rules.parse import Mistake, PackError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONFIG_FILE: Final = ".vale.ini"
LEVELS: Final = ("suggestion", "warning", "error")
_SECTION = re.compile(r"\[(?P<glob>.+)\]\s*(?:[#;].*)?")
_PAIR = re.compile(r"(?P<key>[^=]+?)\s*=\s*(?P<value>.*?)")
_BRACES = re.compile(r"\{([^{}]*)\}")
_RULE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# A post has no file name of its own, or one of these.
_POSTS: Final = ("post.md", "post.txt")


class Config(NamedTuple):
    """What the file says; without one every style counts as it is written."""

    is_there: bool = False
    styles_path: str = "."
    vocabularies: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    rules: Mapping[str, str] = {}
    least: str = LEVELS[0]

    def level(self, rule_id: str, own: str) -> str | None:
        """The level of a rule that says `own` of itself; None where it is not asked."""
        said = self.rules.get(rule_id, "")
        style = rule_id.partition(".")[0]
        if said == "NO" or (not said and self.styles and style not in self.styles):
            return None
        level = said if said in LEVELS else self.rules.get(style, own)
        level = level if level in LEVELS else own
        is_grave = own not in LEVELS or LEVELS.index(level) >= LEVELS.index(self.least)
        return level if is_grave else None

    def counts(self, style: str) -> bool:
        """Whether anything of a style is asked."""
        named = any(name.startswith(f"{style}.") for name in self.rules)
        return not self.styles or style in self.styles or named


def read_config(path: str, source: str) -> Config:
    """The configuration in `source`; raises PackError with every line that cannot be read."""
    mistakes: list[Mistake] = []
    top: dict[str, str] = {}
    styles: list[str] = []
    rules: dict[str, str] = {}
    for number, section, key, value in _pairs(path, source, mistakes):
        if section is None:
            top[key] = value
        elif not _is_for_posts(section):
            continue
        elif key == "BasedOnStyles":
            styles += _listed(value)
        elif _RULE.fullmatch(key) or value in LEVELS:
            if value not in ("YES", "NO", *LEVELS):
                told = f"“{key}” is YES, NO, {', '.join(LEVELS)}"
                mistakes.append(Mistake(path, number, told))
            rules[key] = value
    least = top.get("MinAlertLevel", LEVELS[0])
    if least not in LEVELS:
        mistakes.append(Mistake(path, 1, f"“MinAlertLevel” is one of {', '.join(LEVELS)}"))
    if mistakes:
        raise PackError(mistakes)
    vocabularies = tuple(_listed(top.get("Vocab", "")))
    return Config(True, top.get("StylesPath", "."), vocabularies, tuple(styles), rules, least)


def _pairs(
    path: str, source: str, mistakes: list[Mistake]
) -> Iterator[tuple[int, str | None, str, str]]:
    """Line, section, key and value of every setting."""
    section = None
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.strip()
        if not text or text[0] in "#;":
            continue
        if header := _SECTION.fullmatch(text):
            section = header["glob"]
        elif pair := _PAIR.fullmatch(text):
            yield number, section, pair["key"].strip(), pair["value"].strip()
        else:
            mistakes.append(Mistake(path, number, "is neither [section] nor key = value"))


def _is_for_posts(glob: str) -> bool:
    if glob == "formats":
        return False
    braces = _BRACES.search(glob)
    globs = [glob]
    if braces:
        globs = [glob.replace(braces[0], one) for one in braces[1].split(",")]
    return any(fnmatchcase(name, one) for one in globs for name in _POSTS)


def _listed(value: str) -> list[str]:
    return [name for one in value.split(",") if (name := one.strip())]
