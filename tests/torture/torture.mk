# `make torture`: every allocation of every command fails once, and all from there on (oom.c); every call of the
# operating system fails (io.c); and the files, pipes and limits of a real system (faults.sh). `make check` tries a
# share of them.

OOM         := $(BUILD)/torture/oom
IO          := $(BUILD)/torture/io
OOM_WRAPS   := $(if $(SAN),malloc calloc realloc reallocarray free strdup strndup vasprintf fopen realpath)
OOM_PARTS   := arena_alloc arena_array arena_copy arena_text vec_reserve
IO_WRAPS    := stat access opendir readdir realpath __realpath_chk mkostemp fchmod fsync rename renameat2 link unlink \
               getcwd __getcwd_chk open close fstat read write
TORTURE_RUN := $(BUILD)/tests/torture/run.o $(BUILD)/torture/main.o $(filter-out %/main.o,$(CLI_OBJECTS)) $(LIBRARY)

$(BUILD)/torture/main.o: $(BUILD)/src/cli/main.o
	@mkdir -p $(@D)
	@objcopy --redefine-sym main=plan_main $< $@

$(OOM): private WRAPS := pthread_create $(OOM_PARTS) $(OOM_WRAPS)
$(IO): private WRAPS := $(IO_WRAPS)
$(OOM) $(IO): $(BUILD)/torture/%: $(BUILD)/tests/torture/%.o $(TORTURE_RUN)
	$(call say,LINK)$(LINK) $(WRAPS:%=-Wl$(comma)--wrap=%) -o $@ $^ $(LIBRARIES)

torture: all $(OOM) $(IO) ## let every allocation and every system call of every command fail (SAN=1: with sanitizers)
	@BUILD=$(BUILD) sh tests/torture.sh 1

.SECONDARY: $(patsubst %,$(BUILD)/tests/torture/%.o,oom io run)
-include $(patsubst %,$(BUILD)/tests/torture/%.d,oom io run)
.PHONY: torture
