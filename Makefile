.DEFAULT_GOAL := help
.PHONY: help environment messages demo demo-content serve test lint types check-migrations check-messages unit \
	postgres elasticsearch-node relevance measure-analysis makemessages clean

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	2>/dev/null && echo $$p && break; done)
UV_VERSION := 0.13.9
VENV := .venv
RUN := $(VENV)/bin/python
UV := $(VENV)/bin/uv
ADDRESS ?= 127.0.0.1:8000
DEMO := DEMO_CONTENT=true DEBUG=false $(RUN)
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := $(VENV)

help: ## Show what each target does
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-20s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(UV):
	@test -n "$(PYTHON)" || { echo "Missing: Python 3.11, 3.12 or 3.13 (python3) on the PATH."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Missing: Python's venv module (on Debian and Ubuntu: apt-get install python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(VENV)/.runtime: $(UV) pyproject.toml uv.lock
	$(UV) sync --locked --quiet --inexact --no-dev
	@touch $@

$(VENV)/.development: $(VENV)/.runtime
	$(UV) sync --locked --quiet --inexact
	@touch $@

environment: $(VENV)/.development ## Install everything that developing and testing need

messages: $(VENV)/.runtime ## Compile the translations (no gettext tools needed)
	@$(VENV)/bin/pybabel --quiet compile --directory locale --domain django

demo: $(VENV)/.runtime messages ## Make a demo site and serve it on 127.0.0.1:8000
	@$(DEMO) manage.py migrate --verbosity 0
	@$(DEMO) manage.py load_codelists
	@$(DEMO) manage.py demo_content
	@$(DEMO) manage.py runserver --noreload $(ADDRESS)

test: environment messages lint types check-migrations check-messages unit postgres ## Run all tests and checks
	@echo "All tests and checks are done."

lint: environment ## Check the style of the code and the templates
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: environment ## Check the types
	$(VENV)/bin/mypy .

check-migrations: environment ## Check that no migration is missing
	$(RUN) manage.py makemigrations --check --dry-run

check-messages: environment ## Check that every text is translated (needs gettext)
	$(RUN) -m tests.messages

makemessages: environment ## Collect the texts to translate into locale/ (needs gettext)
	$(RUN) manage.py makemessages --all --no-obsolete --add-location file --ignore "$(VENV)" --ignore node_modules \
		--ignore tests --ignore demo
	@for po in locale/*/LC_MESSAGES/django.po; do \
		sed '/^"POT-Creation-Date:/d' $$po > $$po.undated && mv $$po.undated $$po; done

unit: environment messages ## Run the test suite on SQLite (with browser and Elasticsearch where they are there)
	$(VENV)/bin/pytest

postgres: environment messages ## Run the test suite again on PostgreSQL, in a server of its own
	$(RUN) -m tests.postgres_server $(VENV)/bin/pytest -m "not browser and not elasticsearch"

relevance: environment messages ## Print the golden queries' figures for each engine
	$(RUN) -m tests.relevance

measure-analysis: environment ## Print the figures of the language analysis: make measure-analysis FOLDER=…
	$(RUN) -m tests.relevance.measure_analysis $(FOLDER)

elasticsearch-node: $(VENV)/.runtime ## Fetch and start an Elasticsearch node on loopback
	$(RUN) manage.py elasticsearch_node start

clean: ## Remove the demo database and what tests leave behind
	rm -rf var/site.sqlite3* .pytest_cache .mypy_cache .ruff_cache test-results
