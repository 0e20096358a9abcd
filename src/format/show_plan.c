#include "format/show.h"

#include "base/text.h"
#include "check/words.h"
#include "date/print.h"

static void text_field(struct screen *screen, const char *label, const char *text)
{
	if (text)
		show_field(screen, label, "%s", text);
}

/* All the days of a date, with the words that stand in the file where it is not one known day. */
static void date_field(struct screen *screen, const char *label, const struct plan_date *date)
{
	if (!date)
		return;
	struct plan_window days = {date->expr.start.earliest, date->expr.end.latest};
	if (plan_window_is_day(days))
		text_field(screen, label, day_text(days.earliest).text);
	else
		show_field(screen, label, "%s (%s)", window_text(days).text, date->text);
}

static void amount_field(struct screen *screen, const char *label, struct plan_lag amount)
{
	if (amount.given && amount.count)
		text_field(screen, label, amount_text(amount).text);
}

static void replaced(struct screen *screen, const struct plan_replaces *replaces)
{
	bool open = false;
	if (!replaces)
		return;
	show_heading(screen, _("Replaces"), &open);
	text_field(screen, _("Title"), replaces->title);
	date_field(screen, _("Adopted"), replaces->adopted);
	date_field(screen, _("Expires"), replaces->expires);
	text_field(screen, _("Notes"), replaces->notes);
}

static void principles(struct screen *screen, const struct plan_texts *texts)
{
	bool open = false;
	for (size_t i = 0; i < texts->count; i++) {
		show_heading(screen, _("Principles"), &open);
		screen_put(screen, STYLE_PLAIN, "  • ");
		screen_wrap(screen, STYLE_PLAIN, texts->at[i].text, 4);
		screen_end(screen);
	}
}

static void weekend(struct buf *out, unsigned days)
{
	for (int day = PLAN_MONDAY; day <= PLAN_SUNDAY; day++)
		if (days & 1u << day)
			buf_printf(out, out->length ? ", %s" : "%s", weekday_name((enum plan_weekday)day));
}

static void closed_days(struct buf *out, const struct plan *plan)
{
	for (size_t i = 0; i < plan->closed_count; i++)
		buf_printf(out, i ? ", %s" : "%s", day_text(plan->closed[i]).text);
}

static void calendar(struct screen *screen, const struct show *show)
{
	const struct plan *plan = show->outlook->plan;
	struct buf weekdays = {0}, closed = {0};
	bool open = false;
	weekend(&weekdays, plan->weekend);
	closed_days(&closed, plan);
	show_heading(screen, _("Calendar"), &open);
	text_field(screen, _("Holidays"), plan->holidays);
	show_field(screen, _("Weekend"), "%s", buf_string(&weekdays));
	show_field(screen, _("Closed"), "%s", buf_string(&closed));
	for (size_t i = 0; i < plan->recesses.count; i++) {
		const struct plan_recess *recess = plan->recesses.at[i];
		show_field(screen, i ? "" : _("Recesses"), "%s (%s), %s", recess->entry.title, recess->entry.id,
				   window_text(recess->days).text);
	}
	screen->out->failed |= weekdays.failed | closed.failed;
	buf_free(&weekdays);
	buf_free(&closed);
}

static void house_rules(struct screen *screen, const struct plan_rules *rules)
{
	bool open = false;
	show_heading(screen, _("House rules"), &open);
	amount_field(screen, _("Margin"), rules->margin);
	amount_field(screen, _("Papers"), rules->papers);
	amount_field(screen, _("Hearings"), rules->hearing);
	amount_field(screen, _("Notice"), rules->notice);
}

void show_plan(struct screen *screen, const struct show *show)
{
	const struct plan *plan = show->outlook->plan;
	bool open = false;
	screen_wrap(screen, STYLE_TITLE, plan->title, 0);
	screen_end(screen);
	show_where(screen, _("plan"), plan->id, plan->source->name, (unsigned)plan->span.line);
	screen_blank(screen);
	text_field(screen, _("Case"), plan->case_number);
	text_field(screen, _("Vision"), plan->vision);
	date_field(screen, _("In force"), plan->period);
	text_field(screen, _("Notes"), plan->notes);
	text_field(screen, _("Link"), plan->url);
	if (plan->approval) {
		show_heading(screen, _("Ends with"), &open);
		show_line(screen, show, plan->approval->entry, NULL);
	}
	replaced(screen, plan->replaces);
	principles(screen, &plan->principles);
	calendar(screen, show);
	house_rules(screen, &plan->rules);
}
