#include "load/dates.h"

#include "base/text.h"
#include "date/print.h"
#include "load/lists.h"

#include <string.h>

enum { NAME_BYTES = 256 };

static int compare_names(const void *a, const void *b)
{
	const struct recess_name *one = a, *two = b;
	size_t shorter = one->length < two->length ? one->length : two->length;
	int order = memcmp(one->name, two->name, shorter);
	return order ? order : (one->length > two->length) - (one->length < two->length);
}

static bool find_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	const struct loader *loader = data;
	char folded[NAME_BYTES];
	struct recess_name wanted = {.name = folded};
	if (!loader->recess_names.count)
		return false;
	wanted.length = text_fold(name, length, folded, sizeof folded);
	const struct recess_name *found =
		bsearch(&wanted, loader->recess_names.at, loader->recess_names.count, sizeof wanted, compare_names);
	if (!found)
		return false;
	*days = found->recess->days;
	return true;
}

static void refuse_date(struct loader *loader, const struct plan_text *text,
						const struct plan_expr_error *error)
{
	struct diag_draft draft;
	struct plan_span span = span_part(text->span, text->text, error->offset, error->length);
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_DATE, span))
		return;
	diag_message(&draft, "%s", error->message);
	if (error->hint[0])
		diag_help(&draft, "%s", error->hint);
	loader_end(loader, &draft);
}

/* Works out what an expression means; false, reported, when it means nothing. */
static bool parse(struct loader *loader, const struct plan_text *text, struct plan_expr *expr)
{
	struct plan_expr_error error;
	struct plan_expr_context context = {
		.year = loader->plan->year,
		.find_recess = find_recess,
		.data = loader,
	};
	if (plan_expr_parse(text->text, strlen(text->text), &context, expr, &error))
		return true;
	refuse_date(loader, text, &error);
	return false;
}

static void note_rolled(struct loader *loader, const struct plan_date *date)
{
	struct diag_draft draft;
	diag_begin(&draft, &loader->findings.kept, PLAN_RULE_BAD_DATE, PLAN_NOTE, date->span);
	diag_step(&draft, loader->findings.entry);
	diag_message(&draft, _("this ends in the year after it begins: %s"), expr_text(&date->expr).text);
	diag_help(&draft, _("write the years, so that nobody has to guess"));
	loader_end(loader, &draft);
}

static void refuse_period(struct loader *loader, const struct plan_date *date)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_DATE, date->span))
		return;
	diag_message(&draft, _("\"%s\" is a period, and this is one day"), date->text);
	if (date->expr.start.earliest != PLAN_DAY_OPEN_START && date->expr.end.latest != PLAN_DAY_OPEN_END)
		diag_help(&draft, _("for one day somewhere in it, write %s..%s"),
				  day_text_iso(date->expr.start.earliest).text, day_text_iso(date->expr.end.latest).text);
	loader_end(loader, &draft);
}

static void refuse_unknown(struct loader *loader, const struct plan_date *date)
{
	struct diag_draft draft;
	plan_day first = date->expr.start.earliest, last = date->expr.end.latest;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_DATE, date->span))
		return;
	diag_message(&draft, _("\"%s\" is neither a known day nor a period between two known days"), date->text);
	if (first != PLAN_DAY_OPEN_START && last != PLAN_DAY_OPEN_END)
		diag_help(&draft, _("for all of its days, write %s/%s"), day_text_iso(first).text,
				  day_text_iso(last).text);
	loader_end(loader, &draft);
}

static bool is_day(struct plan_window window)
{
	return plan_window_is_day(window);
}

/* Checks that a date is of the sort that its key wants. */
static void check_sort(struct loader *loader, enum key_dates wanted, const struct plan_date *date)
{
	const struct plan_expr *expr = &date->expr;
	bool period = expr->kind == PLAN_DATE_PERIOD, known = is_day(expr->start) && is_day(expr->end);
	if (period && (wanted == KEY_DATES_WINDOW || wanted == KEY_DATES_KNOWN_DAY))
		refuse_period(loader, date);
	else if (wanted == KEY_DATES_KNOWN_DAY && !known)
		findings_add(&loader->findings, PLAN_RULE_BAD_DATE, date->span, _("\"%s\" is not one known day"),
					 date->text);
	else if (wanted == KEY_DATES_KNOWN && !known)
		refuse_unknown(loader, date);
	else if (wanted == KEY_DATES_LAST && expr->end.latest == PLAN_DAY_OPEN_END)
		findings_add(&loader->findings, PLAN_RULE_BAD_DATE, date->span, _("\"%s\" has no last day"),
					 date->text);
}

void dates_resolve(struct loader *loader, const struct key *key, struct plan_date *date)
{
	if (date->expr.kind != VALUE_DATE_PENDING)
		return;
	struct plan_text text = {.text = date->text, .span = date->span};
	date->expr = (struct plan_expr){0};
	if (!parse(loader, &text, &date->expr))
		return;
	if (date->expr.rolled)
		note_rolled(loader, date);
	if (key->dates != KEY_DATES_ANY)
		check_sort(loader, (enum key_dates)key->dates, date);
}

static bool add_name(struct loader *loader, const struct plan_recess *recess, const char *name)
{
	char folded[NAME_BYTES];
	size_t length = text_fold(name, strlen(name), folded, sizeof folded);
	if (!length)
		return true;
	struct recess_name *place = VEC_PUSH(&loader->recess_names);
	if (!place)
		return loader_fail(loader);
	*place =
		(struct recess_name){.name = loader_text(loader, folded, length), .length = length, .recess = recess};
	return place->name != NULL;
}

bool dates_resolve_recesses(struct loader *loader)
{
	const struct key_set *set = &keys_recess;
	const struct key *key = set->keys;
	while (key->type != KEY_DATE)
		key++;
	for (size_t i = 0; i < loader->recesses.count; i++) {
		struct plan_recess *recess = loader->recesses.at[i];
		if (!recess->date)
			continue;
		loader->findings.entry = recess->entry.id;
		dates_resolve(loader, key, (struct plan_date *)recess->date);
		recess->days.earliest = recess->date->expr.start.earliest;
		recess->days.latest = recess->date->expr.end.latest;
	}
	loader->findings.entry = NULL;
	for (size_t i = 0; i < loader->recesses.count; i++) {
		const struct plan_recess *recess = loader->recesses.at[i];
		if (!add_name(loader, recess, recess->entry.id) || !add_name(loader, recess, recess->entry.title))
			return false;
	}
	if (loader->recess_names.count)
		qsort(loader->recess_names.at, loader->recess_names.count, sizeof *loader->recess_names.at,
			  compare_names);
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
		size_t errors = loader->findings.kept.counted[PLAN_ERROR];
		if (!parse(loader, &texts.at[i], &date.expr))
			continue;
		check_sort(loader, KEY_DATES_KNOWN_DAY, &date);
		if (errors == loader->findings.kept.counted[PLAN_ERROR])
			days[(*count)++] = (struct known_day){.day = date.expr.start.earliest, .span = date.span};
	}
	return days;
}

static int compare_days(const void *a, const void *b)
{
	const struct known_day *one = a, *two = b;
	return (one->day > two->day) - (one->day < two->day);
}

/* Puts days in order and each only once. */
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

bool dates_resolve_lists(struct loader *loader)
{
	if (loader->closed.count && !resolve_closed(loader))
		return false;
	for (size_t i = 0; i < loader->meets.count; i++) {
		loader->findings.entry = loader->meets.at[i].body->entry.id;
		if (!resolve_meets(loader, &loader->meets.at[i]))
			return false;
	}
	loader->findings.entry = NULL;
	return true;
}

bool dates_make_calendar(struct loader *loader)
{
	struct plan *plan = loader->plan;
	struct plan_window *recesses = loader_alloc(loader, loader->recesses.count * sizeof *recesses);
	if (!recesses)
		return false;
	for (size_t i = 0; i < loader->recesses.count; i++)
		recesses[i] = loader->recesses.at[i]->days;
	struct plan_calendar_spec spec = {
		.country = plan->holidays,
		.weekend = plan->weekend,
		.closed = plan->closed,
		.closed_count = plan->closed_count,
		.recesses = recesses,
		.recess_count = loader->recesses.count,
	};
	return plan_calendar_new(&spec, &plan->calendar) == PLAN_OK || loader_fail(loader);
}
