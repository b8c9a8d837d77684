# `make site` builds the site, `make fast` runs the quick tests, `make test` runs every test.
# On a computer without make, CONTRIBUTING.md has the plain Python lines.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
AXE := tests/browser/node_modules/axe-core/axe.min.js
# Bytecode is kept also where the environment asks not to: compiling the tests takes longer than importing them.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Where there is plenty of memory, the tests' small files lie in it: a disk takes a twentieth of their time.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk '$$4 > 500000 && $$6 == "/dev/shm" { print $$6 }')

.PHONY: site serve fast test check clean

site: $(INSTALLED)
	$(BIN)/caridulu build --strict

serve: $(INSTALLED)
	$(BIN)/caridulu serve

fast: export TMPDIR := $(or $(TMPDIR),$(MEMORY))
fast: $(INSTALLED)
	$(PYTEST) -m "not browser and not slow"

test: $(INSTALLED) $(AXE)
	$(PYTEST)

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/caridulu check

clean:
	rm -rf $(VENV) site node_modules tests/browser/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

# The accessibility checker, for the browser tests; without npm its tests skip, or fail if CI=true.
$(AXE): tests/browser/package.json
	if command -v npm >/dev/null; then cd tests/browser && npm install --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel=error; fi
	if [ -e $@ ]; then touch $@; fi
