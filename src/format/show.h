/*
 * `plan show ID`: one thing, and everything that refers to it; `plan show`: the plan itself.
 */
#ifndef FORMAT_SHOW_H
#define FORMAT_SHOW_H

#include "format/screen.h"
#include "query/outlook.h"
#include "query/references.h"

/* Everything is borrowed. */
struct show {
	const struct outlook *outlook;
	const struct plan_entry *entry;
	const struct references *references;
	/* Of a step: why it is not earlier, and not later; empty where nothing says so. */
	struct plan_chain earlier, later;
};

/* Puts an entry on a screen. */
void show_screen(struct screen *screen, const struct show *show);

/* Puts the plan itself: its case, what it replaces, its principles, calendar and rules. `entry` is not asked
 * for. */
void show_plan(struct screen *screen, const struct show *show);

/* Puts what only steps have: dates, windows, room, what it waits for and what waits for it, the reasons. */
void show_step(struct screen *screen, const struct show *show);

/* Puts what something is and where it stands: "meeting · id biu-2 · plan.yaml:40". */
void show_where(struct screen *screen, const char *kind, const char *id, const char *file, unsigned line);

/* The same of an entry. */
void show_place(struct screen *screen, const struct plan *plan, const struct plan_entry *entry);

/* Puts the links of a chain, each with its line and the day it leads to. */
void show_chain(struct screen *screen, const struct plan *plan, const struct plan_chain *chain);

/* "  Held by     BIU": a label and a text made as by printf, wrapped; nothing when the text is empty. */
void show_field(struct screen *screen, const char *label, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A heading below an empty line, once: `*open` is set by the first call. */
void show_heading(struct screen *screen, const char *text, bool *open);

/* One line for a step or another entry: its title, its id, when it is, and how it is tied (NULL: nothing). */
void show_line(struct screen *screen, const struct show *show, const struct plan_entry *entry,
			   const struct plan_link *link);

/* The titles of all that the references name, with commas. */
void refs_text(struct buf *out, const struct plan_refs *refs);

/* A kind of entry as people call it: "meeting"; what a step is: "hearing", "annex". */
const char *kind_label(const struct plan_entry *entry);

/* The kind of a body as people call it, and the word that stands in files. */
const char *body_kind_label(const struct plan_body *body);
const char *body_kind_name(const struct plan_body *body);

#endif
