"""Every picture of a screen has a number of its own, so that a folder of them reads in order."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "pictures"


def test_no_number_is_given_twice() -> None:
    taken = [
        number
        for file in FOLDER.glob("*.py")
        for number in re.findall(r"take\(\s*\"(\d+)-", file.read_text(encoding="utf-8"))
    ]
    assert taken
    assert [number for number, times in Counter(taken).items() if times > 1] == []
