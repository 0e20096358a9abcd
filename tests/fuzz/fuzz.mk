# Fuzzing. `make fuzz` runs clang's libFuzzer over each target for SECONDS each and keeps what it finds new under
# build/fuzz/. `make check` replays the corpus and mutations of it without a fuzzer, the same each time.
# A target is tests/fuzz/fuzz_NAME.c, its seeds lie in tests/fuzz/corpus/NAME.

FUZZ_TARGETS := gaps $(if $(shell grep -ls '^bool plan_expr_parse' src/date/*.c),dates) $(if $(WHOLE),plan)
FUZZ_REPLAY  := $(FUZZ_TARGETS:%=$(BUILD)/replay/%)
FUZZ_COMMON  := $(BUILD)/tests/fuzz/mutate.o
SECONDS      ?= 60

# Every plan of the tests is a seed, too.
FUZZ_SEEDS    = $(wildcard data/plans tests/invalid $(sort $(dir $(wildcard tests/cli/*/*.yaml))))

FUZZ_SOURCES := $(wildcard tests/fuzz/*.c)
FUZZ_OBJECTS := $(FUZZ_SOURCES:%.c=$(BUILD)/%.o)
$(FUZZ_OBJECTS): private INCLUDES += -Itests/fuzz -Itests/unit

# How the reports are read.
FUZZ_READERS := $(patsubst %,$(BUILD)/tests/%.o,fuzz/readers fuzz/outputs unit/report_json)
$(BUILD)/replay/plan $(BUILD)/fuzz_plan: $(FUZZ_READERS)

$(FUZZ_REPLAY): $(BUILD)/replay/%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(FUZZ_COMMON) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)$(LINK) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBRARIES)

fuzz: ## fuzz every target with clang for SECONDS (60) each
	@$(MAKE) --no-print-directory FUZZ=1 fuzz-run

fuzz-run: $(FUZZ_TARGETS:%=$(BUILD)/fuzz_%)
	@FUZZ_SEEDS='$(FUZZ_SEEDS)' BUILD=$(BUILD) sh tests/fuzz/fuzz.sh $(SECONDS) $(FUZZ_TARGETS)

$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_COMMON) $(LIBRARY)
	$(call say,LINK)$(LINK) -fsanitize=fuzzer -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBRARIES)

.SECONDARY: $(FUZZ_OBJECTS)
-include $(FUZZ_OBJECTS:.o=.d)
.PHONY: fuzz fuzz-run
