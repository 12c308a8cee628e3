# Two commands on a fresh clone: `make demo` shows what this is for, `make test` shows that it holds.

PYTHON ?= python3
BIN := .venv/bin
DEMO := scenarios/cn/mofcom/2025/061/content.scenario
CASE := Magnet of 310 EUR with 0.31 EUR

.PHONY: demo test bench clean

demo: .venv/installed
	$(BIN)/pycontrol determine $(DEMO) --scenario "$(CASE)"
	$(BIN)/pycontrol why $(DEMO) 61/1 --brief --scenario "$(CASE)"

test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pycontrol fmt --check policy scenarios
	$(BIN)/pycontrol test scenarios/us
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -q

bench: .venv/dev
	$(BIN)/python -m bench

.venv/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/dev: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

clean:
	rm -rf .venv build dist
