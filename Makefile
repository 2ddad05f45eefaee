# `make run` sets up .venv and runs the main job; `make test` sets up .venv and runs every check;
# `make test-stanza` sets up .venv-stanza and tests the second engine.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STANZA := .venv-stanza
# Where pip finds no CPU build of it, PyPI's comes with CUDA: PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu
TORCH := torch==2.13.0
# the latest blind trials, on which neither relevance nor roles are fitted
HELD_BACK := $(patsubst %,corpus/gold/trial_%.jsonl,ab ac ad ae af ag ah)

.PHONY: run test test-stanza bench notebooks models lock clean

$(VENV)/.run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

run: $(VENV)/.run  ## the main job on the sample dump
	$(BIN)/edaran run corpus/samples/articles.jsonl -o out

test: $(VENV)/.test  ## lint, types, tests, notebooks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(STANZA)/.test: requirements-stanza.lock pyproject.toml
	$(PYTHON) -m venv $(STANZA)
	$(STANZA)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-stanza.lock
	$(STANZA)/bin/pip install --quiet --disable-pip-version-check --no-deps $(TORCH)
	$(STANZA)/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

test-stanza: $(STANZA)/.test  ## the tests of the engine that needs the extra `stanza`
	$(STANZA)/bin/pytest tests/with_stanza

bench: $(VENV)/.test  ## what docs/performance.md tells, measured here: half an hour, and 3 GB in EDARAN_DUMPS or /tmp
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/filter.py 20000
	$(BIN)/python benchmarks/scan.py 100000
	$(BIN)/python benchmarks/scan.py 1000000
	$(BIN)/python benchmarks/memory.py 1000000
	$(BIN)/python benchmarks/scaling.py 8000
	$(BIN)/python benchmarks/sizes.py
	$(BIN)/python benchmarks/stopping.py 100000
	$(BIN)/python benchmarks/starting.py
	$(BIN)/python benchmarks/report.py

notebooks: $(VENV)/.test  ## run the notebooks and store their outputs
	$(BIN)/python tests/run_notebooks.py

models: $(VENV)/.test  ## fit the learned parts anew on the gold corpus; NER=FOLDER for the one that reads names
	$(BIN)/python -m models.train $(filter-out $(HELD_BACK),$(wildcard corpus/gold/*.jsonl)) $(if $(NER),--ner $(NER))

lock:  ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra stanza --group test-stanza --no-emit-package torch pyproject.toml -c requirements.lock -c requirements-dev.lock -o requirements-stanza.lock

clean:
	rm -rf $(VENV) $(STANZA) out dist .mypy_cache .pytest_cache .ruff_cache
