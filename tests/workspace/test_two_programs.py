"""Two windows, or a window and the command line, on one file: both work, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from brandvoice.workflow.desk import Desk
from tests.deciding import TEXT, Team, review_of
from tests.workspace.rows import derived_rows, is_sound

ROOT = Path(__file__).resolve().parents[2]
ACTS = 80


def test_two_processes_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "workspace.sqlite3"
    Team(path).desk.close()
    command = [sys.executable, "-m", "tests.workspace.worker", str(path)]
    workers = [
        subprocess.Popen(
            [*command, str(seed), str(ACTS)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for seed in (1, 2)
    ]
    said = [worker.communicate(timeout=120)[0].splitlines() for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert [len(lines) for lines in said] == [ACTS, ACTS]
    desk = Desk.open(path)
    proof = desk.verify()
    assert proof.intact
    assert len(proof.heads) == 1, "one file in one place is one chain"
    kept = {post.id for post in desk.posts(limit=10_000)}
    assert kept == {line.split()[0] for lines in said for line in lines}
    desk.close()
    before = derived_rows(path)
    Desk.open(path).rebuild()
    assert derived_rows(path) == before
    assert is_sound(path)


def test_processes_making_the_file_at_once_make_one(open_folder: Path) -> None:
    open_folder.chmod(0o777)
    path = open_folder / "new" / "workspace.sqlite3"
    command = [sys.executable, "-m", "tests.workspace.visitor", str(path)]
    visitors = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    # Some may be told that there already is somebody of that name; none fails.
    assert {visitor.communicate(timeout=60)[0] for visitor in visitors} <= {
        "saved",
        "record.name_taken",
    }
    assert Desk.open(path).verify().intact


def test_each_window_sees_what_the_other_did(tmp_path: Path) -> None:
    one = Team(tmp_path / "workspace.sqlite3")
    other = Team(tmp_path / "workspace.sqlite3")
    post = one.submitted()
    assert other.desk.posts() == (post,)
    approved = other.desk.approve(post.id, TEXT, other.approver, review_of(TEXT))
    assert one.desk.post(post.id) == approved
    newcomer = one.desk.add_person("Wulan", ["approver"], one.approver)
    assert newcomer in other.desk.people()
    superseded = one.desk.save(post.id, TEXT + "!", one.writer)
    assert other.desk.posts() == (superseded,)
