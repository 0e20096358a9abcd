#include "load/calendar.h"

#include "base/text.h"
#include "load/dates.h"
#include "load/lists.h"
#include "load/recess.h"

#include <string.h>

bool calendar_resolve_recesses(struct loader *loader)
{
	const struct key_set *set = &keys_recess;
	const struct key *key = set->keys;
	while (key->type != KEY_DATE)
		key++;
	size_t count = loader->plan->recesses.count;
	struct plan_recess **recesses = loader->plan->recesses.at;
	for (size_t i = 0; i < count; i++) {
		struct plan_recess *recess = recesses[i];
		if (!recess->date)
			continue;
		loader->findings.entry = &recess->entry.id;
		dates_resolve(loader, key, (struct plan_date *)recess->date);
		recess->days.earliest = recess->date->expr.start.earliest;
		recess->days.latest = recess->date->expr.end.latest;
	}
	loader->findings.entry = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct plan_recess *recess = recesses[i];
		if (!recess_add_name(loader, recess, recess->entry.id) ||
			!recess_add_name(loader, recess, recess->entry.title))
			return false;
	}
	recess_sort_names(loader);
	return true;
}

/* Known days as they stand in a list: each with its place. */
struct known_day {
	plan_day day;
	struct plan_span span;
};

/* Works out a list of texts as known days; those that are none are reported and left out. */
static struct known_day *parse_days(struct loader *loader, struct plan_texts texts, size_t *count)
{
	struct known_day *days = loader_alloc(loader, texts.count * sizeof *days);
	*count = 0;
	for (size_t i = 0; days && i < texts.count; i++) {
		struct plan_date date = {.text = texts.at[i].text, .span = texts.at[i].span};
		if (dates_parse_day(loader, &date))
			days[(*count)++] = (struct known_day){.day = date.expr.start.earliest, .span = date.span};
	}
	return days;
}

static int compare_days(const void *a, const void *b)
{
	const struct known_day *one = a, *two = b;
	if (one->day != two->day)
		return one->day < two->day ? -1 : 1;
	int line = (one->span.line > two->span.line) - (one->span.line < two->span.line);
	return line ? line : (one->span.column > two->span.column) - (one->span.column < two->span.column);
}

/* Puts days in order and each only once, where it stands first. */
static size_t order_days(struct known_day *days, size_t count)
{
	size_t kept = 0;
	if (count)
		qsort(days, count, sizeof *days, compare_days);
	for (size_t i = 0; i < count; i++)
		if (!kept || days[i].day != days[kept - 1].day)
			days[kept++] = days[i];
	return kept;
}

static bool resolve_closed(struct loader *loader)
{
	size_t count;
	struct known_day *known = parse_days(loader, loader->closed, &count);
	plan_day *days = loader_alloc(loader, count * sizeof *days);
	if (!known || !days)
		return false;
	count = order_days(known, count);
	for (size_t i = 0; i < count; i++)
		days[i] = known[i].day;
	loader->plan->closed = days;
	loader->plan->closed_count = count;
	return true;
}

static bool resolve_meets(struct loader *loader, const struct draft_meets *meets)
{
	struct plan_body *body = meets->body;
	size_t weekdays = 0, count;
	for (size_t i = 0; i < meets->days.count; i++)
		weekdays += list_weekday(meets->days.at[i].text) >= 0;
	if (weekdays) {
		body->meets_weekdays = (uint8_t)list_weekday_bits(loader, meets->days);
		return true;
	}
	struct known_day *known = parse_days(loader, meets->days, &count);
	plan_day *days = loader_alloc(loader, count * sizeof *days);
	struct plan_span *spans = loader_alloc(loader, count * sizeof *spans);
	if (!known || !days || !spans)
		return false;
	count = order_days(known, count);
	for (size_t i = 0; i < count; i++) {
		days[i] = known[i].day;
		spans[i] = known[i].span;
	}
	body->meets = days;
	body->meets_spans = spans;
	body->meets_count = count;
	return true;
}

bool calendar_resolve_days(struct loader *loader)
{
	if (loader->closed.count && !resolve_closed(loader))
		return false;
	for (size_t i = 0; i < loader->meets.count; i++) {
		loader->findings.entry = &loader->meets.at[i].body->entry.id;
		if (!resolve_meets(loader, &loader->meets.at[i]))
			return false;
	}
	loader->findings.entry = NULL;
	return true;
}

bool calendar_make(struct loader *loader)
{
	struct plan *plan = loader->plan;
	size_t count = plan->recesses.count;
	struct plan_window *recesses = loader_alloc(loader, count * sizeof *recesses);
	if (!recesses)
		return false;
	for (size_t i = 0; i < count; i++)
		recesses[i] = plan->recesses.at[i]->days;
	struct plan_calendar_spec spec = {
		.country = plan->holidays,
		.weekend = plan->weekend,
		.closed = plan->closed,
		.closed_count = plan->closed_count,
		.recesses = recesses,
		.recess_count = count,
	};
	if (plan_calendar_new(&spec, &plan->calendar) != PLAN_OK)
		return loader_fail(loader);
	return true;
}
