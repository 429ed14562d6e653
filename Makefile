# Verso. `make run` is all a fresh machine needs; `make help` lists the rest.
# make run PORT=8001 · make run PYTHON=python3.12 · make test TESTS=tests/config

PYTHON ?= python3
TESTS ?= tests
JOBS ?= 2
PY := .venv/bin/python
SOURCES := $(wildcard archive campaigns config tests bench manage.py)

# What a museum's server is told, for the deployment check alone.
SERVER := SECURE=1 DEBUG=0 ALLOWED_HOSTS=verso.example SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')

# What the tests may risk and real data may not: a commit that has not reached the disk.
RELAXED := PGOPTIONS='-c synchronous_commit=off'

.DEFAULT_GOAL := help
.PHONY: help run install install-dev test lint format types floors migrations deploy-check pytest alone proofs bench install-bench bench-load bench-clean bench-images bench-bombs bench-likeness bench-campaign clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

run: install ## Start Verso with its database and the demo collection (PORT=8000)
	@exec $(PY) -m config.serve

install: ## Make .venv with the locked libraries
	@$(PYTHON) config/install.py base

install-dev: ## The same with what the tests need
	@$(PYTHON) config/install.py dev

test: install-dev lint types floors migrations deploy-check pytest ## All checks and tests

lint:
	@echo "== ruff: lint and format"
	@$(PY) -m ruff check $(SOURCES)
	@$(PY) -m ruff format --check --quiet $(SOURCES)

format: ## Put the source into the house's form
	@$(PY) -m ruff check --fix $(SOURCES)
	@$(PY) -m ruff format $(SOURCES)

types:
	@echo "== mypy"
	@$(PY) -m mypy

floors:
	@echo "== import-linter: the floors of the house"
	@.venv/bin/lint-imports

migrations:
	@echo "== makemigrations --check"
	@$(PY) manage.py makemigrations --check --dry-run

deploy-check:
	@echo "== check --deploy, as a museum's server"
	@$(SERVER) $(PY) manage.py check --deploy --fail-level WARNING

pytest:
	@echo "== pytest"
	@$(RELAXED) $(PY) -m pytest -n $(JOBS) -m "not slow" $(TESTS)

alone: install-dev ## The archive's own tests with campaigns taken out
	@$(RELAXED) $(PY) -m pytest --ds without_campaigns -n 0 -m "not slow" tests/archive

proofs: install-dev ## The tests that take long
	@$(PY) -m pytest -m slow -o faulthandler_timeout=3600 $(TESTS)

install-bench:
	@$(PYTHON) config/install.py bench

bench: install-bench ## The list of photographs beside bare SQL and Tantivy (BENCH=1000000 for a million)
	@BENCH=$(BENCH) $(PY) -m bench.search

bench-load: install-bench ## Twenty visitors at once, while photographs' pages are opened
	@BENCH=$(BENCH) $(PY) -m bench.load

bench-clean: ## Remove the benchmarks' collections
	rm -rf var/bench

bench-likeness: install-dev ## How well copies of pictures are recognised, a table (PICTURES=1000)
	@$(PY) bench/likeness.py

bench-images: install-dev ## Tiles against IIPImage, smaller pictures against vipsthumbnail, memory: tables
	@$(PY) bench/images.py

bench-bombs: install-dev ## Files made to harm, sent to the desk while visitors look around, a table
	@$(PY) bench/bombs.py

bench-campaign: install-dev ## The benchmark of a large campaign's page, a table
	@BENCH=$(BENCH) $(PY) bench/campaign.py

clean: ## Remove what can be made again; data in var/ and media/ stays
	rm -rf .venv var/static .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
