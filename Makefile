# kommunaldialog: start it, test it.
#
#   make start             the example portal on http://127.0.0.1:8080/portal
#   make start PORT=8081   the same on another port
#   make accounts          its accounts, one "name password" a line
#   make test              everything, from the rules to the browser
#
# Python 3.11 is all that has to be there; the rest goes into .venv.
# Where pip gets packages from is your pip's own configuration.

.POSIX:
.SUFFIXES:

VENV = .venv
PYTHON = $(VENV)/bin/python

# A user's shell may hold settings that would change what is installed or run here.
# Compiled translations of an earlier run are made anew where their source is newer.
CLEAN = unset PYTHONPATH PYTHONHOME PYTHONOPTIMIZE PYTHONDONTWRITEBYTECODE \
  PYTHONWARNINGS PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_DRY_RUN PIP_NO_DEPS \
  PIP_CONSTRAINT PIP_REQUIREMENT PIP_REQUIRE_HASHES PIP_PYTHON \
  PIP_IGNORE_INSTALLED; \
  PYTHONUTF8=1; PYTHONUNBUFFERED=1; export PYTHONUTF8 PYTHONUNBUFFERED; \
  zope_i18n_compile_mo_files=true; export zope_i18n_compile_mo_files

# Finds Python 3.11, or says what is missing.
FIND = for python in python3.11 python3 python; do \
    if "$$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
      2>/dev/null; then break; fi; python=; \
  done; \
  if [ -z "$$python" ]; then \
    echo "Python 3.11 is needed and was not found (python3.11, python3)." >&2; \
    echo "Install it, for example: apt-get install python3.11 python3.11-venv" >&2; \
    exit 1; \
  fi

# An install that was interrupted leaves .venv/.unfinished behind, and .venv is made
# anew; so it is when the folder has moved since (its path is in .venv/.place).
VENV_READY = $(CLEAN); $(FIND); \
  if [ -e $(VENV)/.unfinished ] || ! [ -x $(PYTHON) ] || \
    [ "$$(cat $(VENV)/.place 2>/dev/null)" != "$$(pwd)" ]; then \
    echo "Making the Python environment .venv (some minutes, only this time) ..."; \
    rm -rf $(VENV) || exit 1; \
    "$$python" -m venv $(VENV) || { \
      echo "No environment could be made. On Debian: apt-get install python3.11-venv" \
      >&2; exit 1; }; \
    pwd > $(VENV)/.place; \
  fi; \
  rm -f $(VENV)/.start $(VENV)/.test; : > $(VENV)/.unfinished; \
  $(PYTHON) -m pip install --quiet --disable-pip-version-check \
    "$$(grep '^pip==' constraints.txt)" \
    "$$(grep '^setuptools==' constraints.txt)"
INSTALL = $(PYTHON) -m pip install --quiet --disable-pip-version-check \
  -c constraints.txt

.PHONY: start port place accounts test coverage lint bench css locales

start: port place $(VENV)/.start
	@$(CLEAN); exec $(PYTHON) -m kommunaldialog.example.instance

# Before anything takes minutes.
port:
	@$(CLEAN); $(FIND); exec "$$python" src/kommunaldialog/example/address.py

place:
	@[ "$$(cat $(VENV)/.place 2>/dev/null)" = "$$(pwd)" ] || \
	  rm -f $(VENV)/.start $(VENV)/.test

accounts:
	@cat instance/accounts 2>/dev/null || { \
	  echo "There are no accounts yet: make start makes them." >&2; exit 1; }

# The rules alone come first: they need no Plone, and every line of them is tested.
# Then all in two processes, a file in one of them and in the order of the folders: the
# long journeys of tests/browser begin early.
test: lint
	@$(CLEAN); $(PYTHON) -m pytest tests/domain --noconftest -q \
	  --cov=kommunaldialog.domain --cov-report=term --cov-fail-under=100
	@$(CLEAN); $(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# What no test reaches; a target of its own, since tracing takes Plone half as long again.
coverage: place $(VENV)/.test
	@$(CLEAN); $(PYTHON) -m pytest --cov -n 2 --dist loadfile --no-loadscope-reorder

lint: place $(VENV)/.test
	@$(CLEAN); $(PYTHON) -m ruff check .
	@$(CLEAN); $(PYTHON) -m ruff format --check .
	@$(CLEAN); $(VENV)/bin/zpretty --check src profiles

bench: place $(VENV)/.test
	@$(CLEAN); $(PYTHON) bench/bench.py
	@$(CLEAN); $(PYTHON) bench/lists.py
	@$(CLEAN); $(PYTHON) bench/public.py
	@$(CLEAN); exec $(PYTHON) bench/rush.py

# The compiled style sheet is committed; this needs Node, nothing else does.
css:
	npm ci
	npm run css

locales: place $(VENV)/.test
	@$(CLEAN); $(PYTHON) src/kommunaldialog/locales/update.py

versions.cfg: constraints.txt
	{ echo '# Made from constraints.txt: make versions.cfg'; echo '[versions]'; \
	  sed -n 's/^\([A-Za-z0-9][A-Za-z0-9._-]*\)==\([^ ]*\)$$/\1 = \2/p' \
	  constraints.txt; } > versions.cfg

$(VENV)/.start: constraints.txt setup.py
	@$(VENV_READY) && $(INSTALL) -e . Plone && \
	  rm $(VENV)/.unfinished && : > $(VENV)/.start

$(VENV)/.test: constraints.txt setup.py
	@$(VENV_READY) && $(INSTALL) -e ".[test]" Plone && \
	  rm $(VENV)/.unfinished && : > $(VENV)/.start && : > $(VENV)/.test
