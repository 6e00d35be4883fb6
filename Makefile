# Each target sets everything up by itself; see .ci/start.py. Another Python: make report PYTHON=python3.12
PYTHON ?= python3

.PHONY: report test reports check
report test reports check:
	@$(PYTHON) .ci/start.py $@
