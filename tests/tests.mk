# Tests: every tests/unit/test_*.c is a cmocka program of its own; what else lies there helps all of them.

TEST_SOURCES   := $(wildcard tests/unit/test_*.c)
HELPER_SOURCES := $(filter-out $(TEST_SOURCES),$(wildcard tests/unit/*.c))
TEST_OBJECTS   := $(TEST_SOURCES:%.c=$(BUILD)/%.o)
HELPER_OBJECTS := $(HELPER_SOURCES:%.c=$(BUILD)/%.o)
UNIT_TESTS     := $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)
# What is installed is the plain variant, and the shared library needs every room.
INSTALL_TEST   := $(if $(SAN)$(COV),,$(WHOLE))
SCRIPTS         = $(if $(PROGRAM),$(if $(wildcard tests/cli),tests/cli.sh) $(if $(shell grep -s '^```console' README.md),tests/readme.sh) tests/generated.sh tests/ci.sh tests/completion.sh tests/tables.sh) \
                  $(if $(INSTALL_TEST),tests/install.sh) tests/replay.sh tests/torture.sh tests/hostile.sh

# Reads reports for the scripts.
PROBE := $(BUILD)/tests/probe

check: all $(UNIT_TESTS) $(PROBE) $(FUZZ_REPLAY) $(OOM) $(IO) $(if $(INSTALL_TEST),$(SHARED) $(ARCHIVE)) ## run all tests (SAN=1: with sanitizers); ends in 'N passed, N failed'
	@BUILD=$(BUILD) FUZZ_SEEDS='$(FUZZ_SEEDS)' sh tests/run.sh $(UNIT_TESTS) $(SCRIPTS)

regen: all regen-texts $(BUILD)/tests/test_check_rules ## rewrite what is made or expected: golden files, README's examples, texts to translate
	@BUILD=$(BUILD) sh tests/generated.sh --regen
	@BUILD=$(BUILD) sh tests/cli.sh --regen
	@[ ! -f README.md ] || BUILD=$(BUILD) sh tests/readme.sh --regen
	@REGEN=1 $(BUILD)/tests/test_check_rules >/dev/null 2>&1; git diff --stat tests/rules

fresh-root: ## try README's two commands on a fresh Debian 12 (as root; takes some minutes)
	@sh tests/fresh-root.sh

race: ## check some hundred plans at once with the thread sanitizer
	@$(MAKE) --no-print-directory TSAN=1 race-run

race-run: all
	@BUILD=$(BUILD) sh tests/race.sh

# Allocations of tests go through tests/unit/alloc_fault.c, which can make them fail.
ALLOC_FAULT := $(foreach f,malloc calloc realloc,-Wl$(comma)--wrap=$(f))

$(UNIT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(HELPER_OBJECTS) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)$(LINK) $(ALLOC_FAULT) -o $@ $^ $(LIBRARIES) -lcmocka

$(TEST_OBJECTS) $(HELPER_OBJECTS): private INCLUDES += -Itests/unit

$(PROBE): $(BUILD)/tests/ci/probe.o $(filter %_json.o %_schema.o,$(HELPER_OBJECTS)) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)$(LINK) -o $@ $^ $(LIBRARIES)

$(BUILD)/tests/ci/probe.o: private INCLUDES += -Itests/unit
-include $(BUILD)/tests/ci/probe.d

.SECONDARY: $(TEST_OBJECTS) $(HELPER_OBJECTS)

-include $(TEST_OBJECTS:.o=.d) $(HELPER_OBJECTS:.o=.d)

.PHONY: check regen fresh-root race race-run
