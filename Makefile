# Needs Python 3.11 and make; everything else is set up in .venv inside this folder.
PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
THURSDAY := 2025-04-17T16:30+01:00
OUTAGE := policies/isode.sla --tier Silver --at $(THURSDAY) --severity P1 --by customer \
	--set environment=production --set effect=total-outage --set cause=anything-else

.PHONY: help demo test lint types imports tests bench clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

demo: .venv/product.stamp ## what is due after an outage on the eve of a bank-holiday weekend, and why
	@echo '--- A critical outage on Maundy Thursday at 16:30, with cover in office hours'
	@$(BIN)/sla due $(OUTAGE) --option none
	@echo
	@echo '--- The same outage, with 24/7 cover'
	@$(BIN)/sla due $(OUTAGE) --option round-the-clock
	@echo
	@echo '--- Why the response is due when it is, with cover in office hours'
	@$(BIN)/sla explain $(OUTAGE) --option none response

test: lint types imports tests ## everything that must hold

lint: .venv/tools.stamp
	$(BIN)/ruff check .

types: .venv/tools.stamp
	$(BIN)/mypy

imports: .venv/tools.stamp
	$(BIN)/lint-imports

tests: .venv/tools.stamp
	$(BIN)/pytest -n 2 --dist worksteal

bench: .venv/tools.stamp ## ratios to the peers, printed and never asserted
	$(BIN)/pip install --quiet --requirement bench/requirements.txt
	$(BIN)/python bench/run.py

clean: ## forget the set-up
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "slalang needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv

.venv/product.stamp: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/tools.stamp: .venv/product.stamp
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
