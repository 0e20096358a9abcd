#include "format/status.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/document_parts.h"
#include "format/moment.h"

static const struct sheet_column columns[] = {
	{"plan", .table = {.title = N_("Plan")}}, /* for people only where there are several */
	{"file", .hidden = true},
	{"track", .table = {.title = N_("Track")}},
	{"id", .hidden = true},
	{"kind", .hidden = true},
	{"title", .table = {.title = N_("Step")}},
	{"status", .hidden = true},
	{"earliest_start", .hidden = true},
	{"latest_start", .hidden = true},
	{"earliest_end", .hidden = true},
	{"latest_end", .hidden = true},
	{.table = {.title = N_("When")}},
	{"state", .table = {.title = N_("State")}},
	{.table = {.title = N_("Distance")}},
	{"bodies", .table = {.title = N_("Body")}, .list = true},
	{"line", .hidden = true},
};

static void step_row(struct sheet *sheet, const struct outlook *outlook, const struct standing *standing,
					 bool merged)
{
	bool over = standing->state == STATE_DONE || standing->state == STATE_CANCELLED;
	const struct plan_step *step = standing->step;
	sheet_cell(sheet, STYLE_PLAIN, merged ? outlook->plan->title : "", outlook->plan->id);
	cell_text(sheet, outlook->plan->source->name);
	cell_ref(sheet, step->track);
	cell_text(sheet, step->entry.id);
	cell_text(sheet, step_kind_name(step));
	cell_text(sheet, step->entry.title);
	cell_text(sheet, step_status_name(step));
	cell_day(sheet, standing->start.earliest);
	cell_day(sheet, standing->start.latest);
	cell_day(sheet, standing->end.earliest);
	cell_day(sheet, standing->end.latest);
	sheet_cell(sheet, STYLE_PLAIN, moment_when(outlook, standing).text, NULL);
	sheet_cell(sheet, STYLE_PLAIN, state_label(standing->state), state_name(standing->state));
	sheet_cell(sheet, STYLE_PLAIN, over ? "" : moment_distance(outlook, standing).text, NULL);
	cell_bodies(sheet, step);
	cell_number(sheet, step->entry.span.line);
}

void status_sheet(struct sheet *sheet, const struct status_plan *plans, size_t count)
{
	sheet_begin(sheet, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < plans[i].outlook->count; k++)
			step_row(sheet, plans[i].outlook, plans[i].outlook->by_track[k], count > 1);
}
