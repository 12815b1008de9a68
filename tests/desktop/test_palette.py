"""Every word of the window can be read: at least 4.5 to 1 (WCAG 2.2 AA), marks at least 3 to 1."""

from __future__ import annotations

from typing import get_args

import pytest

from brandvoice.desktop.marking import MARKINGS
from brandvoice.desktop.palette import PALETTES, TINT, Palette, Shade, contrast, mixed
from brandvoice.resources import shipped
from brandvoice.rules.terms import CATEGORIES

SHADES = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@SHADES
def test_words_read_on_every_ground_they_stand_on(palette: Palette) -> None:
    grounds = (palette.ground, palette.panel, palette.hover)
    pairs = [(ink, on) for ink in (palette.ink, palette.soft, palette.accent) for on in grounds]
    pairs += [
        (palette.on_accent, palette.accent),
        (palette.accent, palette.tint),
        (palette.ink, palette.tint),
        (palette.good, palette.good_ground),
        (palette.wait, palette.wait_ground),
        (palette.bad, palette.bad_ground),
        (palette.bad, palette.ground),
        (palette.bad, palette.panel),
        (palette.calm, palette.calm_ground),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@SHADES
def test_highlighted_words_read_on_their_tint(palette: Palette) -> None:
    for colour in palette.category.values():
        assert contrast(palette.ink, mixed(colour, palette.panel, TINT)) >= 4.5
        assert contrast(colour, palette.panel) >= 4.5


def test_every_category_is_told_three_ways_in_both_shades() -> None:
    assert set(PALETTES) == set(get_args(Shade))
    for palette in PALETTES.values():
        assert set(palette.category) == set(CATEGORIES)
        assert len(set(palette.category.values())) == len(CATEGORIES)
    assert set(MARKINGS) == set(CATEGORIES)
    assert len({marking.icon for marking in MARKINGS.values()}) == len(CATEGORIES)
    for marking in MARKINGS.values():
        assert shipped("resources", "icons", f"{marking.icon}.svg").is_file()
