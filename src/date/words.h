/*
 * The words of date expressions, Danish and English, as a table. Adding a word is adding a row. Almost every
 * date has a word or two, so they are found by a hash; where its slots no longer fit the rows, a test fails
 * and prints those that do.
 */
#ifndef DATE_WORDS_H
#define DATE_WORDS_H

#include <stdbool.h>
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
	char text[18];      /* lower case, NFC; a phrase has single blanks */
	uint8_t word_class; /* enum word_class */
	uint8_t value;
};

/* Whether a word is "jul", which is July to some and Christmas to others. */
static inline bool word_is_jul(const struct word *word)
{
	return word->value == 7 && word->text[3] == '\0';
}

enum { WORDS_SLOTS = 256 };

extern const struct word words[];
extern const size_t words_count;

/*
 * 1 + the row of a word in the slot of its hash or, where others took that, in the next that was free,
 * cyclically; 0 for none.
 */
extern const uint8_t words_slots[WORDS_SLOTS];

/* The slot where the search for a word of `length` > 0 bytes begins. The factors were tried out. */
static inline size_t words_slot(const char *word, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)word;
	return (98u * bytes[0] + 214u * bytes[length / 2] + 113u * bytes[length - 1] + 104u * length) %
		   WORDS_SLOTS;
}

#endif
