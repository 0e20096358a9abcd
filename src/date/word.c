#include "date/word.h"

#include "base/similar.h"
#include "base/text.h"

#include <plan/date.h>

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct word words[] = {
	{"januar", WORD_MONTH, 1},
	{"january", WORD_MONTH, 1},
	{"jan", WORD_MONTH, 1},
	{"februar", WORD_MONTH, 2},
	{"february", WORD_MONTH, 2},
	{"feb", WORD_MONTH, 2},
	{"marts", WORD_MONTH, 3},
	{"march", WORD_MONTH, 3},
	{"mar", WORD_MONTH, 3},
	{"april", WORD_MONTH, 4},
	{"apr", WORD_MONTH, 4},
	{"maj", WORD_MONTH, 5},
	{"may", WORD_MONTH, 5},
	{"juni", WORD_MONTH, 6},
	{"june", WORD_MONTH, 6},
	{"jun", WORD_MONTH, 6},
	{"juli", WORD_MONTH, 7},
	{"july", WORD_MONTH, 7},
	{"jul", WORD_MONTH, 7},
	{"august", WORD_MONTH, 8},
	{"aug", WORD_MONTH, 8},
	{"september", WORD_MONTH, 9},
	{"sept", WORD_MONTH, 9},
	{"sep", WORD_MONTH, 9},
	{"oktober", WORD_MONTH, 10},
	{"october", WORD_MONTH, 10},
	{"okt", WORD_MONTH, 10},
	{"oct", WORD_MONTH, 10},
	{"november", WORD_MONTH, 11},
	{"nov", WORD_MONTH, 11},
	{"december", WORD_MONTH, 12},
	{"dec", WORD_MONTH, 12},

	{"mandag", WORD_WEEKDAY, PLAN_MONDAY},
	{"monday", WORD_WEEKDAY, PLAN_MONDAY},
	{"man", WORD_WEEKDAY, PLAN_MONDAY},
	{"mon", WORD_WEEKDAY, PLAN_MONDAY},
	{"tirsdag", WORD_WEEKDAY, PLAN_TUESDAY},
	{"tuesday", WORD_WEEKDAY, PLAN_TUESDAY},
	{"tirs", WORD_WEEKDAY, PLAN_TUESDAY},
	{"tir", WORD_WEEKDAY, PLAN_TUESDAY},
	{"tues", WORD_WEEKDAY, PLAN_TUESDAY},
	{"tue", WORD_WEEKDAY, PLAN_TUESDAY},
	{"onsdag", WORD_WEEKDAY, PLAN_WEDNESDAY},
	{"wednesday", WORD_WEEKDAY, PLAN_WEDNESDAY},
	{"ons", WORD_WEEKDAY, PLAN_WEDNESDAY},
	{"wed", WORD_WEEKDAY, PLAN_WEDNESDAY},
	{"torsdag", WORD_WEEKDAY, PLAN_THURSDAY},
	{"thursday", WORD_WEEKDAY, PLAN_THURSDAY},
	{"tors", WORD_WEEKDAY, PLAN_THURSDAY},
	{"tor", WORD_WEEKDAY, PLAN_THURSDAY},
	{"thurs", WORD_WEEKDAY, PLAN_THURSDAY},
	{"thu", WORD_WEEKDAY, PLAN_THURSDAY},
	{"fredag", WORD_WEEKDAY, PLAN_FRIDAY},
	{"friday", WORD_WEEKDAY, PLAN_FRIDAY},
	{"fre", WORD_WEEKDAY, PLAN_FRIDAY},
	{"fri", WORD_WEEKDAY, PLAN_FRIDAY},
	{"lørdag", WORD_WEEKDAY, PLAN_SATURDAY},
	{"saturday", WORD_WEEKDAY, PLAN_SATURDAY},
	{"lør", WORD_WEEKDAY, PLAN_SATURDAY},
	{"sat", WORD_WEEKDAY, PLAN_SATURDAY},
	{"søndag", WORD_WEEKDAY, PLAN_SUNDAY},
	{"sunday", WORD_WEEKDAY, PLAN_SUNDAY},
	{"søn", WORD_WEEKDAY, PLAN_SUNDAY},
	{"sun", WORD_WEEKDAY, PLAN_SUNDAY},

	{"primo", WORD_PART, PART_EARLY},
	{"early", WORD_PART, PART_EARLY},
	{"medio", WORD_PART, PART_MIDDLE},
	{"mid", WORD_PART, PART_MIDDLE},
	{"ultimo", WORD_PART, PART_LATE},
	{"late", WORD_PART, PART_LATE},

	{"forår", WORD_SEASON, SEASON_SPRING},
	{"foråret", WORD_SEASON, SEASON_SPRING},
	{"spring", WORD_SEASON, SEASON_SPRING},
	{"sommer", WORD_SEASON, SEASON_SUMMER},
	{"sommeren", WORD_SEASON, SEASON_SUMMER},
	{"summer", WORD_SEASON, SEASON_SUMMER},
	{"efterår", WORD_SEASON, SEASON_AUTUMN},
	{"efteråret", WORD_SEASON, SEASON_AUTUMN},
	{"autumn", WORD_SEASON, SEASON_AUTUMN},
	{"fall", WORD_SEASON, SEASON_AUTUMN},
	{"vinter", WORD_SEASON, SEASON_WINTER},
	{"vinteren", WORD_SEASON, SEASON_WINTER},
	{"winter", WORD_SEASON, SEASON_WINTER},

	{"senest", WORD_BOUND, BOUND_BY},
	{"by", WORD_BOUND, BOUND_BY},
	{"until", WORD_BOUND, BOUND_UNTIL},
	{"tidligst", WORD_BOUND, BOUND_FROM},
	{"fra", WORD_BOUND, BOUND_FROM},
	{"from", WORD_BOUND, BOUND_FROM},
	{"før", WORD_BOUND, BOUND_BEFORE},
	{"inden", WORD_BOUND, BOUND_BEFORE},
	{"before", WORD_BOUND, BOUND_BEFORE},
	{"efter", WORD_BOUND, BOUND_AFTER},
	{"after", WORD_BOUND, BOUND_AFTER},

	{"ca", WORD_ABOUT, 0},
	{"cirka", WORD_ABOUT, 0},
	{"about", WORD_ABOUT, 0},
	{"den", WORD_ARTICLE, 0},
	{"d", WORD_ARTICLE, 0},
	{"the", WORD_ARTICLE, 0},
	{"i", WORD_ARTICLE, 0},
	{"in", WORD_ARTICLE, 0},
	{"of", WORD_OF, 0},
	{"af", WORD_OF, 0},

	{"uge", WORD_WEEK, 0},
	{"week", WORD_WEEK, 0},
	{"kvartal", WORD_QUARTER, 0},
	{"kvt", WORD_QUARTER, 0},
	{"quarter", WORD_QUARTER, 0},
	{"q", WORD_QUARTER, 0},
	{"halvår", WORD_HALF, 0},
	{"half", WORD_HALF, 0},
	{"h", WORD_HALF, 0},
	{"første", WORD_ORDINAL, 1},
	{"first", WORD_ORDINAL, 1},
	{"anden", WORD_ORDINAL, 2},
	{"andet", WORD_ORDINAL, 2},
	{"second", WORD_ORDINAL, 2},
	{"tredje", WORD_ORDINAL, 3},
	{"third", WORD_ORDINAL, 3},
	{"fjerde", WORD_ORDINAL, 4},
	{"fourth", WORD_ORDINAL, 4},
	{"femte", WORD_ORDINAL, 5},
	{"fifth", WORD_ORDINAL, 5},
	{"st", WORD_SUFFIX, 0},
	{"nd", WORD_SUFFIX, 0},
	{"rd", WORD_SUFFIX, 0},
	{"th", WORD_SUFFIX, 0},
	{"til", WORD_TO, 0},
	{"to", WORD_TO, 0},

	{"kl", WORD_TIME, 0},
	{"klokken", WORD_TIME, 0},
	{"am", WORD_TIME, 0},
	{"pm", WORD_TIME, 0},
	{"noon", WORD_TIME, 0},
	{"middag", WORD_TIME, 0},
	{"midnight", WORD_TIME, 0},
	{"z", WORD_TIME, 0},
	{"utc", WORD_TIME, 0},
	{"gmt", WORD_TIME, 0},
	{"cet", WORD_TIME, 0},
	{"cest", WORD_TIME, 0},
	{"idag", WORD_CLOCK, 0},
	{"today", WORD_CLOCK, 0},
	{"igår", WORD_CLOCK, 0},
	{"yesterday", WORD_CLOCK, 0},
	{"imorgen", WORD_CLOCK, 0},
	{"tomorrow", WORD_CLOCK, 0},
	{"nu", WORD_CLOCK, 0},
	{"now", WORD_CLOCK, 0},
	{"næste", WORD_CLOCK, 0},
	{"next", WORD_CLOCK, 0},
	{"sidste", WORD_CLOCK, 0},
	{"last", WORD_CLOCK, 0},
};

static const struct word phrases[] = {
	{"inden udgangen af", WORD_BOUND, BOUND_BY},
	{"by the end of", WORD_BOUND, BOUND_BY},
	{"med udgangen af", WORD_BOUND, BOUND_LAST},
	{"udgangen af", WORD_BOUND, BOUND_LAST},
	{"the last day of", WORD_BOUND, BOUND_LAST},
	{"not before", WORD_BOUND, BOUND_FROM},
	{"ikke før", WORD_BOUND, BOUND_FROM},
	{"til og med", WORD_TO, 0},
	{"i dag", WORD_CLOCK, 0},
	{"i går", WORD_CLOCK, 0},
	{"i morgen", WORD_CLOCK, 0},
};

/*
 * Lower case of ASCII and of the precomposed letters U+00C0-U+00DE, æøå among them; false where a word has
 * other bytes.
 */
static bool fold_plainly(const char *text, size_t length, char *folded)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		if (c == 0xC3 && i + 1 < length) {
			folded[i++] = (char)c;
			c = (unsigned char)text[i];
			if (c <= 0x9E) /* × is no letter, so it is not here */
				c |= 0x20;
		} else if (c >= 0x80) {
			return false;
		}
		folded[i] = (char)c;
	}
	folded[length] = '\0';
	return true;
}

size_t word_fold(const char *text, size_t length, char *folded)
{
	if (length <= WORD_LENGTH_MAX && fold_plainly(text, length, folded))
		return length;
	char composed[WORD_LENGTH_MAX + 1];
	size_t size = text_compose(text, length, composed, sizeof composed);
	if (size && fold_plainly(composed, size, folded))
		return size;
	folded[0] = '\0';
	return 0;
}

const struct word *word_find(const char *folded)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].text[0] == folded[0] && strcmp(words[i].text, folded) == 0)
			return &words[i];
	return NULL;
}

/* How many of the folded words the phrase takes; 0 when they are not its words. */
static size_t phrase_words(const char *phrase, const char (*folded)[WORD_LENGTH_MAX + 1], size_t count)
{
	for (size_t used = 0; used < count; used++) {
		size_t length = strlen(folded[used]);
		if (length == 0 || strncmp(phrase, folded[used], length) != 0)
			return 0;
		phrase += length;
		if (*phrase == '\0')
			return used + 1;
		if (*phrase++ != ' ')
			return 0;
	}
	return 0;
}

const struct word *word_find_phrase(const char (*folded)[WORD_LENGTH_MAX + 1], size_t count, size_t *used)
{
	const struct word *found = NULL;
	*used = 0;
	for (size_t i = 0; i < COUNT(phrases); i++) {
		if (phrases[i].text[0] != folded[0][0])
			continue;
		size_t taken = phrase_words(phrases[i].text, folded, count);
		if (taken > *used) {
			*used = taken;
			found = &phrases[i];
		}
	}
	return found;
}

const char *word_similar(const char *folded)
{
	struct similar similar;
	similar_begin(&similar, folded, strlen(folded));
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].word_class < WORD_SUFFIX && strlen(words[i].text) > 2)
			similar_offer(&similar, words[i].text, i);
	return similar.best;
}
