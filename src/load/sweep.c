#include "load/sweep.h"

#include "base/text.h"
#include "load/limits.h"

#include <string.h>

enum { BLOCK = 64, STRIDE = 256, STRIDES = 2 * STRIDE };

/* Whether a block is printable ASCII and line feeds: most are. */
static bool is_ascii_block(const unsigned char *at)
{
	unsigned char bad = 0;
	for (int i = 0; i < BLOCK; i++)
		bad |= (unsigned char)((unsigned char)(at[i] - 0x20) >= 0x5F) & (at[i] != '\n');
	return !bad;
}

/*
 * Whether a block is printable ASCII, line feeds, and letters of Latin-1 as UTF-8 has them (C2 A0 - C3 BF).
 * Reads one byte before and behind it. Each byte is judged by itself and its neighbours, without a branch, so
 * that the compiler can look at many at once.
 */
static bool is_plain_block(const unsigned char *at)
{
	unsigned char bad = 0;
	for (int i = 0; i < BLOCK; i++) {
		unsigned char before = at[i - 1], c = at[i], next = at[i + 1];
		unsigned char ascii = (unsigned char)(c - 0x20) < 0x5F || c == '\n';
		unsigned char lead = (c == 0xC3 && (next & 0xC0) == 0x80) || (c == 0xC2 && (next & 0xE0) == 0xA0);
		unsigned char rest = (c & 0xC0) == 0x80 && (before & 0xFE) == 0xC2;
		bad |= !(ascii | lead | rest);
	}
	return !bad;
}

/* Looks at the code points from `at` on that begin before `stop`. Returns where they end; NULL when one is
 * bad. */
static const char *pass_code_points(const char *at, const char *stop, const char *end)
{
	while (at < stop) {
		uint32_t c;
		size_t size = text_decode(at, (size_t)(end - at), &c);
		bool crlf = c == '\r' && end - at > 1 && at[1] == '\n';
		if (!size || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
			return NULL;
		if (text_is_hidden(c) && c != '\n' && c != '\t' && !crlf)
			return NULL;
		at += size;
	}
	return at;
}

/* Where the next code point begins. Only a plain block may end in the middle of one: behind its first byte,
 * and it has seen that the second is behind it. Any other byte of that kind is there for nothing. */
static const char *next_code_point(const char *at)
{
	return at + (((unsigned char)at[-1] & 0xFE) == 0xC2);
}

static bool characters_are_clean(const char *bytes, const char *end)
{
	const char *at = bytes;
	if (at < end)
		at = pass_code_points(at, at + 1, end);
	while (at && end - at > BLOCK) {
		const unsigned char *block = (const unsigned char *)at;
		if (is_ascii_block(block) || is_plain_block(block)) {
			at += BLOCK;
			continue;
		}
		at = pass_code_points(next_code_point(at), at + BLOCK, end);
	}
	if (!at)
		return false;
	return at == bytes || pass_code_points(next_code_point(at), end, end);
}

static bool lines_are_short(const char *line, const char *end)
{
	while (end - line > LIMIT_LINE) {
		const char *stop = memrchr(line, '\n', LIMIT_LINE + 1);
		if (!stop)
			return false;
		line = stop + 1;
	}
	return true;
}

static bool has_no_directive(const char *bytes, const char *end)
{
	const char *at = bytes;
	while (at < end && (at = memchr(at, '%', (size_t)(end - at)))) {
		if (at == bytes || at[-1] == '\n')
			return false;
		at++;
	}
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* A run of blanks that is too long covers three places in a row that are STRIDE apart, and all between them.
 */
static bool blanks_are_few(const char *bytes, size_t length)
{
	size_t hits = 0;
	for (size_t i = 0; i < length; i += STRIDE) {
		hits = is_blank(bytes[i]) ? hits + 1 : 0;
		if (hits < 3)
			continue;
		size_t from = i - STRIDES, to = from;
		while (to < i && is_blank(bytes[to]))
			to++;
		if (to == i)
			return false;
	}
	return true;
}

bool sweep_is_clean(const char *bytes, size_t length)
{
	const char *end = bytes + length;
	return characters_are_clean(bytes, end) && lines_are_short(bytes, end) && has_no_directive(bytes, end) &&
		   blanks_are_few(bytes, length);
}
