# make demo    sets everything up, builds a graph from the texts that ship and asks it four questions
# make test    sets everything up and runs the tests
# make lint    style, format and types
# make format  Python and Turtle files in their one form
# make wheel   the package as one file, in dist/
# make docs    the ontology as HTML pages, in build/docs/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := demo.db
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test lint format wheel docs clean

help:
	@sed -n 's|^# make |make |p' Makefile

demo: $(VENV)/.installed
	@rm -rf $(STORE)
	@echo '$$ dispensatory build --store $(STORE)'
	@$(BIN)/dispensatory build --store $(STORE)
	@for question in \
	    "Is baclofen an opioid?" \
	    "Which receptor does baclofen act on?" \
	    "What is the schedule of carisoprodol?" \
	    "Is fentanyl a controlled substance?"; do \
	    printf '\n$$ dispensatory ask --store $(STORE) "%s"\n' "$$question"; \
	    $(BIN)/dispensatory ask --store $(STORE) "$$question" || exit 1; \
	done

test: $(VENV)/.developed
	$(BIN)/python -m pytest

lint: $(VENV)/.developed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/validate-pyproject pyproject.toml

format: $(VENV)/.developed
	$(BIN)/ruff format
	$(BIN)/python -m ontology.canonical

wheel: $(VENV)/.installed
	@rm -rf dist
	$(PIP) wheel . --no-deps --wheel-dir dist

docs: $(VENV)/.installed
	@rm -rf build/docs
	@$(BIN)/dispensatory docs --output build/docs

clean:
	rm -rf $(VENV) $(STORE) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp tells which set of packages the environment has, so that a second run installs nothing.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo 'Installing dispensatory into $(VENV) ...'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(BIN)/python
	@echo 'Installing dispensatory and its tools into $(VENV) ...'
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo 'error: no $(PYTHON) on the PATH: install Python 3.11 or newer, or name it: make PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: $$($(PYTHON) --version) is too old: Python 3.11 or newer is needed, name it with: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'error: $(PYTHON) cannot make a virtual environment: on Debian and Ubuntu install python3-venv' >&2; exit 1; }
