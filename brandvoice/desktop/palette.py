"""The colours of the window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.rules.terms import Category

Shade = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`. `on_accent` is ink on the accent; `tint` steps forward quietly.

    Every ink reads with at least 4.5 : 1 on the grounds it is used on.
    """

    shade: Shade
    ground: str
    panel: str
    ink: str
    soft: str
    line: str
    accent: str
    on_accent: str
    tint: str
    hover: str
    good: str
    good_ground: str
    wait: str
    wait_ground: str
    bad: str
    bad_ground: str
    calm: str
    calm_ground: str
    category: Mapping[Category, str]


LIGHT: Final = Palette(
    shade="light",
    ground="#F6F5F2",
    panel="#FFFFFF",
    ink="#1E1E24",
    soft="#65656F",
    line="#E4E2DC",
    accent="#0F6E66",
    on_accent="#FFFFFF",
    tint="#E1F0EE",
    hover="#EEECE7",
    good="#0F6E66",
    good_ground="#E1F0EE",
    wait="#7A4A00",
    wait_ground="#FFF2D6",
    bad="#A3243F",
    bad_ground="#FBE6EA",
    calm="#565660",
    calm_ground="#ECEAE5",
    category={
        "oversharing": "#7440B4",
        "privacy": "#BC2B47",
        "claim": "#935900",
        "selling": "#1A66B0",
        "disclosure": "#0B6A80",
        "tone": "#A82A78",
        "sensitive": "#8A4528",
        "voice": "#65656F",
        "channel": "#4350B5",
        "language": "#2B7546",
    },
)

DARK: Final = Palette(
    shade="dark",
    ground="#17181C",
    panel="#1F2127",
    ink="#ECECF1",
    soft="#9A9CA8",
    line="#30333B",
    accent="#4FC3B4",
    on_accent="#08211E",
    tint="#173430",
    hover="#262931",
    good="#4FC3B4",
    good_ground="#173430",
    wait="#F2B14C",
    wait_ground="#3A2A0C",
    bad="#FF8B9E",
    bad_ground="#401C25",
    calm="#B0B2BD",
    calm_ground="#2A2D35",
    category={
        "oversharing": "#BB93F5",
        "privacy": "#FF7A90",
        "claim": "#F2AE49",
        "selling": "#6DB4FF",
        "disclosure": "#5CCBE0",
        "tone": "#F58CC4",
        "sensitive": "#E3A280",
        "voice": "#9A9CA8",
        "channel": "#9DA6FF",
        "language": "#6CCB8B",
    },
)

PALETTES: Final[Mapping[Shade, Palette]] = {"light": LIGHT, "dark": DARK}

TINT: Final = 0.12
"""How much of a category's colour stands behind its words."""


def contrast(one: str, other: str) -> float:
    """How well one colour reads on the other, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """`ground` with `share` (0 to 1) of `colour` over it."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(255 * (c * share + g * (1 - share))):02X}" for c, g in pairs)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
