# plan: a tracker for political process plans. `make help` lists the targets.

BUILD    := build
CC       ?= gcc
PACKAGES := yaml-0.1 jansson libutf8proc
CPPFLAGS += -D_GNU_SOURCE -Iinclude -Isrc $(shell pkg-config --cflags $(PACKAGES))
CFLAGS   ?= -O2 -g
CFLAGS   += -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla \
            -fvisibility=hidden -MMD -MP
LDLIBS   += $(shell pkg-config --libs $(PACKAGES))

LIB_SOURCES := $(filter-out src/cli/%,$(wildcard src/*/*.c))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)

all: $(BUILD)/libplan.a

$(BUILD)/libplan.a: $(LIB_OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

-include $(LIB_OBJECTS:.o=.d)
