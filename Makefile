# Needs Python 3.11 or newer and make; nothing else, and no root.
.DEFAULT_GOAL := help
.PHONY: bench check check-long clean demo docs format help imports lint own-lint requirements test types
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PYTHON ?=
FIND_PYTHON = for python in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python3.14 python; do \
	[ -n "$$python" ] && "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all:
UV_COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --extra build

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-14s %s\n", $$1, $$2}' Makefile

demo: .venv/runtime ## Start everything on this machine and run the demonstration (ARGS="…")
	$(BIN)/tetsuzuki demo $(ARGS)

test: .venv/dev ## Run the tests (ARGS="tests/law -k name")
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: format lint types imports test ## All that CI runs: format, lint, types, imports, own lint, tests

check-long: .venv/dev ## Live 20,000 generated lives, run 10,000 races at the gate of removal
	$(BIN)/python -m pytest -n 2 --dist loadgroup tests/lives tests/register/test_gate_races.py \
		--lives 20000 --races 10000 $(ARGS)

format: .venv/dev ## Check the format
	$(BIN)/ruff format --check --quiet .

lint: .venv/dev ## Lint
	$(BIN)/ruff check --quiet .

types: .venv/dev ## Check the types
	$(BIN)/mypy .

imports: .venv/dev ## Check the direction of imports
	$(BIN)/lint-imports --no-logo

own-lint: .venv/dev ## Check our own rules (also part of the tests)
	$(BIN)/python -m pytest -q tests/house/test_own_lint.py

bench: .venv/dev ## Measure
	$(BIN)/python -m bench $(ARGS)

docs: .venv/runtime ## Write the pages that are derived from the procedures
	$(BIN)/tetsuzuki docs $(ARGS)

requirements: .venv/dev ## Choose versions anew and write the hashed requirements, without any address
	$(UV_COMPILE) --upgrade --output-file requirements.txt
	$(UV_COMPILE) --upgrade --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	@if grep -nE '://|^ *-(i|f|-index|-extra-index|-find-links)|@ ' requirements.txt requirements-dev.txt; then \
		echo "an address slipped into the requirements" >&2; exit 1; fi

clean: ## Remove the environment and what was made; keeps .tetsuzuki, the demo's data
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made:
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then echo "Python 3.11 or newer is needed: install it or say make PYTHON=/path/to/python" >&2; exit 1; fi; \
	rm -rf .venv; \
	"$$python" -m venv .venv || { echo "$$python has no venv module (Debian: install python3-venv)" >&2; exit 1; }
	@touch $@

.venv/runtime: .venv/made requirements.txt pyproject.toml
	$(INSTALL) -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	$(INSTALL) -r requirements-dev.txt
	@touch $@
