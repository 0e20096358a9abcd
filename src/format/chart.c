#include "format/chart.h"

#include "base/text.h"
#include "format/axis.h"
#include "format/chart_row.h"
#include "format/moment.h"
#include "format/verdict.h"

#include <assert.h>
#include <string.h>

enum {
	LABEL_MIN = 16,
	INDENT = 2,       /* of what belongs to a phase */
	TAIL_COLUMNS = 3, /* a blank, the critical mark, a blank */
	WHEN_FROM = 120,  /* the width from which the days are written out */
	WEEK_COLUMNS = 3, /* of a week, where each is numbered */
	TODAY_NEAR = 45,  /* how many days outside the plan today is still drawn */
	PAST_SHARE = 3,   /* the past may take a third of what the rest takes */
	MONTHS_FROM = 45, /* how many days an axis has that begins and ends with whole months */
	LINES_MAX = 50000 /* in several parts; nobody reads so many, and a few centuries of weeks take millions */
};

struct chart {
	struct screen *screen;
	const struct outlook *outlook;
	const struct lanes *lanes;
	size_t mark, label, when; /* columns of a step's mark, of its label, of its days written out */
	size_t left;              /* columns before the axis */
	struct cell *ground, *cells;
	bool used[GLYPH_COUNT], critical;
};

static const char *const critical_mark = "*";

static bool is_known(plan_day day)
{
	return day != PLAN_DAY_OPEN_START && day != PLAN_DAY_OPEN_END;
}

static void widen(struct plan_window *window, plan_day day)
{
	if (!is_known(day))
		return;
	if (day < window->earliest)
		window->earliest = day;
	if (day > window->latest)
		window->latest = day;
}

static bool is_over(const struct standing *standing)
{
	return standing->state == STATE_DONE && is_known(standing->end.latest);
}

/* All days of the steps that are over, or of those that are not; empty (latest before earliest) when there
 * are none. */
static struct plan_window days_of(const struct chart *chart, bool over)
{
	struct plan_window days = {PLAN_DAY_OPEN_END, PLAN_DAY_OPEN_START};
	for (size_t i = 0; i < chart->lanes->rows.count; i++) {
		const struct standing *standing = chart->lanes->rows.at[i].standing;
		if (!standing || is_over(standing) != over)
			continue;
		if (standing->state != STATE_DONE)
			widen(&days, standing_first_day(standing, chart->outlook->today));
		widen(&days,
			  standing->end.earliest > chart->outlook->today ? standing->end.earliest : PLAN_DAY_OPEN_START);
		widen(&days, standing->end.latest);
	}
	return days;
}

/*
 * All days that the chart shows unless it is told which; empty when there are none. What is over long before
 * the rest, and would take most of the width, is left before the axis.
 */
static struct plan_window find_extent(const struct chart *chart)
{
	struct plan_window extent = days_of(chart, false), past = days_of(chart, true);
	plan_day today = chart->outlook->today;
	if (chart->outlook->timeline->approval)
		widen(&extent, chart->outlook->timeline->approval->by);
	if (extent.earliest <= extent.latest && today >= extent.earliest - TODAY_NEAR &&
		today <= extent.latest + TODAY_NEAR)
		widen(&extent, today);
	bool long_past = extent.earliest <= extent.latest && past.earliest < extent.earliest &&
					 extent.earliest - past.earliest > (extent.latest - extent.earliest) / PAST_SHARE;
	if (!long_past) {
		widen(&extent, past.earliest);
		widen(&extent, past.latest);
	}
	return extent;
}

/* Begins and ends with whole weeks, or whole months where many days are drawn. */
static struct plan_window round_out(struct plan_window days, const struct chart_options *options)
{
	bool months = options->scale != CHART_WEEKS && days.latest - days.earliest >= MONTHS_FROM;
	struct plan_civil first = plan_day_to_civil(days.earliest), last = plan_day_to_civil(days.latest);
	if (!options->has_from || options->scale == CHART_WEEKS)
		days.earliest -= months ? first.day - 1 : (int)plan_day_weekday(days.earliest);
	if (!options->has_to || options->scale == CHART_WEEKS)
		days.latest += months ? plan_month_days(last.year, last.month) - last.day
							  : 6 - (int)plan_day_weekday(days.latest);
	return days;
}

static size_t width_of(const struct chart *chart, const char *text)
{
	return screen_width(chart->screen, text, strlen(text));
}

/* How wide labels and written days are. */
static void measure(struct chart *chart)
{
	size_t width = chart->screen->width, longest = LABEL_MIN;
	for (size_t i = 0; i < chart->lanes->rows.count; i++) {
		const struct lane_row *row = &chart->lanes->rows.at[i];
		if (!row->standing)
			continue;
		size_t label = width_of(chart, row->standing->step->entry.title) + (row->inside ? INDENT : 0);
		size_t when = width_of(chart, moment_when(chart->outlook, row->standing).text);
		longest = label > longest ? label : longest;
		if (width >= WHEN_FROM && when > chart->when)
			chart->when = when;
	}
	for (int state = 0; state < STATE_COUNT; state++) {
		size_t mark = width_of(chart, state_mark((enum step_state)state)) + 1;
		chart->mark = mark > chart->mark ? mark : chart->mark;
	}
	size_t taken = chart->mark + TAIL_COLUMNS;
	size_t most = width * 2 / 5 > taken + LABEL_MIN ? width * 2 / 5 - taken : LABEL_MIN;
	chart->label = longest < most ? longest : most;
	chart->left = chart->mark + chart->label + (chart->when ? chart->when + 2 : 0) + TAIL_COLUMNS;
}

/* The cells, those of one style at a time. */
static void put_cells(struct chart *chart, const struct axis *axis, const struct cell *cells)
{
	screen_to(chart->screen, chart->left);
	for (size_t i = 0, end; i < axis->columns; i = end) {
		struct buf run = {0};
		for (end = i; end < axis->columns && cells[end].style == cells[i].style; end++) {
			buf_text(&run, glyph_text(cells[end].glyph));
			chart->used[cells[end].glyph] = true;
		}
		screen_add(chart->screen, cells[i].style, buf_string(&run), run.length);
		chart->screen->out->failed |= run.failed;
		buf_free(&run);
	}
	screen_end(chart->screen);
}

static void put_heading(struct chart *chart, const struct axis *axis, const struct lane_row *row)
{
	const char *title = row->track ? row->track->entry.title : _("Outside the tracks");
	screen_fit(chart->screen, STYLE_BOLD, title, chart->left - TAIL_COLUMNS);
	put_cells(chart, axis, chart->ground);
}

static void put_step(struct chart *chart, const struct axis *axis, const struct lane_row *row)
{
	const struct standing *standing = row->standing;
	const struct plan_times *times = &chart->outlook->timeline->times[standing->step->number];
	size_t indent = row->inside ? INDENT : 0;
	struct screen *screen = chart->screen;
	screen_put(screen, state_style(standing->state), state_mark(standing->state));
	screen_to(screen, chart->mark + indent);
	screen_fit(screen, times->critical ? STYLE_BOLD : STYLE_PLAIN, standing->step->entry.title,
			   chart->label - indent);
	if (chart->when) {
		screen_to(screen, chart->mark + chart->label + 2);
		screen_fit(screen, STYLE_DIM, moment_when(chart->outlook, standing).text, chart->when);
	}
	if (times->critical) {
		screen_to(screen, chart->left - 2);
		screen_put(screen, STYLE_BOLD, critical_mark);
		chart->critical = true;
	}
	memcpy(chart->cells, chart->ground, axis->columns * sizeof *chart->cells);
	chart_step(chart->cells, axis, chart->outlook, standing);
	put_cells(chart, axis, chart->cells);
}

static void put_ruler(struct chart *chart, const struct axis *axis)
{
	plan_day today = chart->outlook->today;
	size_t now = today >= axis->from && today <= axis->to ? axis_column(axis, today) : axis->columns;
	struct buf run = {0};
	screen_to(chart->screen, chart->left);
	for (size_t i = 0; i <= axis->columns; i++) {
		if (i == now || i == axis->columns) {
			screen_put(chart->screen, STYLE_DIM, buf_string(&run));
			screen_put(chart->screen, STYLE_NOW, i == axis->columns ? "" : "▼");
			buf_clear(&run);
			continue;
		}
		buf_text(&run, axis_begins_month(axis, i) ? "┬" : "─");
	}
	screen_end(chart->screen);
	chart->screen->out->failed |= run.failed;
	buf_free(&run);
}

static bool is_beside(const struct chart *chart, const struct axis *axis, const struct standing *standing,
					  bool before)
{
	return before ? chart_is_before(axis, standing) : chart_is_after(axis, standing, chart->outlook->today);
}

/* How many steps of a lane lie wholly on one side of the axis. */
static size_t count_beside(const struct chart *chart, const struct axis *axis, const struct lane_row *rows,
						   size_t count, bool before)
{
	size_t beside = 0;
	for (size_t i = 0; i < count; i++)
		beside += is_beside(chart, axis, rows[i].standing, before);
	return beside;
}

/* One row for several steps that lie on one side of the axis. */
static void put_beside(struct chart *chart, const struct axis *axis, size_t count, bool before)
{
	struct buf text = {0};
	if (before)
		buf_printf(&text, P_("%zu earlier step", "%zu earlier steps", count), count);
	else
		buf_printf(&text, P_("%zu later step", "%zu later steps", count), count);
	screen_to(chart->screen, chart->mark);
	screen_fit(chart->screen, STYLE_DIM, buf_string(&text), chart->label);
	memcpy(chart->cells, chart->ground, axis->columns * sizeof *chart->cells);
	chart_beside(chart->cells, axis, before);
	put_cells(chart, axis, chart->cells);
	chart->screen->out->failed |= text.failed;
	buf_free(&text);
}

/* The steps of a lane; several that lie beside the axis have one row together. */
static void put_lane(struct chart *chart, const struct axis *axis, const struct lane_row *rows, size_t count)
{
	size_t before = count_beside(chart, axis, rows, count, true);
	size_t after = count_beside(chart, axis, rows, count, false);
	if (before > 1)
		put_beside(chart, axis, before, true);
	for (size_t i = 0; i < count; i++)
		if (!(before > 1 && is_beside(chart, axis, rows[i].standing, true)) &&
			!(after > 1 && is_beside(chart, axis, rows[i].standing, false)))
			put_step(chart, axis, &rows[i]);
	if (after > 1)
		put_beside(chart, axis, after, false);
}

static void put_part(struct chart *chart, const struct axis *axis)
{
	const struct lane_row *rows = chart->lanes->rows.at;
	chart_ground(chart->ground, axis, chart->outlook);
	screen_end(chart->screen);
	axis_heading(chart->screen, axis, chart->left, _("week"));
	put_ruler(chart, axis);
	for (size_t i = 0, end; i < chart->lanes->rows.count; i = end) {
		if (!rows[i].standing)
			put_heading(chart, axis, &rows[i]);
		size_t from = rows[i].standing ? i : i + 1;
		for (end = from; end < chart->lanes->rows.count && rows[end].standing; end++)
			;
		put_lane(chart, axis, rows + from, end - from);
	}
}

static void put_legend_item(struct screen *screen, const char *glyph, const char *meaning)
{
	size_t wide = 2 + screen_width(screen, meaning, strlen(meaning));
	if (screen->column && wide + 3 > screen_left(screen))
		screen_end(screen);
	if (screen->column)
		screen_to(screen, screen->column + 3);
	screen_put(screen, STYLE_PLAIN, glyph);
	screen_put(screen, STYLE_DIM, " ");
	screen_put(screen, STYLE_DIM, meaning);
}

/* What the marks mean; only those that were drawn. */
static void put_legend(struct chart *chart)
{
	struct screen *screen = chart->screen;
	screen_end(screen);
	for (int glyph = GLYPH_MEETING; glyph > GLYPH_EMPTY; glyph--)
		if (chart->used[glyph])
			put_legend_item(screen, glyph_text((enum glyph)glyph), glyph_meaning((enum glyph)glyph));
	for (int glyph = GLYPH_BEFORE; glyph <= GLYPH_AFTER; glyph++)
		if (chart->used[glyph])
			put_legend_item(screen, glyph_text((enum glyph)glyph), glyph_meaning((enum glyph)glyph));
	if (chart->critical)
		put_legend_item(screen, critical_mark, _("ties the approval to its earliest day"));
	if (screen->column)
		screen_end(screen);
}

static void put_note(struct screen *screen, const char *text)
{
	screen_end(screen);
	screen_wrap(screen, STYLE_PLAIN, text, 0);
	screen_end(screen);
}

/* How many parts a scale takes, each of so many days. */
static size_t count_parts(struct plan_window days, enum chart_scale scale, plan_day each)
{
	return scale == CHART_WEEKS ? (size_t)((days.latest - days.earliest) / each) + 1 : 1;
}

/* One axis after the other, as many as the scale takes. */
static void put_parts(struct chart *chart, struct plan_window days, enum chart_scale scale, size_t columns)
{
	struct axis axis = {days.earliest, days.latest, columns, scale != CHART_MONTHS};
	plan_day each = (plan_day)(columns / WEEK_COLUMNS) * 7;
	size_t parts = count_parts(days, scale, each);
	if (parts > 1 && chart->lanes->rows.count > LINES_MAX / parts) {
		put_note(chart->screen,
				 _("There is too much to draw week by week: choose a part of it with --from and --to."));
		return;
	}
	for (size_t part = 0; part < parts; part++) {
		if (scale == CHART_WEEKS) {
			axis.from = days.earliest + (plan_day)part * each;
			axis.to = axis.from + each - 1 < days.latest ? axis.from + each - 1 : days.latest;
			axis.columns = (size_t)(axis.to - axis.from + 1) / 7 * WEEK_COLUMNS;
		}
		put_part(chart, &axis);
	}
	put_legend(chart);
}

static void put_title(struct screen *screen, const struct outlook *outlook)
{
	screen_wrap(screen, STYLE_TITLE, outlook->plan->title, 0);
	screen_end(screen);
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(outlook->today).text,
				  week_text(outlook->today).text);
	screen_end(screen);
	verdict_line(screen, outlook);
}

enum plan_status chart_draw(struct screen *screen, const struct outlook *outlook, const struct lanes *lanes,
							const struct chart_options *options)
{
	struct chart chart = {.screen = screen, .outlook = outlook, .lanes = lanes};
	put_title(screen, outlook);
	struct plan_window days = find_extent(&chart);
	if (options->has_from)
		days.earliest = options->from;
	if (options->has_to)
		days.latest = options->to;
	if (!lanes->rows.count || days.earliest > days.latest) {
		put_note(screen, _("There is nothing to draw: no step has a day."));
		return PLAN_OK;
	}
	measure(&chart);
	assert(screen->width > chart.left + WEEK_COLUMNS);
	size_t columns = screen->width - chart.left;
	chart.ground = calloc(columns * 2, sizeof *chart.ground);
	if (!chart.ground)
		return PLAN_NOMEM;
	chart.cells = chart.ground + columns;
	put_parts(&chart, round_out(days, options), options->scale, columns);
	free(chart.ground);
	return PLAN_OK;
}
