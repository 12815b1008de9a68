"""Words, keys, icons and fonts: nothing is missing, nothing is left over."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import brandvoice.desktop
from brandvoice.approval.state import STATES
from brandvoice.desktop.commands import MENUS, SUBMENUS, commands
from brandvoice.desktop.marking import MARKINGS
from brandvoice.resources import shipped
from brandvoice.rules.terms import CATEGORIES
from brandvoice.words import LANGUAGES, catalogue

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(brandvoice.desktop.__file__ or "").parent.glob("*.py")
)
BLANK = re.compile(r"{(\w+)")


def own_keys() -> set[str]:
    return {key for key in catalogue("id") if key.startswith("desktop.")}


def test_both_languages_say_the_same_things_with_the_same_blanks() -> None:
    spoken = {
        language: {
            key: sorted(set(BLANK.findall(words)))
            for key, words in catalogue(language).items()
            if key.startswith("desktop.")
        }
        for language in LANGUAGES
    }
    assert spoken["id"] == spoken["en"]
    assert len(spoken["id"]) > 250


def test_no_sentence_is_left_over() -> None:
    said = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_{}.]+)*)[\"']", SOURCE))
    patterns = [
        re.compile("^" + re.sub(r"\\{[^}]*\\}", "[a-z_0-9.]+", re.escape(f"desktop.{key}")) + "$")
        for key in {*said, *re.findall(r'f"([^"]*{[^"]*)"', SOURCE)}
    ]
    unsaid = [
        key
        for key in own_keys()
        if not any(pattern.match(re.sub(r"\.(one|other)$", "", key)) for pattern in patterns)
    ]
    assert unsaid == []


def test_every_command_has_a_name_in_the_menus_and_a_key_of_its_own() -> None:
    keys = Counter(command.keys for command in commands())
    assert keys[""] == 0
    assert [key for key, count in keys.items() if count > 1] == []
    names = [command.name for menu in MENUS.values() for command in menu if command.name]
    assert len(names) == len(set(names))
    for language in LANGUAGES:
        for command in commands():
            assert catalogue(language)[f"desktop.action.{command.name}"]
        for name in (*MENUS, *SUBMENUS):
            assert catalogue(language)[f"desktop.menu.{name}"]


def test_families_and_states_have_names() -> None:
    for language in LANGUAGES:
        for category in CATEGORIES:
            assert catalogue(language)[f"desktop.category.{category}"]
        for state in STATES:
            assert catalogue(language)[f"state.{state}"]


def test_every_icon_is_used_and_its_licence_lies_beside() -> None:
    used = set(re.findall(r'"([a-z0-9-]+)"', SOURCE))
    used |= {marking.icon for marking in MARKINGS.values()}
    drawn = {path.stem for path in shipped("resources", "icons").glob("*.svg")}
    drawn -= {
        f"{name}-{shade}" for name in ("chevron-down", "check") for shade in ("light", "dark")
    }
    assert drawn - used == set()
    assert "ISC License" in shipped("resources", "icons", "LICENSE.txt").read_text()
    for path in shipped("resources", "icons").glob("*.svg"):
        assert "<script" not in path.read_text()


def test_the_typeface_comes_with_its_licence() -> None:
    fonts = {path.name for path in shipped("resources", "fonts").glob("*.otf")}
    weights = ("Regular", "Medium", "SemiBold", "Bold")
    assert fonts == {f"Inter-{weight}.otf" for weight in weights}
    licence = shipped("resources", "fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


def test_the_words_are_toml_without_html() -> None:
    for language in LANGUAGES:
        text = shipped("resources", "words", language, "desktop.toml").read_text(encoding="utf-8")
        tomllib.loads(text)
        assert "<" not in text
