#include "format/axis.h"

#include "base/text.h"
#include "date/print.h"

#include <stdio.h>
#include <string.h>

enum { MONTH_DAYS_MIN = 28, WEEK_COLUMNS = 3, WEEK_STEP_MAX = 4, YEAR_MONTHS = 12 };

static int64_t span(const struct axis *axis)
{
	return (int64_t)axis->to - axis->from + 1;
}

size_t axis_column(const struct axis *axis, plan_day day)
{
	return (size_t)(((int64_t)day - axis->from) * (int64_t)axis->columns / span(axis));
}

size_t axis_last_column(const struct axis *axis, plan_day day)
{
	return (size_t)((((int64_t)day - axis->from + 1) * (int64_t)axis->columns - 1) / span(axis));
}

struct plan_window axis_days(const struct axis *axis, size_t column)
{
	int64_t columns = (int64_t)axis->columns, at = (int64_t)column;
	return (struct plan_window){
		.earliest = axis->from + (plan_day)(at * span(axis) / columns),
		.latest = axis->from + (plan_day)(((at + 1) * span(axis) - 1) / columns),
	};
}

/* The first of the month that a day lies in. */
static plan_day month_start(plan_day day)
{
	return day - plan_day_to_civil(day).day + 1;
}

static plan_day next_month(plan_day day)
{
	struct plan_civil civil = plan_day_to_civil(day);
	return month_start(day) + plan_month_days(civil.year, civil.month);
}

bool axis_begins_month(const struct axis *axis, size_t column)
{
	struct plan_window days = axis_days(axis, column);
	plan_day start = next_month(days.earliest - 1);
	return start <= days.latest && axis_column(axis, start) == column;
}

/* How wide the widest name of a month is, with a blank after it. */
static int month_columns(void)
{
	size_t widest = 0;
	for (int month = 1; month <= YEAR_MONTHS; month++) {
		size_t width = text_width(month_name_short(month), strlen(month_name_short(month)));
		widest = width > widest ? width : widest;
	}
	return (int)widest + 1;
}

/* Every how many months one is named, so that each name has room. */
static int month_step(const struct axis *axis)
{
	static const int steps[] = {1, 2, 3, 6};
	int least = month_columns();
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (INT64_C(1) * MONTH_DAYS_MIN * steps[i] * (int64_t)axis->columns / span(axis) >= least)
			return steps[i];
	return YEAR_MONTHS;
}

struct tick_name {
	char text[48];
};

static bool fits(const struct tick_name *name, size_t room)
{
	return text_width(name->text, strlen(name->text)) < room;
}

/* The name of a month, with its year where `with_year`. */
static struct tick_name tick_name(plan_day day, bool with_year)
{
	struct plan_civil civil = plan_day_to_civil(day);
	struct tick_name name;
	snprintf(name.text, sizeof name.text, with_year ? "%s %d" : "%s", month_name_short(civil.month),
			 civil.year);
	return name;
}

static struct tick_name year_name(plan_day day)
{
	struct tick_name name;
	snprintf(name.text, sizeof name.text, "%d", plan_day_to_civil(day).year);
	return name;
}

/*
 * The name of a month in less than `room` columns, with the year where that is new and there is room for it;
 * where there is none, the year stands for January. Empty when nothing fits.
 */
static struct tick_name fitting_name(plan_day day, size_t room, bool with_year)
{
	struct tick_name name = tick_name(day, with_year);
	if (with_year && !fits(&name, room) && plan_day_to_civil(day).month == 1)
		name = year_name(day);
	if (!fits(&name, room))
		name = tick_name(day, false);
	if (!fits(&name, room))
		*name.text = '\0';
	return name;
}

/* The first day of the next month that is named. */
static plan_day next_named(plan_day day, int step)
{
	do
		day = next_month(day);
	while ((plan_day_to_civil(day).month - 1) % step);
	return day;
}

/* The columns from a day to the next that is named, or to the end and one more. */
static size_t room_for(const struct axis *axis, plan_day day, plan_day next)
{
	return (next <= axis->to ? axis_column(axis, next) : axis->columns + 1) - axis_column(axis, day);
}

/* Whether any of the names has room for its year; January may give way to it. */
static bool tells_year(const struct axis *axis, int step)
{
	for (plan_day day = axis->from, next; day <= axis->to; day = next) {
		struct tick_name name = plan_day_to_civil(day).month == 1 ? year_name(day) : tick_name(day, true);
		next = next_named(day, step);
		if (fits(&name, room_for(axis, day, next)))
			return true;
	}
	return false;
}

/* Leaves the second name out where the first tells the year then. */
static plan_day next_with_year(const struct axis *axis, plan_day next, int step)
{
	struct tick_name name = tick_name(axis->from, true);
	plan_day after = next_named(next, step);
	return fits(&name, room_for(axis, axis->from, after)) ? after : next;
}

/* Each January tells its year, and the first name where it has room; without a January the first that has,
 * or, where none has, the first in the place of the second. */
static void put_months(struct screen *screen, const struct axis *axis, size_t left)
{
	int step = month_step(axis);
	bool told = false, room = tells_year(axis, step);
	bool one_year = plan_day_to_civil(axis->from).year == plan_day_to_civil(axis->to).year;
	for (plan_day day = axis->from, next; day <= axis->to; day = next) {
		int month = plan_day_to_civil(day).month;
		next = next_named(day, step);
		if (day == axis->from && !room)
			next = next_with_year(axis, next, step);
		struct tick_name name = fitting_name(day, room_for(axis, day, next),
											 month == 1 || (!told && (one_year || day == axis->from)));
		if (!*name.text)
			continue;
		screen_to(screen, left + axis_column(axis, day));
		screen_put(screen, STYLE_DIM, name.text);
		told = told || strcmp(name.text, month_name_short(month)) != 0;
	}
	screen_end(screen);
}

static void put_weeks(struct screen *screen, const struct axis *axis, size_t left, const char *word)
{
	int step = 1;
	while (step <= WEEK_STEP_MAX && INT64_C(7) * step * (int64_t)axis->columns / span(axis) < WEEK_COLUMNS)
		step *= 2;
	if (!axis->weeks || step > WEEK_STEP_MAX)
		return;
	size_t width = text_width(word, strlen(word));
	if (left > width + 1)
		screen_to(screen, left - width - 1);
	screen_put(screen, STYLE_DIM, word);
	plan_day monday = axis->from + (7 - (int)plan_day_weekday(axis->from)) % 7;
	for (; monday <= axis->to; monday += 7) {
		int week = plan_day_iso_week(monday).week;
		size_t column = left + axis_column(axis, monday);
		if ((week - 1) % step || column + 2 > left + axis->columns || column <= screen->column)
			continue;
		screen_to(screen, column);
		screen_printf(screen, STYLE_DIM, "%d", week);
	}
	screen_end(screen);
}

void axis_heading(struct screen *screen, const struct axis *axis, size_t left, const char *word)
{
	put_months(screen, axis, left);
	put_weeks(screen, axis, left, word);
}
