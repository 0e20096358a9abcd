#include "format/meaning.h"

#include "base/text.h"
#include "date/print.h"
#include "format/table.h"

static void add_part(struct buf *out, const char *text)
{
	if (out->length)
		buf_text(out, ", ");
	buf_text(out, text);
}

/* "one day of 11", "37 days", "30 to 37 days" */
static void add_days(struct buf *out, const struct meaning *meaning)
{
	struct buf part = {0};
	if (meaning->expr.kind == PLAN_DATE_WINDOW)
		buf_printf(&part, _("one day of %d"), (int)meaning->days_max);
	else if (meaning->days_min == meaning->days_max)
		buf_printf(&part, P_("%d day", "%d days", meaning->days_max), (int)meaning->days_max);
	else
		buf_printf(&part, _("%1$d to %2$d days"), (int)meaning->days_min, (int)meaning->days_max);
	add_part(out, buf_string(&part));
	out->failed |= part.failed;
	buf_free(&part);
}

/* "week 33", "weeks 33–38"; nothing for what is longer than half a year. */
static void add_weeks(struct buf *out, const struct meaning *meaning)
{
	enum { LONGEST = 183 };
	struct buf part = {0};
	struct plan_iso_week first = plan_day_iso_week(meaning->earliest),
						 last = plan_day_iso_week(meaning->latest);
	if (meaning->days_max > LONGEST)
		return;
	if (first.week == last.week)
		buf_printf(&part, _("week %d"), first.week);
	else
		buf_printf(&part, _("weeks %1$d–%2$d"), first.week, last.week);
	add_part(out, buf_string(&part));
	out->failed |= part.failed;
	buf_free(&part);
}

static void add_workdays(struct buf *out, const struct meaning *meaning)
{
	struct buf part = {0};
	if (meaning->workdays < 0)
		return;
	if (meaning->holiday)
		add_part(out, meaning->holiday);
	if (meaning->days_max == 1)
		buf_text(&part, meaning->workdays ? _("a working day") : _("no working day"));
	else
		buf_printf(&part, P_("%d working day", "%d working days", meaning->workdays), (int)meaning->workdays);
	add_part(out, buf_string(&part));
	out->failed |= part.failed;
	buf_free(&part);
}

static void add_doubts(struct buf *out, const struct plan_expr *expr)
{
	if (expr->qualifier & PLAN_DATE_UNCERTAIN)
		add_part(out, _("uncertain"));
	if (expr->qualifier & PLAN_DATE_APPROXIMATE)
		add_part(out, _("approximate"));
	if (expr->rolled)
		add_part(out, _("it ends in the year after it begins"));
}

static void add_row(struct table *table, const struct meaning *meaning)
{
	struct buf details = {0};
	if (meaning->days_max) {
		if (meaning->days_max > 1 || meaning->expr.kind == PLAN_DATE_PERIOD)
			add_days(&details, meaning);
		add_weeks(&details, meaning);
		add_workdays(&details, meaning);
	}
	add_doubts(&details, &meaning->expr);
	table_cell(table, STYLE_PLAIN, "%s", meaning->text);
	table_cell(table, STYLE_BOLD, "%s", expr_text(&meaning->expr).text);
	table_cell(table, STYLE_PLAIN, "%s", buf_string(&details));
	table->failed = table->failed || details.failed;
	buf_free(&details);
}

void meanings_screen(struct screen *screen, const struct meaning *meanings, size_t count)
{
	static const struct table_column columns[] = {
		{.weight = 2, .lines = 3, .least = 12},
		{.weight = 3, .lines = 3, .least = 20},
		{.weight = 2, .lines = 4, .least = 16},
	};
	struct table table;
	table_begin(&table, screen, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		if (meanings[i].understood)
			add_row(&table, &meanings[i]);
	table_end(&table);
}

void counted_days_text(struct buf *out, const struct counted_day *days, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (days[i].found)
			buf_printf(out, "%s\t%s, %s\n", day_text_iso(days[i].day).text, day_text(days[i].day).text,
					   week_text(days[i].day).text);
}

void holidays_text(struct buf *out, const struct plan_holiday *holidays, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_printf(out, "%s\t%s\n", day_text_iso(holidays[i].day).text, holidays[i].name);
}
