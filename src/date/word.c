#include "date/word.h"

#include "base/similar.h"
#include "base/text.h"
#include "date/words.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

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

const struct word *word_find(const char *folded, size_t length)
{
	size_t slot = words_slot(folded, length);
	for (; words_slots[slot]; slot = (slot + 1) % WORDS_SLOTS) {
		const struct word *word = &words[words_slots[slot] - 1];
		if (strcmp(word->text, folded) == 0)
			return word;
	}
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
	for (size_t i = 0; i < words_count; i++)
		if (words[i].word_class < WORD_SUFFIX && strlen(words[i].text) > 2)
			similar_offer(&similar, words[i].text, i);
	return similar.best;
}
