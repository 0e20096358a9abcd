/* The table of the words of dates, and the slots by which its rows are found. */
#include "date/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The slots as the rows want them. */
static void place_rows(uint8_t *slots)
{
	memset(slots, 0, WORDS_SLOTS);
	for (size_t row = 0; row < words_count; row++) {
		size_t slot = words_slot(words[row].text, strlen(words[row].text));
		while (slots[slot])
			slot = (slot + 1) % WORDS_SLOTS;
		slots[slot] = (uint8_t)(row + 1);
	}
}

static void the_slots_fit_the_rows(void **state)
{
	(void)state;
	uint8_t slots[WORDS_SLOTS];
	place_rows(slots);
	if (memcmp(slots, words_slots, sizeof slots) == 0)
		return;
	for (size_t slot = 0; slot < WORDS_SLOTS; slot++)
		printf("%s%u,%s", slot % 16 ? " " : "\t", slots[slot], slot % 16 == 15 ? "\n" : "");
	fail_msg("the slots above belong into src/date/words.c");
}

/* Each, and so each of them once; text that is cut off or has more is another word. */
static void every_word_is_found(void **state)
{
	(void)state;
	for (size_t row = 0; row < words_count; row++) {
		const struct word *word = &words[row];
		char text[sizeof word->text + 1];
		size_t length = strnlen(word->text, sizeof word->text);
		assert_in_range(length, 1, sizeof word->text - 1);
		assert_ptr_equal(word_find(word->text, length), word);
		memcpy(text, word->text, length + 1);
		text[length - 1] = '\0';
		assert_true(length == 1 || word_find(text, length - 1) != word);
		snprintf(text, sizeof text, "%s~", word->text);
		assert_null(word_find(text, length + 1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_slots_fit_the_rows),
		cmocka_unit_test(every_word_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
