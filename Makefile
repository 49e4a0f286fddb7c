# Birlik. `make` lists what can be asked for.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

# What is installed is remembered by the content of what asked for it: the lock, our own package's
# card, the interpreter and this folder (an environment does not survive being moved).
fingerprint = $(shell { cat $(1) pyproject.toml; $(PYTHON) -V; pwd; } 2>&1 | sha256sum | cut -c1-16)
RUN := .venv/run-$(call fingerprint,requirements.txt)
DEV := .venv/dev-$(call fingerprint,requirements-dev.txt)

export PIP_ROOT_USER_ACTION := ignore
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONPATH PYTHONHOME DJANGO_SETTINGS_MODULE

.PHONY: help setup run test lint bench lock catalogues clean
.DEFAULT_GOAL := help

help: ## list what can be asked for
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(RUN) ## install Birlik into .venv
	@echo "Birlik is installed; make run opens it."

run: $(RUN) ## set everything up and open Birlik on 127.0.0.1 (PORT=8000)
	@$(BIN)/python -m tools.catalogues.compile
	@PORT=$(PORT) exec $(BIN)/birlik serve

test: $(DEV) ## set everything up and run every check
	@$(BIN)/python -m tools.catalogues.compile
	@$(BIN)/python -m tools.check

lint: $(DEV) ## run only the checks that need no database
	@$(BIN)/python -m tools.check --only lint format types contracts catalogues

bench: $(DEV) ## print the speed figures
	@$(BIN)/python -m benchmarks

catalogues: $(DEV) ## add what is not yet translated to the catalogues and compile them
	@$(BIN)/python -m tools.catalogues.merge
	@$(BIN)/python -m tools.catalogues.compile

LOCK := $(BIN)/python -m piptools compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links --no-header --strip-extras --allow-unsafe
lock: $(DEV) ## write both locks anew (UPGRADE=--upgrade takes newer versions)
	$(LOCK) $(UPGRADE) --output-file requirements.txt requirements.in
	$(LOCK) $(UPGRADE) --output-file requirements-dev.txt requirements-dev.in

clean: ## remove the environment and what checks leave behind; var/ stays
	rm -rf .venv build .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(RUN):
	@$(call install,requirements.txt,run)

$(DEV):
	@$(call install,requirements-dev.txt,dev)

# A fresh Debian has neither ensurepip nor leave to install beside the system: so the environment is
# made without pip, and the system's pip fills it from the hash lock.
define install
	echo "Installing from $(1), the first time takes a minute or two"; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Birlik needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)"; exit 1; }; \
	$(PYTHON) -m pip --version >/dev/null 2>&1 \
	  || { echo "Birlik needs pip: apt install python3-pip"; exit 1; }; \
	set -e; \
	$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear --without-pip .venv; \
	$(PYTHON) -m pip --python $(BIN)/python install -qq --require-hashes --requirement $(1); \
	$(PYTHON) -m pip --python $(BIN)/python install -qq --no-deps --no-build-isolation --editable .; \
	rm -f .venv/$(2)-*; touch $@
endef
