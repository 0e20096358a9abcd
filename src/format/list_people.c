#include "format/list.h"
#include "format/list_kinds.h"

#include "base/text.h"
#include "format/cells.h"
#include "format/moment.h"
#include "format/show.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct sheet_column party_columns[] = {
	{"name", .table = {.title = N_("Party"), .weight = 2, .lines = 2, .least = 16}},
	{"heard", .table = {.title = N_("Heard in"), .weight = 2, .lines = 4, .least = 16}, .list = true},
	{"id", .table = {.title = N_("Id")}},
};

/* Per party: the steps that hear it, gathered in one pass over the plan. */
struct hearings {
	struct buf titles, ids;
};

/* Who is heard may be a body, which the list does not have. */
static void gather_hearings(const struct plan *plan, struct hearings *hearings)
{
	for (size_t i = 0; i < plan->steps.count; i++) {
		const struct plan_step *step = plan->steps.at[i];
		struct plan_refs parties = plan_step_parties(step);
		for (size_t k = 0; k < parties.count; k++) {
			const struct plan_entry *party = parties.at[k].entry;
			if (party->kind != PLAN_KIND_PARTY)
				continue;
			struct hearings *of = &hearings[party->index];
			cell_line(&of->titles, step->entry.title);
			cell_line(&of->ids, step->entry.id);
		}
	}
}

static void add_parties(struct sheet *sheet, const struct outlook *outlook)
{
	const struct plan *plan = outlook->plan;
	struct hearings *hearings = calloc(plan->parties.count + 1, sizeof *hearings);
	if (!hearings) {
		sheet->failed = true;
		return;
	}
	gather_hearings(plan, hearings);
	for (size_t i = 0; i < plan->parties.count; i++) {
		struct hearings *of = &hearings[i];
		cell_text(sheet, plan->parties.at[i]->entry.title);
		cell_lists(sheet, &of->titles, &of->ids);
		cell_dim(sheet, plan->parties.at[i]->entry.id);
	}
	free(hearings);
}

const struct list_kind list_parties = {"parties", party_columns, COUNT(party_columns), add_parties};

static const struct sheet_column body_columns[] = {
	{"short", .table = {.title = N_("Short")}},
	{"name", .table = {.title = N_("Body"), .weight = 3, .lines = 2, .least = 16}},
	{"kind", .table = {.title = N_("Kind"), .weight = 1, .lines = 2, .least = 10}},
	{"meets", .table = {.title = N_("Meets"), .weight = 2, .lines = 9, .least = 10}, .list = true},
	{"id", .table = {.title = N_("Id")}},
};

static void meets(struct sheet *sheet, const struct plan_body *body)
{
	static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
										"friday", "saturday", "sunday"};
	struct buf shown = {0}, values = {0};
	for (int i = PLAN_MONDAY; i <= PLAN_SUNDAY; i++)
		if (body->meets_weekdays & 1u << i) {
			cell_line(&shown, weekday_name((enum plan_weekday)i));
			cell_line(&values, names[i]);
		}
	for (size_t i = 0; i < body->meets_count; i++) {
		cell_line(&shown, day_text(body->meets[i]).text);
		cell_line(&values, day_text_iso(body->meets[i]).text);
	}
	cell_lists(sheet, &shown, &values);
}

static void add_bodies(struct sheet *sheet, const struct outlook *outlook)
{
	for (size_t i = 0; i < outlook->plan->bodies.count; i++) {
		const struct plan_body *body = outlook->plan->bodies.at[i];
		cell_text(sheet, body->short_name);
		cell_text(sheet, body->entry.title);
		sheet_cell(sheet, STYLE_PLAIN, body_kind_label(body), body_kind_name(body));
		meets(sheet, body);
		cell_dim(sheet, body->entry.id);
	}
}

const struct list_kind list_bodies = {"bodies", body_columns, COUNT(body_columns), add_bodies};
