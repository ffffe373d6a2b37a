# Everything a newcomer, a developer and the checks need. `make run` and `make test` do the rest by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 -q

.PHONY: run setup test lint lock bench clean

run: $(VENV)/.run-ready
	@mkdir -p var
	@if [ -z "$$MASTER_KEY_FILE" ] && ! grep -qs '^MASTER_KEY_FILE=' .env; then \
		export MASTER_KEY_FILE=var/master.key; \
		test -f var/master.key || $(BIN)/python -m bot key new var/master.key || exit; \
	fi; \
	$(BIN)/python -m bot migrate && exec $(BIN)/python -m bot run

setup: $(VENV)/.test-ready

test: $(VENV)/.test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 4 --dist worksteal

bench: $(VENV)/.test-ready
	$(BIN)/python -m benchmarks

lock:
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test-ready: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.run-ready
