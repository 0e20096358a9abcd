# `make torture`: every allocation of every command fails once, and all from there on; see oom.c. `make check`
# tries a share of them.

OOM       := $(BUILD)/torture/oom
OOM_WRAPS := malloc calloc realloc reallocarray strdup strndup vasprintf fopen realpath

$(OOM): $(BUILD)/tests/torture/oom.o $(CLI_OBJECTS) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)objcopy --redefine-sym main=plan_main $(BUILD)/src/cli/main.o $(@D)/main.o && \
	 $(LINK) $(if $(SAN),$(OOM_WRAPS:%=-Wl,--wrap=%)) -o $@ $(BUILD)/tests/torture/oom.o $(@D)/main.o \
	 $(filter-out %/main.o,$(CLI_OBJECTS)) $(LIBRARY) $(LIBRARIES)

torture: all $(OOM) ## let every allocation of every command fail (SAN=1: with sanitizers)
	@BUILD=$(BUILD) sh tests/torture.sh 1

.SECONDARY: $(BUILD)/tests/torture/oom.o
-include $(BUILD)/tests/torture/oom.d
.PHONY: torture
