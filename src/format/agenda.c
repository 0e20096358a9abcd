#include "format/agenda.h"

#include "format/moment.h"

#include <string.h>

enum { DETAIL = 6 };

void event_sentence(struct buf *out, const struct event *event)
{
	static const char *const sentences[] = {
		[EVENT_MEETING] = N_("%s"),
		[EVENT_OPENS] = N_("%s opens"),
		[EVENT_CLOSES] = N_("%s closes"),
		[EVENT_DUE] = N_("%s is due"),
	};
	bool whole = event->kind == EVENT_OPENS && event->group == EVENT_UNDATED;
	buf_printf(out, whole ? "%s" : _(sentences[event->kind]), event->standing->step->entry.title);
}

/* What a heading says of the events below it; events with the same one stand together. */
static void heading_of(struct buf *out, const struct event *event, plan_day today)
{
	struct plan_window days = event->days;
	plan_day from = days.earliest > today ? days.earliest : today;
	if (event->group == EVENT_OVERDUE) {
		buf_text(out, _("Overdue"));
	} else if (event->group == EVENT_UNDATED) {
		buf_text(out, _("Without a date yet"));
	} else if (days.latest == PLAN_DAY_OPEN_END) {
		buf_text(out, _("Later"));
	} else if (event->kind == EVENT_DUE) {
		buf_printf(out, _("%1$s %2$d"), week_text(days.latest).text, plan_day_iso_week(days.latest).year);
	} else if (plan_day_iso_week(from).week == plan_day_iso_week(days.latest).week &&
			   days.latest - from < 7) {
		buf_printf(out, _("%1$s %2$d"), week_text(from).text, plan_day_iso_week(from).year);
	} else {
		buf_printf(out, _("%1$s–%2$d %3$d"), week_text(from).text, plan_day_iso_week(days.latest).week,
				   plan_day_iso_week(days.latest).year);
	}
}

static void put_heading(struct screen *screen, const struct event *event, plan_day today, struct buf *before)
{
	struct buf now = {0};
	heading_of(&now, event, today);
	if (!before->data || strcmp(buf_string(&now), buf_string(before)) != 0) {
		screen_end(screen);
		screen_put(screen, event->group == EVENT_OVERDUE ? STYLE_BAD : STYLE_BOLD, buf_string(&now));
		screen_end(screen);
	}
	buf_free(before);
	*before = now;
}

static void detail(struct screen *screen, const char *label, const char *text)
{
	screen_to(screen, DETAIL);
	screen_printf(screen, STYLE_DIM, "%s ", label);
	screen_wrap(screen, STYLE_PLAIN, text, DETAIL + 2);
	screen_end(screen);
}

static const char *firmness_note(const struct event *event)
{
	if (event->standing->firmness == FIRM_KNOWN || plan_window_is_day(event->days))
		return event->standing->step->status == PLAN_CONFIRMED ? _("confirmed") : NULL;
	return event->group == EVENT_UNDATED ? NULL : _("the day is not known yet");
}

/* The papers that a step needs and that are not done. */
static void papers(struct screen *screen, const struct event *event)
{
	const struct plan *plan = event->outlook->plan;
	for (size_t i = 0; i < plan->documents.count; i++) {
		const struct plan_step *paper = plan->documents.at[i];
		const struct standing *standing = outlook_of(event->outlook, paper);
		if (!paper->paper_for || paper->paper_for->entry != &event->standing->step->entry)
			continue;
		if (standing->state == STATE_DONE || standing->state == STATE_CANCELLED)
			continue;
		struct buf line = {0};
		buf_printf(&line, _("%1$s, %2$s"), paper->entry.title, moment_when(event->outlook, standing).text);
		detail(screen, _("Paper:"), buf_string(&line));
		screen->out->failed |= line.failed;
		buf_free(&line);
	}
}

static void themes(struct screen *screen, const struct event *event)
{
	const struct plan *plan = event->outlook->plan;
	for (size_t i = 0; i < plan->themes.count; i++) {
		const struct plan_theme *theme = plan->themes.at[i];
		if (!theme->meeting || theme->meeting->entry != &event->standing->step->entry)
			continue;
		struct buf line = {0};
		buf_text(&line, theme->entry.title);
		for (size_t k = 0; k < theme->speakers.count; k++)
			buf_printf(&line, k ? ", %s" : " – %s", theme->speakers.at[k].text);
		detail(screen, _("Theme:"), buf_string(&line));
		screen->out->failed |= line.failed;
		buf_free(&line);
	}
}

static void parties(struct screen *screen, const struct event *event)
{
	const struct plan_refs *refs = &event->standing->step->parties;
	struct buf line = {0};
	for (size_t i = 0; i < refs->count; i++)
		buf_printf(&line, i ? ", %s" : "%s", refs->at[i].entry->title);
	if (refs->count)
		detail(screen, _("Heard:"), buf_string(&line));
	screen->out->failed |= line.failed;
	buf_free(&line);
}

static void put_when(struct screen *screen, const struct event *event, plan_day today)
{
	enum firmness firmness = event->standing->firmness;
	struct plan_window days = event->days;
	screen_put(screen, STYLE_PLAIN, "  ");
	screen_put(screen, event->group == EVENT_OVERDUE ? STYLE_BAD : STYLE_BOLD,
			   moment_window(days, firmness, today).text);
	struct moment_text until = moment_until(days, firmness, today);
	if (*until.text)
		screen_printf(screen, STYLE_PLAIN, " · %s", until.text);
	const char *note = firmness_note(event);
	if (note)
		screen_printf(screen, STYLE_WARN, " · %s", note);
	struct buf bodies = {0};
	bodies_text(&bodies, event->standing->step);
	if (bodies.length && screen_width(screen, bodies.data, bodies.length) + 3 <= screen_left(screen))
		screen_printf(screen, STYLE_PLAIN, " · %s", bodies.data);
	screen_end(screen);
	screen->out->failed |= bodies.failed;
	buf_free(&bodies);
}

static void put_event(struct screen *screen, const struct event *event, plan_day today, bool merged)
{
	struct buf what = {0};
	const struct plan_step *step = event->standing->step;
	event_sentence(&what, event);
	put_when(screen, event, today);
	screen_to(screen, 4);
	screen_wrap(screen, STYLE_PLAIN, buf_string(&what), 4);
	screen_end(screen);
	if (merged)
		detail(screen, _("Plan:"), event->outlook->plan->title);
	if (event->kind == EVENT_MEETING || event->kind == EVENT_OPENS)
		papers(screen, event);
	themes(screen, event);
	if (step->hearing)
		parties(screen, event);
	screen->out->failed |= what.failed;
	buf_free(&what);
}

void agenda_screen(struct screen *screen, const struct agenda *agenda, plan_day today, bool merged)
{
	struct buf before = {0};
	screen_printf(screen, STYLE_DIM, _("As of %1$s, %2$s"), day_text(today).text, week_text(today).text);
	screen_end(screen);
	if (!agenda->events.count) {
		screen_end(screen);
		screen_put(screen, STYLE_PLAIN, _("Nothing is to come"));
		screen_end(screen);
	}
	for (size_t i = 0; i < agenda->events.count; i++) {
		put_heading(screen, &agenda->events.at[i], today, &before);
		put_event(screen, &agenda->events.at[i], today, merged);
	}
	if (agenda->left_out) {
		screen_end(screen);
		screen_printf(screen, STYLE_DIM,
					  P_("and %zu more; -n shows more", "and %zu more; -n shows more", agenda->left_out),
					  agenda->left_out);
		screen_end(screen);
	}
	screen->out->failed |= before.failed;
	buf_free(&before);
}
