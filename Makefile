# make site    the environment, pinned dependencies, content/ built into site/
# make test    everything the tests need, Chromium included, then the tests
# make lint    linters and the type checker

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD_FLAGS ?=
TEST_FLAGS ?=

.PHONY: site test lint lock clean

site: $(VENV)/site.done
	@$(BIN)/backfile build $(BUILD_FLAGS)
	@echo "That is: $(BIN)/backfile serve, then open http://127.0.0.1:8000/"

test: $(VENV)/test.done
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/run.sh $(TEST_FLAGS)

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Pins every dependency, with hashes, for every Python that is supported.
lock: $(VENV)/test.done
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" pyproject.toml -o requirements/site.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" --extra dev -c requirements/site.txt pyproject.toml -o requirements/test.txt

clean:
	rm -rf $(VENV) .backfile

$(VENV)/made.done:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "backfile needs Python 3.11 or later; say which with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	    { echo "Python cannot make an environment: on Debian, install python3-venv."; exit 1; }
	@touch $@

$(VENV)/site.done: $(VENV)/made.done requirements/site.txt pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/test.done: $(VENV)/site.done requirements/test.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
