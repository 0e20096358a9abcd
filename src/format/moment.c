#include "format/moment.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* How a number of days is told, and in which sentence. */
enum tense { IN, WITHIN, LEFT, OVERDUE, TENSE_COUNT };
enum scale { DAYS, WEEKS, MONTHS, YEARS, SCALE_COUNT };

static const char *const amounts[TENSE_COUNT][SCALE_COUNT][2] = {
	[IN] = {NP_("in %d day", "in %d days"), NP_("in %d week", "in %d weeks"),
			NP_("in %d month", "in %d months"), NP_("in %d year", "in %d years")},
	[WITHIN] = {NP_("within %d day", "within %d days"), NP_("within %d week", "within %d weeks"),
				NP_("within %d month", "within %d months"), NP_("within %d year", "within %d years")},
	[LEFT] = {NP_("%d day left", "%d days left"), NP_("%d week left", "%d weeks left"),
			  NP_("%d month left", "%d months left"), NP_("%d year left", "%d years left")},
	[OVERDUE] = {NP_("%d day overdue", "%d days overdue"), NP_("%d week overdue", "%d weeks overdue"),
				 NP_("%d month overdue", "%d months overdue"), NP_("%d year overdue", "%d years overdue")},
};

/* Days are counted up to three weeks, weeks up to a year, months up to two; further away it is a matter of
 * years. */
static const struct {
	int below, divisor;
} scales[SCALE_COUNT] = {
	[DAYS] = {21, 100}, [WEEKS] = {365, 700}, [MONTHS] = {730, 3044}, [YEARS] = {INT_MAX, 36525}};

static struct moment_text amount(enum tense tense, plan_day from, plan_day to)
{
	struct moment_text out;
	int64_t days = (int64_t)to - from;
	enum scale scale = DAYS;
	while (days >= scales[scale].below)
		scale++;
	int count = (int)((days * 100 + scales[scale].divisor / 2) / scales[scale].divisor);
	const char *const *forms = amounts[tense][scale];
	snprintf(out.text, sizeof out.text, P_(forms[0], forms[1], count), count);
	return out;
}

static struct moment_text said(const char *text)
{
	struct moment_text out;
	snprintf(out.text, sizeof out.text, "%s", text);
	return out;
}

struct moment_text moment_days(int32_t days)
{
	struct moment_text out;
	int count = days < 0 ? -days : days;
	snprintf(out.text, sizeof out.text, P_("%d day", "%d days", count), count);
	return out;
}

struct moment_text moment_window(struct plan_window window, enum firmness firmness, plan_day today)
{
	struct moment_text out;
	bool from_open = window.earliest == PLAN_DAY_OPEN_START, to_open = window.latest == PLAN_DAY_OPEN_END;
	bool firm = firmness == FIRM_KNOWN || plan_window_is_day(window);
	if (from_open && to_open)
		return said(_("no date"));
	if (!firm && firmness == FIRM_UNDATED && window.earliest <= today && !to_open)
		snprintf(out.text, sizeof out.text, _("by %s"), day_text(window.latest).text);
	else if (firm || from_open || to_open)
		snprintf(out.text, sizeof out.text, "%s", window_text(window).text);
	else
		snprintf(out.text, sizeof out.text, _("~ %s"), window_text(window).text);
	return out;
}

struct moment_text moment_when(const struct outlook *outlook, const struct standing *standing)
{
	const struct plan_step *step = standing->step;
	struct plan_window whole = {standing->start.earliest, standing->end.latest};
	if (standing->state == STATE_CANCELLED)
		return said(step->date ? expr_text(&step->date->expr).text : "");
	if (standing->state == STATE_DONE &&
		(standing->firmness == FIRM_UNDATED || whole.earliest == PLAN_DAY_OPEN_START))
		return said(""); /* what its order leaves says nothing of when it was */
	if (step->entry.kind == PLAN_KIND_DOCUMENT && standing->firmness == FIRM_UNDATED)
		whole.earliest = PLAN_DAY_OPEN_START; /* what matters of a paper is when it must be there */
	return moment_window(whole, standing->firmness, outlook->today);
}

/* Takes ` 2018` out of a text wherever it ends a word. */
static void remove_year(char *text, const char *year)
{
	size_t size = strlen(year);
	for (char *at = text; (at = strstr(at, year)) != NULL;) {
		if (at[size] && at[size] != ' ')
			at += size;
		else
			memmove(at, at + size, strlen(at + size) + 1);
	}
}

struct moment_text moment_without_year(const char *text, plan_day today)
{
	char year[16];
	struct moment_text out = said(text);
	int size = snprintf(year, sizeof year, " %d", plan_day_to_civil(today).year);
	size_t length = strlen(out.text);
	if (length > (size_t)size && !strcmp(out.text + length - (size_t)size, year))
		remove_year(out.text, year);
	return out;
}

struct moment_text moment_window_short(struct plan_window window, enum firmness firmness, plan_day today)
{
	return moment_without_year(moment_window(window, firmness, today).text, today);
}

struct moment_text moment_short(const struct outlook *outlook, const struct standing *standing)
{
	return moment_without_year(moment_when(outlook, standing).text, outlook->today);
}

struct moment_text moment_until(struct plan_window window, enum firmness firmness, plan_day today)
{
	bool known = firmness == FIRM_KNOWN || plan_window_is_day(window);
	if (window.earliest == PLAN_DAY_OPEN_START && window.latest == PLAN_DAY_OPEN_END)
		return said("");
	if (window.latest < today)
		return amount(OVERDUE, window.latest, today);
	if (known && window.latest == today)
		return said(_("today"));
	if (known && window.latest == today + 1)
		return said(_("tomorrow"));
	if (known)
		return amount(IN, today, window.latest);
	if (window.earliest > today)
		return amount(IN, today, window.earliest);
	if (window.latest != PLAN_DAY_OPEN_END)
		return amount(firmness == FIRM_UNDATED ? LEFT : WITHIN, today, window.latest);
	return said("");
}

static struct moment_text remaining(const struct standing *standing, plan_day today)
{
	if (standing->end.latest == PLAN_DAY_OPEN_END)
		return said(_("under way"));
	if (standing->start.earliest == today && standing->end.latest == today)
		return said(_("today"));
	if (standing->end.latest == today)
		return said(_("last day"));
	return amount(LEFT, today, standing->end.latest);
}

struct moment_text moment_distance(const struct outlook *outlook, const struct standing *standing)
{
	bool document = standing->step->entry.kind == PLAN_KIND_DOCUMENT;
	switch (standing->state) {
	case STATE_DONE: return said(_("done"));
	case STATE_CANCELLED: return said(_("cancelled"));
	case STATE_OVERDUE: return amount(OVERDUE, standing->end.latest, outlook->today);
	case STATE_NOW: return remaining(standing, outlook->today);
	default: break;
	}
	struct plan_window days = document ? standing->end : standing->start;
	if (document && standing->firmness == FIRM_UNDATED)
		days.earliest = PLAN_DAY_OPEN_START;
	return moment_until(days, standing->firmness, outlook->today);
}

static const struct {
	const char *mark, *label;
	enum style style;
} states[STATE_COUNT] = {
	[STATE_DONE] = {"✓", N_("done"), STYLE_GOOD},      [STATE_NOW] = {"▶", N_("under way"), STYLE_NOW},
	[STATE_NEXT] = {"→", N_("next"), STYLE_BOLD},      [STATE_TO_COME] = {"○", N_("to come"), STYLE_PLAIN},
	[STATE_OVERDUE] = {"▲", N_("overdue"), STYLE_BAD}, [STATE_CANCELLED] = {"✗", N_("cancelled"), STYLE_DIM},
};

const char *state_mark(enum step_state state)
{
	return states[state].mark;
}

const char *state_label(enum step_state state)
{
	return _(states[state].label);
}

enum style state_style(enum step_state state)
{
	return states[state].style;
}

void bodies_text(struct buf *out, const struct plan_step *step)
{
	for (size_t i = 0; i < step->bodies.count; i++) {
		buf_text(out, i ? ", " : "");
		buf_text(out, plan_body_label((const struct plan_body *)step->bodies.at[i].entry));
	}
	if (!step->bodies.count && plan_step_owner(step))
		buf_text(out, plan_body_label((const struct plan_body *)plan_step_owner(step)->entry));
}
