# plan: a tracker for political process plans. `make help` lists the targets.
#
# Builds go to build/, one variant a folder: build/ itself, build/san/ (SAN=1: address and undefined-behaviour
# sanitizers), build/tsan/ (TSAN=1: thread sanitizer), build/cov/ (COV=1: clang's coverage), build/fuzz/ (FUZZ=1:
# libFuzzer), build/mut/ (MUT=1: mutants).
# WERROR=1 makes warnings errors. CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX and its folders, DESTDIR are the user's; what the project needs is added to them.

comma := ,

ifeq ($(origin CC),default)
CC := $(if $(COV),$(or $(shell command -v clang-19),clang),$(if $(FUZZ),clang,gcc))
endif
PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR    ?= $(PREFIX)/share
MANDIR     ?= $(DATADIR)/man
PKG_CONFIG ?= pkg-config
VERSION    := $(shell sed -n 's/.*PLAN_VERSION "\(.*\)"/\1/p' include/plan/version.h)

BUILD := build$(if $(SAN),/san)$(if $(TSAN),/tsan)$(if $(COV),/cov)$(if $(FUZZ),/fuzz)$(if $(MUT),/mut)

# --- flags ---------------------------------------------------------------------------------------------------

PACKAGES := yaml-0.1 jansson libutf8proc

CFLAGS   ?= $(if $(SAN)$(TSAN)$(COV)$(FUZZ)$(MUT),-O1,-O2) -g
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla \
            $(if $(WERROR),-Werror)

# Position-independent objects without interposition serve the program, the archive and the shared library.
CODE     := -std=c11 -fPIC -fno-semantic-interposition -ffile-prefix-map=$(CURDIR)=.
HARDEN   := -fstack-protector-strong -fstack-clash-protection \
            $(if $(filter x86_64% i386% i686%,$(shell $(CC) -dumpmachine)),-fcf-protection) \
            $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
HARDEN_LD := -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed

ifdef SAN
VARIANT  := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
HARDEN   :=
endif
ifdef TSAN
VARIANT  := -fsanitize=thread -fno-omit-frame-pointer
HARDEN   :=
endif
ifdef FUZZ
VARIANT  := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
HARDEN   :=
endif
ifdef COV
VARIANT  := -w -DNDEBUG -fprofile-instr-generate -fprofile-update=atomic -fcoverage-mapping $(if $(findstring clang-19,$(CC)),-fcoverage-mcdc)
HARDEN   :=
endif

# Landlock (src/cli/sandbox.h) keeps a program from writing what a sanitizer or a profiler has to tell (SANDBOX= for
# other such tools).
SANDBOX  ?= $(if $(VARIANT)$(MUT),,1)

INCLUDES := $(if $(SANDBOX),,-DPLAN_NO_SANDBOX) -D_GNU_SOURCE -Iinclude -Isrc $(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null)
COMPILE   = $(CC) $(INCLUDES) $(CPPFLAGS) $(CODE) $(WARNINGS) $(HARDEN) $(VARIANT) $(CFLAGS)
LINK      = $(CC) $(VARIANT) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS)

# The three small libraries are linked in where their archives exist, and into the program the C library, too:
# starting it then takes a third more than starting an empty one that links libyaml; with shared libraries it
# takes two thirds more. STATIC= turns it off, STATIC=libraries keeps the C library shared.
STATIC    ?= $(if $(filter-out libyaml.a libjansson.a libutf8proc.a,$(foreach a,yaml jansson utf8proc,$(shell \
               $(CC) -print-file-name=lib$a.a))),$(if $(findstring /,$(shell $(CC) -print-file-name=rcrt1.o)),all,libraries))
SHARED_LIBRARIES := $(shell $(PKG_CONFIG) --libs $(PACKAGES) 2>/dev/null)
LIBRARIES := $(if $(STATIC),-Wl$(comma)-Bstatic $(SHARED_LIBRARIES) -Wl$(comma)-Bdynamic,$(SHARED_LIBRARIES)) $(LDLIBS)

# What src/cli/malloc.c does for the program, but where a sanitizer or a fuzzer watches its memory (OWN_MALLOC= for
# other such tools).
OWN_MALLOC ?= $(if $(SAN)$(FUZZ),,malloc free realloc yaml_malloc yaml_free)

# --- files: whatever lies in a room is built, no list to keep --------------------------------------------------

LIB_SOURCES  := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SOURCES  := $(filter-out src/cli/malloc.c,$(wildcard src/cli/*.c))
LIB_OBJECTS  := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS  := $(CLI_SOURCES:%.c=$(BUILD)/%.o)
WHOLE        := $(and $(shell grep -ls '^bool plan_expr_parse' src/date/*.c),$(shell grep -ls plan_load src/load/*.c),$(shell grep -ls '^enum plan_status plan_timeline_why' src/timeline/*.c))
LIBRARY      := $(BUILD)/libplan.a
PROGRAM      := $(if $(CLI_SOURCES),$(BUILD)/plan)
LANGUAGES    := $(patsubst data/locale/%.po,%,$(wildcard data/locale/*.po))
CATALOGUES   := $(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/plan.mo)

# --- the program -------------------------------------------------------------------------------------------------

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

# A short line for each command; V=1 shows the command itself.
say = $(if $(V),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,printf '  %-5s %s\n' $(1) $@;) )

all: $(LIBRARY) $(PROGRAM) $(CATALOGUES) ## build the program, the library and the translations

ARGS ?= status --today 2018-09-03 -f data/plans/integrationspolitik-2018.plan.yaml
run: all ## run the program: make run ARGS='next --today 2018-09-03 …'
	@$(BUILD)/plan $(ARGS)

ifndef MUT
ifeq ($(STATIC)$(VARIANT),all)
$(BUILD)/plan: private HARDEN_LD := $(patsubst -pie,-static-pie,$(HARDEN_LD))
$(BUILD)/plan: private LIBRARIES := $(SHARED_LIBRARIES) $(LDLIBS)
endif
$(BUILD)/plan: $(CLI_OBJECTS) $(if $(OWN_MALLOC),$(BUILD)/src/cli/malloc.o) $(LIBRARY)
	$(call say,LINK)$(LINK) $(OWN_MALLOC:%=-Wl,--wrap=%) -o $@ $^ $(LIBRARIES)
endif

$(LIBRARY): $(LIB_OBJECTS)
	$(call say,AR)rm -f $@ && $(AR) rcsD $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/src/cli/language.o: private INCLUDES += -DPLAN_LOCALEDIR='"$(DATADIR)/locale"'
$(BUILD)/src/cli/language.o: $(BUILD)/folders

# Other flags, other objects: a stamp changes only when what it holds does.
$(BUILD)/flags: STAMP := $(COMPILE) $(LINK) $(STATIC) $(LIBRARIES) $(OWN_MALLOC)
$(BUILD)/folders: STAMP := $(PREFIX) $(BINDIR) $(LIBDIR) $(INCLUDEDIR) $(DATADIR)
$(BUILD)/flags $(BUILD)/folders: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(STAMP))' | cmp -s - $@ || echo '$(subst ','\'',$(STAMP))' >$@

$(BUILD)/locale/%/LC_MESSAGES/plan.mo: data/locale/%.po
	@mkdir -p $(@D)
	$(call say,MO)msgfmt --check -o $@ $<

# The texts of the program, and each translation brought up to date with them.
regen-texts:
	@mkdir -p build
	@xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=P_:1,2 --keyword=NP_:1,2 \
	 --add-location=file --sort-by-file --add-comments=TRANSLATORS --package-name=plan --package-version=$(VERSION) -o - \
	 $(sort $(wildcard src/*/*.c src/*/*.h src/*/*.def include/plan/*.def)) \
	 | sed '/^"POT-Creation-Date/d' >build/plan.pot
	@for po in $(wildcard data/locale/*.po); do \
	 msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file $$po build/plan.pot; done

# --- the rest of the house ------------------------------------------------------------------------------------

include .make/install.mk tests/validate/validate.mk tests/bench/bench.mk tests/fuzz/fuzz.mk tests/torture/torture.mk tests/tests.mk tests/coverage.mk tests/mutation/mutation.mk tests/lint/lint.mk

# --- tests and upkeep -------------------------------------------------------------------------------------------------

deps: ## install what the build and the tests need and this machine lacks (Debian 12)
	@sh .ci/deps

deps-dev: ## install what lint, fuzz and coverage need besides
	@sh .ci/deps dev

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | sort | awk -F '\t' '{ printf "%-12s %s\n", $$1, $$2 }'

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(BUILD)/src/cli/malloc.d

FORCE:
.PHONY: all run regen-texts deps deps-dev clean help FORCE
