#include "timeline/marks.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 64 };

static size_t words_of(size_t size)
{
	return (size + BITS - 1) / BITS;
}

bool marks_init(struct marks *marks, size_t size)
{
	marks->bits = malloc(words_of(size) * sizeof *marks->bits);
	marks->words = malloc(words_of(words_of(size)) * sizeof *marks->words);
	return marks->bits && marks->words;
}

void marks_free(struct marks *marks)
{
	free(marks->bits);
	free(marks->words);
}

void marks_clear(struct marks *marks, size_t size)
{
	memset(marks->bits, 0, words_of(size) * sizeof *marks->bits);
	memset(marks->words, 0, words_of(words_of(size)) * sizeof *marks->words);
}

/* Takes a bit out of a word, which has it. */
static uint32_t take(struct marks *marks, uint32_t word, uint32_t bit)
{
	marks->bits[word] &= ~(UINT64_C(1) << bit);
	if (!marks->bits[word])
		marks->words[word / BITS] &= ~(UINT64_C(1) << word % BITS);
	return word * BITS + bit;
}

static uint32_t first_bit(uint64_t bits)
{
	return (uint32_t)__builtin_ctzll(bits);
}

static uint32_t last_bit(uint64_t bits)
{
	return BITS - 1 - (uint32_t)__builtin_clzll(bits);
}

/* Those of some bits that are not before (or are before) one of them. */
static uint64_t from_bit(uint64_t bits, uint32_t bit)
{
	return bits & ~UINT64_C(0) << bit % BITS;
}

static uint64_t below_bit(uint64_t bits, uint32_t bit)
{
	return bits & ~(~UINT64_C(0) << bit % BITS);
}

uint32_t marks_take_next(struct marks *marks, uint32_t from, uint32_t size)
{
	uint32_t word = from / BITS, words = (uint32_t)words_of(size);
	if (word >= words)
		return MARKS_NONE;
	uint64_t bits = from_bit(marks->bits[word], from);
	if (bits)
		return take(marks, word, first_bit(bits));
	if (++word >= words)
		return MARKS_NONE;
	uint64_t rest = from_bit(marks->words[word / BITS], word);
	for (uint32_t i = word / BITS;;) {
		if (rest) {
			word = i * BITS + first_bit(rest);
			return take(marks, word, first_bit(marks->bits[word]));
		}
		if (++i >= words_of(words))
			return MARKS_NONE;
		rest = marks->words[i];
	}
}

uint32_t marks_take_previous(struct marks *marks, uint32_t end)
{
	uint32_t word = end / BITS;
	uint64_t bits = end % BITS ? below_bit(marks->bits[word], end) : 0;
	if (bits)
		return take(marks, word, last_bit(bits));
	uint64_t rest = word % BITS ? below_bit(marks->words[word / BITS], word) : 0;
	for (uint32_t i = word / BITS;;) {
		if (rest) {
			word = i * BITS + last_bit(rest);
			return take(marks, word, last_bit(marks->bits[word]));
		}
		if (i == 0)
			return MARKS_NONE;
		rest = marks->words[--i];
	}
}
