/* What date expressions may not say: each with the part that is wrong, why, and what to write instead. */
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

/* A text, the part of it that is wrong, and pieces of the message and of the hint. */
struct row {
	const char *text, *part, *message, *hint;
};

static bool find_recess(const void *data, const char *name, size_t length, struct plan_window *days)
{
	(void)data;
	*days = (struct plan_window){17707, 17748};
	return length == 11 && memcmp(name, "sommerferie", 11) == 0;
}

static bool parse(const char *text, size_t length, int year, struct plan_expr *expr,
				  struct plan_expr_error *error)
{
	struct plan_expr_context context = {.year = year, .find_recess = find_recess};
	char *exact = malloc(length ? length : 1);
	memcpy(exact, text, length);
	memset(error, 0x5A, sizeof *error);
	bool ok = plan_expr_parse(exact, length, &context, expr, error);
	free(exact);
	return ok;
}

static void check_row(const struct row *row, int year)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	if (parse(row->text, strlen(row->text), year, &expr, &error))
		fail_msg("\"%s\" is accepted", row->text);
	if (error.offset > strlen(row->text) || error.length > strlen(row->text) - error.offset)
		fail_msg("%s: points outside", row->text);
	if (error.length != strlen(row->part) || strncmp(row->text + error.offset, row->part, error.length) != 0)
		fail_msg("%s: points at \"%.*s\"", row->text, (int)error.length, row->text + error.offset);
	if (!strstr(error.message, row->message))
		fail_msg("%s: %s", row->text, error.message);
	if (!strstr(error.hint, row->hint) || !error.hint[0])
		fail_msg("%s: %s (%s)", row->text, error.message, error.hint);
}

static void check_rows(const struct row *rows, size_t count, int year)
{
	for (size_t i = 0; i < count; i++)
		check_row(&rows[i], year);
}

static void days_that_do_not_exist(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"30. februar", "30", "February 2018 has 28 days", "1 to 28"},
		{"29. februar", "29", "February 2018 has 28 days", "1 to 28"},
		{"29. februar 1900", "29", "February 1900 has 28 days", "1 to 28"},
		{"31. april 2018", "31", "April 2018 has 30 days", "1 to 30"},
		{"0. maj", "0", "May 2018 has 31 days", "1 to 31"},
		{"99. maj", "99", "May 2018 has 31 days", "1 to 31"},
		{"April 31, 2018", "31", "April 2018 has 30 days", "1 to 30"},
		{"2018-02-30", "30", "February 2018 has 28 days", "1 to 28"},
		{"2018-02-29", "29", "February 2018 has 28 days", "1 to 28"},
		{"2018-08-00", "00", "August 2018 has 31 days", "1 to 31"},
		{"2018-08-32", "32", "August 2018 has 31 days", "1 to 31"},
		{"2018-13", "13", "no month 13", "01 to 12"},
		{"2018-00", "00", "no month 00", "01 to 12"},
		{"2018-13-08", "13", "no month 13", "2018-08-13"},
		{"2018-13-32", "13", "no month 13", "01 to 12"},
		{"2018-32-08", "32", "no month 32", "01 to 12"},
		{"2018-99", "99", "no month 99", "01 to 12"},
		{"2018-37", "37", "no month 37", "01 to 12"},
		{"2018-13-XX", "13", "no month 13", "01 to 12"},
		{"2018-W53", "53", "2018 has no week 53", "1 to 52"},
		{"2020-W54", "54", "2020 has no week 54", "1 to 53"},
		{"2018-W00", "00", "2018 has no week 0", "1 to 52"},
		{"2018-W0", "0", "2018 has no week 0", "1 to 52"},
		{"2018-W53-1", "53", "2018 has no week 53", "1 to 52"},
		{"2018-W33-0", "0", "no day 0", "1 for Monday"},
		{"2018-W33-8", "8", "no day 8", "7 for Sunday"},
		{"2018-W7-9", "9", "no day 9", "7 for Sunday"},
		{"uge 53", "53", "2018 has no week 53", "1 to 52"},
		{"uge 0 2018", "0", "2018 has no week 0", "1 to 52"},
		{"week 99", "99", "2018 has no week 99", "1 to 52"},
		{"5. uge i marts 2018", "5", "March 2018 has 4 Mondays", "1 to 4"},
		{"0. uge i marts 2018", "0", "March 2018 has 4 Mondays", "1 to 4"},
		{"6. uge i juli 2018", "6", "July 2018 has 5 Mondays", "1 to 5"},
		{"5. uge i december 2199", "5. uge i december 2199", "2200", "1900 to 2199"},
		{"5. kvartal", "5", "no quarter 5", "1 to 4"},
		{"Q0 2018", "0", "no quarter 0", "1 to 4"},
		{"3. halvår 2018", "3", "no half-year 3", "1 to 2"},
		{"H3", "3", "no half-year 3", "1 to 2"},
		{"2018-Q5", "Q5", "has no \"Q5\"", "Q1 to Q4"},
		{"2018-Q0", "Q0", "has no \"Q0\"", "Q1 to Q4"},
		{"2018-H3", "H3", "has no \"H3\"", "H1 or H2"},
		{"tirsdag 13. august 2018", "tirsdag", "13 August 2018 is a Monday, not a Tuesday", "\"Monday\""},
		{"Tue 13 Aug 2018", "Tue", "is a Monday, not a Tuesday", "leave the weekday out"},
		{"lørdag den 19. august", "lørdag", "is a Sunday, not a Saturday", "\"Sunday\""},
		{"tirsdag 2018-08-13", "tirsdag", "is a Monday, not a Tuesday", "\"Monday\""},
		{"mandag den 13.-lørdag den 17. august", "lørdag", "is a Friday, not a Saturday", "\"Friday\""},
		{"tirsdag den 13.-fredag den 17. august", "tirsdag", "is a Monday, not a Tuesday", ""},
		{"efter tirsdag den 13. august", "tirsdag", "is a Monday", ""},
		{"mandag 15. december-10. januar", "mandag", "15 December 2018 is a Saturday", ""},
		{"mandag 2018-08", "mandag", "before a day only", "leave the weekday out"},
		{"mandag 3. kvartal 2018", "mandag", "before a day only", "leave the weekday out"},
		{"mandag 2. uge i marts", "mandag", "before a day only", ""},
	};
	check_rows(rows, COUNT(rows), 2018);
}

static void years_that_are_missing_or_too_far(void **state)
{
	(void)state;
	static const struct row without[] = {
		{"august", "august", "which year?", "\"year:\""},
		{"13. august", "13. august", "which year?", "four digits"},
		{"den 13. august", "13. august", "which year?", ""},
		{"ca. uge 7", "uge 7", "which year?", ""},
		{"2. uge i marts", "2. uge i marts", "which year?", ""},
		{"ultimo januar", "ultimo januar", "which year?", ""},
		{"Q3", "Q3", "which year?", ""},
		{"forår", "forår", "which year?", ""},
		{"senest 1. maj", "1. maj", "which year?", ""},
		{"14. august-19. september", "14. august", "which year?", ""},
		{"29. februar", "29. februar", "which year?", ""},
		{"uge 53", "uge 53", "which year?", ""},
		{"5. uge i april", "5. uge i april", "which year?", ""},
		/* What no year has is told first: a year would not help. */
		{"32. august", "32", "August has 31 days", "1 to 31"},
		{"0. maj", "0", "May has 31 days", "1 to 31"},
		{"30. februar", "30", "February has at most 29 days", "1 to 29"},
		{"uge 54", "54", "no year has a week 54", "1 to 53"},
		{"uge 0", "0", "no year has a week 0", "1 to 53"},
		{"6. uge i marts", "6", "no month has 6 Mondays", "1 to 5"},
		{"5. kvartal", "5", "a year has no quarter 5", "1 to 4"},
		{"3. halvår", "3", "a year has no half-year 3", "1 to 2"},
		{"1. juni-31. juni", "31", "June has 30 days", "1 to 30"},
		{"31. juni-2. juli", "31", "June has 30 days", "1 to 30"},
		{"14. august/..", "14. august", "which year?", ""},
		{"../14. august", "14. august", "which year?", ""},
		{"vinter", "vinter", "winter lies in two years", "2018-12..2019-02"},
		{"201X/14. august", "14. august", "which year?", ""},
	};
	check_rows(without, COUNT(without), 0);
	static const struct row rows[] = {
		{"1899", "1899", "the year 1899 is too far away", "1900 to 2199"},
		{"2200", "2200", "the year 2200", "1900 to 2199"},
		{"0000-01-01", "0000", "the year 0 ", "1900 to 2199"},
		{"9999-12-31", "9999", "the year 9999", "1900 to 2199"},
		{"1899-12-31", "1899", "the year 1899", "1900 to 2199"},
		{"2200-W01", "2200", "the year 2200", "1900 to 2199"},
		{"189X", "189X", "the year 1890", "1900 to 2199"},
		{"22XX", "22XX", "the year 2200", "1900 to 2199"},
		{"13. august 1800", "1800", "the year 1800", "1900 to 2199"},
		{"senest 2200", "2200", "the year 2200", ""},
		{"2018-08-13/2200", "2200", "the year 2200", ""},
		{"13. august 18", "18", "\"18\" is not a year", "four digits"},
		{"August 13, 18", "18", "\"18\" is not a year", "four digits"},
		{"forår 18", "18", "\"18\" is not a year", "four digits"},
		{"forår 1800", "1800", "the year 1800", "1900 to 2199"},
		{"vinter 1800", "1800", "the year 1800", "1900 to 2199"},
		{"mandag 13. august 18", "18", "\"18\" is not a year", "four digits"},
		{"mandag 13. august 1800", "1800", "the year 1800", "1900 to 2199"},
		{"3. kvartal 1800", "1800", "the year 1800", "1900 to 2199"},
		{"uge 33 1800", "1800", "the year 1800", "1900 to 2199"},
		{"ultimo januar 1800", "1800", "the year 1800", "1900 to 2199"},
		{"2. uge i marts 1800", "1800", "the year 1800", "1900 to 2199"},
		{"uge 33 18", "18", "\"18\" is not a year", "four digits"},
		{"august 201", "201", "\"201\" is not a year", "four digits"},
		{"august 20188", "20188", "\"20188\" is not a year", "four digits"},
		{"før 1900", "før 1900", "no day of the years 1900 to 2199", ""},
		{"efter 2199", "efter 2199", "no day of the years 1900 to 2199", ""},
		{"uge 33/2018", "uge 33/2018", "do not make a period", "uge 33 2018"},
		{"august-2018", "august-2018", "do not make a period", "without a mark"},
		{"2018-august", "2018-august", "do not make a period", "without a mark"},
	};
	check_rows(rows, COUNT(rows), 2018);
	struct row rolled = {"15. december-10. januar", "10. januar", "the year 2200", ""};
	check_row(&rolled, 2199);
}

static void forms_that_nobody_reads_alike(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"vinter 2018", "vinter", "winter lies in two years", "2018-12..2019-02"},
		{"vinter", "vinter", "winter lies in two years", "months"},
		/* What is next to the digits in ASCII is no digit. */
		{"201:-08-13", "201", "\"201\" is not a date", "write as in"},
		{"2018-0:-13", "2018-0", "two digits", "2018-08-03"},
		{"20180813", "20180813", "is not a date", "write 2018-08-13"},
		{"Winter 2018", "Winter", "winter lies in two years", "2018-12..2019-02"},
		{"vinteren 2018", "vinteren", "winter lies", "2018-12..2019-02"},
		{"2018-24", "2018-24", "winter lies in two years", "2018-12..2019-02"},
		{"senest vinter 2018", "vinter", "winter lies", ""},
		{"13/8", "13/8", "more than one way", "\"13 August\""},
		{"1/13", "1/13", "more than one way", "\"13 January\""},
		{"8/13", "8/13", "more than one way", "\"13 August\""},
		{"3/8", "3/8", "more than one way", "\"3 August\" or \"8 March\""},
		{"8/8", "8/8", "more than one way", "\"8 August\""},
		{"13/8/2018", "13/8/2018", "more than one way", "\"13 August\""},
		{"13/8 2018", "13/8", "more than one way", "\"13 August\""},
		{"mandag den 13/8", "13/8", "more than one way", "\"13 August\""},
		{"senest 13/8", "13/8", "more than one way", "\"13 August\""},
		{"2018/08/13", "2018/08/13", "more than one way", "2018-08-13"},
		{"2018/19", "2018/19", "more than one way", "2018-08-13"},
		{"2018/13/08", "2018/13/08", "more than one way", "2018-08-13"},
		{"2018/08/99", "2018/08/99", "more than one way", "2018-08-13"},
		{"99/99", "99/99", "more than one way", "2018-08-13"},
		{"13.8.2018", "13.8.2018", "more than one way", "\"13 August\""},
		{"13.8.", "13.8", "more than one way", "\"13 August\""},
		{"13.08.18", "13.08.18", "more than one way", "\"13 August\""},
		{"13. 8. 2018", "13. 8. 2018", "more than one way", "\"13 August\""},
		{"2018.08.13", "2018.08.13", "more than one way", "2018-08-13"},
		{"13-8-2018", "13-8-2018", "more than one way", "\"13 August\""},
		{"13.8.-17.8.", "13.8", "more than one way", "\"13 August\""},
		{"jul 2018", "jul", "July or Christmas", "\"juli\""},
		{"ultimo jul", "jul", "July or Christmas", "\"juli\""},
		{"efter jul", "jul", "July or Christmas", "\"december\""},
		{"2. uge i jul", "jul", "July or Christmas", ""},
		{"kl. 10", "kl", "whole days", "leave out"},
		{"13. august 2018 kl. 17.30", "17.30", "", ""},
		{"13. august 10:30", "10:30", "whole days", "\"10:30\""},
		{"10:30", "10:30", "whole days", "\"10:30\""},
		{"2018-08-13T10:00", "T10:00", "whole days", "\"T10:00\""},
		{"2018-08-13T10:00:00+02:00", "T10:00:00+02:00", "whole days", "leave out"},
		{"2018-08-13T10:00:00Z", "T10:00:00Z", "whole days", "leave out"},
		{"2018-08-13 10:00", "10:00", "whole days", "leave out"},
		{"2018-08-13T10.30-0100 CET", "T10.30-0100", "whole days", "\"T10.30-0100\""},
		{"2018-08-13Z", "Z", "whole days", "\"Z\""},
		{"2018-08-13+02:00", "02:00", "whole days", ""},
		{"2018-08-13 UTC", "UTC", "whole days", "\"UTC\""},
		{"13. august kl. 10", "kl", "whole days", "\"kl\""},
		{"13 August 5 pm", "5", "does not belong here", ""},
		{"i dag", "i dag", "another day every day", "the date itself"},
		{"today", "today", "another day every day", "the date itself"},
		{"efter i morgen", "i morgen", "another day every day", ""},
		{"næste uge", "næste", "another day every day", ""},
		{"next Monday", "next", "another day every day", ""},
	};
	check_rows(rows, COUNT(rows), 2018);
}

static void edtf_beyond_what_is_read(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[2018,2019]", "[2018,2019]", "EDTF", "2018-08-13..2018-08-24"},
		{"{2018..2019}", "{2018..2019}", "EDTF", "2018-08-13..2018-08-24"},
		{"Y17E7", "Y17E7", "EDTF", ""},
		{"y2018", "y2018", "EDTF", ""},
		{"XXXX", "XXXX", "EDTF", ""},
		{"XXXX-08-13", "XXXX-08-13", "EDTF", ""},
		{"1950S2", "1950S2", "not a date", "2018-08-13"},
		{"2X18", "2X18", "from the right", "2018-XX"},
		{"20X8", "20X8", "from the right", "201X"},
		{"2XXX", "2XXX", "from the right", ""},
		{"20X8-08", "20X8-08", "from the right", ""},
		{"201X-08", "201X-08", "from the right", ""},
		{"2018-X1", "2018-X1", "from the right", ""},
		{"2018-x1", "2018-x1", "from the right", ""},
		{"2018-1X", "2018-1X", "from the right", ""},
		{"2018-XX-13", "2018-XX-13", "from the right", ""},
		{"2018-08-1X", "2018-08-1X", "from the right", "2018-08-10..2018-08-19"},
		{"~2018", "~", "does not belong here", "2018-08~"},
		{"2018-~08", "~", "does not belong here", "at the end"},
		{"2018-8", "2018-8", "two digits", "2018-08-03"},
		{"2018-8-13", "2018-8-13", "two digits", "2018-08-03"},
		{"2018-08-3", "2018-08-3", "two digits", "2018-08-03"},
		{"2018-8-3", "2018-8-3", "two digits", "2018-08-03"},
		{"20180813", "20180813", "not a date", "2018-08-13"},
		{"2018W11", "2018W11", "dash is missing", "2018-W11"},
		{"2018w7", "2018w7", "dash is missing", "2018-w7"},
		{"2018-225", "2018-225", "not counted from the start", "2018-08-13"},
		{"2018-08-13-01", "2018-08-13-01", "not a date", "2018-W33"},
		{"2018-W111", "2018-W111", "not a date", ""},
		{"2018a", "2018a", "not a date", ""},
		{"2018-08-1333333333333", "2018-08-1333333333333", "not a date", ""},
		{"-2018", "-", "does not belong here", ""},
		{"+2018", "+", "does not belong here", ""},
	};
	check_rows(rows, COUNT(rows), 2018);
}

static void what_is_no_date(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", "", "a date is missing", "13. august 2018"},
		{"  \t ", "  \t ", "a date is missing", "13. august 2018"},
		{"13", "13", "the month is missing", "13. august 2018"},
		{"13.", "13.", "the month is missing", "13. august 2018"},
		{"senest 13.", "13.", "the month is missing", ""},
		{"13. 2018", "13. 2018", "", ""},
		{"primo", "primo", "the month is missing", "ultimo januar 2019"},
		{"13-19", "13-19", "the month is missing", "14.-19. august 2018"},
		{"primo-13. august", "primo-13. august", "the month is missing", ""},
		{"august-13", "august-13", "the month is missing", ""},
		{"mandag", "mandag", "not complete", "uge 33 2018"},
		{"uge", "uge", "not complete", ""},
		{"uge x", "x", "not a word of dates", ""},
		{"uge 113", "113", "not a date", ""},
		{"uge 2018", "2018", "does not belong here", ""},
		{"ultimo", "ultimo", "the month is missing", ""},
		{"ultimo 2018-W33", "2018-W33", "only months and years", "late 2019"},
		{"senest", "senest", "not complete", ""},
		{"14. august-", "14. august-", "not complete", ""},
		{"2018-08-14/", "2018-08-14/", "not complete", ""},
		{"/2018-08-14", "/", "does not belong here", ""},
		{"../..", "../..", "between two dates", "2018-08-13/.."},
		{"..", "..", "between two dates", ""},
		{"2018-08-13..", "2018-08-13..", "between two dates", "from 2018-08-13"},
		{"..2018-08-13", "..2018-08-13", "between two dates", "by 2018-08-13"},
		{"2018-08-13....", "2018-08-13....", "between two dates", ""},
		{"2018-08-13 2018-08-14", "2018-08-14", "does not belong here", ""},
		{"2018-08-13/2018-08-14/2018-08-15", "/", "does not belong here", ""},
		{"13. august 2018 og", "og", "not a word of dates", ""},
		{"13. august (ca.)", "(", "does not belong here", ""},
		{"senest 13. august 2018 og", "og", "not a word of dates", ""},
		{"senest 14.-19. august", "senest", "takes one date, not two", "one date after it"},
		{"before 14 August to 19 August", "before", "takes one date, not two", ""},
		{"senest senest 1. maj", "senest", "does not belong here", ""},
		{"19. september-14. august 2018", "19. september-14. august 2018", "ends before it begins",
		 "earlier date first"},
		{"15. december-10. januar 2019", "15. december-10. januar 2019", "ends before it begins",
		 "the year of each"},
		{"2018-09-19/2018-08-14", "2018-09-19/2018-08-14", "ends before it begins", ""},
		{"2019/2018", "2019/2018", "ends before it begins", ""},
		{"2018-08-24..2018-08-13", "2018-08-24..2018-08-13", "ends before it begins", ""},
		{"augst", "augst", "not a word of dates", "did you mean \"august\"?"},
		{"13. agust 2018", "agust", "not a word of dates", "did you mean \"august\"?"},
		{"13. Augsut 2018", "Augsut", "not a word of dates", "did you mean \"august\"?"},
		{"tirsdg 14. august", "tirsdg", "not a word of dates", "did you mean \"tirsdag\"?"},
		{"ulitmo januar 2019", "ulitmo", "not a word of dates", "did you mean \"ultimo\"?"},
		{"14 Septmber", "Septmber", "not a word of dates", "did you mean \"september\"?"},
		{"sensest 1. maj", "sensest", "not a word of dates", "did you mean \"senest\"?"},
		{"3. kvratal", "kvratal", "not a word of dates", "did you mean \"kvartal\"?"},
		{"efter augst", "augst", "not a word of dates", "did you mean \"august\"?"},
		{"efter efterårsferien", "efterårsferien", "no recess \"efterårsferien\"", "such a recess"},
		{"sommerferien", "sommerferien", "is a recess, not a date", "\"efter sommerferien\""},
		{"efter sommerferien 2018", "sommerferien 2018", "no recess", ""},
		{"13. × august", "×", "does not belong here", ""},
		{"13. ÷ august", "÷", "does not belong here", ""},
		{"あした", "あした", "not a word of dates", ""},
		{"13。8。2018", "。", "does not belong here", ""},
		{"klokkn", "klokkn", "not a word of dates", "write as in"},
		{"tomorow", "tomorow", "not a word of dates", "write as in"},
		{"hurtigst muligt", "hurtigst", "not a word of dates", "13. august 2018"},
		{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC", "not a word of dates", ""},
		{"\xF0\x9F\x93\x85 13. august", "\xF0\x9F\x93\x85", "does not belong here", ""},
		{"13. \xFF"
		 "august",
		 "\xFF", "not UTF-8", ""},
	};
	check_rows(rows, COUNT(rows) - 1, 2018);
	struct plan_expr expr;
	struct plan_expr_error error;
	assert_false(parse("13. \xFF"
					   "august",
					   11, 2018, &expr, &error));
	assert_int_equal(error.offset, 4);
	assert_int_equal(error.length, 1);
	assert_string_equal(error.message, "the text is not UTF-8");
}

static void texts_of_any_length(void **state)
{
	(void)state;
	struct plan_expr expr;
	struct plan_expr_error error;
	char text[20000];
	memset(text, ' ', sizeof text);
	assert_false(parse(text, sizeof text, 2018, &expr, &error));
	memcpy(text + sizeof text - 11, "13. august ", 11);
	assert_true(parse(text, sizeof text, 2018, &expr, &error));
	assert_int_equal(expr.start.earliest, 17756);
	for (size_t i = 0; i + 1 < sizeof text; i += 2)
		memcpy(text + i, "1 ", 2);
	assert_false(parse(text, sizeof text, 2018, &expr, &error));
	assert_string_equal(error.message, "this is too long to be a date");
	memset(text, '9', sizeof text);
	assert_false(parse(text, sizeof text, 2018, &expr, &error));
	assert_int_equal(error.length, sizeof text);
	for (size_t i = 0; i + 1 < sizeof text; i += 2)
		memcpy(text + i, "\xC3\xA6", 2);
	assert_false(parse(text, sizeof text, 2018, &expr, &error));
	assert_true(strlen(error.message) < sizeof error.message);
	assert_false(parse("2018\0"
					   "08-13",
					   10, 2018, &expr, &error));
}

/* A number from 0 to `below` - 1; the same ones in every run. */
static unsigned draw(uint64_t *seed, unsigned below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33) % below;
}

/* Whatever is thrown at it: an answer that is sound, or a refusal that points into the text. */
static void check_soundness(const char *text, size_t length, int year)
{
	struct plan_expr expr;
	struct plan_expr_error error;
	if (parse(text, length, year, &expr, &error)) {
		assert_true(expr.start.earliest <= expr.start.latest);
		assert_true(expr.end.earliest <= expr.end.latest);
		assert_true(expr.start.earliest <= expr.end.latest);
		const plan_day days[] = {expr.start.earliest, expr.start.latest, expr.end.earliest, expr.end.latest};
		for (int i = 0; i < 4; i++)
			assert_true((days[i] >= PLAN_DAY_MIN && days[i] <= PLAN_DAY_MAX) ||
						days[i] == PLAN_DAY_OPEN_START || days[i] == PLAN_DAY_OPEN_END);
		assert_true(expr.qualifier <= 3);
		assert_true(strlen(expr_text(&expr).text) > 3);
		return;
	}
	assert_true(error.offset <= length && error.length <= length - error.offset);
	assert_non_null(memchr(error.message, '\0', sizeof error.message));
	assert_non_null(memchr(error.hint, '\0', sizeof error.hint));
	assert_true(error.message[0] != '\0');
}

static void random_texts_are_answered(void **state)
{
	(void)state;
	static const char *const pieces[] = {
		"13",       ".",           " ",       "august",   "2018",
		"-",        "/",           "..",      "uge",      "i",
		"marts",    "senest",      "efter",   "ca.",      "primo",
		"mandag",   "den",         "2018-08", "2018-W33", "201X",
		"Q",        "1",           "kvartal", ",",        "th",
		"?",        "~",           "til",     "fra",      "forår",
		"vinter",   "kl",          ":",       "\xC3",     "\xCC\x8A",
		"jul",      "sommerferie", "n",       "X",        "T10",
		"99",       "0",           "week",    "of",       "\xE2\x80\x93",
		"first",    "19",          "2200",    "february", "30",
		"december", "half",        "to",      "until",    "[",
		"Y",
	};
	uint64_t seed = 20181213;
	char text[256];
	for (int run = 0; run < 300000; run++) {
		size_t length = 0;
		for (unsigned left = draw(&seed, 12); left > 0; left--) {
			const char *piece = pieces[draw(&seed, COUNT(pieces))];
			memcpy(text + length, piece, strlen(piece));
			length += strlen(piece);
			if (draw(&seed, 3) == 0)
				text[length++] = ' ';
		}
		check_soundness(text, length, draw(&seed, 3) == 0 ? 0 : 1900 + (int)draw(&seed, 300));
	}
	for (int run = 0; run < 100000; run++) {
		size_t length = draw(&seed, 20);
		for (size_t i = 0; i < length; i++)
			text[i] = (char)draw(&seed, draw(&seed, 2) ? 256 : 128);
		check_soundness(text, length, 2018);
	}
}

static void every_letter_begins_and_ends_a_word(void **state)
{
	(void)state;
	for (char letter = 'A'; letter <= 'z'; letter = letter == 'Z' ? 'a' : (char)(letter + 1)) {
		char word[] = {letter, 'q', 'k', 'q', letter, 0}, message[64];
		snprintf(message, sizeof message, "\"%s\" is not a word of dates", word);
		check_row(&(struct row){word, word, message, "write as in"}, 2018);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_that_do_not_exist),
		cmocka_unit_test(years_that_are_missing_or_too_far),
		cmocka_unit_test(forms_that_nobody_reads_alike),
		cmocka_unit_test(edtf_beyond_what_is_read),
		cmocka_unit_test(what_is_no_date),
		cmocka_unit_test(texts_of_any_length),
		cmocka_unit_test(random_texts_are_answered),
		cmocka_unit_test(every_letter_begins_and_ends_a_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
