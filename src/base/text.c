#include "base/text.h"

#include <libintl.h>
#include <string.h>
#include <utf8proc.h>

static bool translates = true;

void text_translate(bool on)
{
	translates = on;
}

const char *text_translated(const char *text)
{
	return translates ? dgettext(TEXT_DOMAIN, text) : text;
}

const char *text_counted(const char *one, const char *many, unsigned long n)
{
	if (translates)
		return dngettext(TEXT_DOMAIN, one, many, n);
	return n == 1 ? one : many;
}

size_t text_decode_long(const char *text, size_t length, uint32_t *code_point)
{
	utf8proc_int32_t decoded;
	utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text,
											 (utf8proc_ssize_t)(length < 4 ? length : 4), &decoded);
	if (size <= 0)
		return 0;
	*code_point = (uint32_t)decoded;
	return (size_t)size;
}

size_t text_code_points(const char *text, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

/*
 * The columns of a cluster that has taken `width` so far, once `code_point` joins it. A cluster is as wide as
 * its widest part (a family of emoji is one picture); a second regional indicator makes a flag, and the emoji
 * presentation selector a picture, of two.
 */
static size_t joined_width(size_t width, uint32_t code_point)
{
	bool indicator = code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
	if (code_point == 0xFE0F || (indicator && width))
		return 2;
	size_t own = (size_t)utf8proc_charwidth((utf8proc_int32_t)code_point);
	return own > width ? own : width;
}

static bool is_rest(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Of U+0080-U+00BF: no control character, and no soft hyphen. */
static bool is_plain_mark(unsigned second)
{
	return second >= 0xA0 && second != 0xAD;
}

/* Of U+2000-U+2FFF: dashes, quotation marks, dots; arrows; boxes, blocks and most of the shapes. */
static bool is_plain_sign(unsigned second, unsigned third)
{
	unsigned offset = (second & 0x3F) << 6 | (third & 0x3F);
	return (offset >= 0x10 && offset <= 0x27) || (offset >= 0x190 && offset <= 0x193) ||
		   (offset >= 0x500 && offset <= 0x5FC);
}

static size_t plain_letter_size(const char *text, size_t length)
{
	unsigned char first = (unsigned char)text[0];
	if (first >= 0xC2 && first <= 0xCA && length > 1 && is_rest(text[1]))
		return first > 0xC2 || is_plain_mark((unsigned char)text[1]) ? 2 : 0;
	if (first == 0xE2 && length > 2 && is_rest(text[1]) && is_rest(text[2]))
		return is_plain_sign((unsigned char)text[1], (unsigned char)text[2]) ? 3 : 0;
	return 0;
}

/*
 * The bytes of a plain character (text_is_plain), which takes one column and joins nothing before it; 0 for
 * any other.
 */
static inline size_t plain_size(const char *text, size_t length)
{
	return (unsigned char)text[0] - 0x20u < 0x5F ? 1 : plain_letter_size(text, length);
}

bool text_is_plain(const char *text, size_t length)
{
	size_t at = 0, size;
	while (at < length && (size = plain_size(text + at, length - at)))
		at += size;
	return at == length;
}

/* The bytes of the plain characters that the text begins with, up to `columns`, without a last one that may
 * carry a mark; `*width` is how many they are. */
static size_t plain_start(const char *text, size_t length, size_t columns, size_t *width)
{
	size_t at = 0, last = 0, size = 1;
	*width = 0;
	while (at < length && (size = plain_size(text + at, length - at)) && *width < columns) {
		last = at;
		at += size;
		++*width;
	}
	if (!at || size)
		return at;
	--*width;
	return last;
}

/*
 * Walks the grapheme clusters of the text for as long as they fit into `columns`; returns the bytes passed
 * and puts the columns they take into `*width`.
 */
static size_t walk(const char *text, size_t length, size_t columns, size_t *width)
{
	size_t total, at = plain_start(text, length, columns, &total), passed = at, cluster = 0;
	utf8proc_int32_t state = 0;
	uint32_t before = ' ', code_point;
	for (size_t size; at < length; at += size, before = code_point) {
		size = text_decode(text + at, length - at, &code_point);
		if (!size)
			break;
		bool breaks = at == 0 || utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
																  (utf8proc_int32_t)code_point, &state);
		if (breaks) {
			total += cluster;
			cluster = 0;
			passed = at;
		}
		cluster = joined_width(cluster, code_point);
		if (total + cluster > columns) {
			*width = total;
			return passed;
		}
	}
	*width = total + cluster;
	return at;
}

size_t text_width(const char *text, size_t length)
{
	size_t width;
	walk(text, length, SIZE_MAX / 2, &width);
	return width;
}

size_t text_fit(const char *text, size_t length, size_t columns)
{
	size_t width;
	return walk(text, length, columns, &width);
}

static size_t normalize(const char *text, size_t length, utf8proc_option_t options, char *out, size_t room)
{
	enum { POINTS = 1024 };
	utf8proc_int32_t points[POINTS];
	utf8proc_ssize_t count =
		utf8proc_decompose((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, points, POINTS, options);
	if (count <= 0 || count > POINTS)
		return 0;
	count = utf8proc_normalize_utf32(points, count, options);
	size_t at = 0;
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		utf8proc_uint8_t bytes[4];
		size_t size = (size_t)utf8proc_encode_char(points[i], bytes);
		if (at + size >= room)
			return 0;
		memcpy(out + at, bytes, size);
		at += size;
	}
	out[at] = '\0';
	return at;
}

/* Plain characters are in normalization form C. */
size_t text_compose(const char *text, size_t length, char *composed, size_t room)
{
	if (length && length < room && text_is_plain(text, length)) {
		memcpy(composed, text, length);
		composed[length] = '\0';
		return length;
	}
	return normalize(text, length, UTF8PROC_STABLE | UTF8PROC_COMPOSE, composed, room);
}

size_t text_fold(const char *text, size_t length, char *folded, size_t room)
{
	return normalize(text, length, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD, folded, room);
}

bool text_is_hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
		   (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
