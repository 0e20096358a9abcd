/*
 * Days as people read them, in the user's language. Nothing else in the program spells a day for a person.
 *
 * The texts are returned by value, so that they can be made inside a call: a C11 temporary lives to the end
 * of its full expression.
 *
 *     diag_message(&draft, _("%s is a holiday"), day_text(day).text);
 *
 * A language is a .po file: it translates the names of weekdays and months and the patterns that order them.
 */
#ifndef DATE_PRINT_H
#define DATE_PRINT_H

#include <plan/date.h>

struct day_text {
	char text[64];
};

struct window_text {
	char text[128];
};

/* "Mon 13 Aug 2018" ("man. 13. aug. 2018"); "open" for an open end. */
struct day_text day_text(plan_day day);

/* The same without the year, where the year is plain from what stands around it: "Mon 13 Aug". */
struct day_text day_text_short(plan_day day);

/* "13 August 2018", without the weekday; "open" for an open end. */
struct day_text day_text_long(plan_day day);

/* "2018-08-13"; empty for an open end. The same in every language. */
struct day_text day_text_iso(plan_day day);

/*
 * One day as day_text; else "21–31 Jan 2019", "14 Aug – 19 Sep 2018", "15 Dec 2018 – 10 Jan 2019"; open at
 * one end "from Mon 21 Jan 2019", "until Thu 31 Jan 2019"; open at both "any day".
 */
struct window_text window_text(struct plan_window window);

/*
 * A period by its outer days as window_text does, where both of its ends are known days or open; where one is
 * imprecise, "from 21–31 Jan 2019 to 4 Feb 2019". What is a window prints as window_text.
 */
struct window_text expr_text(const struct plan_expr *expr);

/* "week 33" ("uge 33"), the ISO week of a day; the year is left out. */
struct day_text week_text(plan_day day);

/* "Monday" or "Mon"; "January" or "Jan" (months 1-12): in the user's language, static storage. */
const char *weekday_name(enum plan_weekday weekday);
const char *weekday_name_short(enum plan_weekday weekday);
const char *month_name(int month);
const char *month_name_short(int month);

#endif
