# Setting up, building, testing. `make help` lists the targets.

PYTHON ?= python3
BIN := .venv/bin
# An environment names its folder in its scripts, so a checkout that was moved needs another one.
READY := .venv/.ready-$(shell pwd -P | cksum | cut -d ' ' -f 1)
# Packages are installed where there is apt and where we are root or may become it unasked.
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0

.DEFAULT_GOAL := help
.PHONY: help book html test test-all requirements picture schema clean tex browser

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

book: $(READY) tex  ## execute the chapters, build the site and the PDFs: _build/site
	$(BIN)/eastward book

html: $(READY)  ## the same without the PDFs
	$(BIN)/eastward book --no-pdf

test: book browser  ## build the book and run the tests on it, two at a time
	$(BIN)/pytest --numprocesses 2 --dist loadgroup

test-all: book browser  ## the same with every chapter under every set of values
	$(BIN)/pytest --numprocesses 2 --dist loadgroup --all

requirements: $(READY)  ## pin the newest versions of all packages in requirements.txt
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 --no-annotate \
	    --custom-compile-command "make requirements" --extra book --extra data --extra test \
	    --output-file requirements.txt pyproject.toml

picture:  ## renew the picture in README.md from the built book
	$(BIN)/python -m eastward.book picture _build/editions/hindsight/notebooks/map.ipynb \
	    fig-argument-map _static/argument-map.svg

schema: $(READY)  ## renew the JSON Schemas of claim files and editions
	$(BIN)/python -m eastward.book schema claims data/claims/schema.json
	$(BIN)/python -m eastward.book schema editions editions/edition.schema.json

clean:  ## remove everything that was built
	rm -rf _build .snakemake

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("error: Python 3.11 or newer is needed, \
	$(PYTHON) is " + sys.version.split()[0] + "; name another: make PYTHON=python3.12 book")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt --editable .
	@touch $@

# Where nothing can be installed, `eastward book` and the tests say what is missing.
tex: $(READY)
	@if [ -n "$$($(BIN)/python -m eastward.book missing)" ] && command -v apt-get > /dev/null; then \
	    echo "installing TeX (apt.txt)"; \
	    $(APT) update && $(APT) install --yes --no-install-recommends $$(cat apt.txt) > /dev/null || true; \
	fi

browser:
	@if ! { command -v chromium && command -v pdftoppm; } > /dev/null && command -v apt-get > /dev/null; then \
	    echo "installing Chromium and poppler for the tests"; \
	    $(APT) update && $(APT) install --yes --no-install-recommends chromium poppler-utils > /dev/null || true; \
	fi
