# `make lint`: what the compiler does not see. The cheap and telling checks come first; `make -k lint` runs on.
# `make analyze`: the analyzers that follow every path, which take many minutes.

SOURCES   := $(wildcard src/*/*.c)
HEADERS   := $(wildcard src/*/*.h include/plan/*.h)
C_FILES    = $(SOURCES) $(HEADERS) $(wildcard include/plan/*.def src/*/*.def tests/*/*.c tests/*/*.h)
EACH_CORE := xargs -P $(shell nproc)
ANALYZE   := $(INCLUDES) -DPLAN_LOCALEDIR='"/usr/share/locale"' -std=c11

LINTS     := includes headers format shape calls scripts texts manuals cppcheck
ANALYZERS := analyzer tidy

lint: $(LINTS:%=lint-%) ## prove the order of rooms, headers and layout, and run cppcheck

analyze: $(ANALYZERS:%=lint-%) ## run gcc's and clang's analyzers over all of src/

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
	@for script in .ci/deps $(wildcard tests/*.sh tests/*/*.sh); do sh -n $$script || exit 1; done
	@[ ! -f .ci/run ] || bash -n .ci/run

# A translation is whole: nothing untranslated, nothing that may be stale.
lint-texts:
	@mkdir -p build
	@for po in $(wildcard data/locale/*.po); do \
	 counts=$$(LC_ALL=C msgfmt --check --statistics -o /dev/null $$po 2>&1); \
	 case $$counts in *untranslated*|*fuzzy*|*error*) echo "$$po: $$counts"; exit 1;; esac; done

lint-manuals:
	@for page in $(wildcard data/man/*.[1-8]); do mandoc -T lint -W warning $$page || exit 1; done

lint-cppcheck:
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	 -j $(shell nproc) $(filter-out -std=c11,$(ANALYZE)) src

lint-analyzer:
	@printf '%s\n' $(SOURCES) | $(EACH_CORE) -I{} gcc $(ANALYZE) -O2 -fanalyzer -Werror -c -o /dev/null {}

lint-tidy:
	@printf '%s\n' $(SOURCES) | $(EACH_CORE) -I{} sh tests/lint/tidy.sh {} $(ANALYZE) $(WARNINGS)

.PHONY: lint analyze $(LINTS:%=lint-%) $(ANALYZERS:%=lint-%)
