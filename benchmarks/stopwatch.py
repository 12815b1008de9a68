"""Times things in turns, so that a busy moment of the computer falls on all of them."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def installed(folder: str) -> dict[str, str]:
    """Surroundings of a process that finds its modules compiled, as an installed program does.

    Without them every start compiles 50 modules anew where PYTHONDONTWRITEBYTECODE is set: 35 ms.
    """
    surroundings = os.environ | {"PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def side_by_side(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median seconds of each piece of work over `rounds`, after one round to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, do in work.items():
            gc.collect()
            start = time.perf_counter()
            do()
            if number:
                taken[name].append(time.perf_counter() - start)
    return {name: median(seconds) for name, seconds in taken.items()}
