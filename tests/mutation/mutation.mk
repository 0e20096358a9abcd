# `make mutate`: are the tests any good? A sample of mutants of the conditions of date, timeline and check is built
# and tested one by one; see mutation.sh. SEED picks another sample, COUNT its size, ROOMS the rooms.

SEED  ?= 1
COUNT ?= 200
ROOMS ?= date timeline check

# The library is a shared one here, so that a mutant costs one compilation and one link. Its allocations go through
# alloc_fault.c of whatever program it is in.
MUTATION_LIBRARY := $(BUILD)/mutation/libmutant.so
MUTATION_TESTS   := $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/mutation/%)
MUTATION_LINK     = $(CC) -shared -Wl,-soname,libmutant.so $(ALLOC_FAULT) -o

mutate: ## break conditions one by one and see whether the tests notice (SEED=1 COUNT=200 ROOMS='date timeline check')
	@$(MAKE) --no-print-directory MUT=1 STATIC= mutate-run

mutate-run: $(BUILD)/mutation/mutants $(MUTATION_LIBRARY) $(MUTATION_TESTS) $(BUILD)/plan $(CATALOGUES)
	@BUILD='$(BUILD)' SEED='$(SEED)' COUNT='$(COUNT)' ROOMS='$(ROOMS)' ONLY='$(ONLY)' COMPILE='$(COMPILE)' LINK='$(MUTATION_LINK)' \
	 OBJECTS='$(LIB_OBJECTS)' LIBRARIES='$(LIBRARIES)' sh tests/mutation/mutation.sh

ifdef MUT
$(MUTATION_LIBRARY): $(LIB_OBJECTS)
	@mkdir -p $(@D)
	$(call say,LINK)$(MUTATION_LINK) $@ $^ $(LIBRARIES)

$(MUTATION_TESTS): $(BUILD)/mutation/%: $(BUILD)/tests/unit/%.o $(HELPER_OBJECTS) $(MUTATION_LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)$(LINK) -rdynamic $(ALLOC_FAULT) -Wl,-rpath,'$$ORIGIN' -o $@ $^ $(LIBRARIES) -lcmocka

$(BUILD)/plan: $(CLI_OBJECTS) $(BUILD)/tests/unit/alloc_fault.o $(MUTATION_LIBRARY)
	$(call say,LINK)$(LINK) -rdynamic $(ALLOC_FAULT) -Wl,-rpath,'$$ORIGIN/mutation' -o $@ $^ $(LIBRARIES)

$(BUILD)/mutation/mutants: $(BUILD)/tests/mutation/mutants.o
	@mkdir -p $(@D)
	$(call say,LINK)$(LINK) -o $@ $^
endif

-include $(BUILD)/tests/mutation/mutants.d
.PHONY: mutate mutate-run
