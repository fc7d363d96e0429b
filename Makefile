# The two commands of this house are `make run` and `make test`; the rest serves them.
# Whatever they need they make for themselves, once, in `.venv`.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input install --require-hashes
WORDS := $(patsubst %.po,%.mo,$(wildcard app/translations/*/LC_MESSAGES/*.po))
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --quiet

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
PEOPLE ?= 1000
POSTS ?= 1000
COMMENTS ?= 10000
BESIDE ?= 0

.PHONY: help run test test-long bench pictures build words lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/base $(WORDS) ## Start WOWista at http://127.0.0.1:8000 (HOST, PORT, DATABASE_URL, DEMO=0)
	@exec $(BIN)/flask serve

test: .venv/dev $(WORDS) ## Check everything: style, types, both databases, a real browser
	@exec $(BIN)/python -m tests.everything

test-long: .venv/dev $(WORDS) ## The same with every page × size × theme × language × role
	@exec env LONG=1 $(BIN)/python -m tests.everything

bench: .venv/base $(WORDS) ## Measure how quick it is (PEOPLE=1000 POSTS=1000 COMMENTS=10000 BESIDE=0)
	@exec $(BIN)/python -m bench --people $(PEOPLE) --posts $(POSTS) --comments $(COMMENTS) --beside $(BESIDE)

pictures: .venv/dev $(WORDS) ## Take the pictures of the README and the guide anew
	@exec env PICTURES=1 $(BIN)/python -m pytest -q tests/browser/test_pictures.py

build: .venv/base $(WORDS) ## Make everything ready for a deployment
	@SECRET_KEY=unused $(BIN)/python -c 'from pathlib import Path; from app.core.assets import build; \
		build(Path("app/static"), Path("app/static/dist"))'

words: .venv/base ## Bring the catalogues of app/translations up to date with the code
	@$(BIN)/python app/translations/words.py

lock: ## Choose the versions of requirements/ anew (needs uv)
	@command -v uv > /dev/null || { echo "make lock needs uv: see https://docs.astral.sh/uv/"; exit 1; }
	$(LOCK) --upgrade --output-file requirements/base.txt
	$(LOCK) --upgrade --extra dev --constraint requirements/base.txt --output-file requirements/dev.txt

clean: ## Remove what these commands made, but for your data in instance/
	rm -rf .venv build dist app/static/dist .pytest_cache .mypy_cache .ruff_cache .hypothesis $(WORDS)
	find app tests migrations -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("WOWista needs Python 3.11 or newer; $(PYTHON) is %d.%d. Name another one: make run PYTHON=python3.12" % sys.version_info[:2])'
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: install python3-venv (apt-get install python3-venv)."; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version) …"
	@$(PYTHON) -m venv --clear .venv

.venv/base: requirements/base.txt | $(BIN)/python
	@echo "Installing what WOWista stands on (requirements/base.txt) …"
	@$(PIP) --requirement requirements/base.txt
	@touch $@

.venv/dev: requirements/dev.txt | $(BIN)/python
	@echo "Installing what the tests need as well (requirements/dev.txt) …"
	@$(PIP) --requirement requirements/dev.txt
	@touch .venv/base $@

%.mo: %.po | .venv/base
	@echo "Compiling $< …"
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
