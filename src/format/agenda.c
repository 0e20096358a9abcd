#include "format/agenda.h"

#include "format/moment.h"
#include "format/table.h"

#include <stdio.h>
#include <string.h>

void event_sentence(struct buf *out, const struct event *event)
{
	static const char *const sentences[] = {
		[EVENT_MEETING] = N_("%s"), [EVENT_OPENS] = N_("%s opens"), [EVENT_CLOSES] = N_("%s closes"),
		[EVENT_WITHIN] = N_("%s"),  [EVENT_DUE] = N_("%s is due"),
	};
	const char *sentence = event->group == EVENT_OVERDUE ? "%s" : _(sentences[event->kind]);
	buf_printf(out, sentence, event->standing->step->entry.title);
}

struct plan_window event_days(const struct event *event)
{
	struct plan_window days = event->days;
	if (event->kind == EVENT_DUE && event->standing->firmness == FIRM_UNDATED)
		days.earliest = PLAN_DAY_OPEN_START;
	return days;
}

/* --- headings ------------------------------------------------------------------------------- */

static plan_day monday_of(plan_day day)
{
	return day - (plan_day)plan_day_weekday(day);
}

static void weeks(struct buf *out, plan_day from, plan_day to, plan_day today)
{
	struct plan_window days = {monday_of(from), monday_of(to) + 6};
	if (days.latest - days.earliest < 7)
		buf_printf(out, _("Week %1$d · %2$s"), plan_day_iso_week(from).week,
				   moment_without_year(window_text(days).text, today).text);
	else
		buf_printf(out, _("Weeks %1$d–%2$d · %3$s"), plan_day_iso_week(from).week, plan_day_iso_week(to).week,
				   moment_without_year(window_text(days).text, today).text);
}

/* What a heading says of the events below it; events with the same one stand together. */
static void heading_of(struct buf *out, const struct event *event, plan_day today)
{
	struct plan_window days = event->days;
	plan_day from = days.earliest > today ? days.earliest : today;
	if (event->group == EVENT_OVERDUE)
		buf_text(out, _("Overdue"));
	else if (event->pressing)
		weeks(out, days.latest, days.latest, today);
	else if (event->group == EVENT_UNDATED)
		buf_text(out, _("Without a date yet"));
	else if (days.latest == PLAN_DAY_OPEN_END)
		buf_text(out, _("Later"));
	else
		weeks(out, event->kind == EVENT_DUE ? days.latest : from, days.latest, today);
}

static void put_heading(struct table *table, const struct event *event, plan_day today, struct buf *before)
{
	struct buf now = {0};
	heading_of(&now, event, today);
	if (strcmp(buf_string(&now), buf_string(before)) != 0) {
		table_heading(table, STYLE_PLAIN, "%s", "");
		table_heading(table, event->group == EVENT_OVERDUE ? STYLE_BAD : STYLE_BOLD, "%s", buf_string(&now));
	}
	table->failed |= now.failed;
	buf_free(before);
	*before = now;
}

/* --- events --------------------------------------------------------------------------------- */

static const struct table_column columns[] = {
	{0}, /* when */
	{.weight = 3, .lines = 6, .least = 20},
	{0}, /* how far away */
	{.weight = 1, .lines = 3, .least = 10, .drop = 1},
	{.from = 110}, /* the id */
};

/* A line below an event's title: a label and a text, both of which are freed. */
static void detail(struct table *table, enum style style, const char *label, struct buf *text)
{
	table_cell(table, STYLE_PLAIN, "%s", "");
	table_cell(table, style, label ? "%s %s" : "%s%s", label ? label : "", buf_string(text));
	for (int i = 0; i < 3; i++)
		table_cell(table, STYLE_PLAIN, "%s", "");
	table->failed |= text->failed;
	buf_free(text);
}

static void firmness(struct table *table, const struct event *event)
{
	struct buf text = {0};
	if (event->pressing)
		buf_text(&text, _("no day is set yet"));
	else if (event->group == EVENT_DATED && !plan_window_is_day(event->days) && event->kind != EVENT_WITHIN)
		buf_text(&text, _("the day is not known yet"));
	else if (event->standing->step->status == PLAN_CONFIRMED)
		buf_text(&text, _("confirmed"));
	if (text.length || text.failed)
		detail(table, STYLE_DIM, NULL, &text);
}

/* The papers that a step needs and that are not done. */
static void papers(struct table *table, const struct event *event)
{
	const struct outlook *outlook = event->outlook;
	const struct plan_step *paper = outlook_first_paper(outlook, event->standing->step);
	for (; paper; paper = outlook_next_paper(outlook, paper)) {
		const struct standing *standing = outlook_of(outlook, paper);
		struct buf text = {0};
		if (standing->state == STATE_DONE || standing->state == STATE_CANCELLED)
			continue;
		buf_printf(&text, _("%1$s, %2$s"), paper->entry.title, moment_short(outlook, standing).text);
		detail(table, STYLE_DIM, _("Paper:"), &text);
	}
}

static void themes(struct table *table, const struct event *event)
{
	const struct outlook *outlook = event->outlook;
	const struct plan_theme *theme = outlook_first_theme(outlook, event->standing->step);
	for (; theme; theme = outlook_next_theme(outlook, theme)) {
		struct buf text = {0};
		buf_text(&text, theme->entry.title);
		for (size_t i = 0; i < theme->speakers.count; i++)
			buf_printf(&text, i ? ", %s" : " – %s", theme->speakers.at[i].text);
		detail(table, STYLE_DIM, _("Theme:"), &text);
	}
}

/* Which reading of what it is, unless the title tells: "2. behandling". */
static void reading(struct table *table, const struct event *event)
{
	const struct plan_step *step = event->standing->step;
	const char *item = step->details ? step->details->item : NULL;
	struct buf text = {0};
	char number[16];
	snprintf(number, sizeof number, "%u.", step->reading);
	if (!step->reading || !item || strstr(step->entry.title, item) || strstr(step->entry.title, number))
		return;
	buf_printf(&text, _("%1$u of %2$s"), step->reading, item);
	detail(table, STYLE_DIM, _("Reading:"), &text);
}

static void parties(struct table *table, const struct event *event)
{
	struct plan_refs refs = plan_step_parties(event->standing->step);
	struct buf text = {0};
	for (size_t i = 0; i < refs.count; i++)
		buf_printf(&text, i ? ", %s" : "%s", refs.at[i].entry->title);
	if (refs.count)
		detail(table, STYLE_DIM, _("Heard:"), &text);
}

static void put_event(struct table *table, const struct event *event, plan_day today, bool merged)
{
	const struct plan_step *step = event->standing->step;
	enum firmness firm = event->standing->firmness;
	struct buf what = {0}, bodies = {0}, title = {0};
	event_sentence(&what, event);
	bodies_text(&bodies, step);
	table_cell(table, event->group == EVENT_OVERDUE ? STYLE_BAD : STYLE_PLAIN, "  %s",
			   moment_window_short(event_days(event), firm, today).text);
	table_cell(table, STYLE_PLAIN, "%s", buf_string(&what));
	table_cell(table, STYLE_PLAIN, "%s", moment_until(event_days(event), firm, today).text);
	table_cell(table, STYLE_DIM, "%s", buf_string(&bodies));
	table_cell(table, STYLE_DIM, "%s", step->entry.id);
	table->failed |= what.failed || bodies.failed;
	buf_free(&what);
	buf_free(&bodies);
	if (merged) {
		buf_text(&title, event->outlook->plan->title);
		detail(table, STYLE_DIM, _("Plan:"), &title);
	}
	if (event->group == EVENT_OVERDUE) /* what became of it is asked, not what it needed */
		return;
	firmness(table, event);
	reading(table, event);
	if (event->kind != EVENT_CLOSES)
		papers(table, event);
	themes(table, event);
	if (step->hearing)
		parties(table, event);
}

void agenda_screen(struct screen *screen, const struct agenda *agenda, plan_day today, bool merged)
{
	struct buf before = {0};
	struct table table;
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(today).text, week_text(today).text);
	screen_end(screen);
	if (!agenda->events.count) {
		screen_end(screen);
		screen_put(screen, STYLE_PLAIN, _("Nothing is to come."));
		screen_end(screen);
	}
	table_begin(&table, screen, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < agenda->events.count; i++) {
		put_heading(&table, &agenda->events.at[i], today, &before);
		put_event(&table, &agenda->events.at[i], today, merged);
	}
	table_end(&table);
	screen->out->failed |= before.failed;
	buf_free(&before);
	if (agenda->left_out) {
		screen_end(screen);
		screen_printf(screen, STYLE_DIM,
					  P_("%zu more; 'plan next --all' shows it", "%zu more; 'plan next --all' shows them",
						 agenda->left_out),
					  agenda->left_out);
		screen_end(screen);
	}
}
