"""Compiles by Cython what is worth it: every `.pyx`, and every `.py` with a `.pxd` beside it.

hatchling asks for it when a wheel or an editable install is made, the Makefile when a source has
changed. Where nothing can be compiled the program is whole without, only slower.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import sysconfig
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT: Final = Path(__file__).resolve().parents[1]
_PACKAGE: Final = "brandvoice"
_SUFFIX: Final = sysconfig.get_config_var("EXT_SUFFIX")
_PROBE: Final = "#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n"


def sources(root: Path) -> list[Path]:
    """What is to be compiled."""
    package = root / _PACKAGE
    found = {pxd.with_suffix(""): pxd.with_suffix(".py") for pxd in package.rglob("*.pxd")}
    found |= {pyx.with_suffix(""): pyx for pyx in package.rglob("*.pyx")}
    return sorted(source for source in found.values() if source.exists())


def compiled(root: Path) -> list[Path]:
    """What lies there compiled, for whatever Python."""
    package = root / _PACKAGE
    return sorted(path for suffix in ("*.so", "*.pyd") for path in package.rglob(suffix))


def outdated(root: Path) -> list[Path]:
    """What lies there compiled and is not what its source says now."""
    source_of = {source.with_suffix(""): source for source in sources(root)}
    old = []
    for path in compiled(root):
        source = source_of.get(path.with_name(path.name.partition(".")[0]))
        if source is None:  # others may have been compiled with what was declared there
            return compiled(root)
        if path.stat().st_mtime_ns < _changed(root, source):
            old.append(path)
    return old


def missing(root: Path) -> list[Path]:
    """What is to be compiled and is not, for the Python that runs."""
    return [source for source in sources(root) if not source.with_suffix(_SUFFIX).exists()]


def compile_in_place(root: Path) -> None:
    """Leaves everything compiled beside its source, or nothing: the half would not fit together."""
    old = set(outdated(root))
    if not old and not missing(root):
        return
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for path in compiled(root):
            if path not in old:
                kept = folder / path.relative_to(root)
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, kept)
            path.unlink()
        for path in compile_into(folder, root):
            place = root / path.relative_to(folder)
            # Under another name first: never is there a file that is not whole.
            beside = place.with_suffix(".new")
            shutil.copy2(path, beside)
            beside.replace(place)


def compile_into(folder: Path, root: Path) -> list[Path]:
    """Compiles into `folder` what is not in it yet; says so and gives nothing if that fails."""
    if os.environ.get("BRANDVOICE_PURE"):
        return []
    wanted = [
        source
        for source in sources(root)
        if not (folder / source.relative_to(root)).with_suffix(_SUFFIX).exists()
    ]
    # A source changed while it is compiled is then newer than what was made of it.
    times = {source: _changed(root, source) for source in wanted}
    try:
        _compile(wanted, folder, root)
    except Exception as reason:
        if os.environ.get("REQUIRE_COMPILED") == "1":
            raise
        why = textwrap.shorten(str(reason), 120, placeholder=" …")
        print(f"Brandvoice will run without its compiled part, only slower: {why}", file=sys.stderr)
        return []
    for source, time in times.items():
        os.utime((folder / source.relative_to(root)).with_suffix(_SUFFIX), ns=(time, time))
    return compiled(folder)


def get_build_hook() -> type[BuildHookInterface[Any]]:
    """What hatchling asks this file for."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class Compiling(BuildHookInterface[Any]):
        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            root = Path(self.root)
            if version == "editable":
                if os.environ.get("BRANDVOICE_PURE"):
                    for path in compiled(root):
                        path.unlink()
                compile_in_place(root)
                return
            # The tree stays as it is; the folder goes when the wheel is made.
            self.temporary = TemporaryDirectory()
            folder = Path(self.temporary.name)
            for path in compile_into(folder, root):
                build_data["force_include"][str(path)] = path.relative_to(folder).as_posix()
                build_data["pure_python"] = False
                build_data["infer_tag"] = True

    return Compiling


def _changed(root: Path, source: Path) -> int:
    """When last something changed that `source` is compiled from: any `.pxd` may be in it."""
    declarations = (root / _PACKAGE).rglob("*.pxd")
    return max(path.stat().st_mtime_ns for path in (source, Path(__file__), *declarations))


def _compile(wanted: Sequence[Path], folder: Path, root: Path) -> None:
    if not wanted:
        return
    from Cython.Build import cythonize
    from setuptools import Extension

    with TemporaryDirectory() as temporary, contextlib.chdir(root):
        probe = Path(temporary, "probe.c")
        probe.write_text(_PROBE, encoding="ascii")
        # Translating takes many times longer than asking whether there is a compiler.
        _link([Extension("probe", [str(probe)])], Path(temporary), Path(temporary))
        extensions = cythonize(
            [source.relative_to(root).as_posix() for source in wanted],
            build_dir=temporary,
            compiler_directives={"annotation_typing": False, "language_level": 3},
            nthreads=os.cpu_count() or 1,
            quiet=True,
        )
        _link(extensions, folder, Path(temporary))


def _link(extensions: Sequence[Any], folder: Path, temporary: Path) -> None:
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    command = build_ext(Distribution({"ext_modules": list(extensions)}))
    command.build_lib, command.build_temp = str(folder), str(temporary)
    command.parallel = os.cpu_count() or 1
    if sysconfig.get_platform().startswith(
        ("linux", "macosx")
    ):  # elsewhere options are called otherwise
        for extension in extensions:
            extension.extra_compile_args += ["-O2", "-g0", "-w"]
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_in_place(ROOT)
