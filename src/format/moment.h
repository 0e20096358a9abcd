/*
 * When a step is, and how far away that is, in a few words.
 */
#ifndef FORMAT_MOMENT_H
#define FORMAT_MOMENT_H

#include "base/text.h"
#include "date/print.h"
#include "format/screen.h"
#include "query/outlook.h"

struct moment_text {
	char text[160];
};

/*
 * The days of a step as the timeline leaves them: "Mon 13 Aug 2018", "14 Aug – 19 Sep 2018"; "~ 21–31 Jan
 * 2019" where it is some day, or some days, within; "by Thu 11 Mar 2010" where nothing is written and it
 * could have begun.
 */
struct moment_text moment_when(const struct outlook *outlook, const struct standing *standing);

/* The same where there is little room: without the year when that is today's. */
struct moment_text moment_short(const struct outlook *outlook, const struct standing *standing);

/* The window of one day, in the same ways. */
struct moment_text moment_window(struct plan_window window, enum firmness firmness, plan_day today);
struct moment_text moment_window_short(struct plan_window window, enum firmness firmness, plan_day today);

/* A text that ends with a year, without it when it is today's. */
struct moment_text moment_without_year(const char *text, plan_day today);

/* How far away a step is: "done", "16 days left", "in 10 weeks", "21 days overdue", "within 3 days",
 * "cancelled". */
struct moment_text moment_distance(const struct outlook *outlook, const struct standing *standing);

/* The same for the window of one day: "today", "tomorrow", "in 9 days", "within 8 days". */
struct moment_text moment_until(struct plan_window window, enum firmness firmness, plan_day today);

/* "1 day", "18 days"; the sign is dropped. */
struct moment_text moment_days(int32_t days);

/* The mark of a state, a word for it, and the style that both have. */
const char *state_mark(enum step_state state);
const char *state_label(enum step_state state);
enum style state_style(enum step_state state);

/* The label of who holds a step: its bodies' short names or names; empty for none. */
void bodies_text(struct buf *out, const struct plan_step *step);

#endif
