/*
 * Plain dates are read in a short way, all others by the grammar. A blank before a date means nothing and
 * leads past the short way: both have to say the same, of dates as of what is none.
 */
#include "date/lag.h"
#include "date_texts.h"

#include <plan/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXTS = 60000 };

/* A reading of either kind, and what came of it. */
struct result {
	bool ok;
	struct plan_expr expr;
	struct plan_range range;
	struct plan_expr_error error;
};

typedef bool (*reader)(const char *text, size_t length, struct result *result);

static bool find_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	(void)data;
	*days = (struct plan_window){17707, 17748};
	return length == 11 && memcmp(name, "sommerferie", 11) == 0;
}

static bool read_date(const char *text, size_t length, struct result *result)
{
	static const struct plan_expr_context context = {.find_recess = find_recess};
	return plan_expr_parse(text, length, &context, &result->expr, &result->error);
}

static bool read_date_of_a_year(const char *text, size_t length, struct result *result)
{
	static const struct plan_expr_context context = {.year = 2018};
	return plan_expr_parse(text, length, &context, &result->expr, &result->error);
}

static bool read_gap(const char *text, size_t length, struct result *result)
{
	return lag_parse_gap(text, length, &result->range, &result->error);
}

static bool read_duration(const char *text, size_t length, struct result *result)
{
	return lag_parse_duration(text, length, &result->range, &result->error);
}

/* The text with `blanks` before it, in memory of exactly its size. */
static struct result read_behind(const struct buf *text, size_t blanks, reader read)
{
	struct result result;
	memset(&result, 0, sizeof result);
	size_t length = blanks + text->length;
	char *exact = malloc(length ? length : 1);
	assert_non_null(exact);
	memset(exact, ' ', blanks);
	memcpy(exact + blanks, buf_string(text), text->length);
	result.ok = read(exact, length, &result);
	free(exact);
	return result;
}

static bool same_window(struct plan_window a, struct plan_window b)
{
	return a.earliest == b.earliest && a.latest == b.latest;
}

static bool same_expr(const struct plan_expr *a, const struct plan_expr *b)
{
	return same_window(a->start, b->start) && same_window(a->end, b->end) && a->kind == b->kind &&
		   a->qualifier == b->qualifier && a->rolled == b->rolled;
}

static bool same_lag(struct plan_lag a, struct plan_lag b)
{
	return a.count == b.count && a.unit == b.unit && a.given == b.given;
}

/* Whether `b` is the same error of a text that has one blank more before it. */
static bool same_error(const struct plan_expr_error *a, const struct plan_expr_error *b)
{
	bool moved = b->offset == a->offset + 1 && b->length == a->length;
	bool whole = b->offset == a->offset && b->length == a->length + 1;
	return (moved || whole) && strcmp(a->message, b->message) == 0 && strcmp(a->hint, b->hint) == 0;
}

static void check(const struct buf *text, reader read)
{
	struct result plain = read_behind(text, 0, read), blank = read_behind(text, 1, read);
	const char *shown = buf_string(text);
	if (plain.ok != blank.ok)
		fail_msg("\"%s\" is %s, and not with a blank before it", shown, plain.ok ? "read" : "refused");
	if (!plain.ok && !same_error(&plain.error, &blank.error))
		fail_msg("\"%s\": %s (%s); with a blank: %s (%s)", shown, plain.error.message, plain.error.hint,
				 blank.error.message, blank.error.hint);
	if (plain.ok && (!same_expr(&plain.expr, &blank.expr) || !same_lag(plain.range.min, blank.range.min) ||
					 !same_lag(plain.range.max, blank.range.max)))
		fail_msg("\"%s\" means something else with a blank before it", shown);
}

static void check_all(void (*make)(struct buf *, struct random *), reader first, reader second)
{
	struct random random = {UINT64_C(88172645463325252)};
	struct buf text = {0};
	for (int i = 0; i < TEXTS; i++) {
		make(&text, &random);
		check(&text, first);
		check(&text, second);
	}
	buf_free(&text);
}

static void dates_are_read_the_same_both_ways(void **state)
{
	(void)state;
	check_all(date_text, read_date, read_date_of_a_year);
}

/* What only just is a plain date, or only just is none. */
static void limits_are_the_same_both_ways(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"0. maj 2018",
		"31. april 2018",
		"1. januar 1899",
		"1. januar 1900",
		"31. december 2199",
		"31. december 2200",
		"13. jul 2018",
		"ultimo jul 2018",
		"ultimo juli 2018",
		"uge 0 2018",
		"uge 53 2018",
		"uge 53 2020",
		"uge 037 2018",
		"uge 37. 2018",
		"uge 37  2018",
		"uge 37 018",
		"13.. maj 2018",
		"13.maj 2018",
		"13. maj, 2018",
		"13. maj    ",
		"13. Maj",
		"2018-08-13/",
		"2018-08-13/2018-08-12",
		"2018-08-13/2018-08",
		"2018-08-13/2018-07",
		"2018-08-133",
		"2018-08-1",
		"1899-12-31",
		"2200-01",
		"2O18-08-13",
		"2018-O8",
		"abcdefghijklmnopqrstuvwxyzabcde 1 2018",
		"abcdefghijklmnopqrstuvwxyzabcdef 1 2018",
		"1 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz 2018",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf text = {0};
		buf_text(&text, texts[i]);
		check(&text, read_date);
		check(&text, read_date_of_a_year);
		buf_free(&text);
	}
}

static void gaps_and_durations_are_read_the_same_both_ways(void **state)
{
	(void)state;
	check_all(lag_text, read_gap, read_duration);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_the_same_both_ways),
		cmocka_unit_test(limits_are_the_same_both_ways),
		cmocka_unit_test(gaps_and_durations_are_read_the_same_both_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
