#include "load/dates.h"

#include "base/text.h"
#include "date/print.h"
#include "load/recess.h"

#include <string.h>

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

/* A recess cannot be looked up before the end of the file: the date that asks for one has to wait. */
static bool ask_for_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	struct loader *loader = *(struct loader *const *)data;
	(void)name, (void)length, (void)days;
	loader->asked_for_recess = true;
	return false;
}

/*
 * Works out what an expression means as far as that is known when it is read. False when it has to wait: it
 * lacks a year or names a recess, or it is wrong.
 */
static bool parse_early(struct loader *loader, const char *text, size_t length, struct plan_expr *expr)
{
	struct plan_expr_error error;
	struct plan_expr_context context = {
		.year = loader->plan->year,
		.find_recess = ask_for_recess,
		.data = &loader,
	};
	loader->asked_for_recess = false;
	return plan_expr_parse(text, length, &context, expr, &error) && !loader->asked_for_recess;
}

/* Works out what an expression means; false, reported, when it means nothing. */
static bool parse(struct loader *loader, const struct plan_text *text, struct plan_expr *expr)
{
	struct plan_expr_error error;
	struct plan_expr_context context = {
		.year = loader->plan->year,
		.find_recess = recess_find,
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
	diag_step(&draft, loader->findings.entry ? *loader->findings.entry : NULL);
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

static void check(struct loader *loader, const struct key *key, const struct plan_date *date)
{
	if (date->expr.rolled)
		note_rolled(loader, date);
	if (key->dates != KEY_DATES_ANY)
		check_sort(loader, (enum key_dates)key->dates, date);
}

/* A kind of expression that is not worked out yet: enum plan_date_kind has no such number. */
enum { PENDING = 0xFF };

bool dates_read(struct loader *loader, const struct key *key, void *base)
{
	const char *text = value_plain_text(loader, key);
	if (!text)
		return value_go_on(loader);
	size_t length = reader_length(&loader->reader);
	struct plan_date *date = loader_slab(loader, &loader->dates, sizeof *date);
	if (!date)
		return false;
	date->text = loader_text(loader, text, length);
	date->span = reader_span(&loader->reader);
	*(const struct plan_date **)((char *)base + key->offset) = date;
	if (parse_early(loader, text, length, &date->expr)) {
		check(loader, key, date);
		return date->text != NULL;
	}
	date->expr.kind = PENDING;
	struct pending_date *pending = VEC_PUSH(&loader->pending_dates);
	if (!pending)
		return loader_fail(loader);
	*pending = (struct pending_date){.date = date, .key = key, .owner = loader->entry};
	return date->text != NULL;
}

void dates_resolve(struct loader *loader, const struct key *key, struct plan_date *date)
{
	if (date->expr.kind != PENDING)
		return;
	struct plan_text text = {.text = date->text, .span = date->span};
	date->expr = (struct plan_expr){0};
	if (parse(loader, &text, &date->expr))
		check(loader, key, date);
}

bool dates_parse_day(struct loader *loader, struct plan_date *date)
{
	struct plan_text text = {.text = date->text, .span = date->span};
	if (!parse(loader, &text, &date->expr))
		return false;
	size_t errors = loader->findings.kept.counted[PLAN_ERROR];
	check_sort(loader, KEY_DATES_KNOWN_DAY, date);
	return errors == loader->findings.kept.counted[PLAN_ERROR];
}

void dates_resolve_pending(struct loader *loader)
{
	for (size_t i = 0; i < loader->pending_dates.count; i++) {
		const struct pending_date *pending = &loader->pending_dates.at[i];
		loader->findings.entry = pending->owner ? &pending->owner->id : NULL;
		dates_resolve(loader, pending->key, pending->date);
	}
	loader->findings.entry = NULL;
}
