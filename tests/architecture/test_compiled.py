"""What is compiled is what its source says; where nothing can be, the program is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from importlib.machinery import ExtensionFileLoader
from typing import TYPE_CHECKING

import pytest

from tests.compiling import ROOT, SCRIPT, outdated, script

if TYPE_CHECKING:
    from pathlib import Path

PURE = bool(os.environ.get("BRANDVOICE_PURE"))
REQUIRED = os.environ.get("REQUIRE_COMPILED") == "1"
PLAIN = "def doubled(number):\n    return number + number\n"
TYPED = "cpdef long doubled(long number)\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small program with one module that is to be compiled."""
    for folder in ("packaging", "brandvoice"):
        (tmp_path / folder).mkdir()
    shutil.copy(SCRIPT, tmp_path / "packaging")
    (tmp_path / "brandvoice" / "__init__.py").touch()
    (tmp_path / "brandvoice" / "sums.py").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "brandvoice" / "sums.pxd").write_text(TYPED, encoding="utf-8")
    return tmp_path


def compile_house(house: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    environment = {"BRANDVOICE_PURE": "", "REQUIRE_COMPILED": "", **environment}
    return subprocess.run(
        [sys.executable, "packaging/compile.py"],
        cwd=house,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def doubled(house: Path, number: int) -> list[str]:
    """What the house makes of a number, and what kind of file it was made by."""
    code = f"from brandvoice import sums; print(sums.doubled({number}), sums.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=house, capture_output=True, text=True, check=True
    )
    made, file = done.stdout.split()
    return [made, file.rpartition(".")[2]]


@pytest.mark.skipif(PURE, reason="BRANDVOICE_PURE=1 leaves out what is compiled")
def test_nothing_was_compiled_before_its_source_was_changed() -> None:
    assert not outdated(), "compiled from an older source; `make setup` compiles it anew"


@pytest.mark.skipif(not REQUIRED, reason="REQUIRE_COMPILED=1 asks for it, as CI does")
def test_everything_that_should_be_compiled_is_and_runs_so() -> None:
    assert not script().missing(ROOT)
    for source in script().sources(ROOT):
        name = ".".join(source.relative_to(ROOT).with_suffix("").parts)
        spec = import_module(name).__spec__
        assert spec, name
        assert isinstance(spec.loader, ExtensionFileLoader), name


def test_without_a_compiler_the_program_runs_uncompiled_and_one_sentence_says_so(
    house: Path,
) -> None:
    done = compile_house(house, CC="false", CXX="false")

    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if line.startswith("Brandvoice")]
    assert len(told) == 1
    assert "without its compiled part, only slower" in told[0]
    assert doubled(house, 21) == ["42", "py"]


def test_without_a_compiler_nothing_stays_of_what_was_compiled_before(house: Path) -> None:
    left = house / "brandvoice" / "sums.cpython-311-elsewhere.so"
    left.write_bytes(b"old")
    os.utime(left, (1, 1))
    compile_house(house, CC="false", CXX="false")
    assert not left.exists()


def test_what_has_no_declarations_any_more_is_not_run_compiled(house: Path) -> None:
    left = house / "brandvoice" / "gone.cpython-311-elsewhere.so"
    left.write_bytes(b"old")
    assert script().outdated(house) == [left]
    compile_house(house, BRANDVOICE_PURE="1")
    assert not left.exists()


def test_where_it_is_required_a_failure_is_one(house: Path) -> None:
    assert compile_house(house, CC="false", CXX="false", REQUIRE_COMPILED="1").returncode != 0


@pytest.mark.skipif(not REQUIRED, reason="needs a compiler: REQUIRE_COMPILED=1")
def test_a_change_is_compiled_and_a_mistake_leaves_the_source_to_run(house: Path) -> None:
    source = house / "brandvoice" / "sums.py"
    compile_house(house, REQUIRE_COMPILED="1")
    assert doubled(house, 21)[0] == "42"
    assert doubled(house, 21)[1] != "py"
    assert not script().outdated(house)

    source.write_text(PLAIN.replace("+ number", "+ number + 1"), encoding="utf-8")
    assert script().outdated(house)
    compile_house(house, REQUIRE_COMPILED="1")
    assert doubled(house, 21)[0] == "43"
    assert doubled(house, 21)[1] != "py"

    (house / "brandvoice" / "sums.pxd").write_text("cpdef nonsense(", encoding="utf-8")
    assert "only slower" in compile_house(house).stderr
    assert doubled(house, 21) == ["43", "py"]
