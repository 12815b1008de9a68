"""Where every start begins: a command goes to the command line, drafts or nothing to the window."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from brandvoice.cli import COMMANDS

_WINDOWLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def main() -> None:
    """Runs what the arguments ask for; exits with 0, 1 or 2 as the contract says."""
    _speak_utf8()
    workspace, rest = _workspace(sys.argv[1:])
    if rest and (rest[0] in COMMANDS or rest[0].startswith("-")):
        raise SystemExit(_command(sys.argv[1:]))
    raise SystemExit(_window(workspace, rest))


def _command(arguments: list[str]) -> int:
    from brandvoice.cli.program import run

    return run(arguments)


def _window(workspace: Path | None, files: list[str]) -> int:
    """Opens the window with these drafts; where there is none, reviews them in the terminal."""
    if len(files) == 1 and not Path(files[0]).exists() and files[0].isalpha():
        return _command(files)  # a mistyped command: let the command line say which there are
    blanks: dict[str, object] = {}
    reason = "" if _has_display() else "no_display"
    if not reason:
        try:
            from brandvoice.desktop.application import run
        except ModuleNotFoundError as error:
            if error.name not in ("PySide6", "shiboken6"):
                raise
            reason = "no_window"
        except ImportError as error:  # Qt is here, a library of the system that it needs is not
            reason, blanks = "no_library", {"reason": error}
        else:
            return run([Path(file) for file in files], workspace)
    from brandvoice.cli.locale import terminal_language
    from brandvoice.resources import shipped
    from brandvoice.words import say

    sys.stderr.write(say(terminal_language(), f"cli.{reason}", **blanks) + "\n")
    if files:
        return _command(["review", *files])
    samples = sorted(shipped("resources", "samples").glob("*.txt"))
    code = _command(["review", *(os.path.relpath(sample) for sample in samples)])
    return 0 if code == 1 else code  # the samples are meant to have something found in them


def _workspace(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """Takes a leading `--workspace FILE` off the arguments."""
    if arguments[:1] == ["--workspace"] and len(arguments) > 1:
        return Path(arguments[1]), arguments[2:]
    if arguments and arguments[0].startswith("--workspace="):
        return Path(arguments[0].partition("=")[2]), arguments[1:]
    return None, arguments


def _has_display() -> bool:
    """Whether a window can be shown; Qt aborts the program where it cannot."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM") in _WINDOWLESS:
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, _, screen = os.environ.get("DISPLAY", "").rpartition(":")
    number = screen.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True  # a remote display: only Qt can tell, and it does so in a sentence
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108  where X listens
        with socket.socket(socket.AF_UNIX) as connection:
            if connection.connect_ex(address) == 0:
                return True
    return False


def _speak_utf8() -> None:
    """Output is UTF-8 whatever the locale; what UTF-8 cannot hold is replaced, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
