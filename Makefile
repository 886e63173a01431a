# Everything that is done to this project. `make` lists it.
# Needs Python 3.11 or newer, git and make; nothing else.

PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo

# Times and sorting must not depend on who runs it.
export LC_ALL := C.UTF-8

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test browser linters lint format generate bench lock build clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/installed ## make .venv from the locked dependencies, with incidentrepo in it
	@:

# The lock is whole, so nothing is resolved (--no-deps), and nothing that it does not name is built with
# (--no-build-isolation). A folder's own pip settings may add places to look in; the hashes hold for all.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "error: $(PYTHON) is older than 3.11; name a newer one: make setup PYTHON=python3.13" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked dependencies into .venv ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## replay the example repository, check it, and build both of its sites
	@$(BIN)/incidentrepo demo --output $(DEMO)

serve: setup ## show the example's internal site at http://127.0.0.1:8000
	@test -d $(DEMO)/repository || $(MAKE) --no-print-directory demo
	@$(BIN)/incidentrepo -C $(DEMO)/repository --now 2026-11-23T08:30:00Z \
		site serve --audience internal --output $(DEMO)/internal

test: setup browser linters ## run every test
	@$(BIN)/pytest -n auto --dist loadgroup

# Where there is none and it may not be installed, the browser tests skip and say so.
browser:
	@.ci/chromium

# Likewise for what judges workflows and pages, which needs Node.
linters:
	@.ci/linters

lint: setup ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: setup ## let ruff write what it can
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

generate: setup ## write the generated files anew
	@$(BIN)/python docs/generate.py

bench: setup ## measure the core and the site against their budgets
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/site.py

build: setup ## the wheel and the sdist, in dist/
	@$(BIN)/python -m hatchling build --clean

# uv resolves for every supported Python and system at once, which pip cannot; it is needed for this alone.
lock: ## resolve the dependencies anew into requirements.lock
	@$(PYTHON) -m venv build/uv
	@build/uv/bin/python -m pip install -qq --disable-pip-version-check uv
	@build/uv/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --fork-strategy fewest \
		--group dev --group build --generate-hashes --no-annotate --no-header --no-emit-index-url \
		--output-file requirements.lock pyproject.toml > build/uv/compile.log

clean: ## remove all that was made here, .venv too
	rm -rf .venv .ci/node/node_modules build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
