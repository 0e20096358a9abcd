/*
 * What the parts of the loader share while one file is read.
 *
 * The first pass (values, lists, mapping, section) follows libyaml's events and puts what stands in the file
 * into the plan's structs. Dates, references and links are worked out at once where that is possible; what
 * has to wait for the end of the file is put on a list: dates without a year, names of recesses, references
 * to what stands further down. The second pass (resolve) works off these lists.
 */
#ifndef LOAD_LOADER_H
#define LOAD_LOADER_H

#include "base/arena.h"
#include "base/vec.h"
#include "load/keymap.h"
#include "load/reader.h"
#include "model/index.h"

/* Phases, meetings and documents are the first kinds. */
enum { STEP_KINDS = PLAN_KIND_DOCUMENT + 1 };

/* Memory for many things of one size. */
struct slab {
	char *at;
	size_t left; /* how many still fit */
};

/* A link as it was read: what a struct plan_link will hold, without what it leads to. */
struct draft_link {
	const char *text;
	struct plan_span span;
	struct plan_range gap;
	uint8_t relation, point;
	bool id_alone;
	uint32_t hash; /* of the id */
};

/* A reference as it was read. */
struct draft_ref {
	struct plan_ref ref;
	const char *text; /* in `scratch`; NULL when the reference was found */
};

/* What waits for the end of the file. `owner` is the entry that it stands in; NULL for none. */
struct pending_date {
	struct plan_date *date;
	const struct key *key;
	const struct plan_entry *owner;
};
struct pending_ref {
	struct pending_ref *next;
	struct plan_ref *ref;
	const char *text; /* in `scratch` */
	unsigned kinds;
	uint32_t hash; /* of the text */
	const struct plan_entry *owner;
};

/* What a body's `meets` says, until the year is known. */
struct draft_meets {
	struct plan_body *body;
	struct plan_texts days;
};

/* A name by which dates refer to a recess ("efter sommerferien"), in folded case. */
struct recess_name {
	const char *name;
	size_t length;
	const struct plan_recess *recess;
};

struct loader {
	const struct plan_source *source;
	struct plan *plan;
	struct arena *arena; /* the plan's */
	struct findings findings;
	struct reader reader;
	struct key_maps maps;
	bool no_memory;

	struct slab steps[STEP_KINDS], dates, refs, links;
	struct arena *scratch;          /* texts that are not needed once the file is read */
	const struct plan_entry *entry; /* that is being read; NULL for none */
	bool has_phases;                /* some step belongs to a phase */
	bool asked_for_recess;          /* a date may name a recess */

	size_t firsts[PLAN_KIND_COUNT]; /* the place in the index of the first entry of a kind */
	uint32_t counts[PLAN_KIND_COUNT], step_count;
	VEC(struct pending_date) pending_dates;
	struct pending_ref *pending_refs, **pending_refs_end; /* in `scratch`; where the next one goes */

	VEC(struct draft_ref) ref_list;    /* the list that is being read */
	VEC(struct plan_text) text_list;   /* the same */
	VEC(struct plan_allow) allow_list; /* the same */
	VEC(struct draft_link) link_list;  /* of the step that is being read */
	VEC(struct draft_meets) meets;     /* of all bodies */
	VEC(struct plan_entry *) strays;   /* entries whose id is no good or taken */
	struct plan_texts closed;          /* calendar.closed */
	VEC(struct recess_name) recess_names;
};

/* Frees what the loader holds beside the plan. */
void loader_free(struct loader *loader);

/* Memory of the plan, zeroed; NULL when there is none, which `no_memory` remembers. */
void *loader_alloc(struct loader *loader, size_t size);
/* The same of things that come by the thousand; `size` is the same for all of a slab. */
void *loader_slab(struct loader *loader, struct slab *slab, size_t size);
const char *loader_text(struct loader *loader, const char *text, size_t length);
/* A text that is gone when the file is read. */
const char *loader_scratch(struct loader *loader, const char *text, size_t length);
void *loader_copy(struct loader *loader, const void *bytes, size_t size);

/* Remembers that memory ran out; returns false. */
bool loader_fail(struct loader *loader);

/* Starts a finding, as findings_draft. */
bool loader_draft(struct loader *loader, struct diag_draft *draft, enum plan_rule rule,
				  struct plan_span span);
void loader_end(struct loader *loader, struct diag_draft *draft);

/* A whole finding; `help` may be NULL. Both texts are already translated. */
void loader_refuse(struct loader *loader, enum plan_rule rule, struct plan_span span, const char *message,
				   const char *help);

/*
 * The place of a part of a text that stands at `span`, where the part can be found in the file as it is; else
 * the place of the whole text.
 */
struct plan_span span_part(struct plan_span span, const char *text, size_t offset, size_t length);

#endif
