#include "format/agenda.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/document_parts.h"
#include "format/moment.h"

static const struct sheet_column columns[] = {
	{"plan", .table = {.title = N_("Plan")}}, /* for people only where there are several */
	{"file", .hidden = true},
	{"event", .hidden = true},
	{"group", .hidden = true},
	{"earliest", .hidden = true},
	{"latest", .hidden = true},
	{.table = {.title = N_("When")}},
	{"id", .hidden = true},
	{"kind", .hidden = true},
	{"title", .table = {.title = N_("What")}},
	{"firmness", .hidden = true},
	{.table = {.title = N_("Distance")}},
	{"bodies", .table = {.title = N_("Body")}, .list = true},
	{"line", .hidden = true},
};

static void event_row(struct sheet *sheet, const struct event *event, plan_day today, bool merged)
{
	const struct plan *plan = event->outlook->plan;
	const struct plan_step *step = event->standing->step;
	enum firmness firm = event->standing->firmness;
	struct buf what = {0};
	event_sentence(&what, event);
	sheet_cell(sheet, STYLE_PLAIN, merged ? plan->title : "", plan->id);
	cell_text(sheet, plan->source->name);
	cell_text(sheet, event_name(event->kind));
	cell_text(sheet, event_group_name(event->group));
	cell_day(sheet, event->days.earliest);
	cell_day(sheet, event->days.latest);
	sheet_cell(sheet, STYLE_PLAIN, moment_window(event_days(event), firm, today).text, NULL);
	cell_text(sheet, step->entry.id);
	cell_text(sheet, step_kind_name(step));
	sheet_cell(sheet, STYLE_PLAIN, buf_string(&what), step->entry.title);
	cell_text(sheet, firmness_name(firm));
	sheet_cell(sheet, STYLE_PLAIN, moment_until(event_days(event), firm, today).text, NULL);
	cell_bodies(sheet, step);
	cell_number(sheet, step->entry.span.line);
	sheet->failed |= what.failed;
	buf_free(&what);
}

void agenda_sheet(struct sheet *sheet, const struct agenda *agenda, plan_day today, bool merged)
{
	sheet_begin(sheet, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < agenda->events.count; i++)
		event_row(sheet, &agenda->events.at[i], today, merged);
}
