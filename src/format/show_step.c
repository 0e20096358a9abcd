#include "check/cause.h"
#include "format/excerpt.h"
#include "format/moment.h"
#include "format/show.h"

#include <string.h>

enum { NO_RELATION = -1, CHAIN_INDENT = 13 };

static void written(struct screen *screen, const char *label, const struct plan_date *date)
{
	if (date)
		show_field(screen, label, "%s", date->text);
}

/* The days that the timeline leaves, where they are no known days. */
static void windows(struct screen *screen, const struct standing *standing, plan_day today)
{
	const struct plan_step *step = standing->step;
	struct plan_window start = standing->start, end = standing->end;
	bool one_day =
		step->entry.kind == PLAN_KIND_DOCUMENT || (step->entry.kind == PLAN_KIND_MEETING && step->days == 1);
	if (standing->firmness == FIRM_KNOWN || standing->state == STATE_CANCELLED)
		return;
	start.earliest = standing_first_day(standing, today);
	if (one_day) {
		end.earliest = start.earliest;
		show_field(screen, _("Window"), "%s", window_text(end).text);
		return;
	}
	if (end.earliest < start.earliest)
		end.earliest = start.earliest;
	show_field(screen, _("First day"), "%s", window_text(start).text);
	show_field(screen, _("Last day"), "%s", window_text(end).text);
}

/* How late it could be and still keep every deadline. */
static void room(struct screen *screen, const struct show *show, const struct standing *standing)
{
	const struct plan_times *times = &show->outlook->timeline->times[standing->step->number];
	plan_day latest = times->latest_end;
	if (latest == PLAN_DAY_OPEN_END || standing->state == STATE_DONE)
		return;
	int32_t slack = standing_slack(standing, times, show->outlook->today);
	if (slack == INT32_MAX) /* no schedule holds as written, so nothing tells how far off it is */
		show_field(screen, _("Latest"), "%s", day_text(latest).text);
	else if (slack > 0)
		show_field(screen, _("Latest"), _("%1$s, %2$s of slack"), day_text(latest).text,
				   moment_days(slack).text);
	else if (slack == 0)
		show_field(screen, _("Latest"), _("%s, no slack"), day_text(latest).text);
	else
		show_field(screen, _("Latest"), _("%1$s, %2$s too late"), day_text(latest).text,
				   moment_days(slack).text);
}

static void state(struct screen *screen, const struct outlook *outlook, const struct standing *standing)
{
	struct moment_text distance = moment_distance(outlook, standing);
	bool confirmed = standing->step->status == PLAN_CONFIRMED;
	bool plain = standing->state == STATE_DONE || standing->state == STATE_OVERDUE ||
				 standing->state == STATE_CANCELLED || !*distance.text ||
				 !strcmp(distance.text, state_label(standing->state));
	if (standing->state == STATE_OVERDUE)
		show_field(screen, _("State"), "%s", distance.text);
	else if (plain)
		show_field(screen, _("State"), "%s", state_label(standing->state));
	else
		show_field(screen, _("State"), confirmed ? _("%1$s, %2$s, confirmed") : _("%1$s, %2$s"),
				   state_label(standing->state), distance.text);
}

static void dates(struct screen *screen, const struct show *show, const struct standing *standing)
{
	const struct plan_step *step = standing->step;
	struct plan_window whole = {standing->start.earliest, standing->end.latest};
	struct moment_text moment = moment_when(show->outlook, standing);
	state(screen, show->outlook, standing);
	if (plan_window_is_day(whole))
		show_field(screen, _("When"), _("%1$s, %2$s"), moment.text, week_text(whole.earliest).text);
	else
		show_field(screen, _("When"), "%s", moment.text);
	written(screen, _("Written"), step->date);
	written(screen, _("Written start"), plan_step_start(step));
	written(screen, _("Written end"), plan_step_end(step));
	written(screen, _("Held on"), step->held);
	windows(screen, standing, show->outlook->today);
	if (plan_step_duration(step))
		show_field(screen, _("Duration"), "%s", plan_step_duration(step)->text);
	if (step->deadline)
		show_field(screen, _("Deadline"), "%s", day_text(step->deadline->expr.end.latest).text);
	room(screen, show, standing);
}

static void refs(struct screen *screen, const char *label, const struct plan_refs *list)
{
	struct buf text = {0};
	refs_text(&text, list);
	show_field(screen, label, "%s", buf_string(&text));
	screen->out->failed |= text.failed;
	buf_free(&text);
}

static void texts(struct screen *screen, const char *label, const struct plan_texts *list)
{
	for (size_t i = 0; i < list->count; i++)
		show_field(screen, i ? "" : label, "%s", list->at[i].text);
}

static void details(struct screen *screen, const struct plan_step_details *details)
{
	const struct {
		const char *label, *text;
	} rows[] = {
		{_("Recommended"), details->recommendation},
		{_("Decision"), details->decision},
		{_("Minutes"), details->minutes},
		{_("Notes"), details->notes},
		{_("Link"), details->url},
	};
	texts(screen, _("Agenda"), &details->agenda);
	texts(screen, _("Based on"), &details->based_on);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		show_field(screen, rows[i].label, "%s", rows[i].text ? rows[i].text : "");
	for (size_t i = 0; i < details->allow_count; i++)
		show_field(screen, i ? "" : _("Allowed"), _("%1$s: %2$s"), plan_rule_name(details->allow[i].rule),
				   details->allow[i].reason);
}

static void people(struct screen *screen, const struct plan_step *step)
{
	const struct plan_step_details *more = step->details;
	refs(screen, _("Held by"), &step->bodies);
	if (plan_step_owner(step))
		show_field(screen, _("Written by"), "%s", plan_step_owner(step)->entry->title);
	if (more)
		refs(screen, _("Heard"), &more->parties);
	if (more)
		refs(screen, _("Invited"), &more->audience);
	if (more && more->place)
		show_field(screen, _("Place"), "%s", more->place);
	if (step->track)
		show_field(screen, _("Track"), "%s", step->track->entry->title);
	if (more && more->number)
		show_field(screen, _("Number"), "%s", more->number);
	if (step->reading && more && more->item)
		show_field(screen, _("Reading"), _("%1$u of %2$s"), step->reading, more->item);
	else if (step->reading)
		show_field(screen, _("Reading"), "%u", step->reading);
	else if (more && more->item)
		show_field(screen, _("Item"), "%s", more->item);
	if (plan_step_paper_for(step))
		show_field(screen, _("For"), _("%1$s (%2$s)"), plan_step_paper_for(step)->entry->title,
				   plan_step_paper_for(step)->entry->id);
}

/* --- orders --------------------------------------------------------------------------------- */

/* A step's own links of one relation, then the links of others to it, which say the same from the other side.
 */
static void links(struct screen *screen, const struct show *show, const char *heading, int own,
				  enum reference_kind other)
{
	const struct plan_step *step = (const struct plan_step *)show->entry;
	bool open = false;
	for (size_t i = 0; own != NO_RELATION && i < step->link_count; i++)
		if (step->links[i].relation == own) {
			show_heading(screen, heading, &open);
			show_line(screen, show, step->links[i].to.entry, &step->links[i]);
		}
	for (size_t i = 0; i < show->references->list.count; i++) {
		const struct reference *reference = &show->references->list.at[i];
		if (reference->kind != other)
			continue;
		show_heading(screen, heading, &open);
		show_line(screen, show, reference->from, reference->link);
	}
}

static void orders(struct screen *screen, const struct show *show)
{
	links(screen, show, _("Waits for"), PLAN_AFTER, REFERENCE_BEFORE);
	links(screen, show, _("Waiting for it"), PLAN_BEFORE, REFERENCE_AFTER);
	links(screen, show, _("Within"), PLAN_DURING, REFERENCE_COUNT);
	links(screen, show, _("Part of"), PLAN_PHASE_OF, REFERENCE_COUNT);
	links(screen, show, _("During it"), NO_RELATION, REFERENCE_DURING);
	links(screen, show, _("Its parts"), NO_RELATION, REFERENCE_PHASE_OF);
	links(screen, show, _("At the same time"), PLAN_ALONGSIDE, REFERENCE_ALONGSIDE);
}

/* --- reasons -------------------------------------------------------------------------------- */

/* The words that stand in the file at a link, without the blanks before them. */
static void put_source(struct screen *screen, struct source_lines *lines, uint32_t number)
{
	struct source_line line = source_lines_get(lines, number);
	struct buf text = {0};
	while (line.length && (*line.text == ' ' || *line.text == '\t')) {
		line.text++;
		line.length--;
	}
	buf_add(&text, line.text ? line.text : "", line.length);
	screen_to(screen, CHAIN_INDENT);
	screen_fit(screen, STYLE_DIM, buf_string(&text), screen_left(screen));
	screen_end(screen);
	screen->out->failed |= text.failed;
	buf_free(&text);
}

void show_chain(struct screen *screen, const struct plan *plan, const struct plan_chain *chain)
{
	struct source_lines lines;
	source_lines_init(&lines, plan->source);
	for (size_t i = 0; i < chain->count; i++) {
		struct buf sentence = {0};
		cause_sentence(&sentence, plan, chain, i);
		screen_printf(screen, STYLE_DIM, _("  line %u"), (unsigned)chain->at[i].span.line);
		screen_wrap(screen, STYLE_PLAIN, buf_string(&sentence), CHAIN_INDENT);
		screen_end(screen);
		put_source(screen, &lines, chain->at[i].span.line);
		screen->out->failed |= sentence.failed;
		buf_free(&sentence);
	}
	screen->out->failed |= lines.failed;
	source_lines_free(&lines);
}

/* What could have taken place before today: what kept it from doing so even earlier helps nobody. */
static void no_reason(struct screen *screen, plan_day first)
{
	struct buf text = {0};
	buf_printf(&text, _("nothing holds it back: its order has allowed it since %s"), day_text(first).text);
	screen_wrap(screen, STYLE_PLAIN, buf_string(&text), 2);
	screen_end(screen);
	screen->out->failed |= text.failed;
	buf_free(&text);
}

void show_step(struct screen *screen, const struct show *show)
{
	const struct standing *standing = outlook_of(show->outlook, plan_entry_step(show->entry));
	bool open = false;
	dates(screen, show, standing);
	people(screen, standing->step);
	if (standing->step->details)
		details(screen, standing->step->details);
	orders(screen, show);
	if (show->earlier.count)
		show_heading(screen, _("Why not earlier"), &open);
	if (standing_first_day(standing, show->outlook->today) != standing->start.earliest)
		no_reason(screen, standing->start.earliest);
	else
		show_chain(screen, show->outlook->plan, &show->earlier);
	open = false;
	if (show->later.count)
		show_heading(screen, _("Why not later"), &open);
	show_chain(screen, show->outlook->plan, &show->later);
}
