/* What date expressions mean: every row of the grammar in both languages, and what holds for all of them. */
#include <plan/date.h>

#include "date/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/*
 * A text and how its meaning prints: "first..last" for a window, "first..last/first..last" for a period, an
 * open bound left out, then "?", "~" and "rolled" where they apply. One day stands alone.
 */
struct row {
	const char *text, *meaning;
};

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

static const char *print_window(struct plan_window window)
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

static void check_row(const char *text, int year, const char *meaning)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	if (!parse(text, strlen(text), year, &expr, &error))
		fail_msg("%s: %s", text, error.message);
	if (strcmp(print_expr(&expr), meaning) != 0)
		fail_msg("%s: read as %s, not %s", text, print_expr(&expr), meaning);
}

static void check_rows(const struct row *rows, size_t count, int year)
{
	for (size_t i = 0; i < count; i++)
		check_row(rows[i].text, year, rows[i].meaning);
}

static void digits_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2018-08-13", "2018-08-13"},
		{" 2018-08-13\t", "2018-08-13"},
		{"1900-01-01", "1900-01-01"},
		{"2199-12-31", "2199-12-31"},
		{"2016-02-29", "2016-02-29"},
		{"2018", "2018-01-01..2018-12-31"},
		{"2018-02", "2018-02-01..2018-02-28"},
		{"2018-12", "2018-12-01..2018-12-31"},
		{"2018-W11", "2018-03-12..2018-03-18"},
		{"2018-w11", "2018-03-12..2018-03-18"},
		{"2018-W7", "2018-02-12..2018-02-18"},
		{"2018-W01", "2018-01-01..2018-01-07"},
		{"2020-W53", "2020-12-28..2021-01-03"},
		{"2018-W33-1", "2018-08-13"},
		{"2018-W33-7", "2018-08-19"},
		{"2018-W7-3", "2018-02-14"},
		{"1900-W01", "1900-01-01..1900-01-07"},
		{"2199-W52", "2199-12-23..2199-12-29"},
		{"2018-21", "2018-03-01..2018-05-31"},
		{"2018-22", "2018-06-01..2018-08-31"},
		{"2018-23", "2018-09-01..2018-11-30"},
		{"2018-33", "2018-01-01..2018-03-31"},
		{"2018-34", "2018-04-01..2018-06-30"},
		{"2018-35", "2018-07-01..2018-09-30"},
		{"2018-36", "2018-10-01..2018-12-31"},
		{"2018-40", "2018-01-01..2018-06-30"},
		{"2018-41", "2018-07-01..2018-12-31"},
		{"2018-Q1", "2018-01-01..2018-03-31"},
		{"2018-q4", "2018-10-01..2018-12-31"},
		{"2018-H1", "2018-01-01..2018-06-30"},
		{"2018-h2", "2018-07-01..2018-12-31"},
		{"201X", "2010-01-01..2019-12-31"},
		{"201x", "2010-01-01..2019-12-31"},
		{"20XX", "2000-01-01..2099-12-31"},
		{"19XX", "1900-01-01..1999-12-31"},
		{"21xx", "2100-01-01..2199-12-31"},
		{"219X", "2190-01-01..2199-12-31"},
		{"201X-XX", "2010-01-01..2019-12-31"},
		{"201X-XX-XX", "2010-01-01..2019-12-31"},
		{"20XX-XX", "2000-01-01..2099-12-31"},
		{"20XX-XX-XX", "2000-01-01..2099-12-31"},
		{"2018-XX", "2018-01-01..2018-12-31"},
		{"2018-XX-XX", "2018-01-01..2018-12-31"},
		{"2018-08-XX", "2018-08-01..2018-08-31"},
		{"2018-08-13?", "2018-08-13?"},
		{"2018-08-13~", "2018-08-13~"},
		{"2018-08-13%", "2018-08-13?~"},
		{"2018-08?", "2018-08-01..2018-08-31?"},
		{"2018~", "2018-01-01..2018-12-31~"},
		{"201X?", "2010-01-01..2019-12-31?"},
		{"2018-Q3 ~", "2018-07-01..2018-09-30~"},
		{"2018-08-01..2018-08-24", "2018-08-01..2018-08-24"},
		{"2018-08-01 .. 2018-08-24", "2018-08-01..2018-08-24"},
		{"2018-08..2018-09", "2018-08-01..2018-09-30"},
		{"2018-W33..2018-W35", "2018-08-13..2018-09-02"},
		{"2018-08-13..2018-08-13", "2018-08-13"},
	};
	check_rows(rows, COUNT(rows), 0);
}

static void words_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"13. august", "2018-08-13"},
		{"13. august 2018", "2018-08-13"},
		{"13.august 2018", "2018-08-13"},
		{"13.  August   2019", "2019-08-13"},
		{"13. aug. 2018", "2018-08-13"},
		{"13. AUG", "2018-08-13"},
		{"1. maj", "2018-05-01"},
		{"den 13. august", "2018-08-13"},
		{"d. 13. august 2018", "2018-08-13"},
		{"mandag 13. august", "2018-08-13"},
		{"mandag den 13. august 2018", "2018-08-13"},
		{"Mandag d. 13. august 2018", "2018-08-13"},
		{"mandag, den 13. august 2018", "2018-08-13"},
		{"man. 13. aug. 2018", "2018-08-13"},
		{"LØRDAG 18. AUGUST 2018", "2018-08-18"},
		{"søn. den 19. august", "2018-08-19"},
	};
	check_rows(rows, COUNT(rows), 2018);
	static const struct row english[] = {
		{"13 August", "2018-08-13"},
		{"13 August 2018", "2018-08-13"},
		{"13 Aug, 2018", "2018-08-13"},
		{"August 13", "2018-08-13"},
		{"August 13, 2018", "2018-08-13"},
		{"August 13 2019", "2019-08-13"},
		{"Aug. 13, 2018", "2018-08-13"},
		{"Monday 13 August 2018", "2018-08-13"},
		{"Monday, August 13, 2018", "2018-08-13"},
		{"Mon 13 Aug 2018", "2018-08-13"},
		{"Mon, 13 Aug 2018", "2018-08-13"},
		{"13th August 2018", "2018-08-13"},
		{"the 1st of May 2018", "2018-05-01"},
		{"August 2nd, 2018", "2018-08-02"},
		{"3rd of August", "2018-08-03"},
		{"1 May", "2018-05-01"},
		{"May 1", "2018-05-01"},
		{"5 Jul 2018", "2018-07-05"},
		{"Jul 5, 2018", "2018-07-05"},
		{"1. jul 2018", "2018-07-01"},
	};
	check_rows(english, COUNT(english), 2018);
}

static void every_month_and_weekday_has_its_words(void **state)
{
	(void)state;
	static const char *const months[] = {
		"januar january jan",
		"februar february feb",
		"marts march mar",
		"april apr",
		"maj may",
		"juni june jun",
		"juli july",
		"august aug",
		"september sept sep",
		"oktober october okt oct",
		"november nov",
		"december dec",
	};
	static const char *const weekdays[] = {
		"mandag monday man mon",    "tirsdag tuesday tir tirs tue tues",
		"onsdag wednesday ons wed", "torsdag thursday tor tors thu thurs",
		"fredag friday fre fri",    "lørdag saturday lør sat",
		"søndag sunday søn sun",
	};
	char list[128], text[128];
	for (int i = 0; i < 12; i++) {
		struct plan_window days = {plan_day_from_civil((struct plan_civil){2018, i + 1, 1}), 0};
		days.latest = days.earliest + plan_month_days(2018, i + 1) - 1;
		snprintf(list, sizeof list, "%s", months[i]);
		for (char *word = strtok(list, " "); word; word = strtok(NULL, " ")) {
			check_row(word, 2018, print_window(days));
			snprintf(text, sizeof text, "%s. 2018", word);
			check_row(text, 0, print_window(days));
		}
	}
	for (int i = 0; i < 7; i++) {
		snprintf(list, sizeof list, "%s", weekdays[i]);
		for (char *word = strtok(list, " "); word; word = strtok(NULL, " ")) {
			snprintf(text, sizeof text, "%s %d. august 2018", word, 13 + i);
			check_row(text, 0, day_text_iso(17756 + i).text);
		}
	}
}

static void stretches_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"august", "2018-08-01..2018-08-31"},
		{"September", "2018-09-01..2018-09-30"},
		{"december 2010", "2010-12-01..2010-12-31"},
		{"i marts", "2018-03-01..2018-03-31"},
		{"in March 2019", "2019-03-01..2019-03-31"},
		{"februar 2016", "2016-02-01..2016-02-29"},
		{"primo januar 2019", "2019-01-01..2019-01-10"},
		{"medio januar 2019", "2019-01-11..2019-01-20"},
		{"ultimo januar 2019", "2019-01-21..2019-01-31"},
		{"ultimo februar", "2018-02-21..2018-02-28"},
		{"early January 2019", "2019-01-01..2019-01-10"},
		{"mid January 2019", "2019-01-11..2019-01-20"},
		{"mid-January 2019", "2019-01-11..2019-01-20"},
		{"late January 2019", "2019-01-21..2019-01-31"},
		{"Ultimo Januar", "2018-01-21..2018-01-31"},
		{"ultimo 2019-01", "2019-01-21..2019-01-31"},
		{"primo 2019", "2019-01-01..2019-04-30"},
		{"medio 2019", "2019-05-01..2019-08-31"},
		{"ultimo 2019", "2019-09-01..2019-12-31"},
		{"early 2018", "2018-01-01..2018-04-30"},
		{"mid 2018", "2018-05-01..2018-08-31"},
		{"late 2018", "2018-09-01..2018-12-31"},
		{"2. uge i marts", "2018-03-12..2018-03-18"},
		{"2. uge i marts 2010", "2010-03-08..2010-03-14"},
		{"den 2. uge i marts 2010", "2010-03-08..2010-03-14"},
		{"anden uge i marts", "2018-03-12..2018-03-18"},
		{"2nd week of March", "2018-03-12..2018-03-18"},
		{"first week of October 2018", "2018-10-01..2018-10-07"},
		{"5. uge i juli 2018", "2018-07-30..2018-08-05"},
		{"4. uge i februar 2010", "2010-02-22..2010-02-28"},
		{"uge 7", "2018-02-12..2018-02-18"},
		{"uge 07", "2018-02-12..2018-02-18"},
		{"uge 11 2010", "2010-03-15..2010-03-21"},
		{"uge 11, 2010", "2010-03-15..2010-03-21"},
		{"Uge 1 2019", "2018-12-31..2019-01-06"},
		{"week 53 2020", "2020-12-28..2021-01-03"},
		{"week 33", "2018-08-13..2018-08-19"},
		{"1. kvartal", "2018-01-01..2018-03-31"},
		{"4. kvartal 2019", "2019-10-01..2019-12-31"},
		{"2nd quarter 2019", "2019-04-01..2019-06-30"},
		{"third quarter of 2019", "2019-07-01..2019-09-30"},
		{"1. halvår 2019", "2019-01-01..2019-06-30"},
		{"2. halvår", "2018-07-01..2018-12-31"},
		{"Q1", "2018-01-01..2018-03-31"},
		{"q3 2019", "2019-07-01..2019-09-30"},
		{"H2 2019", "2019-07-01..2019-12-31"},
		{"forår", "2018-03-01..2018-05-31"},
		{"foråret 2019", "2019-03-01..2019-05-31"},
		{"spring 2019", "2019-03-01..2019-05-31"},
		{"sommer 2019", "2019-06-01..2019-08-31"},
		{"sommeren", "2018-06-01..2018-08-31"},
		{"summer 2019", "2019-06-01..2019-08-31"},
		{"efterår 2019", "2019-09-01..2019-11-30"},
		{"EFTERÅRET 2019", "2019-09-01..2019-11-30"},
		{"autumn", "2018-09-01..2018-11-30"},
		{"ca. 13. august 2018", "2018-08-13~"},
		{"ca 13. august", "2018-08-13~"},
		{"about March", "2018-03-01..2018-03-31~"},
		{"ca. uge 7", "2018-02-12..2018-02-18~"},
		{"ca. 2018-08-13", "2018-08-13~"},
		{"ca. 2018-08?", "2018-08-01..2018-08-31?~"},
		{"13. august..17. august", "2018-08-13..2018-08-17"},
	};
	check_rows(rows, COUNT(rows), 2018);
}

static void bounds_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"senest 1. maj", "..2018-05-01"},
		{"senest den 1. maj 2019", "..2019-05-01"},
		{"senest maj", "..2018-05-31"},
		{"senest 2018-12", "..2018-12-31"},
		{"Senest uge 33", "..2018-08-19"},
		{"inden udgangen af maj", "..2018-05-31"},
		{"inden udgangen af 2018", "..2018-12-31"},
		{"udgangen af 2018", "2018-12-31"},
		{"med udgangen af februar", "2018-02-28"},
		{"the last day of May 2019", "2019-05-31"},
		{"inden udgangen af 2018-10", "..2018-10-31"},
		{"by 1 May", "..2018-05-01"},
		{"by December 2018", "..2018-12-31"},
		{"by the end of 2018", "..2018-12-31"},
		{"By The End Of May", "..2018-05-31"},
		{"until 2018-05-01", "..2018-05-01"},
		{"tidligst 1. maj", "2018-05-01.."},
		{"tidligst maj 2019", "2019-05-01.."},
		{"fra 1. maj", "2018-05-01.."},
		{"from 2018-05", "2018-05-01.."},
		{"from week 33", "2018-08-13.."},
		{"not before 1 May 2018", "2018-05-01.."},
		{"ikke før 1. maj 2018", "2018-05-01.."},
		{"før 1. maj", "..2018-04-30"},
		{"før mandag den 13. august", "..2018-08-12"},
		{"inden 1. maj", "..2018-04-30"},
		{"inden maj", "..2018-04-30"},
		{"before 2018", "..2017-12-31"},
		{"efter 1. maj", "2018-05-02.."},
		{"efter 2. uge i marts", "2018-03-19.."},
		{"after 2018-W33", "2018-08-20.."},
		{"after May", "2018-06-01.."},
		{"efter sommeren", "2018-09-01.."},
		{"senest ca. 1. maj", "..2018-05-01~"},
		{"by 2018-05-01?", "..2018-05-01?"},
		{"efter sommerferien", "2018-08-06.."},
		{"efter Sommerferien", "2018-08-06.."},
		{"efter sommerferie", "2018-08-06.."},
		{"after sommerferie", "2018-08-06.."},
		{"før sommerferien", "..2018-06-24"},
		{"senest sommerferien", "..2018-08-05"},
		{"fra sommerferien", "2018-06-25.."},
		{"efter efterårsferien", "2018-10-20.."},
		{"efter efterårsferie", "2018-10-20.."},
		{"efter EFTERÅRSFERIEN", "2018-10-20.."},
		{"efter jul", "2019-01-02.."},
		{"efter julen", "2019-01-02.."},
		{"efter påsken", "2018-04-03.."},
		{"efter ferierne", "2016-07-20.."},
		{"efter første del af ferien", "2018-07-09.."},
		{"efter 2199-12-30", "2199-12-31.."},
		{"før 1900-01-02", "..1900-01-01"},
		{"senest 2199-12-31", "..2199-12-31"},
		{"fra 1900-01-01", "1900-01-01.."},
	};
	check_rows(rows, COUNT(rows), 2018);
}

static void periods_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2018-08-14/2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 / 2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 - 2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 – 2018-09-19", "2018-08-14/2018-09-19"},
		{"2018-08-14 til 2018-09-19", "2018-08-14/2018-09-19"},
		{"2019/2022", "2019-01-01..2019-12-31/2022-01-01..2022-12-31"},
		{"2019-2022", "2019-01-01..2019-12-31/2022-01-01..2022-12-31"},
		{"2018-08/2018-10", "2018-08-01..2018-08-31/2018-10-01..2018-10-31"},
		{"2018-08-14?/2018-09-19~", "2018-08-14/2018-09-19?~"},
		{"2018-08-14/..", "2018-08-14/.."},
		{"../2018-08-14", "../2018-08-14"},
		{"14. august/..", "2018-08-14/.."},
		{"14. august - ..", "2018-08-14/.."},
		{"14. august-19. september", "2018-08-14/2018-09-19"},
		{"14. august - 19. september", "2018-08-14/2018-09-19"},
		{"14. august – 19. september", "2018-08-14/2018-09-19"},
		{"14. august—19. september", "2018-08-14/2018-09-19"},
		{"14. august/19. september", "2018-08-14/2018-09-19"},
		{"14. august-19. september 2019", "2019-08-14/2019-09-19"},
		{"14. august 2019-19. september", "2019-08-14/2019-09-19"},
		{"14. august 2019-19. september 2019", "2019-08-14/2019-09-19"},
		{"14. august 2019-2019-09-19", "2019-08-14/2019-09-19"},
		{"2019-08-14/19. september", "2019-08-14/2019-09-19"},
		{"14 August to 19 September 2018", "2018-08-14/2018-09-19"},
		{"14 August until 19 September 2018", "2018-08-14/2018-09-19"},
		{"from 14 August to 19 September 2018", "2018-08-14/2018-09-19"},
		{"from 14 August until 19 September", "2018-08-14/2018-09-19"},
		{"14. august til 19. september", "2018-08-14/2018-09-19"},
		{"14. august til og med 19. september", "2018-08-14/2018-09-19"},
		{"fra 14. august til 19. september 2018", "2018-08-14/2018-09-19"},
		{"fra den 14. august til den 19. september", "2018-08-14/2018-09-19"},
		{"14.–19. august", "2018-08-14/2018-08-19"},
		{"14.-19. august 2019", "2019-08-14/2019-08-19"},
		{"14. - 19. august", "2018-08-14/2018-08-19"},
		{"14-19 August", "2018-08-14/2018-08-19"},
		{"14/19 August", "2018-08-14/2018-08-19"},
		{"August 14-19, 2019", "2019-08-14/2019-08-19"},
		{"mandag den 13.-fredag den 17. august 2018", "2018-08-13/2018-08-17"},
		{"Mon 13 Aug 2018 - Fri 17 Aug 2018", "2018-08-13/2018-08-17"},
		{"uge 33-38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 33–38 2018", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 33/34", "2018-08-13..2018-08-19/2018-08-20..2018-08-26"},
		{"uge 33-uge 38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"week 33 to week 38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"uge 50 2018-uge 2 2019", "2018-12-10..2018-12-16/2019-01-07..2019-01-13"},
		{"2018-W33/2018-W38", "2018-08-13..2018-08-19/2018-09-17..2018-09-23"},
		{"august-september", "2018-08-01..2018-08-31/2018-09-01..2018-09-30"},
		{"aug.-sep. 2019", "2019-08-01..2019-08-31/2019-09-01..2019-09-30"},
		{"1.-3. kvartal 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1-Q3 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1-3 2019", "2019-01-01..2019-03-31/2019-07-01..2019-09-30"},
		{"Q1 2018-Q2 2019", "2018-01-01..2018-03-31/2019-04-01..2019-06-30"},
		{"1. kvartal 2018-2. kvartal 2019", "2018-01-01..2018-03-31/2019-04-01..2019-06-30"},
		{"2.-3. uge i marts", "2018-03-12..2018-03-18/2018-03-19..2018-03-25"},
		{"primo-medio marts", "2018-03-01..2018-03-10/2018-03-11..2018-03-20"},
		{"primo-ultimo 2019", "2019-01-01..2019-04-30/2019-09-01..2019-12-31"},
		{"ultimo januar-1. marts 2019", "2019-01-21..2019-01-31/2019-03-01"},
		{"ca. 14. august-19. september", "2018-08-14/2018-09-19~"},
		{"forår-efterår 2019", "2019-03-01..2019-05-31/2019-09-01..2019-11-30"},
		{"13. august-13. august", "2018-08-13/2018-08-13"},
		{"2018-08/2018-08-05", "2018-08-01..2018-08-31/2018-08-05"},
		/* Into the next year: only noted where nobody wrote a year. */
		{"15. december 2018-10. januar", "2018-12-15/2019-01-10"},
		{"15. december-10. januar", "2018-12-15/2019-01-10 rolled"},
		{"15. december-29. januar", "2018-12-15/2019-01-29 rolled"},
		{"december-januar", "2018-12-01..2018-12-31/2019-01-01..2019-01-31 rolled"},
		{"uge 50-2", "2018-12-10..2018-12-16/2019-01-07..2019-01-13 rolled"},
		{"ultimo december-primo januar", "2018-12-21..2018-12-31/2019-01-01..2019-01-10 rolled"},
		{"2018-12-15/10. januar", "2018-12-15/2019-01-10"},
	};
	check_rows(rows, COUNT(rows), 2018);
	check_row("15. december-29. februar", 2019, "2019-12-15/2020-02-29 rolled");
	check_row("uge 53-uge 1", 2020, "2020-12-28..2021-01-03/2021-01-04..2021-01-10 rolled");
}

/* A letter and a combining ring or mark is the same letter; so is a no-break space a space. */
static void other_spellings_are_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"fora\xCC\x8Aret 2018", "2018-03-01..2018-05-31"},
		{"2. halva\xCC\x8Ar 2018", "2018-07-01..2018-12-31"},
		{"EFTERA\xCC\x8AR 2018", "2018-09-01..2018-11-30"},
		{"efter pa\xCC\x8Aske", "2018-04-03.."},
		{"13.\xC2\xA0"
		 "august\xC2\xA0"
		 "2018",
		 "2018-08-13"},
		{"13.\xE2\x80\xAF"
		 "august 2018",
		 "2018-08-13"},
		{"14.\xE2\x80\x91"
		 "19. august 2018",
		 "2018-08-14/2018-08-19"},
		{"14.\xE2\x88\x92"
		 "19. august 2018",
		 "2018-08-14/2018-08-19"},
	};
	check_rows(rows, COUNT(rows), 0);
}

static void every_day_is_read_back(void **state)
{
	(void)state;
	struct plan_expr expr;
	struct plan_expr_error error;
	struct plan_expr_context context = {0};
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day++) {
		struct day_text text = day_text_iso(day);
		assert_true(plan_expr_parse(text.text, strlen(text.text), &context, &expr, &error));
		assert_int_equal(expr.kind, PLAN_DATE_WINDOW);
		assert_int_equal(expr.start.earliest, day);
		assert_int_equal(expr.end.latest, day);
		assert_true(plan_window_is_day(expr.start));
	}
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day += 11) {
		struct plan_iso_week week = plan_day_iso_week(day);
		char texts[4][80];
		snprintf(texts[0], sizeof texts[0], "%s", day_text(day).text);
		snprintf(texts[1], sizeof texts[1], "%s", day_text_long(day).text);
		snprintf(texts[2], sizeof texts[2], "%04d-W%02d-%d", week.year, week.week,
				 (int)plan_day_weekday(day) + 1);
		snprintf(texts[3], sizeof texts[3], " %s", day_text_iso(day).text); /* not the short way */
		for (int i = 0; i < 4; i++) {
			if (week.year > PLAN_YEAR_MAX && i == 2)
				continue;
			if (!plan_expr_parse(texts[i], strlen(texts[i]), &context, &expr, &error))
				fail_msg("%s: %s", texts[i], error.message);
			assert_int_equal(expr.start.earliest, day);
			assert_int_equal(expr.start.latest, day);
		}
	}
}

/* What digits mean is computed here in another way: by asking each day of the years for its month and week.
 */
static void months_and_weeks_hold_their_days(void **state)
{
	(void)state;
	for (plan_day day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX - 3; day += 3) {
		struct plan_civil civil = plan_day_to_civil(day);
		struct plan_iso_week week = plan_day_iso_week(day);
		char text[32];
		struct plan_expr expr;
		struct plan_expr_error error;
		struct plan_expr_context context = {0};
		int length = snprintf(text, sizeof text, "%04d-%02d", civil.year, civil.month);
		assert_true(plan_expr_parse(text, (size_t)length, &context, &expr, &error));
		assert_int_equal(expr.start.earliest, day - civil.day + 1);
		assert_int_equal(plan_day_to_civil(expr.start.latest).month, civil.month);
		assert_int_equal(plan_day_to_civil(expr.start.latest + 1).day, 1);
		length = snprintf(text, sizeof text, "uge %d %d", week.week, week.year);
		assert_true(plan_expr_parse(text, (size_t)length, &context, &expr, &error));
		assert_int_equal(expr.start.earliest, day - (int)plan_day_weekday(day));
		assert_int_equal(expr.start.latest, expr.start.earliest + 6);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_read),
		cmocka_unit_test(words_are_read),
		cmocka_unit_test(every_month_and_weekday_has_its_words),
		cmocka_unit_test(stretches_are_read),
		cmocka_unit_test(bounds_are_read),
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(other_spellings_are_read),
		cmocka_unit_test(every_day_is_read_back),
		cmocka_unit_test(months_and_weeks_hold_their_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
