/*
 * A plan in memory: plain structs, made by plan_load and read by everything else.
 *
 * Everything that a plan refers to by id starts with a struct plan_entry. Absent texts and dates are NULL,
 * absent lists have a count of 0. One arena owns all of it: plan_free frees everything at once. Spans point
 * into the plan's source, which must outlive the plan only where somebody prints lines of it.
 */
#ifndef PLAN_MODEL_H
#define PLAN_MODEL_H

#include "calendar.h"
#include "date.h"
#include "diag.h"

/* What an entry is. The order is the order of the sections in `plan list`. */
enum plan_kind {
	PLAN_KIND_PHASE,
	PLAN_KIND_MEETING,
	PLAN_KIND_DOCUMENT,
	PLAN_KIND_THEME,
	PLAN_KIND_PARTY,
	PLAN_KIND_FOCUS_AREA,
	PLAN_KIND_BODY,
	PLAN_KIND_TRACK,
	PLAN_KIND_GROUP,
	PLAN_KIND_QUESTION,
	PLAN_KIND_REMARK,
	PLAN_KIND_RECESS,
	PLAN_KIND_COUNT
};

/* The head of everything that has an id. */
struct plan_entry {
	const char *id;        /* UTF-8, NFC, unique in the plan */
	const char *title;     /* `title`, of bodies and parties `name`; never NULL */
	struct plan_span span; /* of the id */
	uint32_t index;        /* place among the entries of its kind, in file order */
	uint8_t kind;          /* enum plan_kind */
};

struct plan_text {
	const char *text; /* UTF-8 */
	struct plan_span span;
};

struct plan_texts {
	const struct plan_text *at;
	size_t count;
};

/* A reference by id; in a plan that loaded `entry` is never NULL. */
struct plan_ref {
	const struct plan_entry *entry;
	struct plan_span span;
};

struct plan_refs {
	struct plan_ref *at;
	size_t count;
};

/* A date as written. */
struct plan_date {
	const char *text; /* as it stands in the file */
	struct plan_span span;
	struct plan_expr expr;
};

struct plan_duration {
	const char *text;
	struct plan_span span;
	struct plan_range range;
};

/* How a step is tied to another. */
enum plan_relation {
	PLAN_AFTER,    /* starts after the other ends */
	PLAN_BEFORE,   /* ends before the other starts */
	PLAN_DURING,   /* lies within the other */
	PLAN_PHASE_OF, /* belongs to the other, a phase, and lies within it */
	PLAN_ALONGSIDE /* shares at least one day with the other */
};

/* The day of the other that a link is about. PLAN_POINT_DEFAULT: its end for `after`, its start for `before`.
 */
enum plan_point { PLAN_POINT_DEFAULT, PLAN_POINT_START, PLAN_POINT_END };

struct plan_link {
	const char *text;   /* as written: "hearing + 2w" */
	struct plan_ref to; /* a step or a recess; the span is that of the whole text */
	struct plan_range gap;
	uint8_t relation; /* enum plan_relation */
	uint8_t point;    /* enum plan_point */
	bool id_alone;    /* the text is an id, without a point and a gap */
	uint32_t to_step; /* the number of the step that it leads to; PLAN_NO_STEP for a recess */
};

#define PLAN_NO_STEP UINT32_MAX

enum plan_step_status { PLAN_PLANNED, PLAN_CONFIRMED, PLAN_DONE, PLAN_CANCELLED };

enum plan_document_kind { PLAN_PAPER, PLAN_ANNEX, PLAN_TEMPLATE, PLAN_MEMO, PLAN_MINUTES };

/* An exemption from a rule, with the reason. */
struct plan_allow {
	enum plan_rule rule;
	const char *reason;
	struct plan_span span; /* of the rule's name */
};

/* What few steps have. */
struct plan_step_details {
	const char *item;           /* what is read: meetings with the same item are readings of one thing */
	const char *number;         /* its number in the paper it comes from */
	const char *recommendation; /* what is asked to be decided (indstilling) */
	const char *decision, *minutes, *notes, *place, *url;
	struct plan_texts agenda;
	struct plan_texts based_on; /* what a document is written from */
	struct plan_refs audience;  /* bodies and parties that are invited */
	struct plan_refs parties;   /* who is heard */
	const struct plan_allow *allow;
	size_t allow_count;
};

/*
 * A phase, a meeting or a document: something with a place in time. What only one kind has stands behind it,
 * in struct plan_phase and struct plan_document, so a copy of a step alone is none.
 */
struct plan_step {
	struct plan_entry entry;
	uint32_t number;       /* its place in plan->steps: file order over all three kinds */
	uint8_t status;        /* enum plan_step_status; PLAN_DONE also where `held` is given */
	uint8_t document_kind; /* enum plan_document_kind */
	bool hearing;          /* a phase of kind hearing */
	uint8_t reading;       /* 1 for the first reading; 0: no reading */
	uint16_t days;         /* a meeting's length in days, at least 1 */
	uint32_t link_count;   /* of `links` */

	const struct plan_date *date;     /* of a document: `due` or `date` */
	const struct plan_date *held;     /* the known day or period on which it took place */
	const struct plan_date *deadline; /* it ends no later than the last day of this */

	struct plan_link *links;           /* after, before, during, phase, alongside, in file order */
	struct plan_refs bodies;           /* `body` or `bodies` */
	const struct plan_ref *track;      /* written, or inherited from the phase */
	struct plan_step_details *details; /* NULL when it has none */
};

/* What only phases have; their steps lie in such structs. */
struct plan_phase {
	struct plan_step step;
	const struct plan_date *start; /* never with a `date` */
	const struct plan_date *end;   /* never with a `date` */
	const struct plan_duration *duration;
};

/* What only documents have; their steps lie in such structs. */
struct plan_document {
	struct plan_step step;
	const struct plan_ref *paper_for; /* the step it is `for` */
	const struct plan_ref *owner;     /* the body that writes it */
};

struct plan_theme {
	struct plan_entry entry;
	const struct plan_ref *meeting;
	struct plan_texts speakers;
	const char *number, *notes;
};

struct plan_party {
	struct plan_entry entry;
	const char *notes, *url;
};

struct plan_focus_area {
	struct plan_entry entry;
	struct plan_refs responsible;   /* bodies */
	const struct plan_ref *part_of; /* the focus area it belongs to */
	struct plan_texts goals;
	const char *number, *notes;
};

enum plan_body_kind {
	PLAN_COMMITTEE,
	PLAN_COUNCIL,
	PLAN_FINANCE,
	PLAN_BOARD,
	PLAN_ADMINISTRATION,
	PLAN_GROUP_BODY,
	PLAN_EXTERNAL
};

struct plan_body {
	struct plan_entry entry;
	const char *short_name; /* NULL: use the title */
	uint8_t kind;           /* enum plan_body_kind */
	uint8_t meets_weekdays; /* a bit for each enum plan_weekday; 0 when it lists dates or says nothing */
	struct plan_span meets_span;
	const plan_day *meets; /* the dates it lists, ascending, each once; NULL when it lists none */
	const struct plan_span *meets_spans; /* of each date */
	size_t meets_count;
	const char *notes, *url;
};

struct plan_track {
	struct plan_entry entry;
	const struct plan_ref *approval; /* the step that ends it */
	const char *notes;
};

/* A working group at a meeting. */
struct plan_group {
	struct plan_entry entry;
	const struct plan_ref *meeting;
	struct plan_texts members;
	const char *notes;
};

struct plan_question {
	struct plan_entry entry;
	const struct plan_ref *meeting;
	const char *number, *notes;
};

/* Something the paper says that is no step: economy, what happens meanwhile, what happens next. */
struct plan_remark {
	struct plan_entry entry;
	const char *text;
};

struct plan_recess {
	struct plan_entry entry;
	const struct plan_date *date; /* a known period, or one known day */
	struct plan_window days;
};

/* The policy that the plan's replaces. */
struct plan_replaces {
	const char *title;
	const struct plan_date *adopted; /* when it was adopted */
	const struct plan_date *expires; /* its last day in force */
	const char *notes;
	struct plan_span span;
};

/* The house rules. */
struct plan_rules {
	struct plan_lag margin;  /* default: 0 days */
	struct plan_lag papers;  /* default: not given */
	struct plan_lag hearing; /* default: not given */
	struct plan_lag notice;  /* default: 4 weeks */
	struct plan_span margin_span, papers_span, hearing_span, notice_span;
	uint8_t severity[PLAN_RULE_COUNT]; /* enum plan_severity */
};

enum plan_language { PLAN_LANGUAGE_NONE, PLAN_LANGUAGE_DA, PLAN_LANGUAGE_EN };

/* Pointers to the entries of one kind, in file order. */
#define PLAN_LIST(type)                                                                                      \
	struct {                                                                                                 \
		struct type **at;                                                                                    \
		size_t count;                                                                                        \
	}

struct plan {
	const struct plan_source *source;
	const char *id, *title;
	struct plan_span span; /* of the value of `plan` */
	uint8_t language;      /* enum plan_language */
	const char *case_number, *notes, *vision, *url;
	int year; /* 0 for none */
	const struct plan_date *period;
	const struct plan_replaces *replaces;
	const struct plan_ref *approval;
	struct plan_texts principles;

	const char *holidays; /* a country code, or "none" */
	unsigned weekend;     /* a bit for each enum plan_weekday */
	const plan_day *closed;
	size_t closed_count;
	struct plan_calendar *calendar; /* made from the four above and the recesses; owned by the plan */
	struct plan_rules rules;

	PLAN_LIST(plan_step) steps; /* all phases, meetings and documents, in file order */
	PLAN_LIST(plan_step) phases;
	PLAN_LIST(plan_step) meetings;
	PLAN_LIST(plan_step) documents;
	PLAN_LIST(plan_theme) themes;
	PLAN_LIST(plan_party) parties;
	PLAN_LIST(plan_focus_area) focus_areas;
	PLAN_LIST(plan_body) bodies;
	PLAN_LIST(plan_track) tracks;
	PLAN_LIST(plan_group) groups;
	PLAN_LIST(plan_question) questions;
	PLAN_LIST(plan_remark) remarks;
	PLAN_LIST(plan_recess) recesses;

	struct plan_index *index; /* ids to entries, and the lists above; ask plan_find */
	struct arena *arena;      /* owns the rest */
};

/* Frees a plan and everything in it; NULL is allowed. */
void plan_free(struct plan *plan);

/* The entry with an id, or NULL. */
const struct plan_entry *plan_find(const struct plan *plan, const char *id);

/*
 * The entry whose id is most like `id` (Damerau-Levenshtein), of a kind whose bit is set in `wanted`, or NULL
 * when none is near enough to suggest. For messages; never to guess.
 */
const struct plan_entry *plan_find_similar(const struct plan *plan, const char *id, unsigned wanted);

/* The step that an entry is, or NULL when it is none. */
static inline const struct plan_step *plan_entry_step(const struct plan_entry *entry)
{
	return entry->kind <= PLAN_KIND_DOCUMENT ? (const struct plan_step *)entry : NULL;
}

/* Who is heard in a step; nobody in most. */
static inline struct plan_refs plan_step_parties(const struct plan_step *step)
{
	return step->details ? step->details->parties : (struct plan_refs){0};
}

/* The phase that a step is, or NULL when it is none. */
static inline const struct plan_phase *plan_step_phase(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_PHASE ? (const struct plan_phase *)step : NULL;
}

/* What is written of a phase's first day, its last day and its length; NULL for nothing, and for other steps.
 */
static inline const struct plan_date *plan_step_start(const struct plan_step *step)
{
	const struct plan_phase *phase = plan_step_phase(step);
	return phase ? phase->start : NULL;
}

static inline const struct plan_date *plan_step_end(const struct plan_step *step)
{
	const struct plan_phase *phase = plan_step_phase(step);
	return phase ? phase->end : NULL;
}

static inline const struct plan_duration *plan_step_duration(const struct plan_step *step)
{
	const struct plan_phase *phase = plan_step_phase(step);
	return phase ? phase->duration : NULL;
}

/* The document that a step is, or NULL when it is none. */
static inline const struct plan_document *plan_step_document(const struct plan_step *step)
{
	return step->entry.kind == PLAN_KIND_DOCUMENT ? (const struct plan_document *)step : NULL;
}

/* What a document is for; NULL when that is not named, and for other steps. */
static inline const struct plan_ref *plan_step_paper_for(const struct plan_step *step)
{
	const struct plan_document *document = plan_step_document(step);
	return document ? document->paper_for : NULL;
}

/* The step that this leads to; NULL as above. */
static inline const struct plan_step *plan_step_purpose(const struct plan_step *step)
{
	const struct plan_ref *to = plan_step_paper_for(step);
	return to ? plan_entry_step(to->entry) : NULL;
}

/* The body that writes a document; NULL as above. */
static inline const struct plan_ref *plan_step_owner(const struct plan_step *step)
{
	const struct plan_document *document = plan_step_document(step);
	return document ? document->owner : NULL;
}

/* A body's short name, or its title when it has none. */
const char *plan_body_label(const struct plan_body *body);

/* The words used in files: "phase", "focus-area"; for sections "phases", "focus_areas". Static, never
 * translated. */
const char *plan_kind_name(enum plan_kind kind);
const char *plan_kind_section(enum plan_kind kind);

#endif
