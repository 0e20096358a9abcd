#include "format/status_steps.h"

#include "base/text.h"
#include "format/moment.h"
#include "format/table.h"
#include "format/verdict.h"

enum {
	LISTED_MAX = 40, /* how many steps a plan has whose steps are all listed */
	DONE_SHOWN = 2,  /* of a track, where they are not: the last that are done */
	COME_SHOWN = 5   /* ... and the first to come */
};

static const struct table_column columns[] = {
	{.tight = true}, /* the mark */
	{.weight = 3, .lines = 4, .least = 20},
	{0}, /* when */
	{0}, /* how far away */
	{.weight = 1, .lines = 3, .least = 10, .drop = 1},
	{.from = 110}, /* the id */
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static void step_row(struct table *table, const struct outlook *outlook, const struct standing *standing)
{
	struct buf bodies = {0};
	enum style style = state_style(standing->state);
	enum style text = standing->state == STATE_NOW || standing->state == STATE_OVERDUE ? style : STYLE_PLAIN;
	bodies_text(&bodies, standing->step);
	table_cell(table, style, "%s", state_mark(standing->state));
	table_cell(table, standing->state == STATE_CANCELLED ? STYLE_DIM : STYLE_PLAIN, "%s",
			   standing->step->entry.title);
	table_cell(table, STYLE_PLAIN, "%s", moment_short(outlook, standing).text);
	table_cell(table, text, "%s", moment_distance(outlook, standing).text);
	table_cell(table, STYLE_DIM, "%s", buf_string(&bodies));
	table_cell(table, STYLE_DIM, "%s", standing->step->entry.id);
	table->failed |= bodies.failed;
	buf_free(&bodies);
}

/* How a track's approval does that has a deadline of its own; the plan's is told of above. */
static void track_verdict(struct table *table, const struct outlook *outlook, const struct plan_track *track)
{
	const struct plan_ref *approval = track->approval, *last = outlook->plan->approval;
	if (!approval || (last && approval->entry == last->entry))
		return;
	struct ruling ruling = ruling_of_approval(outlook->timeline, approval, outlook->today);
	struct buf line = {0};
	buf_fill(&line, ' ', table->indent);
	buf_printf(&line, "%s · ", verdict_word(&ruling));
	size_t before = line.length;
	verdict_figures(&line, &ruling);
	if (line.length > before)
		table_heading(table, verdict_style(&ruling), "%s", buf_string(&line));
	table->failed |= line.failed;
	buf_free(&line);
}

static void track_heading(struct table *table, const struct outlook *outlook, const struct plan_ref *track)
{
	table_heading(table, STYLE_PLAIN, "%s", "");
	if (!outlook->plan->tracks.count)
		return;
	table_heading(table, STYLE_BOLD, "%s", track ? track->entry->title : _("Outside the tracks"));
	if (track)
		track_verdict(table, outlook, outlook->plan->tracks.at[track->entry->index]);
}

/* The steps of one track in outlook->by_track, and how many of them are counted only. */
struct stretch {
	size_t from, to; /* `to` is beyond the last */
	size_t done, later;
};

static bool is_over(const struct standing *standing)
{
	return standing->state == STATE_DONE || standing->state == STATE_CANCELLED;
}

static bool is_to_come(const struct standing *standing)
{
	return standing->state == STATE_NEXT || standing->state == STATE_TO_COME;
}

static struct stretch stretch_from(const struct outlook *outlook, size_t from, bool all)
{
	struct stretch stretch = {.from = from, .to = from};
	const struct plan_ref *track = outlook->by_track[from]->step->track;
	size_t over = 0, to_come = 0;
	for (; stretch.to < outlook->count; stretch.to++) {
		const struct standing *standing = outlook->by_track[stretch.to];
		const struct plan_ref *other = standing->step->track;
		if ((track ? track->entry : NULL) != (other ? other->entry : NULL))
			break;
		over += is_over(standing);
		to_come += is_to_come(standing);
	}
	if (!all && outlook->count > LISTED_MAX) {
		stretch.done = over > DONE_SHOWN + 1 ? over - DONE_SHOWN : 0;
		stretch.later = to_come > COME_SHOWN + 1 ? to_come - COME_SHOWN : 0;
	}
	return stretch;
}

static void counted_row(struct table *table, enum step_state state, const char *text, size_t count)
{
	struct buf line = {0};
	buf_fill(&line, ' ', table->indent);
	buf_printf(&line, "%s ", state_mark(state));
	buf_printf(&line, text, count);
	table_heading(table, STYLE_DIM, "%s", buf_string(&line));
	table->failed |= line.failed;
	buf_free(&line);
}

static void stretch_rows(struct table *table, const struct outlook *outlook, const struct stretch *stretch)
{
	size_t done = 0, to_come = 0, total = 0;
	for (size_t i = stretch->from; i < stretch->to; i++)
		total += is_to_come(outlook->by_track[i]);
	if (stretch->done)
		counted_row(table, STATE_DONE,
					P_("%zu earlier step is over", "%zu earlier steps are over", stretch->done),
					stretch->done);
	for (size_t i = stretch->from; i < stretch->to; i++) {
		const struct standing *standing = outlook->by_track[i];
		if (is_over(standing) && done++ < stretch->done)
			continue;
		if (is_to_come(standing) && to_come++ >= total - stretch->later)
			continue;
		step_row(table, outlook, standing);
	}
	if (stretch->later)
		counted_row(table, STATE_TO_COME, P_("%zu later step", "%zu later steps", stretch->later),
					stretch->later);
}

void status_steps(struct screen *screen, const struct outlook *outlook, bool all)
{
	struct table table;
	bool any = outlook->plan->tracks.count > 0, cut = false;
	table_begin(&table, screen, columns, COLUMNS);
	table.indent = any ? 2 : 0;
	for (size_t i = 0; i < outlook->count;) {
		struct stretch stretch = stretch_from(outlook, i, all);
		track_heading(&table, outlook, outlook->by_track[i]->step->track);
		stretch_rows(&table, outlook, &stretch);
		cut = cut || stretch.done || stretch.later;
		i = stretch.to;
	}
	table_end(&table);
	if (!cut)
		return;
	screen_end(screen);
	screen_put(screen, STYLE_DIM, _("'plan status --all' lists every step"));
	screen_end(screen);
}
