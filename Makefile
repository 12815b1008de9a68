# Everything a person or CI needs; each target sets up what it uses. `make setup` is idempotent.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
COMPILED := .venv/.compiled
# What is compiled; and the folders, whose times tell of files that went.
PARTS := $(shell find brandvoice -name __pycache__ -prune -o \( -type d -o -name '*.pyx' -o -name '*.pxd' \) -print)
PARTS += $(wildcard $(patsubst %.pxd,%.py,$(filter %.pxd,$(PARTS))))
export QT_LOGGING_RULES ?= qt.qpa.fonts=false

.PHONY: run setup test check languagetool bench accuracy opinion pictures package format kills

run: setup
	@$(BIN)/brandvoice

setup: $(STAMP) $(if $(BRANDVOICE_PURE),,$(COMPILED))

$(STAMP): pyproject.toml packaging/setup.sh
	@PYTHON="$(PYTHON)" sh packaging/setup.sh
	@touch $(STAMP)

# Only what has changed, and only here: nobody tests, runs or measures what was compiled before.
$(COMPILED): $(STAMP) $(PARTS) packaging/compile.py
	@$(BIN)/python packaging/compile.py
	@touch $(COMPILED)

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

# Kills a working process a thousand times and looks for what was lost: half an hour.
kills: setup
	@BRANDVOICE_KILLS=1000 $(BIN)/python -m pytest tests/workspace/test_kill.py

check: setup
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m brandvoice rules check resources/rules
	@$(MAKE) --no-print-directory test

# LanguageTool's server, 258 MB to download, into the user's data folder.
languagetool: setup
	@sh packaging/languagetool/install.sh

format: setup
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: setup
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[bench]"
	@$(BIN)/python -m benchmarks

# Trains the second opinion on labelled posts and says what it is worth.
DATA ?= ../shared/data
opinion: setup
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[learn]"
	@$(BIN)/python packaging/opinion/train.py $(DATA)

accuracy: GOLD ?= ../shared/data/devset.jsonl
accuracy: setup
	@$(BIN)/python ../shared/tools/score.py $(GOLD) --by lang -- $(BIN)/brandvoice review --jsonl

pictures: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures

package: setup
	@$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .
