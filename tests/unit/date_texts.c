#include "date_texts.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PICK(list)   list[random_below(random, COUNT(list))]

/* Some capitals stand for what put() makes of them; all else stands for itself. */
static const char *const forms[] = {
	"Y-C-E",        "Y-C-E",      "Y-C-E",        "Y-C",
	"Y-C",          "Y",          "Y-WC",         "Y-WC-K",
	"Y-QK",         "Y-HK",       "Y-XX",         "Y-C-XX",
	"20KX",         "D. M Y",     "D. M Y",       "D. M Y",
	"D M Y",        "D. M",       "M D, Y",       "M Y",
	"M Y",          "M",          "V D. M Y",     "V Y-C-E",
	"V den D. M Y", "den D. M Y", "O D Y",        "O D Y",
	"O D",          "P M Y",      "P M Y",        "P M",
	"P Y",          "P Y-C",      "D. uge i M Y", "K. kvartal Y",
	"K. halvår Y",  "QK Y",       "S Y",          "sommerferien",
	"i dag",        "Dth M Y",    "D/K Y",        "D.K.Y",
	"den D.",       "D",          "YCE",          "første M",
};
static const char *const months[] = {
	"januar",    "februar", "marts",    "april",    "maj",     "juni",   "juli", "august",
	"september", "oktober", "november", "december", "January", "Feb",    "may",  "JUNE",
	"jul",       "aug.",    "Sept.",    "oct",      "dec.",    "juliet",
};
static const char *const weekdays[] = {"mandag", "tirsdag", "Wed", "torsdag", "FREDAG", "lørdag", "Søn."};
static const char *const weeks[] = {"uge", "uge", "week", "Uge", "uger", "UGE", "q", "h", "kvartal"};
static const char *const parts[] = {"primo", "medio", "ultimo", "early", "Mid", "late", "Ultimo", "ultima"};
static const char *const seasons[] = {"forår", "Sommeren", "efterår", "autumn", "vinter", "FORÅRET"};
static const char *const bounds[] = {
	"senest ", "by ",    "fra ",        "tidligst ",        "før ",           "efter ", "inden ",
	"ca. ",    "until ", "not before ", "med udgangen af ", "by the end of ", "about ", " ",
};
static const char *const joints[] = {"/",     "/", "-",    "..",   " - ",
									 " til ", "–", " to ", "/../", " til og med "};
static const char *const ends[] = {"?", "~", "%", " ", ".", "/..", "-..", " 2018", " 10:30", "T10:30Z"};

static int year(struct random *random)
{
	static const int odd[] = {0, 18, 1899, 1900, 2199, 2200, 9999, 2100};
	return random_below(random, 12) ? 2010 + (int)random_below(random, 20) : PICK(odd);
}

static unsigned mostly_below(struct random *random, unsigned usual, unsigned seldom)
{
	return random_below(random, random_below(random, 6) ? usual : seldom);
}

static void put(struct buf *text, char c, struct random *random)
{
	switch (c) {
	case 'Y': buf_printf(text, "%04d", year(random)); break;
	case 'C': buf_printf(text, "%02u", mostly_below(random, 13, 60)); break;
	case 'E': buf_printf(text, "%02u", mostly_below(random, 30, 34)); break;
	case 'D': buf_printf(text, "%u", mostly_below(random, 32, 120)); break;
	case 'K': buf_printf(text, "%u", random_below(random, 9)); break;
	case 'M': buf_text(text, PICK(months)); break;
	case 'V': buf_text(text, PICK(weekdays)); break;
	case 'O': buf_text(text, PICK(weeks)); break;
	case 'P': buf_text(text, PICK(parts)); break;
	case 'S': buf_text(text, PICK(seasons)); break;
	default: buf_char(text, c);
	}
}

static void put_form(struct buf *text, struct random *random)
{
	for (const char *form = PICK(forms); *form; form++)
		put(text, *form, random);
}

/* Drops, doubles, replaces or turns over some bytes, with what the alphabet of such texts has. */
static void damage(struct buf *text, struct random *random)
{
	static const char *const pieces[] = {
		"0", "1", "2", "3", "9", "13", " ", "  ", "\t", "-", ".", "..", ",",        "/",    "+",
		":", "X", "x", "?", "w", "d",  "m", "W",  "T",  "a", "é", "å",  "\xC2\xA0", "\xC3", "(",
	};
	char old[512];
	size_t length = text->length < sizeof old ? text->length : sizeof old;
	memcpy(old, buf_string(text), length);
	size_t at = random_below(random, (unsigned)length + 1), kept = at + random_below(random, 3);
	buf_clear(text);
	buf_add(text, old, at);
	if (random_below(random, 3))
		buf_text(text, PICK(pieces));
	else if (at < length)
		buf_char(text, (char)(old[at] ^ 0x20));
	if (kept > length)
		kept = length;
	buf_add(text, old + kept, length - kept);
}

static void damage_some(struct buf *text, struct random *random)
{
	for (unsigned times = mostly_below(random, 2, 5); times > 0; times--)
		damage(text, random);
}

void date_text(struct buf *text, struct random *random)
{
	buf_clear(text);
	if (!random_below(random, 5))
		buf_text(text, PICK(bounds));
	put_form(text, random);
	if (!random_below(random, 4)) {
		buf_text(text, PICK(joints));
		put_form(text, random);
	}
	if (!random_below(random, 8))
		buf_text(text, PICK(ends));
	damage_some(text, random);
}

void lag_text(struct buf *text, struct random *random)
{
	static const char *const lag_forms[] = {
		"+ U",    "+U",       "- U",     "-U", "U..U", "U..",   "..U",
		"+ U..U", "+ -U..-U", "+ -U..U", "U",  "",     "+ ..U", "+ U .. U",
	};
	static const char *const units[] = {"d", "w", "m", "wd", "", " w", "W", "days", "uger", "y", "wd ", " d"};
	buf_clear(text);
	for (const char *form = PICK(lag_forms); *form; form++)
		if (*form == 'U')
			buf_printf(text, "%u%s", mostly_below(random, 12, 80000),
					   units[mostly_below(random, 4, COUNT(units))]);
		else
			buf_char(text, *form);
	damage_some(text, random);
}
