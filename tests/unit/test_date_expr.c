/* What date expressions mean: days, stretches and bounds, in digits and in both languages. */
#include "date/print.h"
#include "exprs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void digits_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
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
	check_exprs(rows, COUNT(rows), 0);
}

static void words_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
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
	check_exprs(rows, COUNT(rows), 2018);
	static const struct expr_row english[] = {
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
	check_exprs(english, COUNT(english), 2018);
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
			check_expr(word, 2018, print_window(days));
			snprintf(text, sizeof text, "%s. 2018", word);
			check_expr(text, 0, print_window(days));
		}
	}
	for (int i = 0; i < 7; i++) {
		snprintf(list, sizeof list, "%s", weekdays[i]);
		for (char *word = strtok(list, " "); word; word = strtok(NULL, " ")) {
			snprintf(text, sizeof text, "%s %d. august 2018", word, 13 + i);
			check_expr(text, 0, day_text_iso(17756 + i).text);
		}
	}
}

static void stretches_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
		{"august", "2018-08-01..2018-08-31"},
		{"aug. 2018-okt. 2018", "2018-08-01..2018-08-31/2018-10-01..2018-10-31"},
		{"15. aug. 2018-10. sept. 2018", "2018-08-15/2018-09-10"},
		{"August 15, 2018-10 September 2018", "2018-08-15/2018-09-10"},
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
	check_exprs(rows, COUNT(rows), 2018);
}

static void bounds_are_read(void **state)
{
	(void)state;
	static const struct expr_row rows[] = {
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
	check_exprs(rows, COUNT(rows), 2018);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_read),
		cmocka_unit_test(words_are_read),
		cmocka_unit_test(every_month_and_weekday_has_its_words),
		cmocka_unit_test(stretches_are_read),
		cmocka_unit_test(bounds_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
