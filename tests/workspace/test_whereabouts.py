"""A workspace in a folder that others copy or share is noticed; an ordinary one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from brandvoice.workspace.whereabouts import Risk, risk_of

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/shop /mnt/nas\\040toko cifs rw 0 0
server:/home /net/home nfs4 rw 0 0
/dev/sdb1 /net/home/local ext4 rw 0 0
broken
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    return table


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Toko Kopi", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Toko)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Library/Mobile Documents", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_folders_of_synchronising_services_are_known_by_name(
    tmp_path: Path, folder: str, service: str
) -> None:
    path = tmp_path / folder / "kerja" / "workspace.sqlite3"
    assert risk_of(path, {}) == Risk("synchronised", service)


@pytest.mark.parametrize(
    ("marker", "service"), [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud")]
)
def test_and_by_what_they_leave_there(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / "bersama" / "dalam").mkdir(parents=True)
    (tmp_path / "bersama" / marker).touch()
    assert risk_of(tmp_path / "bersama" / "dalam" / "w.sqlite3", {}) == Risk(
        "synchronised", service
    )


def test_and_by_what_windows_says(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Awan")}
    assert risk_of(tmp_path / "Awan" / "w.sqlite3", environment) == Risk("synchronised", "OneDrive")
    assert risk_of(tmp_path / "Lain" / "w.sqlite3", environment) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/nas toko/w.sqlite3", "cifs"),
        ("/net/home/dewi/w.sqlite3", "nfs4"),
        ("/net/home/local/w.sqlite3", None),
        ("/mnt/nas/w.sqlite3", None),
        ("/home/dewi/w.sqlite3", None),
    ],
)
@pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="mounts are told otherwise there")
def test_network_mounts_are_noticed(mounts: Path, path: str, kind: str | None) -> None:
    risk = risk_of(Path(path), {}, mounts)
    assert risk == (Risk("network", kind) if kind else None)


@pytest.mark.parametrize("folder", ["Dokumen", "onedrives", "My Dropboxes", "Kopi Nextcloudy"])
def test_ordinary_folders_are_left_in_peace(tmp_path: Path, folder: str, mounts: Path) -> None:
    assert risk_of(tmp_path / folder / "workspace.sqlite3", {}, mounts) is None
