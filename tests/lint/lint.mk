# `make lint`: what the compiler does not see. The cheap and telling checks come first; `make -k lint` runs on.
# gcc's and clang's analyzers follow every path of every file, which takes minutes: stamps under build/lint/ tell
# what need not be looked at again.

SOURCES   := $(wildcard src/*/*.c)
HEADERS   := $(wildcard src/*/*.h include/plan/*.h)
C_FILES    = $(SOURCES) $(HEADERS) $(wildcard include/plan/*.def src/*/*.def tests/*/*.c tests/*/*.h)
ANALYZE   := $(INCLUDES) -DPLAN_LOCALEDIR='"/usr/share/locale"' -std=c11

LINTS     := includes headers format shape calls scripts texts manuals cppcheck analyzer tidy

lint: $(LINTS:%=lint-%) ## prove the order of rooms, headers and layout; run cppcheck, gcc's analyzer and clang-tidy

lint-includes:
	@awk -f tests/lint/includes.awk $(SOURCES) $(HEADERS) $(wildcard src/*/*.def)

lint-headers:
	@sh tests/lint/headers.sh 'gcc $(INCLUDES) -std=c11 -Wall -Wextra' $(HEADERS)

lint-format:
	@clang-format --dry-run -Werror $(filter %.c %.h,$(C_FILES))

lint-shape:
	@awk -f tests/lint/shape.awk $(C_FILES)

lint-calls: $(LIB_OBJECTS) $(CLI_OBJECTS)
	@sh tests/lint/calls.sh $^

lint-scripts:
	@for script in .ci/deps .ci/pre-commit $(wildcard tests/*.sh tests/*/*.sh); do sh -n $$script || exit 1; done
	@[ ! -f .ci/run ] || bash -n .ci/run

# A translation is whole: nothing untranslated, nothing that may be stale.
lint-texts:
	@mkdir -p build
	@for po in $(wildcard data/locale/*.po); do \
	 counts=$$(LC_ALL=C msgfmt --check --statistics -o /dev/null $$po 2>&1); \
	 case $$counts in *untranslated*|*fuzzy*|*error*) echo "$$po: $$counts"; exit 1;; esac; done

lint-manuals:
	@for page in $(wildcard data/man/*.[1-8]); do \
	 ! mandoc -T lint $$page | grep -v 'referenced manual not found' || exit 1; done

lint-cppcheck: build/lint/cppcheck
build/lint/cppcheck: $(SOURCES) $(HEADERS) $(wildcard src/*/*.def include/plan/*.def) build/lint/flags
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	 -j $(shell nproc) $(filter-out -std=c11,$(ANALYZE)) src
	@touch $@

# As many at a time as there are cores, unless whoever called make has said how many.
lint-analyzer lint-tidy: lint-%: FORCE
	@$(MAKE) -s --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc)) \
	 $(SOURCES:%.c=build/lint/%.$*)

build/lint/%.analyzer: %.c build/lint/flags
	@mkdir -p $(@D)
	@gcc $(ANALYZE) -O2 -fanalyzer -Werror -MMD -MP -MF $@.d -MT '$@ $(@:.analyzer=.tidy)' -c -o /dev/null $<
	@touch $@

build/lint/%.tidy: %.c build/lint/flags .clang-tidy tests/lint/tidy.sh
	@mkdir -p $(@D)
	@sh tests/lint/tidy.sh $< $(ANALYZE) $(filter-out -Werror,$(WARNINGS))
	@touch $@

$(filter build/lint/src/cli/%,$(SOURCES:%.c=build/lint/%.tidy)): src/cli/.clang-tidy

build/lint/flags: STAMP = $(ANALYZE) $(filter-out -Werror,$(WARNINGS)) $(shell gcc -dumpversion; clang-tidy --version 2>&1)
build/lint/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(STAMP))' | cmp -s - $@ || echo '$(subst ','\'',$(STAMP))' >$@

-include $(SOURCES:%.c=build/lint/%.analyzer.d)
.PHONY: lint $(LINTS:%=lint-%)
