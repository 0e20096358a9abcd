/*
 * A mutator that knows what a plan file looks like: it moves lines, gives them other keys, values, indents,
 * and now and then changes bytes, so that inputs get past the YAML parser and into the rooms behind it.
 */
#include "fuzz.h"

#include <string.h>

static const char *const words[] = {"13. august",
									"14. august-19. september",
									"2. uge i marts",
									"ultimo januar 2019",
									"2018-W33",
									"uge 53",
									"2018-02-30",
									"2018-10-XX",
									"201X",
									"2018-Q3",
									"1900-01-01",
									"2199-12-31",
									"2200-01-01",
									"senest",
									"efter sommerferien",
									"by December 2018",
									"2018-08-14/2018-09-19",
									"../2018-12",
									"2018-12..2019-01",
									"tirsdag den",
									"ca.",
									"vinter",
									"13/8",
									"2w",
									"20wd",
									"4w..8w",
									"..60d",
									"73000d",
									"99999999999d",
									"-3m",
									"+ -3d..5d",
									" + 0wd",
									"m1",
									"m2",
									"p1",
									"d1",
									"m1.start",
									"p1.end + 2w",
									"[m1, p1 + 1m]",
									"[]",
									"~",
									"\"\"",
									"no",
									"0010",
									"*a",
									"&a x",
									"!!str x",
									"<<: ",
									"\"\\0\"",
									"\"\\e[31m\"",
									"\"\\u202e\"",
									"\"a\\nb\"",
									"'it''s'",
									"|\n    t",
									">-\n    t",
									"{}",
									"{title: t}",
									"[[[[",
									"{{{{",
									"\"",
									"::error::x",
									"<b>&'\"",
									"%s%n",
									"=1+1",
									"\xc3\xa6\xf0\x9f\x98\x80",
									"\xcc\x81",
									"\xe2\x80\xa8",
									"\xef\xbb\xbf",
									"\xff",
									"\r",
									"\t",
									"---\n",
									"...\n",
									"%TAG ! x\n",
									"# c\n",
									"monday",
									"[2018-11-29, 2018-12-13]",
									"done",
									"cancelled",
									"hearing",
									"error",
									"off",
									"DK",
									"-1",
									"4294967296"};

static const char *const keys[] = {"plan: p\n",
								   "title: t\n",
								   "year: 2018\n",
								   "approval: m1\n",
								   "calendar:\n",
								   "  holidays: DK\n",
								   "  recess:\n",
								   "    r1: {title: sommerferie, date: 2018-06-25/2018-08-05}\n",
								   "rules:\n",
								   "  margin: 1w\n",
								   "  papers: 4wd\n",
								   "  severity: {closed-day: error}\n",
								   "bodies:\n",
								   "  b1: {name: B, meets: monday}\n",
								   "parties:\n",
								   "focus_areas:\n",
								   "phases:\n",
								   "meetings:\n",
								   "documents:\n",
								   "themes:\n",
								   "tracks:\n",
								   "groups:\n",
								   "questions:\n",
								   "  m1:\n",
								   "  m2:\n",
								   "  p1:\n",
								   "  d1:\n",
								   "    title: t\n",
								   "    body: b1\n",
								   "    date: 2018-08-13\n",
								   "    start: 2018-08\n",
								   "    end: 2018-09\n",
								   "    after: m1\n",
								   "    before: p1 - 2w\n",
								   "    during: p1\n",
								   "    alongside: p1\n",
								   "    duration: 2w..4w\n",
								   "    deadline: 2018-12\n",
								   "    held: 2018-08-13\n",
								   "    status: done\n",
								   "    days: 2\n",
								   "    for: m1\n",
								   "    due: 2018-08-01\n",
								   "    kind: hearing\n",
								   "    allow: {closed-day: x}\n",
								   "    phase: p1\n"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { LINES_MAX = 4096 };

/* The text as lines, and the room to write the new text to. */
struct draft {
	const uint8_t *lines[LINES_MAX + 1]; /* the last is the end */
	size_t count;
	uint8_t *out;
	size_t size, max;
};

static uint32_t state;

static uint32_t draw(size_t below)
{
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return below ? state % (uint32_t)below : 0;
}

static void put(struct draft *draft, const void *bytes, size_t size)
{
	if (size > draft->max - draft->size)
		size = draft->max - draft->size;
	memcpy(draft->out + draft->size, bytes, size);
	draft->size += size;
}

static void put_text(struct draft *draft, const char *text)
{
	put(draft, text, strlen(text));
}

static void put_lines(struct draft *draft, size_t from, size_t to)
{
	put(draft, draft->lines[from], (size_t)(draft->lines[to] - draft->lines[from]));
}

/* A line with its value taken from elsewhere. */
static void put_other_value(struct draft *draft, size_t at)
{
	const uint8_t *line = draft->lines[at];
	size_t size = (size_t)(draft->lines[at + 1] - line), other = draw(draft->count);
	const uint8_t *colon = memchr(line, ':', size);
	const uint8_t *value =
		memchr(draft->lines[other], ':', (size_t)(draft->lines[other + 1] - draft->lines[other]));
	if (!colon) {
		put(draft, line, size);
		return;
	}
	put(draft, line, (size_t)(colon - line));
	if (value && draw(2)) {
		put(draft, value, (size_t)(draft->lines[other + 1] - value));
		return;
	}
	put_text(draft, ": ");
	put_text(draft, words[draw(COUNT(words))]);
	put_text(draft, "\n");
}

static void put_indented(struct draft *draft, size_t at)
{
	const uint8_t *line = draft->lines[at];
	size_t size = (size_t)(draft->lines[at + 1] - line);
	if (draw(2)) {
		put(draft, "    ", 1 + draw(4));
	} else {
		for (size_t dropped = 0; size && *line == ' ' && dropped < 2; dropped++)
			line++, size--;
	}
	put(draft, line, size);
}

static size_t change_lines(uint8_t *data, size_t size, size_t max)
{
	static struct draft draft;
	draft = (struct draft){.out = malloc(max ? max : 1), .max = max};
	HOLDS(draft.out);
	draft.lines[draft.count++] = data;
	for (size_t i = 0; i + 1 < size && draft.count < LINES_MAX; i++)
		if (data[i] == '\n')
			draft.lines[draft.count++] = data + i + 1;
	draft.lines[draft.count] = data + size;

	size_t from = draw(draft.count), to = from + 1 + draw(draft.count - from > 8 ? 8 : draft.count - from);
	size_t place = draw(draft.count), change = draw(7);
	for (size_t i = 0; i < draft.count; i++) {
		if (i == place && change == 0)
			put_lines(&draft, from, to);
		if (i == place && change == 1)
			put_text(&draft, keys[draw(COUNT(keys))]);
		if (i >= from && i < to && change == 2)
			continue;
		if (i == from && (change == 3 || change == 4))
			put_other_value(&draft, i);
		else if (i >= from && i < to && change == 5)
			put_indented(&draft, i);
		else
			put_lines(&draft, i, i + 1);
		if (i == place && change == 6 && draft.size)
			draft.size--; /* joins two lines */
	}
	memcpy(data, draft.out, draft.size);
	free(draft.out);
	return draft.size;
}

static size_t change_bytes(uint8_t *data, size_t size, size_t max)
{
	size_t at = draw(size + 1);
	const char *word = words[draw(COUNT(words))];
	size_t length = strlen(word);
	switch (draw(5)) {
	case 0: /* a byte */
		if (at < size)
			data[at] = (uint8_t)draw(256);
		return size;
	case 1: /* one less */
		if (at < size)
			memmove(data + at, data + at + 1, --size - at);
		return size;
	case 2: /* another digit, where there is one */
		for (; at < size; at++)
			if (data[at] >= '0' && data[at] <= '9') {
				data[at] = (uint8_t)('0' + draw(10));
				break;
			}
		return size;
	default: /* a word */
		if (size + length > max)
			return size;
		memmove(data + at + length, data + at, size - at);
		memcpy(data + at, word, length);
		return size + length;
	}
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
	state = seed * 2654435761u | 1;
	for (int i = 0; i < 4; i++)
		draw(1);
	for (uint32_t changes = 1 + draw(4); changes; changes--)
		size = draw(4) ? change_lines(data, size, max) : change_bytes(data, size, max);
	return size;
}
