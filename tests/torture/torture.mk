# `make torture`: every allocation of every command fails once, and all from there on; see oom.c. `make check`
# tries a share of them.

OOM       := $(BUILD)/torture/oom
OOM_WRAPS := malloc calloc realloc reallocarray strdup strndup vasprintf fopen realpath
OOM_PARTS := arena_alloc arena_array arena_copy arena_text vec_reserve

$(OOM): $(BUILD)/tests/torture/oom.o $(CLI_OBJECTS) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)objcopy --redefine-sym main=plan_main $(BUILD)/src/cli/main.o $(@D)/main.o && \
	 $(LINK) $(OOM_PARTS:%=-Wl$(comma)--wrap=%) $(if $(SAN),$(OOM_WRAPS:%=-Wl$(comma)--wrap=%)) -o $@ $(BUILD)/tests/torture/oom.o $(@D)/main.o \
	 $(filter-out %/main.o,$(CLI_OBJECTS)) $(LIBRARY) $(LIBRARIES)

torture: all $(OOM) ## let every allocation of every command fail (SAN=1: with sanitizers)
	@BUILD=$(BUILD) sh tests/torture.sh 1

.SECONDARY: $(BUILD)/tests/torture/oom.o
-include $(BUILD)/tests/torture/oom.d
.PHONY: torture
