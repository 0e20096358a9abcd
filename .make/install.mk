# `make install`: the program, libplan for other programs, and what goes under share/. Folders must not contain
# blanks or colons; DESTDIR may contain blanks.

SONAME  := libplan.so.$(firstword $(subst ., ,$(VERSION)))
SHARED  := $(BUILD)/libplan.so.$(VERSION)
ARCHIVE := $(BUILD)/public/libplan.a
MADE    := $(BUILD)/share

# Both libraries show only what include/plan declares.
$(SHARED): $(LIB_OBJECTS) src/libplan.map
	$(call say,LINK)$(CC) $(VARIANT) $(CFLAGS) -shared -Wl,-soname,$(SONAME),--version-script=src/libplan.map,-z,defs \
	 $(filter-out -pie,$(HARDEN_LD)) $(LDFLAGS) -o $@ $(LIB_OBJECTS) $(SHARED_LIBRARIES) $(LDLIBS)

$(ARCHIVE): $(LIB_OBJECTS)
	@mkdir -p $(@D)
	$(call say,AR)rm -f $@ && $(CC) -r -nostdlib -o $(@D)/libplan.o $^ && \
	 objcopy --wildcard --keep-global-symbol='plan_*' $(@D)/libplan.o && $(AR) rcsD $@ $(@D)/libplan.o

$(BUILD)/plan.pc: src/plan.pc.in $(BUILD)/folders
	@sed 's,@PREFIX@,$(PREFIX),; s,@LIBDIR@,$(LIBDIR),; s,@INCLUDEDIR@,$(INCLUDEDIR),; s,@VERSION@,$(VERSION),' $< >$@

$(MADE)/plan.schema.json: $(PROGRAM)
	@mkdir -p $(@D)
	$(call say,MAKE)$< schema >$@

$(MADE)/plan.bash $(MADE)/plan.zsh $(MADE)/plan.fish: $(MADE)/plan.%: $(PROGRAM)
	@mkdir -p $(@D)
	$(call say,MAKE)$< completion $* >$@

# What goes where: MODE:FILE:PLACE.
INSTALLED = \
    755:$(PROGRAM):$(BINDIR)/plan \
    755:$(SHARED):$(LIBDIR)/$(notdir $(SHARED)) \
    644:$(ARCHIVE):$(LIBDIR)/libplan.a \
    644:$(BUILD)/plan.pc:$(LIBDIR)/pkgconfig/plan.pc \
    $(foreach f,$(wildcard include/plan/*),644:$f:$(INCLUDEDIR)/plan/$(notdir $f)) \
    $(foreach l,$(LANGUAGES),644:$(BUILD)/locale/$l/LC_MESSAGES/plan.mo:$(DATADIR)/locale/$l/LC_MESSAGES/plan.mo) \
    $(foreach f,$(wildcard data/plans/*.yaml),644:$f:$(DATADIR)/plan/plans/$(notdir $f)) \
    $(foreach f,$(wildcard data/man/*.[1-8]),644:$f:$(MANDIR)/man$(subst .,,$(suffix $f))/$(notdir $f)) \
    $(if $(wildcard src/cli/cmd_schema.c),644:$(MADE)/plan.schema.json:$(DATADIR)/plan/schema/plan.schema.json) \
    $(if $(wildcard src/cli/cmd_completion.c), \
        644:$(MADE)/plan.bash:$(DATADIR)/bash-completion/completions/plan \
        644:$(MADE)/plan.zsh:$(DATADIR)/zsh/site-functions/_plan \
        644:$(MADE)/plan.fish:$(DATADIR)/fish/vendor_completions.d/plan.fish)

install: all $(foreach row,$(INSTALLED),$(word 2,$(subst :, ,$(row)))) ## install under PREFIX (/usr/local), within DESTDIR
	@for row in $(INSTALLED); do \
	 mode=$${row%%:*} row=$${row#*:}; \
	 install -D -m $$mode $${row%%:*} '$(DESTDIR)'$${row#*:} || exit 1; done
	@ln -sf libplan.so.$(VERSION) '$(DESTDIR)$(LIBDIR)/$(SONAME)'
	@ln -sf $(SONAME) '$(DESTDIR)$(LIBDIR)/libplan.so'

.PHONY: install
