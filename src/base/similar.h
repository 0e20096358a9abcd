/*
 * Did-you-mean: the word of a list that a misspelt one is most like.
 *
 *     struct similar similar;
 *     similar_begin(&similar, "hearng", 6);
 *     for (each candidate)
 *         similar_offer(&similar, candidate, i);
 *     if (similar.best)
 *         ... did you mean "%s"
 *
 * A suggestion is for a message, never for a guess.
 */
#ifndef BASE_SIMILAR_H
#define BASE_SIMILAR_H

#include <stddef.h>

/* Words longer than this, in bytes, are like nothing: ids and keys are shorter. */
#define SIMILAR_MAX 64

struct similar {
	const char *word; /* not terminated */
	size_t length;
	const char *best; /* the candidate that is most like the word, the first of several; NULL for none yet */
	size_t best_at;   /* the number it was offered with */
	size_t distance;  /* of the best; before there is one, one more than is near enough to suggest */
};

/* Starts a search. `word` is kept, not copied. */
void similar_begin(struct similar *similar, const char *word, size_t length);

/* Offers a candidate, a terminated text that outlives the search; `at` is kept as `best_at`. */
void similar_offer(struct similar *similar, const char *candidate, size_t at);

/* The candidate of a list that ends in NULL that is most like a terminated word; NULL when none is. */
const char *similar_word(const char *word, const char *const *candidates);

/*
 * How many bytes must be inserted, deleted, replaced or swapped with their neighbour to turn one word into
 * the other, ASCII letters of either case being the same; `limit` when it is that many or more. (Optimal
 * string alignment; Damerau, A technique for computer detection and correction of spelling errors, 1964.)
 */
size_t similar_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit);

#endif
