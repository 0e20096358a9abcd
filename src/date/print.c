#include "date/print.h"

#include "base/text.h"

#include <stdio.h>

static const char *const weekdays[] = {
	N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
};

static const char *const weekdays_short[] = {
	N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static const char *const months[] = {
	N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
	N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char *const months_short[] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

const char *weekday_name(enum plan_weekday weekday)
{
	return _(weekdays[weekday]);
}

const char *weekday_name_short(enum plan_weekday weekday)
{
	return _(weekdays_short[weekday]);
}

const char *month_name(int month)
{
	return _(months[month - 1]);
}

const char *month_name_short(int month)
{
	return _(months_short[month - 1]);
}

static bool is_open(plan_day day)
{
	return day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
}

struct day_text day_text(plan_day day)
{
	struct day_text out;
	struct plan_civil civil = plan_day_to_civil(day);
	if (is_open(day))
		snprintf(out.text, sizeof out.text, "%s", _("open"));
	else
		/* TRANSLATORS: weekday, day, month, year; Danish "%1$s %2$d. %3$s %4$d" */
		snprintf(out.text, sizeof out.text, _("%1$s %2$d %3$s %4$d"),
				 weekday_name_short(plan_day_weekday(day)), civil.day, month_name_short(civil.month),
				 civil.year);
	return out;
}

struct day_text day_text_short(plan_day day)
{
	struct day_text out;
	struct plan_civil civil = plan_day_to_civil(day);
	if (is_open(day))
		snprintf(out.text, sizeof out.text, "%s", _("open"));
	else
		/* TRANSLATORS: weekday, day, month; Danish "%1$s %2$d. %3$s" */
		snprintf(out.text, sizeof out.text, _("%1$s %2$d %3$s"), weekday_name_short(plan_day_weekday(day)),
				 civil.day, month_name_short(civil.month));
	return out;
}

struct day_text day_text_long(plan_day day)
{
	struct day_text out;
	struct plan_civil civil = plan_day_to_civil(day);
	if (is_open(day))
		snprintf(out.text, sizeof out.text, "%s", _("open"));
	else
		/* TRANSLATORS: day, month in full, year; Danish "%1$d. %2$s %3$d" */
		snprintf(out.text, sizeof out.text, _("%1$d %2$s %3$d"), civil.day, month_name(civil.month),
				 civil.year);
	return out;
}

struct day_text day_text_iso(plan_day day)
{
	struct day_text out = {{0}};
	struct plan_civil civil = plan_day_to_civil(day);
	if (!is_open(day))
		snprintf(out.text, sizeof out.text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	return out;
}

struct day_text week_text(plan_day day)
{
	struct day_text out;
	if (is_open(day))
		snprintf(out.text, sizeof out.text, "%s", _("open"));
	else
		snprintf(out.text, sizeof out.text, _("week %d"), plan_day_iso_week(day).week);
	return out;
}

static struct window_text range_text(plan_day first, plan_day last)
{
	struct window_text out;
	struct plan_civil a = plan_day_to_civil(first), b = plan_day_to_civil(last);
	const char *from = month_name_short(a.month), *to = month_name_short(b.month);
	if (a.year != b.year)
		/* TRANSLATORS: day, month, year twice; Danish "%1$d. %2$s %3$d – %4$d. %5$s %6$d" */
		snprintf(out.text, sizeof out.text, _("%1$d %2$s %3$d – %4$d %5$s %6$d"), a.day, from, a.year, b.day,
				 to, b.year);
	else if (a.month != b.month)
		/* TRANSLATORS: day, month, day, month, year; Danish "%1$d. %2$s – %3$d. %4$s %5$d" */
		snprintf(out.text, sizeof out.text, _("%1$d %2$s – %3$d %4$s %5$d"), a.day, from, b.day, to, b.year);
	else
		/* TRANSLATORS: day, day, month, year; Danish "%1$d.–%2$d. %3$s %4$d" */
		snprintf(out.text, sizeof out.text, _("%1$d–%2$d %3$s %4$d"), a.day, b.day, from, b.year);
	return out;
}

struct window_text window_text(struct plan_window window)
{
	struct window_text out;
	bool no_first = is_open(window.earliest), no_last = is_open(window.latest);
	if (no_first && no_last)
		snprintf(out.text, sizeof out.text, "%s", _("any day"));
	else if (no_first)
		snprintf(out.text, sizeof out.text, _("until %s"), day_text(window.latest).text);
	else if (no_last)
		snprintf(out.text, sizeof out.text, _("from %s"), day_text(window.earliest).text);
	else if (plan_window_is_day(window))
		snprintf(out.text, sizeof out.text, "%s", day_text(window.earliest).text);
	else
		return range_text(window.earliest, window.latest);
	return out;
}

/* Of an end of a period, which is open on both sides or on none. */
static bool is_imprecise(struct plan_window window)
{
	return !plan_window_is_day(window) && !is_open(window.earliest);
}

struct window_text expr_text(const struct plan_expr *expr)
{
	if (expr->kind == PLAN_DATE_WINDOW || (!is_imprecise(expr->start) && !is_imprecise(expr->end)))
		return window_text((struct plan_window){expr->start.earliest, expr->end.latest});
	struct window_text out;
	if (is_open(expr->end.latest))
		snprintf(out.text, sizeof out.text, _("from %s"), window_text(expr->start).text);
	else if (is_open(expr->start.earliest))
		snprintf(out.text, sizeof out.text, _("until %s"), window_text(expr->end).text);
	else
		/* TRANSLATORS: when a period starts and when it ends, each a day or a range of days */
		snprintf(out.text, sizeof out.text, _("from %1$s to %2$s"), window_text(expr->start).text,
				 window_text(expr->end).text);
	return out;
}
