#include "base/similar.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static unsigned char lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static bool swapped(const char *a, const char *b, size_t i, size_t j)
{
	return i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
}

size_t similar_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit)
{
	size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
	if (apart >= limit || a_length > SIMILAR_MAX || b_length > SIMILAR_MAX)
		return limit;
	uint8_t rows[3][SIMILAR_MAX + 1]; /* the row before the last, the last, the one being filled in */
	uint8_t *before = rows[0], *last = rows[1], *row = rows[2];
	size_t last_nearest = 0;
	for (size_t j = 0; j <= b_length; j++)
		last[j] = (uint8_t)j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t nearest = row[0] = (uint8_t)i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t cost = last[j - 1] + (size_t)(lower(a[i - 1]) != lower(b[j - 1]));
			cost = least(cost, least(last[j], row[j - 1]) + 1u);
			if (swapped(a, b, i, j))
				cost = least(cost, before[j - 2] + 1u);
			row[j] = (uint8_t)cost;
			nearest = least(nearest, cost);
		}
		if (nearest >= limit && last_nearest >= limit) /* a swap reaches back two rows */
			return limit;
		last_nearest = nearest;
		uint8_t *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return least(last[b_length], limit);
}

/* How far from a word something may be and still be suggested. */
static size_t nearness(size_t length)
{
	static const uint8_t near[] = {0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
	return length < sizeof near ? near[length] : length / 4;
}

void similar_begin(struct similar *similar, const char *word, size_t length)
{
	*similar = (struct similar){.word = word, .length = length, .distance = nearness(length) + 1};
}

void similar_offer(struct similar *similar, const char *candidate, size_t at)
{
	size_t length = strlen(candidate);
	size_t distance = similar_distance(similar->word, similar->length, candidate, length, similar->distance);
	if (distance >= similar->distance || 2 * distance > length) /* half of it would be another word */
		return;
	similar->distance = distance;
	similar->best = candidate;
	similar->best_at = at;
}

const char *similar_word(const char *word, const char *const *candidates)
{
	struct similar similar;
	similar_begin(&similar, word, strlen(word));
	for (size_t i = 0; candidates[i]; i++)
		similar_offer(&similar, candidates[i], i);
	return similar.best;
}
