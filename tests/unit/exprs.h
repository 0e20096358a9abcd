/*
 * Tables of date expressions and what they mean.
 */
#ifndef TEST_EXPRS_H
#define TEST_EXPRS_H

#include <plan/date.h>

/*
 * A text and how its meaning prints: "first..last" for a window, "first..last/first..last" for a period, an
 * open bound left out, then "?", "~" and "rolled" where they apply. One day stands alone.
 */
struct expr_row {
	const char *text, *meaning;
};

/* A window as a row prints it. The text lives until the next call but one. */
const char *print_window(struct plan_window window);

/* Fails the test, naming the text, unless it means that in a plan of the year (0: without one). */
void check_expr(const char *text, int year, const char *meaning);
void check_exprs(const struct expr_row *rows, size_t count, int year);

#endif
