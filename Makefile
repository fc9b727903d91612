# All the course can do, one word each. Python 3.11 or newer; PYTHON=... picks another than python3.
PYTHON ?= python3
bin := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help lab test style proofs environments release bench site gradescope mutants

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

lab: .venv/lab.done  ## open your copies of the lessons in JupyterLab, on this computer only
	@$(bin)/python -m lessons lab

test: style proofs  ## check everything

# One script may use what another declares: a test looks for unused names in the whole modules.
style: .venv/test.done  ## check how it is written: style, types, layers
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/oxlint -D correctness -D eqeqeq -D no-var -D prefer-const -A no-unused-vars lessons
	$(bin)/oxfmt --check 'lessons/**/*.js'
	$(bin)/mypy
	$(bin)/lint-imports

proofs: .venv/test.done environments  ## check what it does, in the lessons, the grader and the browser
	$(bin)/pytest -n 4 --dist loadfile --no-loadscope-reorder

environments: | $(bin)/pip  ## make the environments that some of these checks need
	@$(PYTHON) tests/helpers/environments.py

release: .venv/test.done  ## write notebooks/ anew from solutions/
	$(bin)/python -m lessons.authoring

bench: .venv/test.done  ## measure how fast the lessons are
	PYTHONPATH=tests/helpers $(bin)/python tests/bench/bench.py

site: .venv/site.done  ## build the web site: lessons that run in a browser, widgets, handouts
	$(bin)/python -m lessons.site site/

gradescope: .venv/test.done  ## build the autograder for Gradescope
	$(bin)/python -m lessons.classroom.gradescope.bundle build/gradescope.zip $(SANDBOX:%=--sandbox=%)

mutants: .venv/mutants.done  ## see whether the tests notice every small change of the checking engine
	PYTHONPATH=tests/helpers $(bin)/python tests/mutants/mutation.py

.venv/%.done: pyproject.toml requirements.txt | $(bin)/pip
	@echo "Installing what 'make $*' needs. This takes about a minute, once."
	@$(bin)/python lessons/lab/install.py -c requirements.txt -e '.[$*]'
	@touch $@

$(bin)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	"The course needs Python 3.11 or newer; say which, for example: make PYTHON=python3.12 lab")'
	@echo "Making .venv, the folder for all that the course needs."
	@$(PYTHON) -m venv .venv
