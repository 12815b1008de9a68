"""Killed at any moment, everything that was shown as saved is there.

A build kills 25 times; `make kills` a thousand, in files of their own.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brandvoice.workflow.desk import Desk
from tests.workspace.rows import derived_rows, is_sound

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25
FILES = int(os.environ.get("BRANDVOICE_KILLS", str(KILLS))) // KILLS
REBUILD_EVERY = 5


def killed_after(path: Path, acts: int, moments: float, seed: int) -> list[list[str]]:
    """What a worker said it had done before it was killed, `moments` seconds after so many acts."""
    command = [sys.executable, "-m", "tests.workspace.worker", str(path), str(seed), "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        said = [worker.stdout.readline() for _ in range(acts)]
        time.sleep(moments)
        assert worker.poll() is None, "it works until it is killed"
        worker.kill()
        # A last line may have been cut in two: only whole lines were said.
        said += [line for line in worker.stdout if line.endswith("\n")]
    return [line.split() for line in said]


def standing(desk: Desk) -> dict[str, list[str]]:
    """What a worker would say of every post now."""
    return {
        post.id: [
            post.changed_at.isoformat(),
            post.state,
            post.fingerprint,
            str(len(desk.timeline(post.id))),
        ]
        for post in desk.posts(limit=100_000)
    }


@pytest.mark.parametrize("file", range(FILES))
def test_nothing_that_was_shown_as_saved_is_lost(tmp_path: Path, file: int) -> None:
    path = tmp_path / "workspace.sqlite3"
    chance = random.Random(20261121 + file)  # noqa: S311 - to be repeated, not to be secret
    said: dict[str, list[str]] = {}
    for kill in range(KILLS):
        acts = chance.randint(0, 60) if kill else 0
        # From the middle of the first migration to the middle of any act.
        moments = chance.uniform(0, 0.01) if acts else chance.uniform(0.05, 0.4)
        for post, *what in killed_after(path, acts, moments, seed=file * KILLS + kill):
            said[post] = what
        desk = Desk.open(path)
        assert desk.verify().intact
        kept = standing(desk)
        assert all(kept[post] == what or kept[post][0] > what[0] for post, what in said.items())
        unsaid = [post for post, now in kept.items() if said.get(post) != now]
        assert len(unsaid) <= 1, "only the act it was killed in may be done and not yet said"
        said = kept
        desk.close()
        assert is_sound(path)
        if kill % REBUILD_EVERY == 0:
            before = derived_rows(path)
            assert Desk.open(path).rebuild() == len(kept)
            assert derived_rows(path) == before
    assert len(said) > KILLS
