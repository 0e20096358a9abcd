# `make bench`: the program against an empty one and a bare libyaml loop. Every tests/bench/*.c is a tool of it.

BENCH_TOOLS := $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(wildcard tests/bench/*.c))
LARGEST     ?= 500000

bench: all $(BENCH_TOOLS) ## print what plan takes beside its bars (LARGEST=10000: smaller files only)
	@BUILD=$(BUILD) sh tests/bench/bench.sh $(LARGEST)

$(BUILD)/bench/%: tests/bench/%.c $(LIBRARY) $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,LINK)$(COMPILE) $(HARDEN_LD) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBRARIES)

# What others would write: linked as the system links it.
$(BUILD)/bench/loop: tests/bench/loop.c
	@mkdir -p $(@D)
	$(call say,LINK)$(CC) -O2 -o $@ $< -lyaml

.PHONY: bench
