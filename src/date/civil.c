#include <plan/date.h>

/*
 * Days to and from the calendar as in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years
 * begin in March, so that the leap day is a year's last, and an era is the 400 years after which the calendar
 * repeats.
 */
enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH = 719468 /* days from 0000-03-01 to 1970-01-01 */ };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int plan_month_days(int year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool plan_civil_is_valid(struct plan_civil civil)
{
	return civil.year >= PLAN_YEAR_MIN && civil.year <= PLAN_YEAR_MAX && civil.month >= 1 &&
		   civil.month <= 12 && civil.day >= 1 && civil.day <= plan_month_days(civil.year, civil.month);
}

plan_day plan_day_from_civil(struct plan_civil civil)
{
	int year = civil.year - (civil.month <= 2);
	int era = (int)floor_div(year, ERA_YEARS);
	int year_of_era = year - era * ERA_YEARS;
	int month = (civil.month + 9) % 12; /* March is 0 */
	int day_of_year = (153 * month + 2) / 5 + civil.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * ERA_DAYS + day_of_era - EPOCH;
}

struct plan_civil plan_day_to_civil(plan_day day)
{
	int64_t shifted = (int64_t)day + EPOCH;
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
	plan_day new_year = plan_day_from_civil((struct plan_civil){year, 1, 1});
	return (struct plan_iso_week){.year = year, .week = (thursday - new_year) / 7 + 1};
}

plan_day plan_iso_week_monday(struct plan_iso_week week)
{
	plan_day in_first_week = plan_day_from_civil((struct plan_civil){week.year, 1, 4});
	return in_first_week - (plan_day)plan_day_weekday(in_first_week) + (week.week - 1) * 7;
}

int plan_year_iso_weeks(int year)
{
	/* 28 December always lies in the last week. */
	return plan_day_iso_week(plan_day_from_civil((struct plan_civil){year, 12, 28})).week;
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
	int last = plan_month_days(civil.year, civil.month);
	if (civil.day > last)
		civil.day = last;
	return plan_day_from_civil(civil);
}

plan_day plan_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return plan_day_from_civil((struct plan_civil){year, n / 31, n % 31 + 1});
}
