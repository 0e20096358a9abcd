#include "format/list.h"
#include "format/list_kinds.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/document_parts.h"
#include "format/moment.h"
#include "format/show.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct sheet_column step_columns[] = {
	{.table = {.tight = true}, .screen_only = true},
	{"id", .table = {.title = N_("Id"), .drop = 2}},
	{"kind", .hidden = true},
	{"title", .table = {.title = N_("Title"), .weight = 4, .lines = 3, .least = 20}},
	{"state", .hidden = true},
	{"earliest_start", .hidden = true},
	{"latest_start", .hidden = true},
	{"earliest_end", .hidden = true},
	{"latest_end", .hidden = true},
	{.table = {.title = N_("When")}},
	{"bodies", .table = {.title = N_("Body"), .weight = 1, .lines = 2, .least = 10, .drop = 1}, .list = true},
	{"line", .hidden = true},
};

static void step_row(struct sheet *sheet, const struct outlook *outlook, const struct standing *standing)
{
	const struct plan_step *step = standing->step;
	sheet_cell(sheet, state_style(standing->state), state_mark(standing->state), NULL);
	cell_dim(sheet, step->entry.id);
	cell_text(sheet, step_kind_name(step));
	cell_text(sheet, step->entry.title);
	cell_text(sheet, state_name(standing->state));
	cell_day(sheet, standing->start.earliest);
	cell_day(sheet, standing->start.latest);
	cell_day(sheet, standing->end.earliest);
	cell_day(sheet, standing->end.latest);
	sheet_cell(sheet, STYLE_PLAIN, moment_when(outlook, standing).text, NULL);
	cell_bodies(sheet, step);
	cell_number(sheet, step->entry.span.line);
}

static void add_some_steps(struct sheet *sheet, const struct outlook *outlook, unsigned kinds, bool hearings)
{
	for (size_t i = 0; i < outlook->count; i++) {
		const struct plan_step *step = outlook->order[i]->step;
		if (kinds & 1u << step->entry.kind && (!hearings || step->hearing))
			step_row(sheet, outlook, outlook->order[i]);
	}
}

static void add_steps(struct sheet *sheet, const struct outlook *outlook)
{
	add_some_steps(sheet, outlook, 1u << PLAN_KIND_PHASE | 1u << PLAN_KIND_MEETING | 1u << PLAN_KIND_DOCUMENT,
				   false);
}

const struct list_kind list_steps = {"steps", step_columns, COUNT(step_columns), add_steps};

static void add_phases(struct sheet *sheet, const struct outlook *outlook)
{
	add_some_steps(sheet, outlook, 1u << PLAN_KIND_PHASE, false);
}

const struct list_kind list_phases = {"phases", step_columns, COUNT(step_columns), add_phases};

static void add_hearings(struct sheet *sheet, const struct outlook *outlook)
{
	add_some_steps(sheet, outlook, 1u << PLAN_KIND_PHASE, true);
}

const struct list_kind list_hearings = {"hearings", step_columns, COUNT(step_columns), add_hearings};

static void add_meetings(struct sheet *sheet, const struct outlook *outlook)
{
	add_some_steps(sheet, outlook, 1u << PLAN_KIND_MEETING, false);
}

const struct list_kind list_meetings = {"meetings", step_columns, COUNT(step_columns), add_meetings};

static void add_documents(struct sheet *sheet, const struct outlook *outlook)
{
	add_some_steps(sheet, outlook, 1u << PLAN_KIND_DOCUMENT, false);
}

const struct list_kind list_documents = {"documents", step_columns, COUNT(step_columns), add_documents};
