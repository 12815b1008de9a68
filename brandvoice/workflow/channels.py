"""The limits of the platforms, as shipped in `resources/platforms.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from brandvoice.post.measure import ChannelLimits
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.post.measure import Counting
    from brandvoice.post.post import Channel


@cache
def channel_limits() -> Mapping[Channel, ChannelLimits]:
    """What each platform takes, in the order of the file."""
    tables = tomllib.loads(shipped("resources", "platforms.toml").read_text(encoding="utf-8"))
    # The file is ours and its test reads every value: no mistake of a person to explain.
    return MappingProxyType(
        {
            cast("Channel", channel): ChannelLimits(
                channel=cast("Channel", channel),
                name=table["name"],
                length=table["length"],
                counting=cast("Counting", table["counting"]),
                hashtags=table.get("hashtags"),
                source=table["source"],
            )
            for channel, table in tables.items()
        }
    )
