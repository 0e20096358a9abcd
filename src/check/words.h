/*
 * How findings name things: steps, their first and last days, amounts of time.
 *
 * The texts are returned by value and live to the end of the full expression, as those of date/print.h. They
 * are noun phrases in the user's language, to be put into whole sentences.
 */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include <plan/model.h>

struct name_text {
	char text[512];
};

struct amount_text {
	char text[64];
};

/* “2. behandling af politikken” (biu-2). A long title is cut with an ellipsis. */
struct name_text name_text(const struct plan_entry *entry);

/* The same for the first or last day of something: "the end of “Ekstern høring” (hearing)"; for what has only
 * one day, its name. */
struct name_text point_text(const struct plan_entry *entry, bool at_end);

/* The same with another name: "the end of hearing". */
struct name_text point_named(const struct plan_entry *entry, bool at_end, const char *name);

/* A title alone, in quotation marks, cut as in name_text. */
struct name_text quoted_text(const char *title);

/* "2 weeks", "1 month", "4 working days"; the sign is dropped. */
struct amount_text amount_text(struct plan_lag lag);

/* "1 day", "18 days". */
struct amount_text days_text(int32_t days);

/* What kind of days a step has, for sentences that differ with it. */
enum step_form { FORM_MEETING, FORM_PHASE, FORM_DOCUMENT, FORM_COUNT };

/* A meeting of several days counts as a phase: it starts and ends. */
enum step_form step_form(const struct plan_step *step);

/* Whether a step has a written date at all: date, start, end, due or held. */
bool step_is_dated(const struct plan_step *step);

/* Whether a step is over: held, or marked as done. */
static inline bool step_is_done(const struct plan_step *step)
{
	return step->status == PLAN_DONE;
}

static inline bool step_is_cancelled(const struct plan_step *step)
{
	return step->status == PLAN_CANCELLED;
}

/* The place of a step's written date: where it ends before where it starts; of its id when it has none. */
struct plan_span step_date_span(const struct plan_step *step);

#endif
