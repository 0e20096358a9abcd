#include "outputs.h"

#include "fuzz.h"
#include "readers.h"

#include "format/agenda.h"
#include "format/chart.h"
#include "format/document.h"
#include "format/findings.h"
#include "format/list.h"
#include "format/schedule.h"
#include "format/show.h"
#include "format/status.h"
#include "query/lanes.h"

#include <string.h>

enum { ENTRIES_MAX = 4 }; /* shown one by one */

/* --- check -------------------------------------------------------------------------------------------- */

static void read_findings(const struct findings_format *format, const struct buf *out,
						  const struct findings_style *style)
{
	read_screen(out, style->colour);
	if (!strcmp(format->name, "json") || !strcmp(format->name, "gitlab"))
		read_json(out);
	else if (!strcmp(format->name, "sarif"))
		read_sarif(out);
	else if (!strcmp(format->name, "github"))
		read_github(out);
	else if (!strcmp(format->name, "junit"))
		read_xml(out);
}

void try_findings(const struct plan_source *source, const struct plan *plan,
				  const struct plan_timeline *timeline, const struct plan_diags *diags)
{
	struct findings_file file = {.source = source,
								 .plan = plan ? plan->id : NULL,
								 .verdict = timeline ? timeline->verdict : PLAN_NO_DEADLINE,
								 .diags = diags};
	struct findings findings = {.files = &file, .count = 1, .fail_on = PLAN_ERROR};
	static const struct findings_style styles[] = {
		{0}, {.columns = 80, .colour = true}, {.columns = 40, .ascii = true}};
	for (const struct findings_format *format = findings_formats; format->name; format++) {
		bool for_people = !strcmp(format->name, "text") || !strcmp(format->name, "short");
		for (size_t i = 0; i < (for_people ? sizeof styles / sizeof *styles : 1); i++) {
			struct buf out = {0};
			HOLDS(format->write(&out, &findings, &styles[i]) == PLAN_OK);
			read_findings(format, &out, &styles[i]);
			buf_free(&out);
		}
	}
}

/* --- the others --------------------------------------------------------------------------------------- */

/* What all of them need. */
struct trial {
	const struct outlook *outlook;
	struct agenda agenda;
	struct status_plan status;
	struct screen screen; /* as wide as ..., without a buffer */
};

typedef void screen_writer(struct screen *screen, const struct trial *trial);
typedef void document_writer(struct buf *out, const struct trial *trial);

static void try_screen(const struct trial *trial, screen_writer *write)
{
	struct buf out = {0};
	struct screen screen = trial->screen;
	screen.out = &out;
	write(&screen, trial);
	HOLDS(!out.failed);
	read_screen(&out, screen.colour);
	buf_free(&out);
}

static void try_document(const struct trial *trial, document_writer *write)
{
	struct buf out = {0};
	write(&out, trial);
	HOLDS(!out.failed);
	read_json(&out);
	buf_free(&out);
}

static void try_sheet(struct sheet *sheet)
{
	struct buf out = {0};
	sheet_csv(sheet, &out);
	read_csv(&out);
	buf_clear(&out);
	sheet_markdown(sheet, &out);
	read_markdown(&out);
	HOLDS(!out.failed && !sheet->failed);
	buf_free(&out);
	sheet_free(sheet);
}

static void put_status(struct screen *screen, const struct trial *trial)
{
	status_screen(screen, &trial->status, true);
	status_screen(screen, &trial->status, false);
	status_lines(screen, &trial->status, 1);
}

static void put_agenda(struct screen *screen, const struct trial *trial)
{
	agenda_screen(screen, &trial->agenda, trial->outlook->today, false);
	agenda_screen(screen, &trial->agenda, trial->outlook->today, true);
}

static void put_schedule(struct screen *screen, const struct trial *trial)
{
	struct sheet sheet;
	schedule_sheet(&sheet, trial->outlook, true);
	schedule_screen(screen, trial->outlook, &sheet);
	sheet_free(&sheet);
}

static void put_lists(struct screen *screen, const struct trial *trial)
{
	for (size_t i = 0; list_kinds[i]; i++) {
		struct sheet sheet;
		sheet_begin(&sheet, list_kinds[i]->columns, list_kinds[i]->column_count);
		list_kinds[i]->add(&sheet, trial->outlook);
		sheet_screen(&sheet, screen, true);
		sheet_free(&sheet);
	}
}

static void put_chart(struct screen *screen, const struct trial *trial)
{
	struct lanes lanes;
	struct lane_filter filter = {.documents = true};
	HOLDS(lanes_make(&lanes, trial->outlook, &filter) == PLAN_OK);
	for (int scale = CHART_FIT; scale <= CHART_MONTHS; scale++) {
		struct chart_options options = {.scale = (enum chart_scale)scale};
		HOLDS(chart_draw(screen, trial->outlook, &lanes, &options) == PLAN_OK);
	}
	lanes_free(&lanes);
}

static void put_plan(struct screen *screen, const struct trial *trial)
{
	struct show show = {.outlook = trial->outlook};
	show_plan(screen, &show);
}

static void put_entry(struct screen *screen, const struct trial *trial, const struct plan_entry *entry)
{
	const struct plan_step *step = plan_entry_step(entry);
	struct plan_timeline *timeline = trial->outlook->timeline;
	struct references references;
	struct show show = {.outlook = trial->outlook, .entry = entry, .references = &references};
	HOLDS(references_find(&references, trial->outlook->plan, entry) == PLAN_OK);
	if (step) {
		HOLDS(plan_timeline_why(timeline, step, false, &show.earlier) == PLAN_OK);
		HOLDS(plan_timeline_why(timeline, step, true, &show.later) == PLAN_OK);
		why_screen(screen, trial->outlook, step, &show.earlier, &show.later);
	}
	show_screen(screen, &show);
	references_free(&references);
}

static void put_entries(struct screen *screen, const struct trial *trial)
{
	const struct plan *plan = trial->outlook->plan;
	for (size_t i = 0; i < plan->steps.count && i < ENTRIES_MAX; i++)
		put_entry(screen, trial, &plan->steps.at[i]->entry);
	if (plan->bodies.count)
		put_entry(screen, trial, &plan->bodies.at[0]->entry);
	if (plan->parties.count)
		put_entry(screen, trial, &plan->parties.at[0]->entry);
	if (plan->focus_areas.count)
		put_entry(screen, trial, &plan->focus_areas.at[0]->entry);
}

static void write_status(struct buf *out, const struct trial *trial)
{
	document_status(out, &trial->status, 1, trial->outlook->today);
}

static void write_agenda(struct buf *out, const struct trial *trial)
{
	document_agenda(out, &trial->agenda, trial->outlook->today);
}

static void write_schedule(struct buf *out, const struct trial *trial)
{
	document_schedule(out, trial->outlook);
}

static void try_lists(const struct trial *trial)
{
	for (size_t i = 0; list_kinds[i]; i++) {
		struct sheet sheet;
		struct buf out = {0};
		sheet_begin(&sheet, list_kinds[i]->columns, list_kinds[i]->column_count);
		list_kinds[i]->add(&sheet, trial->outlook);
		document_list(&out, trial->outlook, list_kinds[i]->name, &sheet);
		read_json(&out);
		buf_free(&out);
		try_sheet(&sheet);
	}
}

static void try_why(const struct trial *trial)
{
	const struct plan *plan = trial->outlook->plan;
	for (size_t i = 0; i < plan->steps.count && i < ENTRIES_MAX; i++) {
		struct plan_chain earlier = {0}, later = {0};
		struct buf out = {0};
		HOLDS(plan_timeline_why(trial->outlook->timeline, plan->steps.at[i], false, &earlier) == PLAN_OK);
		HOLDS(plan_timeline_why(trial->outlook->timeline, plan->steps.at[i], true, &later) == PLAN_OK);
		document_why(&out, trial->outlook, plan->steps.at[i], &earlier, &later);
		read_json(&out);
		buf_free(&out);
	}
}

static void try_sheets(const struct trial *trial)
{
	struct sheet sheet;
	status_sheet(&sheet, &trial->status, 1);
	try_sheet(&sheet);
	agenda_sheet(&sheet, &trial->agenda, trial->outlook->today, true);
	try_sheet(&sheet);
	schedule_sheet(&sheet, trial->outlook, false);
	try_sheet(&sheet);
}

void try_commands(const struct plan *plan, struct plan_timeline *timeline, const struct plan_diags *diags,
				  plan_day today, size_t turn)
{
	static const struct screen screens[] = {
		{.width = 80}, {.width = 120, .colour = true}, {.width = 60, .ascii = true}, {.width = 200}};
	static screen_writer *const writers[] = {put_status, put_agenda, put_schedule, put_lists,
											 put_chart,  put_plan,   put_entries};
	struct outlook outlook;
	struct trial trial = {.outlook = &outlook, .screen = screens[turn % (sizeof screens / sizeof *screens)]};
	const struct agenda_filter all = {.papers = true};
	HOLDS(outlook_make(&outlook, plan, timeline, today) == PLAN_OK);
	HOLDS(agenda_add(&trial.agenda, &outlook, &all) == PLAN_OK);
	agenda_finish(&trial.agenda, &all);
	trial.status = (struct status_plan){&outlook, diags, &trial.agenda};
	for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
		try_screen(&trial, writers[i]);
	try_document(&trial, write_status);
	try_document(&trial, write_agenda);
	try_document(&trial, write_schedule);
	try_sheets(&trial);
	try_lists(&trial);
	try_why(&trial);
	agenda_free(&trial.agenda);
	outlook_free(&outlook);
}
