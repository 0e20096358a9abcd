/* The base room: memory, strings, text, diagnostics. */
#include "alloc_fault.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/vec.h"

#include <inttypes.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

static void arena_gives_zeroed_aligned_memory(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_non_null(arena);
	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *bytes = arena_alloc(arena, size);
		assert_non_null(bytes);
		assert_int_equal((uintptr_t)bytes % _Alignof(int64_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(bytes[i], 0);
		memset(bytes, 0xAA, size);
		char *text = arena_text(arena, "nabo", size % 5);
		assert_memory_equal(text, "nabo", size % 5);
		assert_int_equal(text[size % 5], '\0');
	}
	arena_free(arena);
	arena_free(NULL);
}

static void arena_keeps_what_it_gave(void **state)
{
	(void)state;
	enum { COUNT = 20000 };
	struct arena *arena = arena_new();
	const char **texts = ARENA_ARRAY(arena, COUNT, const char *);
	assert_non_null(texts);
	for (int i = 0; i < COUNT; i++) {
		texts[i] = arena_printf(arena, "tekst %d", i);
		memset(arena_alloc(arena, (size_t)(i % 90)), 0xFF, (size_t)(i % 90));
	}
	for (int i = 0; i < COUNT; i++) {
		char wanted[32];
		snprintf(wanted, sizeof wanted, "tekst %d", i);
		assert_string_equal(texts[i], wanted);
	}
	arena_free(arena);
}

static void arena_refuses_sizes_that_overflow(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_null(arena_array(arena, SIZE_MAX / 2, 4));
	assert_null(arena_alloc(arena, SIZE_MAX - 3));
	int number = 42;
	int *copy = arena_copy(arena, &number, sizeof number);
	assert_int_equal(*copy, 42);
	arena_free(arena);
}

/* Nothing at all still has an address of its own. */
static void arena_gives_something_for_nothing(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *array = arena_array(arena, 1000, 0), *copy = arena_copy(arena, NULL, 0);
	assert_non_null(array);
	assert_non_null(copy);
	assert_ptr_not_equal(array, copy);
	assert_string_equal(arena_text(arena, NULL, 0), "");
	arena_free(arena);
}

static void arena_tells_when_memory_ran_out(void **state)
{
	(void)state;
	enum { BIG = 100000 }; /* a chunk of its own */
	struct arena *arena = arena_new();
	int none = 0;
	for (int attempt = 0; attempt < 6; attempt++) {
		alloc_fault_at(1);
		switch (attempt) {
		case 0: none += !arena_alloc(arena, 1); break;
		case 1: none += !arena_copy(arena, "x", 1); break;
		case 2: none += !arena_text(arena, "x", 1); break;
		case 3: none += !arena_printf(arena, "%d", 1); break;
		case 4: none += !arena_alloc(arena, BIG); break;
		default: none += !arena_printf(arena, "%*d", BIG, 1); break;
		}
		assert_true(alloc_fault_stop());
	}
	assert_int_equal(none, 6);
	assert_string_equal(arena_printf(arena, "%d", 1), "1"); /* and goes on where there is some */
	arena_free(arena);
}

/* More than printf can count: INT_MAX columns and one. */
static void texts_too_long_for_printf_fail(void **state)
{
	(void)state;
	volatile int width = INT_MAX;
	struct arena *arena = arena_new();
	assert_null(arena_printf(arena, "%*d.", width, 1));
	arena_free(arena);
	struct buf buf = {0};
	buf_text(&buf, "x");
	buf_printf(&buf, "%*d.", width, 1);
	assert_true(buf.failed);
	assert_string_equal(buf_string(&buf), "x");
	buf_free(&buf);
}

static void buf_grows_with_what_is_added(void **state)
{
	(void)state;
	struct buf buf = {0};
	assert_string_equal(buf_string(&buf), "");
	buf_text(&buf, "høring");
	buf_char(&buf, ' ');
	buf_printf(&buf, "%d uger", 8);
	buf_fill(&buf, '-', 3);
	buf_add(&buf, "xyz", 1);
	assert_string_equal(buf_string(&buf), "høring 8 uger---x");
	assert_int_equal(buf.length, strlen("høring 8 uger---x"));
	for (int i = 0; i < 100000; i++)
		buf_char(&buf, 'a');
	assert_int_equal(strlen(buf_string(&buf)), buf.length);
	buf_clear(&buf);
	assert_string_equal(buf_string(&buf), "");
	assert_false(buf.failed);
	buf_fill(&buf, '-', SIZE_MAX / 2);
	assert_true(buf.failed);
	buf_clear(&buf);
	assert_true(buf.failed);
	buf_free(&buf);
	assert_false(buf.failed);
}

static void vec_holds_any_type(void **state)
{
	(void)state;
	VEC(struct plan_span) spans = {0};
	for (uint32_t i = 0; i < 1000; i++) {
		struct plan_span *span = VEC_PUSH(&spans);
		assert_non_null(span);
		*span = (struct plan_span){i, 1, 2};
	}
	assert_int_equal(spans.count, 1000);
	for (uint32_t i = 0; i < 1000; i++)
		assert_int_equal(spans.at[i].line, i);
	assert_false(vec_reserve((void **)&spans.at, &spans.room, SIZE_MAX / 4, sizeof *spans.at));
	assert_int_equal(spans.at[999].line, 999);
	VEC_FREE(&spans);
	assert_null(spans.at);
}

static void text_decodes_only_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t size;
		uint32_t code_point;
	} rows[] = {
		{"a", 1, 'a'},
		{"\x7f", 1, 0x7F},
		{"ø", 2, 0xF8},
		{"€", 3, 0x20AC},
		{"\xF0\x9F\x98\x80", 4, 0x1F600},
		{"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
		{"\xF4\x90\x80\x80", 0, 0}, /* beyond Unicode */
		{"\xC0\x80", 0, 0},         /* overlong */
		{"\xE0\x80\xAF", 0, 0},     /* overlong */
		{"\xED\xA0\x80", 0, 0},     /* surrogate */
		{"\x80", 0, 0},
		{"\xC3", 0, 0},
		{"\xE2\x82", 0, 0},
		{"\xFF", 0, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t code_point = 0;
		size_t size = text_decode(rows[i].bytes, strlen(rows[i].bytes), &code_point);
		if (size != rows[i].size || (size && code_point != rows[i].code_point))
			fail_msg("row %zu: size %zu, code point U+%04X", i, size, code_point);
	}
}

static void text_measures_columns(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t code_points, width;
	} rows[] = {
		{"", 0, 0},
		{"Høring", 6, 6},
		{"A\xCC\x8A", 2, 1},                                    /* A + combining ring */
		{"\xE6\x97\xA5\xE6\x9C\xAC", 2, 4},                     /* two wide characters */
		{"\xF0\x9F\x98\x80", 1, 2},                             /* an emoji */
		{"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9", 3, 2}, /* two emoji joined into one */
		{"\xF0\x9F\x87\xA9\xF0\x9F\x87\xB0", 2, 2},             /* the flag of Denmark */
		{"\xE2\x9C\x94\xEF\xB8\x8F", 2, 2},                     /* a mark made an emoji */
		{"e\xCC\x81\xCC\x82\xCC\x83", 4, 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t length = strlen(rows[i].text);
		size_t code_points = text_code_points(rows[i].text, length);
		size_t width = text_width(rows[i].text, length);
		if (code_points != rows[i].code_points || width != rows[i].width)
			fail_msg("row %zu: %zu code points, %zu columns", i, code_points, width);
	}
}

/* A text measures the same behind a letter that is not ASCII: the short way and the long one agree. */
static void text_measures_ascii_as_the_rest(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",          "a",        "ab c", "abu\u0308 x", "a\u0308",  "ab\u65e5\u672cc",
		"abc\u0308", "a\u200db", "~ ~",  "a\tb",        "x\u00e6y", "a\177b"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char longer[64];
		snprintf(longer, sizeof longer, "\u00e6%s", texts[i]);
		size_t length = strlen(texts[i]);
		assert_int_equal(text_width(texts[i], length) + 1, text_width(longer, length + 2));
		for (size_t columns = 0; columns < 8; columns++)
			assert_int_equal(text_fit(texts[i], length, columns) + 2,
							 text_fit(longer, length + 2, columns + 1));
	}
}

static void text_is_never_cut_inside_a_character(void **state)
{
	(void)state;
	const char *text = "A\xCC\x8A\xE6\x97\xA5xø"; /* widths 1 2 1 1, bytes 3 3 1 2 */
	static const size_t bytes[] = {0, 3, 3, 6, 7, 9, 9};
	for (size_t columns = 0; columns < 7; columns++)
		assert_int_equal(text_fit(text, strlen(text), columns), bytes[columns]);
}

/* Letters of two bytes are told quickly; a mark behind one still belongs to it, and text_fit parts neither.
 */
static void text_takes_letters_with_their_marks(void **state)
{
	(void)state;
	for (unsigned c = 0xC0; c <= 0x2BF; c++) {
		char text[] = {'a', (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)), '\xCC', '\x81', 'b', '\0'};
		assert_int_equal(text_width(text, 6), 3);
		assert_int_equal(text_width(text, 3), 2);
		assert_int_equal(text_fit(text, 6, 0), 0);
		assert_int_equal(text_fit(text, 6, 1), 1);
		assert_int_equal(text_fit(text, 6, 2), 5);
		assert_int_equal(text_fit(text, 6, 3), 6);
		assert_int_equal(text_fit(text, 2, 9), 1); /* half a letter is none */
		assert_int_equal(text_fit("\xC3"
								  "a",
								  2, 9),
						 0);
		assert_int_equal(text_fit("\xE2"
								  "abc",
								  4, 9),
						 0);
		assert_int_equal(text_fit("\xE2\x80"
								  "ab",
								  4, 9),
						 0);
	}
}

/* What is told quickly is as the tables of Unicode have it, and so is what is left to them. */
static void plain_text_is_what_unicode_says(void **state)
{
	(void)state;
	size_t plain = 0;
	for (utf8proc_int32_t c = 0; c <= 0x10FFFF; c++) {
		char text[8], composed[16];
		utf8proc_uint8_t bytes[4];
		size_t length = (size_t)utf8proc_encode_char(c, bytes);
		memcpy(text, bytes, length);
		if (!length || !text_is_plain(text, length))
			continue;
		plain++;
		assert_int_equal(utf8proc_charwidth(c), 1);
		assert_int_equal(utf8proc_get_property(c)->combining_class, 0);
		assert_false(text_is_hidden((uint32_t)c));
		assert_true(utf8proc_grapheme_break('a', c));
		assert_int_equal(text_width(text, length), 1);
		assert_int_equal(text_compose(text, length, composed, sizeof composed), length);
		assert_memory_equal(text, composed, length);
		memcpy(text + length, "a\u0308", 3);
		assert_int_equal(text_compose(text, length + 3, composed, sizeof composed), length + 2);
		assert_memory_equal(text, composed, length);
		assert_int_equal(text_is_plain(text, length - 1), length == 1); /* half of one is none */
	}
	assert_in_range(plain, 800, 1000);
}

static void text_knows_hidden_characters(void **state)
{
	(void)state;
	static const uint32_t hidden[] = {0,    0x09,   0x0A,   0x1B,   0x1F,   0x7F,   0x80,  0x85,
									  0x9F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069};
	static const uint32_t shown[] = {0x20,   0x7E,   0xA0,   0xF8,   0x200C, 0x200F,
									 0x2027, 0x202F, 0x2065, 0x206A, 0xFEFF};
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		assert_true(text_is_hidden(hidden[i]));
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_false(text_is_hidden(shown[i]));
}

static const struct plan_source source = {"plan.yaml", "", 0};

static void add(struct plan_diags *diags, uint32_t line, enum plan_rule rule, const char *message)
{
	assert_int_equal(diag_add(diags, rule, (struct plan_span){line, 1, 1}, message, NULL), PLAN_OK);
}

static void diags_are_kept_counted_and_sorted(void **state)
{
	(void)state;
	struct plan_diags diags;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	add(&diags, 3, PLAN_RULE_BAD_DATE, "third");
	add(&diags, 1, PLAN_RULE_OVERDUE, "second");
	add(&diags, 1, PLAN_RULE_BAD_DATE, "first");
	add(&diags, 3, PLAN_RULE_BAD_DATE, "fourth");
	plan_diags_sort(&diags);
	static const char *const wanted[] = {"first", "second", "third", "fourth"};
	assert_int_equal(diags.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(diags.at[i].message, wanted[i]);
	assert_int_equal(diags.counted[PLAN_ERROR], 3);
	assert_int_equal(diags.counted[PLAN_WARNING], 1);
	plan_diags_free(&diags);
}

static void diags_over_the_limit_are_only_counted(void **state)
{
	(void)state;
	struct plan_diags diags;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	diags.limit = 2;
	for (uint32_t i = 0; i < 5; i++)
		add(&diags, i + 1, PLAN_RULE_UNKNOWN_KEY, "x");
	assert_int_equal(diags.count, 2);
	assert_int_equal(diags.counted[PLAN_ERROR], 5);
	plan_diags_free(&diags);
}

static void diag_has_all_its_parts(void **state)
{
	(void)state;
	struct plan_diags diags;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	struct diag_draft draft;
	diag_begin(&draft, &diags, PLAN_RULE_DEADLINE_MISSED, PLAN_WARNING, (struct plan_span){58, 15, 7});
	diag_step(&draft, "br");
	diag_message(&draft, "%s is late by %d days", "BR", 10);
	diag_because(&draft, (struct plan_span){31, 5, 4}, "because %s", "the hearing ends");
	diag_because(&draft, (struct plan_span){40, 5, 4}, "and biu-2 waits");
	diag_help(&draft, "end it by %d", 12);
	assert_int_equal(diag_end(&draft), PLAN_OK);
	diag_begin(&draft, &diags, PLAN_RULE_OVERDUE, PLAN_OFF, (struct plan_span){1, 1, 1});
	diag_message(&draft, "a rule that is off says nothing");
	assert_int_equal(diag_end(&draft), PLAN_OK);
	assert_int_equal(diags.count, 1);
	const struct plan_diag *diag = diags.at;
	assert_int_equal(diag->severity, PLAN_WARNING);
	assert_string_equal(diag->step, "br");
	assert_string_equal(diag->message, "BR is late by 10 days");
	assert_string_equal(diag->help, "end it by 12");
	assert_int_equal(diag->because_count, 2);
	assert_int_equal(diag->because[1].span.line, 40);
	assert_string_equal(diag->because[0].message, "because the hearing ends");
	plan_diags_free(&diags);
}

static void diag_add_takes_help(void **state)
{
	(void)state;
	struct plan_diags diags;
	assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
	assert_int_equal(diag_add(&diags, PLAN_RULE_BAD_ID, (struct plan_span){1, 1, 1}, "bad %d", "100 %s"),
					 PLAN_OK);
	assert_string_equal(diags.at[0].message, "bad %d"); /* neither is a format */
	assert_string_equal(diags.at[0].help, "100 %s");
	plan_diags_free(&diags);
}

/* Each allocation of a whole diagnostic fails in turn: it is not in the list, nor counted, and what was
 * stays. */
static void diags_stay_whole_without_memory(void **state)
{
	(void)state;
	bool failed = true;
	for (long n = 1; failed; n++) {
		struct plan_diags diags;
		assert_int_equal(plan_diags_init(&diags, &source), PLAN_OK);
		add(&diags, 1, PLAN_RULE_OVERDUE, "first");
		char *rest = arena_alloc(diags.arena, 3700); /* little is left of the first chunk */
		assert_non_null(rest);
		alloc_fault_at(n);
		struct diag_draft draft;
		diag_begin(&draft, &diags, PLAN_RULE_BAD_DATE, PLAN_ERROR, (struct plan_span){2, 1, 1});
		diag_step(&draft, "br");
		diag_message(&draft, "%s", "second");
		for (uint32_t i = 0; i < 40; i++)
			diag_because(&draft, (struct plan_span){i + 3, 1, 1}, "because of %" PRIu32, i);
		enum plan_status status = diag_end(&draft);
		failed = alloc_fault_stop();
		assert_int_equal(status, failed ? PLAN_NOMEM : PLAN_OK);
		assert_int_equal(diags.count, failed ? 1 : 2);
		assert_int_equal(diags.counted[PLAN_ERROR], failed ? 0 : 1);
		assert_string_equal(diags.at[0].message, "first");
		plan_diags_free(&diags);
	}
}

static void rules_have_unique_names_and_codes(void **state)
{
	(void)state;
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++) {
		assert_int_equal(plan_rule_find(plan_rule_name((enum plan_rule)rule)), rule);
		assert_int_equal(plan_rule_find(plan_rule_code((enum plan_rule)rule)), rule);
		assert_true(strlen(plan_rule_summary((enum plan_rule)rule)) > 10);
		assert_true(plan_rule_severity((enum plan_rule)rule) >= PLAN_NOTE);
	}
	assert_int_equal(plan_rule_find("Plan101"), PLAN_RULE_DEADLINE_MISSED);
	assert_int_equal(plan_rule_find("no-such-rule"), PLAN_RULE_COUNT);
	assert_string_equal(plan_severity_name(PLAN_NOTE), "note");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(arena_keeps_what_it_gave),
		cmocka_unit_test(arena_refuses_sizes_that_overflow),
		cmocka_unit_test(arena_gives_something_for_nothing),
		cmocka_unit_test(arena_tells_when_memory_ran_out),
		cmocka_unit_test(texts_too_long_for_printf_fail),
		cmocka_unit_test(buf_grows_with_what_is_added),
		cmocka_unit_test(vec_holds_any_type),
		cmocka_unit_test(text_decodes_only_utf8),
		cmocka_unit_test(text_measures_columns),
		cmocka_unit_test(text_measures_ascii_as_the_rest),
		cmocka_unit_test(text_is_never_cut_inside_a_character),
		cmocka_unit_test(text_takes_letters_with_their_marks),
		cmocka_unit_test(plain_text_is_what_unicode_says),
		cmocka_unit_test(text_knows_hidden_characters),
		cmocka_unit_test(diags_are_kept_counted_and_sorted),
		cmocka_unit_test(diags_over_the_limit_are_only_counted),
		cmocka_unit_test(diag_has_all_its_parts),
		cmocka_unit_test(diag_add_takes_help),
		cmocka_unit_test(diags_stay_whole_without_memory),
		cmocka_unit_test(rules_have_unique_names_and_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
