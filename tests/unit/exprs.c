#include "exprs.h"

#include "date/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool find_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	static const struct {
		const char *name;
		struct plan_window days;
	} recesses[] = {
		{"sommerferie", {17707, 17748}},    /* 2018-06-25 to 2018-08-05 */
		{"efterårsferien", {17819, 17823}}, /* 2018-10-15 to 2018-10-19 */
		{"jul", {17889, 17897}},            /* 2018-12-24 to 2019-01-01 */
		{"første del af ferien", {17707, 17720}},
		{"påske", {17618, 17623}}, /* 2018-03-28 to 2018-04-02 */
		{"ferier", {17000, 17001}},
	};
	assert_ptr_equal(data, &find_recess);
	for (size_t i = 0; i < COUNT(recesses); i++)
		if (strlen(recesses[i].name) == length && memcmp(recesses[i].name, name, length) == 0) {
			*days = recesses[i].days;
			return true;
		}
	return false;
}

const char *print_window(struct plan_window window)
{
	static char out[2][160];
	static int turn;
	char *text = out[turn = !turn];
	if (plan_window_is_day(window))
		snprintf(text, sizeof out[0], "%s", day_text_iso(window.earliest).text);
	else
		snprintf(text, sizeof out[0], "%s..%s", day_text_iso(window.earliest).text,
				 day_text_iso(window.latest).text);
	return text;
}

static const char *print_expr(const struct plan_expr *expr)
{
	static char out[512];
	const char *separator = expr->kind == PLAN_DATE_PERIOD ? "/" : "";
	snprintf(out, sizeof out, "%s%s%s%s%s%s", print_window(expr->start), separator,
			 *separator ? print_window(expr->end) : "", expr->qualifier & PLAN_DATE_UNCERTAIN ? "?" : "",
			 expr->qualifier & PLAN_DATE_APPROXIMATE ? "~" : "", expr->rolled ? " rolled" : "");
	if (expr->kind == PLAN_DATE_WINDOW) {
		assert_int_equal(expr->start.earliest, expr->end.earliest);
		assert_int_equal(expr->start.latest, expr->end.latest);
	}
	return out;
}

/* The text in memory of exactly its size, so that reading beyond it is caught by the sanitizers. */
static bool parse(const char *text, size_t length, int year, struct plan_expr *expr,
				  struct plan_expr_error *error)
{
	struct plan_expr_context context = {.year = year, .find_recess = find_recess, .data = &find_recess};
	char *exact = malloc(length ? length : 1);
	memcpy(exact, text, length);
	bool ok = plan_expr_parse(exact, length, &context, expr, error);
	free(exact);
	return ok;
}

void check_expr(const char *text, int year, const char *meaning)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	if (!parse(text, strlen(text), year, &expr, &error))
		fail_msg("%s: %s", text, error.message);
	if (strcmp(print_expr(&expr), meaning) != 0)
		fail_msg("%s: read as %s, not %s", text, print_expr(&expr), meaning);
}

void check_exprs(const struct expr_row *rows, size_t count, int year)
{
	for (size_t i = 0; i < count; i++)
		check_expr(rows[i].text, year, rows[i].meaning);
}
