#include "format/schedule.h"

#include "format/cells.h"
#include "format/document_parts.h"
#include "format/moment.h"
#include "format/show.h"
#include "format/verdict.h"

static const struct sheet_column columns[] = {
	{.table = {.tight = true}, .screen_only = true},
	{"id", .table = {.title = N_("Id"), .weight = 2, .least = 8, .from = 110}},
	{"kind", .hidden = true},
	{"title", .table = {.title = N_("Step"), .weight = 4, .lines = 3, .least = 20}},
	{"status", .hidden = true},
	{"state", .hidden = true},
	{"earliest_start", .hidden = true},
	{"latest_start_as_written", .hidden = true},
	{"earliest_end", .hidden = true},
	{"latest_end_as_written", .hidden = true},
	{.table = {.title = N_("Window")}},
	{"latest_start", .hidden = true},
	{"latest_end", .table = {.title = N_("Latest"), .drop = 1}},
	{"slack_days", .table = {.title = N_("Slack"), .right = true}},
	{"critical", .hidden = true},
	{"line", .table = {.title = N_("Line"), .right = true, .from = 90}, .screen_only = true},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static void day_cell(struct sheet *sheet, plan_day day)
{
	bool open = day == PLAN_DAY_OPEN_START || day == PLAN_DAY_OPEN_END;
	sheet_cell(sheet, STYLE_PLAIN, "", open ? NULL : day_text_iso(day).text);
}

/* The latest day; of what is done it is no news to a person. */
static void latest_cell(struct sheet *sheet, const struct outlook *outlook, const struct standing *standing,
						bool brief)
{
	plan_day day = outlook->timeline->times[standing->step->number].latest_end;
	bool open = day == PLAN_DAY_OPEN_END;
	struct day_text shown = day_text(day);
	if (open || standing->state == STATE_DONE)
		*shown.text = '\0';
	sheet_cell(sheet, STYLE_PLAIN, brief ? moment_without_year(shown.text, outlook->today).text : shown.text,
			   open ? NULL : day_text_iso(day).text);
}

static void slack_cell(struct sheet *sheet, int32_t slack)
{
	if (slack == INT32_MAX) {
		sheet_cell(sheet, STYLE_PLAIN, "", NULL);
		return;
	}
	struct buf value = {0};
	buf_printf(&value, "%d", slack);
	struct buf text = {0};
	buf_printf(&text, slack < 0 ? "-%s" : "%s", moment_days(slack).text);
	sheet_cell(sheet, slack < 0 ? STYLE_BAD : STYLE_PLAIN, buf_string(&text), buf_string(&value));
	sheet->failed |= value.failed || text.failed;
	buf_free(&text);
	buf_free(&value);
}

static void row(struct sheet *sheet, const struct outlook *outlook, const struct standing *standing,
				bool brief)
{
	const struct plan_step *step = standing->step;
	const struct plan_times *times = &outlook->timeline->times[step->number];
	sheet_cell(sheet, times->critical ? STYLE_WARN : state_style(standing->state),
			   times->critical ? "*" : state_mark(standing->state), NULL);
	sheet_cell(sheet, STYLE_DIM, NULL, step->entry.id);
	sheet_cell(sheet, STYLE_PLAIN, NULL, step_kind_name(step));
	sheet_cell(sheet, STYLE_PLAIN, NULL, step->entry.title);
	sheet_cell(sheet, STYLE_PLAIN, NULL, step_status_name(step));
	sheet_cell(sheet, STYLE_PLAIN, NULL, state_name(standing->state));
	day_cell(sheet, standing->start.earliest);
	day_cell(sheet, standing->start.latest);
	day_cell(sheet, standing->end.earliest);
	day_cell(sheet, standing->end.latest);
	sheet_cell(sheet, STYLE_PLAIN, (brief ? moment_short : moment_when)(outlook, standing).text, NULL);
	day_cell(sheet, times->latest_start);
	latest_cell(sheet, outlook, standing, brief);
	slack_cell(sheet, standing_slack(standing, times, outlook->today));
	sheet_cell(sheet, STYLE_PLAIN, NULL, times->critical ? "true" : "false");
	cell_number(sheet, step->entry.span.line);
}

void schedule_sheet(struct sheet *sheet, const struct outlook *outlook, bool brief)
{
	sheet_begin(sheet, columns, COLUMNS);
	for (size_t i = 0; i < outlook->count; i++)
		row(sheet, outlook, outlook->order[i], brief);
}

void schedule_screen(struct screen *screen, const struct outlook *outlook, const struct sheet *sheet)
{
	const struct plan_chain *critical = &outlook->timeline->critical;
	screen_wrap(screen, STYLE_TITLE, outlook->plan->title, 0);
	screen_end(screen);
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(outlook->today).text,
				  week_text(outlook->today).text);
	screen_end(screen);
	screen_end(screen);
	verdict_line(screen, outlook);
	screen_end(screen);
	sheet_screen(sheet, screen, true);
	if (!critical->count)
		return;
	screen_end(screen);
	screen_wrap(screen, STYLE_BOLD, _("The critical chain (*): why the approval is not earlier"), 0);
	screen_end(screen);
	show_chain(screen, outlook->plan, critical);
}

/* --- why ------------------------------------------------------------------------------------ */

static void side(struct screen *screen, const struct outlook *outlook, const char *heading,
				 const char *nothing, const struct plan_chain *chain)
{
	screen_end(screen);
	screen_put(screen, STYLE_BOLD, heading);
	screen_end(screen);
	if (!chain->count) {
		screen_to(screen, 2);
		screen_put(screen, STYLE_PLAIN, nothing);
		screen_end(screen);
	}
	show_chain(screen, outlook->plan, chain);
}

/* Why there is nothing to tell of a step's days; NULL when there is. */
static const char *says_nothing(const struct plan_timeline *timeline, const struct plan_step *step)
{
	if (step->status == PLAN_CANCELLED)
		return _("It is cancelled: no date or order holds it, and it holds no other step.");
	if (timeline->undecided)
		return _("The orders of the plan take too long to work out, so that no day is known to follow from "
				 "it; 'plan check' says where.");
	if (!timeline->feasible)
		return _("The plan contradicts itself, so that no day follows from it; 'plan check' says where.");
	return NULL;
}

void why_screen(struct screen *screen, const struct outlook *outlook, const struct plan_step *step,
				const struct plan_chain *earlier, const struct plan_chain *later)
{
	const struct standing *standing = outlook_of(outlook, step);
	screen_wrap(screen, STYLE_TITLE, step->entry.title, 0);
	screen_end(screen);
	show_place(screen, outlook->plan, &step->entry);
	screen_put(screen, STYLE_PLAIN, moment_when(outlook, standing).text);
	screen_end(screen);
	const char *nothing = says_nothing(outlook->timeline, step);
	if (nothing) {
		screen_end(screen);
		screen_wrap(screen, STYLE_WARN, nothing, 0);
		screen_end(screen);
		return;
	}
	side(screen, outlook, _("Why not earlier"), _("nothing keeps it from being earlier"), earlier);
	side(screen, outlook, _("Why not later"), _("nothing keeps it from being later"), later);
}
