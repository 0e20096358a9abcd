/*
 * The sweep may only let pass what the screen would: libyaml is lent the bytes as they are, and a byte that
 * is not UTF-8 makes it read for ever. Compared with a look at one code point after the other, on files made
 * of pieces.
 */
#include "load/sweep.h"

#include "base/buf.h"
#include "base/text.h"
#include "load/limits.h"
#include "load_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FILES = 200000 };

/* Whether the screen would let it pass, in the words of the design. */
static bool is_clean(const char *bytes, size_t length)
{
	size_t size;
	for (size_t at = 0; at < length; at += size) {
		uint32_t c;
		size = text_decode(bytes + at, length - at, &c);
		bool crlf = c == '\r' && at + 1 < length && bytes[at + 1] == '\n';
		if (!size || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
			return false;
		if (text_is_hidden(c) && c != '\n' && c != '\t' && !crlf)
			return false;
		if (c == '%' && (at == 0 || bytes[at - 1] == '\n'))
			return false;
	}
	return true;
}

static uint32_t state = 2463534242;

static uint32_t draw(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % below;
}

/* Runs of plain letters with what is not plain between them; now and then a single byte of any kind. */
static size_t make_file(char *bytes, size_t room)
{
	static const char *const pieces[] = {
		"x",  "\n",   "\xC3\xB8", "\xC2\xA0",  "\xE2\x80\x93", "\xF0\x9F\x98\x80",
		"\t", "\r\n", "%",        "a\xCC\x8A", "\xC5\x93",     "\xEF\xBF\xBD"};
	static const char *const bad[] = {"\xC3",     "\xB8", "\xC2\x85", "\xC2\x9B",     "\x80",         "\xFF",
									  "\xE2\x80", "\r",   "\x1B",     "\xE2\x80\xAE", "\xEF\xBB\xBF", "\xC2",
									  "\xBF",     "\x7F", "\xC0\x80", "\xED\xA0\x80"};
	size_t wanted = draw((uint32_t)room - 100), length = 0;
	bool plain = draw(2), spoilt = draw(2);
	while (length < wanted) {
		size_t count = sizeof pieces / sizeof *pieces;
		const char *piece = draw(8) && plain ? "y" : pieces[draw((uint32_t)count)];
		if (spoilt && draw((uint32_t)wanted) < 2)
			piece = bad[draw(sizeof bad / sizeof *bad)];
		memcpy(bytes + length, piece, strlen(piece));
		length += strlen(piece);
	}
	return length;
}

static void test_as_the_screen(void **unused)
{
	(void)unused;
	static char made[400];
	unsigned clean = 0, passed = 0;
	for (int i = 0; i < FILES; i++) {
		size_t length = make_file(made, sizeof made);
		char *bytes = malloc(length + 1); /* and the zero byte behind it, like every source */
		assert_non_null(bytes);
		memcpy(bytes, made, length);
		bytes[length] = '\0';
		bool swept = sweep_is_clean(bytes, length), wanted = is_clean(bytes, length);
		if (swept && !wanted) {
			for (size_t at = 0; at < length; at++)
				fprintf(stderr, "%02X ", (unsigned char)bytes[at]);
			fail_msg("the sweep passes what is not clean: %zu bytes", length);
		}
		clean += wanted;
		passed += swept;
		free(bytes);
	}
	/* and it is of use: what is clean passes */
	assert_int_equal(passed, clean);
	assert_in_range(clean, FILES / 10, FILES - FILES / 10);
}

/* One byte too many, at every place of files of plain letters, of others, and of letters of two bytes. */
static void test_one_byte(void **unused)
{
	(void)unused;
	static const char *const fills[] = {"x", "\xC3\xB8", "\xE2\x80\x93", "\t", "x\xC3\xA6\n"};
	static const unsigned char bytes[] = {0x80, 0x9B, 0x9E, 0xA7, 0xAC, 0xBF, 0xC2, 0xC3, 0xE2, 0xF0, 0xFF};
	for (size_t fill = 0; fill < sizeof fills / sizeof *fills; fill++) {
		for (size_t length = 1; length < 200; length++) {
			for (size_t before = 0; before <= length; before++) {
				struct buf text = {0};
				for (size_t i = 0; i <= length; i++) {
					if (i == before)
						buf_char(&text, (char)bytes[(before + length) % sizeof bytes]);
					buf_text(&text, fills[fill]);
				}
				assert_false(text.failed);
				assert_false(sweep_is_clean(buf_string(&text), text.length));
				buf_free(&text);
			}
		}
	}
}

/* The bytes that once made libyaml read for ever: the second of a file, or one behind a block that was read
 * slowly. */
static void test_second_byte(void **unused)
{
	(void)unused;
	static const char *const files[] = {"d\x9E"
										"cuments: x\n",
										" \xA7 status: done\n",
										"0\xAC"
										"18\n",
										"\n\x80"};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct loaded loaded;
		load_text(&loaded, files[i]);
		assert_null(loaded.plan);
		assert_true(load_has(&loaded, PLAN_RULE_YAML_SYNTAX, i == 3 ? 2 : 1, i == 3 ? 1 : 2));
		load_free(&loaded);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_the_screen),
		cmocka_unit_test(test_one_byte),
		cmocka_unit_test(test_second_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
