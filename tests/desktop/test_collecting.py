"""What refers to itself is freed on the window's thread, never on a lane."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

from tests.desktop.conftest import until

if TYPE_CHECKING:
    from tests.desktop.conftest import Start


class Knot:
    """Refers to itself, as a closed dialog and its slots do."""

    def __init__(self) -> None:
        self.itself = self


def test_a_lane_frees_no_window(start: Start) -> None:
    program = start()
    freed_on: list[threading.Thread] = []
    threads: list[threading.Thread] = []

    def note() -> None:
        freed_on.append(threading.current_thread())

    for _ in range(5_000):
        weakref.finalize(Knot(), note)

    def work() -> int:
        threads.append(threading.current_thread())
        return len([[number] for number in range(200_000)])

    program.office.check_lane.run(work, lambda _: None)
    until(lambda: len(freed_on) >= 5_000)
    assert threads
    assert threads[0] is not threading.main_thread()
    assert set(freed_on) == {threading.main_thread()}
