#include "date/holiday.h"

#define FIXED(of_month, of_day, its_name, ...)                                                               \
	{                                                                                                        \
		.kind = HOLIDAY_FIXED, .month = (of_month), .day = (of_day), .name = (its_name), __VA_ARGS__         \
	}
#define ON_OR_AFTER(of_month, of_day, its_weekday, its_name, ...)                                            \
	{                                                                                                        \
		.kind = HOLIDAY_ON_OR_AFTER, .month = (of_month), .day = (of_day), .weekday = (its_weekday),         \
		.name = (its_name), __VA_ARGS__                                                                      \
	}
#define EASTER(offset, its_name, ...)                                                                        \
	{                                                                                                        \
		.kind = HOLIDAY_EASTER, .day = (offset), .name = (its_name), __VA_ARGS__                             \
	}

/*
 * Denmark: forordning om helligdagenes indskrænkning of 26 October 1770; store bededag, the fourth Friday
 * after Easter, was abolished from 2024 by lov nr. 214 of 6 March 2023. Constitution Day (5 June), 1 May, 24
 * and 31 December are no public holidays.
 */
static const struct holiday_rule denmark[] = {
	FIXED(1, 1, "Nytårsdag"),
	EASTER(-3, "Skærtorsdag"),
	EASTER(-2, "Langfredag"),
	EASTER(0, "Påskedag"),
	EASTER(1, "2. påskedag"),
	EASTER(26, "Store bededag", .to = 2023),
	EASTER(39, "Kristi himmelfartsdag"),
	EASTER(49, "Pinsedag"),
	EASTER(50, "2. pinsedag"),
	FIXED(12, 25, "Juledag"),
	FIXED(12, 26, "2. juledag"),
};

/*
 * Norway: lov om helligdager og helligdagsfred of 24 February 1995 no. 12, section 2; lov om 1 og 17 mai som
 * høgtidsdager of 26 April 1947 no. 1.
 */
static const struct holiday_rule norway[] = {
	FIXED(1, 1, "Første nyttårsdag"),
	EASTER(-3, "Skjærtorsdag"),
	EASTER(-2, "Langfredag"),
	EASTER(0, "Første påskedag"),
	EASTER(1, "Andre påskedag"),
	FIXED(5, 1, "Arbeidernes dag", .from = 1947),
	FIXED(5, 17, "Grunnlovsdagen", .from = 1947),
	EASTER(39, "Kristi himmelfartsdag"),
	EASTER(49, "Første pinsedag"),
	EASTER(50, "Andre pinsedag"),
	FIXED(12, 25, "Første juledag"),
	FIXED(12, 26, "Andre juledag"),
};

/*
 * Sweden: lag (1989:253) om allmänna helgdagar, with 2004:1320 (6 June in place of Whit Monday, from 2005);
 * 1 May from 1939; Midsummer's Day and All Saints' Day on Saturdays from 1953. The Annunciation (25 March, to
 * 1952) is left out: it was moved when it met Holy Week.
 */
static const struct holiday_rule sweden[] = {
	FIXED(1, 1, "Nyårsdagen"),
	FIXED(1, 6, "Trettondedag jul"),
	EASTER(-2, "Långfredagen"),
	EASTER(0, "Påskdagen"),
	EASTER(1, "Annandag påsk"),
	FIXED(5, 1, "Första maj", .from = 1939),
	EASTER(39, "Kristi himmelsfärdsdag"),
	EASTER(49, "Pingstdagen"),
	EASTER(50, "Annandag pingst", .to = 2004),
	FIXED(6, 6, "Sveriges nationaldag", .from = 2005),
	FIXED(6, 24, "Midsommardagen", .to = 1952),
	ON_OR_AFTER(6, 20, PLAN_SATURDAY, "Midsommardagen", .from = 1953),
	ON_OR_AFTER(11, 1, PLAN_SUNDAY, "Alla helgons dag", .to = 1952),
	ON_OR_AFTER(10, 31, PLAN_SATURDAY, "Alla helgons dag", .from = 1953),
	FIXED(12, 25, "Juldagen"),
	FIXED(12, 26, "Annandag jul"),
};

/*
 * Finland: kirkkolaki (Church Act) 1054/1993; laki 272/1944 (1 May); laki 388/1937 (6 December). Midsummer
 * and All Saints' are Saturdays from 1955; Epiphany and Ascension were Saturdays from 1973 to 1990. Before
 * 1973 the table leaves out the Annunciation, which moved. The eves of Midsummer and Christmas are no public
 * holidays.
 */
static const struct holiday_rule finland[] = {
	FIXED(1, 1, "Uudenvuodenpäivä"),
	FIXED(1, 6, "Loppiainen", .to = 1972),
	ON_OR_AFTER(1, 6, PLAN_SATURDAY, "Loppiainen", .from = 1973, .to = 1990),
	FIXED(1, 6, "Loppiainen", .from = 1991),
	EASTER(-2, "Pitkäperjantai"),
	EASTER(0, "Pääsiäispäivä"),
	EASTER(1, "2. pääsiäispäivä"),
	FIXED(5, 1, "Vapunpäivä", .from = 1944),
	EASTER(39, "Helatorstai", .to = 1972),
	EASTER(34, "Helatorstai", .from = 1973, .to = 1990),
	EASTER(39, "Helatorstai", .from = 1991),
	EASTER(49, "Helluntaipäivä"),
	EASTER(50, "2. helluntaipäivä", .to = 1972),
	FIXED(6, 24, "Juhannuspäivä", .to = 1954),
	ON_OR_AFTER(6, 20, PLAN_SATURDAY, "Juhannuspäivä", .from = 1955),
	FIXED(11, 1, "Pyhäinpäivä", .to = 1954),
	ON_OR_AFTER(10, 31, PLAN_SATURDAY, "Pyhäinpäivä", .from = 1955),
	FIXED(12, 6, "Itsenäisyyspäivä", .from = 1937),
	FIXED(12, 25, "Joulupäivä"),
	FIXED(12, 26, "Tapaninpäivä"),
};

/*
 * Iceland: lög um 40 stunda vinnuviku 1971 no. 88, section 6, and lög um helgidagafrið 1997 no. 32. The two
 * half days, 24 and 31 December from 13 o'clock, are left out. The days of the act of 1971 are given from
 * 1972, what is older where its first year is certain: 17 June from 1944, 1 May from 1966.
 */
static const struct holiday_rule iceland[] = {
	FIXED(1, 1, "Nýársdagur"),
	EASTER(-3, "Skírdagur"),
	EASTER(-2, "Föstudagurinn langi"),
	EASTER(0, "Páskadagur"),
	EASTER(1, "Annar í páskum"),
	ON_OR_AFTER(4, 19, PLAN_THURSDAY, "Sumardagurinn fyrsti"),
	FIXED(5, 1, "Verkalýðsdagurinn", .from = 1966),
	EASTER(39, "Uppstigningardagur"),
	EASTER(49, "Hvítasunnudagur"),
	EASTER(50, "Annar í hvítasunnu"),
	FIXED(6, 17, "Lýðveldisdagurinn", .from = 1944),
	ON_OR_AFTER(8, 1, PLAN_MONDAY, "Frídagur verslunarmanna", .from = 1972),
	FIXED(12, 25, "Jóladagur"),
	FIXED(12, 26, "Annar í jólum"),
};

/*
 * The Netherlands: Algemene termijnenwet of 25 July 1964, section 3, which puts Good Friday on a level with
 * the public holidays. Before 1990 Liberation Day is given for every fifth year only, as it was kept; the
 * sovereign's birthday begins with 1949, when it became 30 April.
 */
static const struct holiday_rule netherlands[] = {
	FIXED(1, 1, "Nieuwjaarsdag"),
	EASTER(-2, "Goede Vrijdag"),
	EASTER(0, "Eerste paasdag"),
	EASTER(1, "Tweede paasdag"),
	FIXED(4, 30, "Koninginnedag", .from = 1949, .to = 1979, .if_sunday = 1),
	FIXED(4, 30, "Koninginnedag", .from = 1980, .to = 2013, .if_sunday = -1),
	FIXED(4, 27, "Koningsdag", .from = 2014, .if_sunday = -1),
	FIXED(5, 5, "Bevrijdingsdag", .from = 1950, .to = 1989, .every = 5),
	FIXED(5, 5, "Bevrijdingsdag", .from = 1990),
	EASTER(39, "Hemelvaartsdag"),
	EASTER(49, "Eerste pinksterdag"),
	EASTER(50, "Tweede pinksterdag"),
	FIXED(12, 25, "Eerste kerstdag"),
	FIXED(12, 26, "Tweede kerstdag"),
};

/*
 * England and Wales: Banking and Financial Dealings Act 1971, schedule 1, and the royal proclamations under
 * its section 1 (New Year's Day, early May, days in lieu, single days, moved days); Good Friday and Christmas
 * Day by common law. To 1970 the days of the Bank Holidays Act 1871 and the Holidays Extension Act 1875 as
 * they stand: the August and Whitsun days that were moved for trial from 1965 to 1970 are not in the table.
 */
static const struct holiday_rule england_and_wales[] = {
	FIXED(1, 1, "New Year's Day", .from = 1974),
	FIXED(1, 1, "New Year's Day (substitute day)", .from = 1974, .if_saturday = 2, .if_sunday = 1,
		  .substitute = true),
	EASTER(-2, "Good Friday"),
	EASTER(1, "Easter Monday"),
	ON_OR_AFTER(5, 1, PLAN_MONDAY, "Early May bank holiday", .from = 1978, .to = 1994),
	FIXED(5, 8, "Early May bank holiday (VE day)", .from = 1995, .to = 1995),
	ON_OR_AFTER(5, 1, PLAN_MONDAY, "Early May bank holiday", .from = 1996, .to = 2019),
	FIXED(5, 8, "Early May bank holiday (VE day)", .from = 2020, .to = 2020),
	ON_OR_AFTER(5, 1, PLAN_MONDAY, "Early May bank holiday", .from = 2021),
	EASTER(50, "Whit Monday", .to = 1970),
	ON_OR_AFTER(5, 25, PLAN_MONDAY, "Spring bank holiday", .from = 1971, .to = 2001),
	FIXED(6, 4, "Spring bank holiday", .from = 2002, .to = 2002),
	ON_OR_AFTER(5, 25, PLAN_MONDAY, "Spring bank holiday", .from = 2003, .to = 2011),
	FIXED(6, 4, "Spring bank holiday", .from = 2012, .to = 2012),
	ON_OR_AFTER(5, 25, PLAN_MONDAY, "Spring bank holiday", .from = 2013, .to = 2021),
	FIXED(6, 2, "Spring bank holiday", .from = 2022, .to = 2022),
	ON_OR_AFTER(5, 25, PLAN_MONDAY, "Spring bank holiday", .from = 2023),
	ON_OR_AFTER(8, 1, PLAN_MONDAY, "August bank holiday", .to = 1970),
	ON_OR_AFTER(8, 25, PLAN_MONDAY, "Summer bank holiday", .from = 1971),
	FIXED(12, 25, "Christmas Day"),
	FIXED(12, 26, "Boxing Day", .to = 1970, .if_sunday = 1),
	FIXED(12, 26, "Boxing Day", .from = 1971),
	FIXED(12, 25, "Christmas Day (substitute day)", .from = 1971, .if_saturday = 2, .if_sunday = 2,
		  .substitute = true),
	FIXED(12, 26, "Boxing Day (substitute day)", .from = 1971, .if_saturday = 2, .if_sunday = 2,
		  .substitute = true),
	FIXED(11, 14, "Wedding of Princess Anne", .from = 1973, .to = 1973),
	FIXED(6, 7, "Silver Jubilee of Elizabeth II", .from = 1977, .to = 1977),
	FIXED(7, 29, "Wedding of Prince Charles", .from = 1981, .to = 1981),
	FIXED(12, 31, "Millennium Eve", .from = 1999, .to = 1999),
	FIXED(6, 3, "Golden Jubilee of Elizabeth II", .from = 2002, .to = 2002),
	FIXED(4, 29, "Wedding of Prince William", .from = 2011, .to = 2011),
	FIXED(6, 5, "Diamond Jubilee of Elizabeth II", .from = 2012, .to = 2012),
	FIXED(6, 3, "Platinum Jubilee of Elizabeth II", .from = 2022, .to = 2022),
	FIXED(9, 19, "State Funeral of Elizabeth II", .from = 2022, .to = 2022),
	FIXED(5, 8, "Coronation of Charles III", .from = 2023, .to = 2023),
};

/* A code and its table; a country without a table has no holidays. */
#define COUNTRIES(COUNTRY)                                                                                   \
	COUNTRY("DK", denmark)                                                                                   \
	COUNTRY("NO", norway)                                                                                    \
	COUNTRY("SE", sweden)                                                                                    \
	COUNTRY("FI", finland)                                                                                   \
	COUNTRY("IS", iceland)                                                                                   \
	COUNTRY("NL", netherlands)                                                                               \
	COUNTRY("GB", england_and_wales)

#define AS_COUNTRY(its_code, table)                                                                          \
	{.code = (its_code), .rules = (table), .count = sizeof(table) / sizeof *(table)},
#define AS_CODE(its_code, table) its_code,

const struct country countries[] = {COUNTRIES(AS_COUNTRY){.code = "none"}, {.code = NULL}};

const char *const *plan_country_codes(void)
{
	static const char *const codes[] = {COUNTRIES(AS_CODE) "none", NULL};
	return codes;
}
