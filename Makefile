# `make run` starts the studio, `make test` tests it; `make` alone lists the rest.
# Nothing is needed but Python 3.11 or newer; everything else goes into .venv, from the hashed locks in requirements/.

VENV := .venv
BIN := $(VENV)/bin
PREPARE := sh deploy/prepare.sh
UV ?= uv
LOCK = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--quiet --overrides requirements/overrides.txt

.PHONY: help run test test-services lint fmt lock bench landing-film pictures strings clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: ## start the studio on http://127.0.0.1:8000 (PORT= changes it)
	@$(PREPARE) run
	@exec $(BIN)/python -m soraease_web.supervisor

test: ## run all tests on the embedded stack, the browser's and the chaos too
	@$(PREPARE) dev
	@$(PREPARE) browser
	@env -u DATABASE_URL -u REDIS_URL sh deploy/test.sh $(ARGS)

test-services: ## run every test that touches them on DATABASE_URL (PostgreSQL) and REDIS_URL
	@$(PREPARE) services
	@$(PREPARE) dev
	@$(PREPARE) browser
	@sh deploy/test.sh $(ARGS)

lint: ## check style, types, templates, imports between the rooms, migrations and strings
	@$(PREPARE) dev
	@$(PREPARE) gettext
	@sh deploy/lint.sh

fmt: ## put code into its form
	@$(PREPARE) dev
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

strings: ## take the strings for translators out of code and templates
	@$(PREPARE) dev
	@$(PREPARE) gettext
	@$(BIN)/python deploy/strings.py --write

lock: ## resolve the dependencies of pyproject.toml anew (needs uv)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv (UV= names its path)." >&2; exit 1; }
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group dev --extra speech --output-file requirements/dev.txt

bench: ## measure, and write bench/RESULTS.md
	@$(PREPARE) dev
	@$(PREPARE) browser
	@$(BIN)/python -m bench

landing-film: ## draw the film that plays on the landing page
	@$(PREPARE) run
	@sh deploy/landing_film.sh

pictures: ## photograph the demo in its main states, into docs/pictures
	@$(PREPARE) dev
	@$(PREPARE) browser
	@$(BIN)/python -m tests.browser.pictures

clean: ## remove what was built; the studio's data in var/ stays
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
