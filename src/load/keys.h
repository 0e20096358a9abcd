/*
 * The keys of the plan file, as tables: one row a key.
 *
 * From the rows are made the reader, the did-you-mean, the JSON Schema and the reference page of the manual.
 * A new key is one row, and one field of a struct of <plan/model.h> for its value.
 */
#ifndef LOAD_KEYS_H
#define LOAD_KEYS_H

#include <plan/model.h>

/* What stands as the value of a key. A list may also be written as the one text that it holds. */
enum key_type {
	KEY_ID,         /* an id that refers to nothing */
	KEY_LINE,       /* a text of one line */
	KEY_PROSE,      /* a text that may have several lines */
	KEY_LINES,      /* a list of texts of one line */
	KEY_NUMBER,     /* a whole number from `least` to `most` */
	KEY_WORD,       /* one of `words` */
	KEY_COUNTRY,    /* a country with built-in holidays, or none */
	KEY_WEEKDAYS,   /* a list of weekdays; may be empty */
	KEY_DATE,       /* a date expression, restricted by `dates` */
	KEY_DAYS,       /* a list of known days */
	KEY_MEETS,      /* a list of weekdays or of known days; not empty */
	KEY_DURATION,   /* "2w..4w" */
	KEY_AMOUNT,     /* "4wd" */
	KEY_REF,        /* the id of an entry of one of `kinds` */
	KEY_REFS,       /* a list of such ids */
	KEY_LINK,       /* the id of a step, which makes a link of `relation` */
	KEY_LINKS,      /* a list of references to steps, recesses or their ends, each with an optional gap */
	KEY_ALLOW,      /* a mapping from rules to the reason for not applying them */
	KEY_SEVERITIES, /* a mapping from rules to off, note, warning or error */
	KEY_MAPPING,    /* a mapping with the keys of `set` */
	KEY_SECTION /* a mapping from ids to mappings with the keys of `set`; `kinds` is the bit of their kind */
};

/* What a date expression may say. */
enum key_dates {
	KEY_DATES_ANY,       /* a window or a period */
	KEY_DATES_WINDOW,    /* one day, known or not: no period */
	KEY_DATES_LAST,      /* something with a last day */
	KEY_DATES_KNOWN_DAY, /* one known day */
	KEY_DATES_KNOWN      /* a known day, or a period from a known day to a known day */
};

struct key_word {
	const char *word;
	uint8_t value;
};

struct key_set;

struct key {
	const char *name;
	uint8_t type;     /* enum key_type */
	uint8_t dates;    /* enum key_dates, of a KEY_DATE */
	uint8_t relation; /* enum plan_relation, of a KEY_LINK or KEY_LINKS */
	uint8_t size;     /* of the number at `offset`, in bytes: of a KEY_NUMBER */
	bool required;
	bool details;                 /* the value is in the step's plan_step_details, not in the step */
	uint16_t offset;              /* of the value in the entry's struct, or in struct plan */
	uint16_t span_offset;         /* of where the value stands; 0: not kept */
	unsigned on;                  /* a bit for each enum plan_kind that has the key; 0 for all of its set */
	unsigned kinds;               /* of a reference: a bit for each enum plan_kind that it may lead to */
	int32_t least, most;          /* of a number */
	size_t word_count;            /* of `words` */
	const struct key_word *words; /* several may have the same value */
	const struct key_set *set;
	const char *not_with; /* a key that says the same and may not stand beside this one; NULL for none */
	const char *fallback; /* what holds when the key is not there, as it would be written; NULL for nothing */
	const char *help;     /* one sentence without a full stop, to be translated */
	const char *example;  /* a value, as it would be written; NULL for none */
};

/* The keys of one mapping. */
struct key_set {
	const char *name; /* "plan", "step", "body": for the reference page */
	const char *help; /* one sentence without a full stop, to be translated */
	const struct key *keys;
	size_t count;
	size_t size; /* of the struct that holds the values */
};

/* No set has more keys than this. */
#define KEYS_MAX 64

/* The keys of the file itself; every other set is reached from it through its rows. */
extern const struct key_set keys_plan;

/* The sets of sections, by enum plan_kind; the three kinds of steps share one. */
const struct key_set *keys_of_kind(enum plan_kind kind);

/* Whether the entries of a kind have a key of their set. */
bool key_is_on(const struct key *key, enum plan_kind kind);

/* Bits of kinds. */
#define KEY_BIT(kind) (1u << PLAN_KIND_##kind)
#define KEY_STEPS     (KEY_BIT(PHASE) | KEY_BIT(MEETING) | KEY_BIT(DOCUMENT))

/* The words for weekdays in both languages, from Monday; the value is an enum plan_weekday. */
extern const struct key_word keys_weekdays[];
extern const size_t keys_weekday_count;

/* The words for severities; the value is an enum plan_severity. */
extern const struct key_word keys_severities[];
extern const size_t keys_severity_count;

/* The tables, one a file; for keys.c. */
extern const struct key_set keys_step, keys_body, keys_party, keys_theme, keys_focus_area, keys_track,
	keys_group, keys_question, keys_remark, keys_recess;

#define KEYS(array)  .keys = (array), .count = sizeof(array) / sizeof *(array)
#define WORDS(array) .words = (array), .word_count = sizeof(array) / sizeof *(array)

#endif
