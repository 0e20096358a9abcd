# `make coverage`: all tests, and allocation failures, under clang's source-based coverage.

coverage: ## run the tests and tell what of src/ they reach: lines, branches, MC/DC; fails at a gap without a reason
	@rm -rf build/cov/profiles
	@$(MAKE) --no-print-directory COV=1 coverage-run

coverage-run: all $(UNIT_TESTS) $(FUZZ_REPLAY) $(OOM) $(IO)
	-@LLVM_PROFILE_FILE='$(CURDIR)/$(BUILD)/profiles/%4m.profraw' $(MAKE) --no-print-directory COV=1 check | tail -n 1
	@BUILD=$(BUILD) sh tests/coverage.sh $(PROGRAM) $(UNIT_TESTS) $(FUZZ_REPLAY) $(OOM) $(IO)

.PHONY: coverage coverage-run
