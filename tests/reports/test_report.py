"""An export is there whole or not at all, and never costs what was there before."""

from __future__ import annotations

import errno
import os
import sqlite3
import tracemalloc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.reports import FORMATS, Format, read_anchors, write
from brandvoice.words import LANGUAGES, explain
from tests.reports.records import ANCHORS, edition, post, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from brandvoice.approval.export_row import ExportPost

each_format = pytest.mark.parametrize("format_", FORMATS)


class StoppedInTheMiddleError(Exception):
    """As when somebody cancels."""


def export(path: Path, format_: Format = "csv", posts: Iterable[ExportPost] = ()) -> int:
    return write(format_, path, posts, edition("en"))


def interrupted(error: Exception) -> Iterator[ExportPost]:
    yield post(row(1))
    yield post(row(2))
    raise error


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        export(path, posts=[post(row())])
    for language in LANGUAGES:
        assert path.name in explain(language, caught.value)
    return caught.value.key


@each_format
def test_cancelling_leaves_nothing(tmp_path: Path, format_: Format) -> None:
    with pytest.raises(StoppedInTheMiddleError):
        export(tmp_path / "a", format_, interrupted(StoppedInTheMiddleError()))
    assert list(tmp_path.glob("*.part")) == []
    assert not (tmp_path / "a").exists()


@each_format
def test_an_older_export_is_replaced_only_by_a_whole_one(tmp_path: Path, format_: Format) -> None:
    path = tmp_path / "a"
    path.write_text("yang lama")
    with pytest.raises(StoppedInTheMiddleError):
        export(path, format_, interrupted(StoppedInTheMiddleError()))
    assert path.read_text() == "yang lama"
    assert export(path, format_, [post(row())]) == 1
    assert read_anchors(path) == ANCHORS
    assert sorted(tmp_path.iterdir()) == sorted([path, tmp_path / "home"])


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        export(tmp_path / "a.csv", posts=interrupted(OSError(errno.ENOSPC, "No space left")))
    assert caught.value.key == "report.disk_full"
    assert not (tmp_path / "a.csv").exists()


def test_what_is_never_overwritten(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "report.folder"
    assert refusal(tmp_path / "tidak ada" / "a.csv") == "report.no_folder"
    workspace = tmp_path / "ruang.sqlite3"
    connection = sqlite3.connect(workspace)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = workspace.read_bytes()
    assert refusal(workspace) == "report.is_workspace"
    assert workspace.read_bytes() == before
    file = tmp_path / "berkas"
    file.touch()
    assert refusal(file / "a.csv") == "report.no_folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "terkunci"
    folder.mkdir(mode=0o500)
    assert refusal(folder / "a.csv") == "report.forbidden"


def test_a_link_goes_on_pointing_at_its_file(tmp_path: Path) -> None:
    target, link = tmp_path / "asli.csv", tmp_path / "tautan.csv"
    target.write_text("lama")
    link.symlink_to(target)
    export(link, posts=[post(row())])
    assert link.is_symlink()
    assert "Rina" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json"])
def test_memory_does_not_grow_with_the_record(tmp_path: Path, format_: Format) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        export(tmp_path / "a", format_, (post(row(seq)) for seq in range(1, count + 1)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    # The rows themselves are three times that.
    assert peak(3_000) < peak(300) + 1_000_000


@each_format
def test_anchors_are_read_back(tmp_path: Path, format_: Format) -> None:
    path = tmp_path / "a"
    export(path, format_, [post(row(text="brandvoice-anchor origin=x count=9 hash=" + "e" * 64))])
    assert read_anchors(path) == ANCHORS


def test_anchors_survive_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    export(path, posts=[post(row(text="a" * 200_000), row(2, text="satu\ndua"))])
    lines = path.read_text(encoding="utf-8-sig").replace("satu\ndua", "satu").splitlines()
    header, *rest = lines
    saved = "\n".join(
        [header.replace(",", ";"), *(line.replace(",", ";") for line in sorted(rest))]
    )
    for encoding in ("utf-16", "utf-8", "utf-8-sig"):
        path.write_text(saved, encoding=encoding)
        assert set(read_anchors(path)) == set(ANCHORS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a,b\n1,2\n",
        b"\0\1\2",
        b'{"anchors": [',
        b'{"anchors": [{"x": 1}]}',
        b'{"anchors": 3}',
        b'{"entries": []}',
        b"[1]",
    ],
)
def test_what_is_no_export(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_anchors(path)
    assert caught.value.key == "report.no_anchor"


def test_a_missing_export(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_anchors(tmp_path / "hilang.csv")
    assert caught.value.key == "report.missing"


ODD = "a\ud83d b\x00c \x07 \ufeff \ufffe e\u0301\u0302 สวัสดี हिन्दी 한국어 \u2028 \U0010ffff"


@each_format
def test_whatever_stands_in_a_record_can_be_written(tmp_path: Path, format_: Format) -> None:
    odd = replace(row(text="x", name=ODD), text=ODD, title=ODD, reason=ODD)
    written = replace(post(odd), text=ODD, title=ODD, authors=(ODD,))
    about = edition("en", business=ODD, scope=ODD, count=1)
    assert write(format_, tmp_path / "a", [written], about) == 1
