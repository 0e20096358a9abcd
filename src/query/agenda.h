/*
 * What comes next: meetings, phases and hearings that open and close, papers that are due.
 */
#ifndef QUERY_AGENDA_H
#define QUERY_AGENDA_H

#include "base/vec.h"
#include "query/outlook.h"

enum event_kind {
	EVENT_MEETING,
	EVENT_OPENS,  /* the first day of a phase */
	EVENT_CLOSES, /* its last day */
	EVENT_WITHIN, /* a phase of which only the window that it lies in is known */
	EVENT_DUE     /* a document */
};

/* In the order in which they are shown. */
enum event_group {
	EVENT_OVERDUE,
	EVENT_DATED,  /* on a known day, or one of a written window */
	EVENT_UNDATED /* whenever somebody decides, within what the plan's orders leave */
};

struct event {
	const struct outlook *outlook; /* of its plan */
	const struct standing *standing;
	enum event_kind kind;
	enum event_group group;
	bool pressing;           /* it is undated, and the last day for it is no further off than rules.notice */
	struct plan_window days; /* the window of the one day that it is about */
};

/* What an agenda is limited to. All zero: everything. */
struct agenda_filter {
	size_t most;    /* at most so many events that are not overdue; 0: all */
	plan_day until; /* nothing that cannot be as early as this; 0 with `bounded` false: all */
	bool bounded;
	const char *body; /* the id of the body that holds it or writes it; NULL: any */
	unsigned kinds;   /* a bit for each enum plan_kind; 0: any */
	bool hearings;    /* of the phases only hearings */
	bool papers;      /* a paper that follows its meeting is an event of its own, too */
};

struct agenda {
	VEC(struct event) events; /* by group, then by time; the pressing among the dated, on their last day */
	size_t left_out;          /* how many `most` left out */
};

/* Adds a plan's events that pass the filter, in no order yet. The outlook outlives the agenda. */
enum plan_status agenda_add(struct agenda *agenda, const struct outlook *outlook,
							const struct agenda_filter *filter);

/* Puts all events in order and cuts what is too much. */
void agenda_finish(struct agenda *agenda, const struct agenda_filter *filter);

/* Frees the events; the agenda is empty again. */
void agenda_free(struct agenda *agenda);

/* The word that programs read: "meeting", "opens", "closes", "within", "due". Static, never translated. */
const char *event_name(enum event_kind kind);

/* "overdue", "dated", "undated". */
const char *event_group_name(enum event_group group);

#endif
