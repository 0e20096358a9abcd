#include "date/civil.h"

/* Hinnant's algorithms (see civil.h); an era is the 400 years after which the calendar repeats. */
enum { ERA_YEARS = 400, ERA_DAYS = 146097 };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int plan_month_days(int year, int month)
{
	return civil_month_days(year, month);
}

bool plan_civil_is_valid(struct plan_civil civil)
{
	return civil_is_valid(civil.year, civil.month, civil.day);
}

plan_day plan_day_from_civil(struct plan_civil civil)
{
	return civil_day(civil.year, civil.month, civil.day);
}

struct plan_civil plan_day_to_civil(plan_day day)
{
	int64_t shifted = (int64_t)day + CIVIL_EPOCH;
	int era = (int)floor_div(shifted, ERA_DAYS);
	int day_of_era = (int)(shifted - (int64_t)era * ERA_DAYS);
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (ERA_DAYS - 1)) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153; /* March is 0 */
	return (struct plan_civil){
		.year = year_of_era + era * ERA_YEARS + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1,
	};
}

enum plan_weekday plan_day_weekday(plan_day day)
{
	int weekday = (int)(((int64_t)day + PLAN_THURSDAY) % 7); /* 1970-01-01 was a Thursday */
	return (enum plan_weekday)(weekday < 0 ? weekday + 7 : weekday);
}

struct plan_iso_week plan_day_iso_week(plan_day day)
{
	plan_day thursday = day - (plan_day)plan_day_weekday(day) + PLAN_THURSDAY;
	int year = plan_day_to_civil(thursday).year;
	plan_day new_year = civil_day(year, 1, 1);
	return (struct plan_iso_week){.year = year, .week = (thursday - new_year) / 7 + 1};
}

plan_day plan_iso_week_monday(struct plan_iso_week week)
{
	plan_day in_first_week = civil_day(week.year, 1, 4);
	return in_first_week - (plan_day)plan_day_weekday(in_first_week) + (week.week - 1) * 7;
}

int plan_year_iso_weeks(int year)
{
	/* A week is the year's that its Thursday lies in: 53 Thursdays need one on the first or the last day. */
	enum plan_weekday first = plan_day_weekday(civil_day(year, 1, 1));
	return 52 + (first == PLAN_THURSDAY || (first == PLAN_WEDNESDAY && civil_is_leap(year)));
}

plan_day plan_day_add_months(plan_day day, int months)
{
	struct plan_civil civil = plan_day_to_civil(day);
	int64_t month = (int64_t)civil.year * 12 + (civil.month - 1) + months;
	if (month < INT64_C(12) * PLAN_YEAR_MIN)
		return PLAN_DAY_OPEN_START;
	if (month >= INT64_C(12) * (PLAN_YEAR_MAX + 1))
		return PLAN_DAY_OPEN_END;
	civil.year = (int)(month / 12);
	civil.month = (int)(month % 12) + 1;
	int last = civil_month_days(civil.year, civil.month);
	if (civil.day > last)
		civil.day = last;
	return civil_day(civil.year, civil.month, civil.day);
}

plan_day plan_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return civil_day(year, n / 31, n % 31 + 1);
}
