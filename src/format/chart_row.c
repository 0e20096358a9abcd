#include "format/chart_row.h"

#include "base/text.h"
#include "format/moment.h"

static const struct {
	const char *text, *meaning;
} glyphs[GLYPH_COUNT] = {
	[GLYPH_EMPTY] = {" ", NULL},
	[GLYPH_CLOSED] = {"╱", N_("recess or holidays")},
	[GLYPH_ROOM] = {"·", N_("room that is left")},
	[GLYPH_TODAY] = {"│", N_("today")},
	[GLYPH_DEADLINE] = {"┃", N_("deadline")},
	[GLYPH_IMPRECISE] = {"░", N_("not known which day")},
	[GLYPH_PHASE] = {"━", N_("phase")},
	[GLYPH_HEARING] = {"█", N_("hearing")},
	[GLYPH_DOCUMENT] = {"▪", N_("document due")},
	[GLYPH_EARLIEST] = {"○", N_("earliest day of a meeting")},
	[GLYPH_MEETING] = {"●", N_("meeting")},
	[GLYPH_BEFORE] = {"‹", N_("before the days shown")},
	[GLYPH_AFTER] = {"›", N_("after the days shown")},
};

const char *glyph_text(enum glyph glyph)
{
	return glyphs[glyph].text;
}

const char *glyph_meaning(enum glyph glyph)
{
	return _(glyphs[glyph].meaning);
}

/* Whether most of the weekdays that a column shows are no meeting days. */
static bool is_closed(const struct axis *axis, const struct plan *plan, size_t column)
{
	struct plan_window days = axis_days(axis, column);
	int open = 0, closed = 0;
	for (plan_day day = days.earliest; day <= days.latest; day++) {
		if (plan->weekend >> plan_day_weekday(day) & 1)
			continue;
		if (plan_calendar_is_meeting_day(plan->calendar, day))
			open++;
		else
			closed++;
	}
	return closed > open;
}

static void set(struct cell *cell, enum glyph glyph, enum style style)
{
	*cell = (struct cell){(uint8_t)glyph, (uint8_t)style};
}

/* Draws a glyph on one day, if the axis has it; over what ranks below it only. */
static void mark_day(struct cell *cells, const struct axis *axis, plan_day day, enum glyph glyph,
					 enum style style)
{
	if (day < axis->from || day > axis->to)
		return;
	struct cell *cell = &cells[axis_column(axis, day)];
	if (cell->glyph < glyph)
		set(cell, glyph, style);
}

/* Draws a glyph on all days from..to that the axis has; over what ranks below it only. */
static void mark_days(struct cell *cells, const struct axis *axis, plan_day from, plan_day to,
					  enum glyph glyph, enum style style)
{
	if (from > to || from > axis->to || to < axis->from)
		return;
	size_t last = axis_last_column(axis, to < axis->to ? to : axis->to);
	for (size_t i = axis_column(axis, from > axis->from ? from : axis->from); i <= last; i++)
		if (cells[i].glyph < glyph)
			set(&cells[i], glyph, style);
}

void chart_ground(struct cell *cells, const struct axis *axis, const struct outlook *outlook)
{
	const struct plan_deadline *approval = outlook->timeline->approval;
	for (size_t i = 0; i < axis->columns; i++)
		set(&cells[i], is_closed(axis, outlook->plan, i) ? GLYPH_CLOSED : GLYPH_EMPTY, STYLE_DIM);
	mark_day(cells, axis, outlook->today, GLYPH_TODAY, STYLE_NOW);
	if (approval)
		mark_day(cells, axis, approval->by, GLYPH_DEADLINE, STYLE_WARN);
}

static void draw_bar(struct cell *cells, const struct axis *axis, const struct standing *standing,
					 enum style style)
{
	enum glyph glyph = standing->step->hearing ? GLYPH_HEARING : GLYPH_PHASE;
	mark_days(cells, axis, standing->start.latest, standing->end.earliest, glyph, style);
}

static void draw_point(struct cell *cells, const struct axis *axis, const struct outlook *outlook,
					   const struct standing *standing)
{
	enum style style = state_style(standing->state);
	bool one_column = standing->step->days == 1 && axis->columns <= (size_t)(axis->to - axis->from) + 1;
	if (standing->step->entry.kind == PLAN_KIND_DOCUMENT)
		mark_day(cells, axis, standing->end.latest, GLYPH_DOCUMENT, style);
	else if (!plan_window_is_day(standing->start))
		mark_day(cells, axis, standing_first_day(standing, outlook->today), GLYPH_EARLIEST, style);
	else if (one_column)
		mark_day(cells, axis, standing->start.earliest, GLYPH_MEETING, style);
	else
		mark_days(cells, axis, standing->start.earliest, standing->end.latest, GLYPH_MEETING, style);
}

/* Room is what the step could still slip; of a step that is done nobody asks. */
static void draw_room(struct cell *cells, const struct axis *axis, const struct outlook *outlook,
					  const struct standing *standing)
{
	const struct plan_times *times = &outlook->timeline->times[standing->step->number];
	if (standing->state == STATE_DONE || times->latest_end == PLAN_DAY_OPEN_END)
		return;
	if (standing->end.latest < times->latest_end)
		mark_days(cells, axis, standing->end.latest + 1, times->latest_end, GLYPH_ROOM, STYLE_DIM);
}

bool chart_is_before(const struct axis *axis, const struct standing *standing)
{
	return standing->end.latest < axis->from;
}

bool chart_is_after(const struct axis *axis, const struct standing *standing, plan_day today)
{
	return standing_first_day(standing, today) > axis->to;
}

void chart_beside(struct cell *cells, const struct axis *axis, bool before)
{
	if (before)
		set(&cells[0], GLYPH_BEFORE, STYLE_DIM);
	else
		set(&cells[axis->columns - 1], GLYPH_AFTER, STYLE_DIM);
}

/* The days on which it may lie; one of them at least, although today's line or a deadline runs through it. */
static void draw_imprecise(struct cell *cells, const struct axis *axis, const struct outlook *outlook,
						   const struct standing *standing, enum style style)
{
	plan_day first = standing_first_day(standing, outlook->today);
	mark_days(cells, axis, first, standing->end.latest, GLYPH_IMPRECISE, style);
	for (size_t i = 0; i < axis->columns; i++)
		if (cells[i].glyph == GLYPH_IMPRECISE || cells[i].glyph > GLYPH_DEADLINE)
			return;
	plan_day seen = first > axis->from ? first : axis->from;
	set(&cells[axis_column(axis, seen)], GLYPH_IMPRECISE, style);
}

void chart_step(struct cell *cells, const struct axis *axis, const struct outlook *outlook,
				const struct standing *standing)
{
	enum style style = state_style(standing->state);
	const struct plan_date *deadline = standing->step->deadline;
	if (deadline)
		mark_day(cells, axis, deadline->expr.end.latest, GLYPH_DEADLINE, STYLE_WARN);
	draw_room(cells, axis, outlook, standing);
	if (chart_is_before(axis, standing) || chart_is_after(axis, standing, outlook->today)) {
		chart_beside(cells, axis, chart_is_before(axis, standing));
		return;
	}
	if (standing->step->entry.kind == PLAN_KIND_PHASE)
		draw_bar(cells, axis, standing, style);
	else
		draw_point(cells, axis, outlook, standing);
	if (standing->firmness != FIRM_KNOWN && standing->step->entry.kind != PLAN_KIND_DOCUMENT)
		draw_imprecise(cells, axis, outlook, standing,
					   style == STYLE_PLAIN || style == STYLE_BOLD ? STYLE_DIM : style);
}
