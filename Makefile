# Every target sets up what it needs; Python 3.11 or newer and make are enough.
.DEFAULT_GOAL := help
.PHONY: help install browser demo test check fmt bench faults lock pictures
BIN := .venv/bin
# Uncompiled imports would cost every process seconds.
unexport PYTHONDONTWRITEBYTECODE
# The tests wait more than they compute: more run at once than there are cores. make test SPREAD= runs one by one.
SPREAD := -n 5 --dist worksteal
# Dialogs, kills and the browser run on the real clock: what fails beside others is tried once more by itself.
ALONE := --last-failed --last-failed-no-failures none

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## .venv with the cutr command, from the hash-pinned lock
	@.ci/install

browser: install ## the browser that the page tests drive, where it is missing
	@.ci/browser

demo: install ## the whole product on this machine, with its own Slack, Telegram and mail; prints one address
	@$(BIN)/cutr demo

test: install browser ## the tests; ARGS="tests/unit -x" is handed to pytest
	@$(BIN)/pytest $(SPREAD) $(ARGS) || $(BIN)/pytest $(ALONE) $(ARGS)

check: install browser ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest $(SPREAD) || $(BIN)/pytest $(ALONE)

fmt: install ## formats and mends what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

bench: install ## the benchmarks; ARGS is handed on
	$(BIN)/python -m benchmarks $(ARGS)

faults: install browser ## the long searches for faults
	$(BIN)/pytest -m campaign --timeout=1800 $(ARGS)

pictures: install browser ## the pictures in docs/pictures anew, as the demo page looks now
	CUTR_PICTURES=1 $(BIN)/pytest tests/scenarios/test_demo_page.py

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 $(ARGS)
lock: install ## the locks anew from pyproject.toml; ARGS=--upgrade takes newer versions
	$(LOCK) requirements-tools.in -o requirements-tools.lock
	$(LOCK) pyproject.toml requirements.in --extra dev -o requirements-dev.lock > /dev/null
	$(LOCK) pyproject.toml requirements.in -c requirements-dev.lock -o requirements.lock > /dev/null
