"""Where a workspace lies, when that is a place that other programs copy or share.

A database that a synchronising program copies while it is written, or that two computers open over
a network, can be damaged. Nothing is contacted: only the path, marker files and mounts are read.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal["synchronised", "network"]

_BY_NAME: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud drive": "pCloud",
    "cloudstorage": "CloudStorage",
}
"""What their folders are called, in small letters; more may follow: `OneDrive - Toko`."""

_BY_MARKER: Final = {
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".dropbox.cache": "Dropbox",
    ".dropbox": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
"""What these services put into a folder they look after."""

_BY_VARIABLE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SHARED: Final = frozenset(
    "cifs smb2 smb3 smbfs nfs nfs4 afpfs webdav davfs fuse.sshfs fuse.davfs2 fuse.rclone 9p "
    "fuse.gvfsd-fuse ncpfs ceph glusterfs fuse.glusterfs".split()
)
_MOUNTS: Final = Path("/proc/mounts")
_REMOTE_DRIVE: Final = 4


@dataclass(frozen=True, slots=True)
class Risk:
    """What the place is: a folder of the service `name`, or one mounted from a network."""

    kind: Kind
    name: str


def risk_of(
    path: Path, environment: Mapping[str, str] = os.environ, mounts: Path = _MOUNTS
) -> Risk | None:
    """What is risky about keeping a workspace at `path`; None when nothing is known to be."""
    real = path.absolute().resolve()
    service = _service(real, environment)
    if service:
        return Risk("synchronised", service)
    shared = _mounted_from(real, mounts)
    return Risk("network", shared) if shared else None


def _service(path: Path, environment: Mapping[str, str]) -> str | None:
    for folder in path.parents:
        name = folder.name.lower()
        for known, service in _BY_NAME.items():
            if name == known or name.startswith((f"{known} - ", f"{known}-", f"{known} (")):
                return service
        for marker, service in _BY_MARKER.items():
            if (folder / marker).exists() and folder != Path.home():
                return service
    for variable in _BY_VARIABLE:
        root = environment.get(variable)
        if root and path.is_relative_to(Path(root)):
            return "OneDrive"
    return None


def _mounted_from(path: Path, mounts: Path) -> str | None:
    if sys.platform == "win32":
        return _remote_drive(path)
    if sys.platform == "darwin":
        from brandvoice.workspace.macmount import kind_of_mount

        kind = kind_of_mount(path)
        return kind if kind in _SHARED else None
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    return _newest_mount(path, (line.split(" ") for line in lines))


def _newest_mount(path: Path, mounts: Iterable[list[str]]) -> str | None:
    """The kind of the deepest mount above `path`, where it is one from a network."""
    deepest, kind = -1, ""
    for fields in mounts:
        if len(fields) < 3:
            continue
        # The kernel writes a blank in a name as \040.
        point = Path(fields[1].replace("\\040", " ").replace("\\011", "\t"))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, kind = len(point.parts), fields[2]
    return kind if kind in _SHARED else None


def _remote_drive(path: Path) -> str | None:
    if path.drive.startswith("\\\\"):
        return path.drive
    import ctypes

    library = getattr(ctypes, "windll", None)
    is_remote = library and library.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE
    return path.drive if is_remote else None
