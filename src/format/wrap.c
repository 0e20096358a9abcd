#include "format/wrap.h"

#include "base/text.h"
#include "date/print.h"

#include <string.h>

enum { YEAR_DIGITS = 4 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word_end(const char *text, size_t length, size_t at)
{
	return at == length || text[at] == ' ';
}

/* How many bytes of opening quotation marks or brackets a word begins with. */
static size_t opening(const char *word, size_t length)
{
	static const char *const marks[] = {"»", "“", "‘", "("};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t size = strlen(marks[i]);
		if (size <= length && !memcmp(word, marks[i], size))
			return size;
	}
	return 0;
}

/* Whether a word is a number, or the days of a date: "18", "31.", "»2.", "21.–31.". */
static bool is_number(const char *word, size_t length)
{
	static const char dash[] = "–";
	size_t at = opening(word, length);
	bool digits = false;
	while (at < length) {
		bool digit = is_digit(word[at]);
		bool dashed = length - at >= sizeof dash - 1 && !memcmp(word + at, dash, sizeof dash - 1);
		if (!digit && !dashed && word[at] != '.')
			return false;
		digits = digits || digit;
		at += dashed ? sizeof dash - 1 : 1;
	}
	return digits;
}

static bool is_weekday(const char *word, size_t length)
{
	for (int day = PLAN_MONDAY; day <= PLAN_SUNDAY; day++) {
		const char *name = weekday_name_short((enum plan_weekday)day);
		if (strlen(name) == length && !memcmp(name, word, length))
			return true;
	}
	return false;
}

/* Whether a word is one that a date or an amount goes on from. */
static bool leads_on(const char *word, size_t length)
{
	return is_number(word, length) || is_weekday(word, length) || (length == 1 && *word == '~');
}

/* Whether a word is one that must not begin a line: a dash, a dot between two things, the year of a date. */
static bool follows_on(const char *word, size_t length)
{
	static const char *const marks[] = {"·", "–"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t size = strlen(marks[i]);
		if (size <= length && !memcmp(word, marks[i], size) && is_word_end(word, length, size))
			return true;
	}
	size_t digits = 0;
	while (digits < length && is_digit(word[digits]))
		digits++;
	bool more = digits < length && word[digits] != ' ' && !strchr(",.;:)", word[digits]);
	return digits == YEAR_DIGITS && !more;
}

/* Whether a line may end before the blank at `at`, and the next begin after it. */
static bool may_break(const char *text, size_t length, size_t at)
{
	size_t start = at, next = at;
	while (start && text[start - 1] != ' ')
		start--;
	while (next < length && text[next] == ' ')
		next++;
	return !leads_on(text + start, at - start) && !follows_on(text + next, length - next);
}

/* The last blank before or at `from` that a line may end at, 0 where there is none. */
static size_t last_break(const char *text, size_t length, size_t from, bool any)
{
	for (size_t at = from; at; at--)
		if (text[at] == ' ' && text[at - 1] != ' ' && (any || may_break(text, length, at)))
			return at;
	return 0;
}

size_t wrap_fit(const char *text, size_t length, size_t columns)
{
	if (!columns)
		return length;
	size_t fits = text_fit(text, length, columns);
	if (fits == length)
		return length;
	size_t end = last_break(text, length, fits, false);
	if (!end)
		end = last_break(text, length, fits, true);
	if (end)
		return end;
	const char *blank = memchr(text + fits, ' ', length - fits);
	return blank ? (size_t)(blank - text) : length;
}

bool wrap_begins(const char *text, size_t columns, size_t used)
{
	size_t length = strlen(text);
	size_t fits = !columns ? length : used < columns ? text_fit(text, length, columns - used) : 0;
	return fits == length || last_break(text, length, fits, false);
}

static size_t skip_blanks(const char *text, size_t length)
{
	size_t i = 0;
	while (i < length && text[i] == ' ')
		i++;
	return i;
}

void wrap_text(struct buf *out, const char *text, size_t columns, size_t used, size_t indent)
{
	size_t length = strlen(text);
	size_t room = !columns ? 0 : columns > used ? columns - used : 1;
	for (;;) {
		size_t size = wrap_fit(text, length, room);
		buf_add(out, text, size);
		size += skip_blanks(text + size, length - size);
		text += size;
		length -= size;
		if (!length)
			return;
		buf_char(out, '\n');
		buf_fill(out, ' ', indent);
		room = columns > indent ? columns - indent : 1;
	}
}
