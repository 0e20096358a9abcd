/*
 * The words of date expressions, Danish and English, as a table: a word is a row.
 */
#ifndef DATE_WORD_H
#define DATE_WORD_H

#include <stddef.h>
#include <stdint.h>

enum word_class {
	WORD_UNKNOWN,
	WORD_MONTH,   /* value: 1-12 */
	WORD_WEEKDAY, /* value: enum plan_weekday */
	WORD_PART,    /* value: enum word_part */
	WORD_SEASON,  /* value: enum word_season */
	WORD_BOUND,   /* value: enum word_bound */
	WORD_ABOUT,
	WORD_ARTICLE, /* "den", "the" before a day, "i", "in" before a month: read over */
	WORD_OF,      /* "of", "af", "i": read over between a number and what it counts in */
	WORD_WEEK,
	WORD_QUARTER,
	WORD_HALF,
	WORD_ORDINAL, /* value: 1-5 */
	WORD_SUFFIX,  /* "st", "nd", "rd", "th" right after a number */
	WORD_TO,      /* between the two ends of a period */
	WORD_TIME,    /* of a time of day or a time zone: refused */
	WORD_CLOCK    /* of a date that only the clock knows: refused */
};

enum word_part { PART_EARLY, PART_MIDDLE, PART_LATE };

enum word_season { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };

enum word_bound {
	BOUND_BY,     /* open to the last day of it */
	BOUND_UNTIL,  /* the same; also between the ends of a period */
	BOUND_FROM,   /* its first day to open; also before a period */
	BOUND_BEFORE, /* open to the day before it begins */
	BOUND_AFTER,  /* the day after it ends to open */
	BOUND_LAST    /* its last day */
};

struct word {
	const char *text;   /* lower case, NFC; a phrase has single blanks */
	uint8_t word_class; /* enum word_class */
	uint8_t value;
};

enum { WORD_LENGTH_MAX = 31 };

/*
 * A word of UTF-8 in lower case and NFC, as the table has it; returns its length, 0 when it is longer than
 * WORD_LENGTH_MAX bytes. `folded` has room for one byte more.
 */
size_t word_fold(const char *text, size_t length, char *folded);

/* The row of a folded word; NULL for an unknown one. */
const struct word *word_find(const char *folded);

/*
 * The longest phrase that begins with the first of `count` folded words, each in WORD_LENGTH_MAX + 1 bytes;
 * `*used` becomes how many of them it takes. NULL when there is none.
 */
const struct word *word_find_phrase(const char (*folded)[WORD_LENGTH_MAX + 1], size_t count, size_t *used);

/* The word that a folded one is most like, for a hint; NULL when none is near enough. */
const char *word_similar(const char *folded);

#endif
