/*
 * Mutants of the conditions of C sources.
 *
 *     mutants list [-s SEED] [-n COUNT] FILE...    a sample of them, all without COUNT; one a line,
 * tab-separated: FILE LINE OFFSET LENGTH REPLACEMENT WHAT SOURCE-LINE mutants make FILE OFFSET LENGTH
 * REPLACEMENT  the file with that change, on standard output
 *
 * A mutant swaps a relational operator for its negation or for the one next to it, && for ||, takes away a !,
 * moves a number that something is compared with by one, or makes the condition of an `if` or `while` always
 * true or false. Comments, texts, directives and asserts are left alone.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOKENS_MAX = 100000, MUTANTS_MAX = 100000, REPLACEMENT_MAX = 24, SOURCE_MAX = 200 };

struct token {
	const char *at;
	int length;
};

struct mutant {
	const char *file;
	unsigned line;
	long offset;
	int length;
	char replacement[REPLACEMENT_MAX], what[64], source[SOURCE_MAX];
	uint64_t lot; /* what the sample is drawn by */
	size_t order; /* in the files */
};

struct source {
	const char *file;
	char *text;
	struct token *tokens;
	size_t count;
};

static struct mutant *mutants;
static size_t mutant_count;

static void die(const char *what)
{
	fprintf(stderr, "mutants: %s\n", what);
	exit(2);
}

static char *read_file(const char *file)
{
	enum { MOST = 1 << 20 };
	FILE *in = fopen(file, "rb");
	char *text = calloc(1, MOST);
	if (!in || !text)
		die(file);
	if (fread(text, 1, MOST - 1, in) == 0 || fclose(in) != 0)
		die(file);
	return text;
}

/* --- tokens ----------------------------------------------------------------------------------------------
 */

static const char *skip_quoted(const char *at)
{
	char quote = *at++;
	for (; *at && *at != quote; at++)
		at += *at == '\\' && at[1];
	return *at ? at + 1 : at;
}

/* A comment, a text or a directive with its continued lines; NULL where there is none. */
static const char *skip_other(const char *at, bool line_begins)
{
	if (!strncmp(at, "/*", 2)) {
		const char *end = strstr(at + 2, "*/");
		return end ? end + 2 : at + strlen(at);
	}
	if (!strncmp(at, "//", 2))
		return at + strcspn(at, "\n");
	if (*at == '"' || *at == '\'')
		return skip_quoted(at);
	if (*at != '#' || !line_begins)
		return NULL;
	at += strcspn(at, "\n");
	while (*at && at[-1] == '\\')
		at += 1 + strcspn(at + 1, "\n");
	return at;
}

static int token_length(const char *at)
{
	static const char *const operators[] = {
		"<<=", ">>=", "->", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||"};
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (!strncmp(at, operators[i], strlen(operators[i])))
			return (int)strlen(operators[i]);
	int length = 0;
	while (isalnum((unsigned char)at[length]) || at[length] == '_')
		length++;
	return length ? length : 1;
}

static void read_tokens(struct source *source)
{
	bool line_begins = true;
	for (const char *at = source->text; *at;) {
		const char *end = skip_other(at, line_begins);
		if (end) {
			at = end;
		} else if (isspace((unsigned char)*at)) {
			line_begins = *at++ == '\n' || line_begins;
		} else {
			if (source->count == TOKENS_MAX)
				die("too many tokens");
			struct token *token = &source->tokens[source->count++];
			*token = (struct token){at, token_length(at)};
			at += token->length;
			line_begins = false;
		}
	}
}

static bool is(const struct token *token, const char *text)
{
	return token->length == (int)strlen(text) && !strncmp(token->at, text, (size_t)token->length);
}

/* --- mutants ---------------------------------------------------------------------------------------------
 */

/* `what` it does; NULL to tell it from the change. */
static void add(const struct source *source, const char *at, int length, const char *replacement,
				const char *what)
{
	const char *begin = at, *end = at;
	while (begin > source->text && begin[-1] != '\n')
		begin--;
	end += strcspn(end, "\n");
	begin += strspn(begin, "\t ");
	if (!strncmp(begin, "assert(", 7))
		return;
	if (mutant_count == MUTANTS_MAX)
		die("too many mutants");
	struct mutant *mutant = &mutants[mutant_count++];
	*mutant = (struct mutant){.file = source->file, .line = 1, .offset = at - source->text, .length = length};
	for (const char *c = source->text; c < at; c++)
		mutant->line += *c == '\n';
	snprintf(mutant->replacement, sizeof mutant->replacement, "%s", replacement);
	if (what)
		snprintf(mutant->what, sizeof mutant->what, "%s", what);
	else
		snprintf(mutant->what, sizeof mutant->what, "%.*s to %s", length, at, replacement);
	snprintf(mutant->source, sizeof mutant->source, "%.*s", (int)(end - begin), begin);
	mutant->source[strcspn(mutant->source, "\t")] = '\0';
}

static void mutate_operator(const struct source *source, const struct token *token)
{
	static const struct {
		const char *from, *to[2];
	} rows[] = {
		{"<", {"<=", ">="}},  {"<=", {"<", ">"}},   {">", {">=", "<="}},  {">=", {">", "<"}},
		{"==", {"!=", NULL}}, {"!=", {"==", NULL}}, {"&&", {"||", NULL}}, {"||", {"&&", NULL}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t k = 0; is(token, rows[i].from) && k < 2 && rows[i].to[k]; k++)
			add(source, token->at, token->length, rows[i].to[k], NULL);
	if (is(token, "!"))
		add(source, token->at, token->length, " ", "without !");
}

/* A number behind a relational operator. */
static void mutate_number(const struct source *source, const struct token *token)
{
	static const char *const relations[] = {"<", "<=", ">", ">=", "==", "!="};
	char *end, text[REPLACEMENT_MAX];
	long number = strtol(token[1].at, &end, 10);
	if (!isdigit((unsigned char)*token[1].at) || end != token[1].at + token[1].length)
		return;
	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		for (int by = -1; is(token, relations[i]) && by <= 1; by += 2) {
			snprintf(text, sizeof text, number + by < 0 ? "(%ld)" : "%ld", number + by);
			add(source, token[1].at, token[1].length, text, NULL);
		}
}

/* The condition of an `if` or a `while`, made constant; a loop is never made endless. */
static void mutate_condition(const struct source *source, const struct token *token)
{
	const struct token *last = source->tokens + source->count, *end = token + 1;
	bool loop = is(token, "while");
	if ((!loop && !is(token, "if")) || end == last || !is(end, "("))
		return;
	for (int depth = 0; end < last; end++) {
		depth += is(end, "(") - is(end, ")");
		if (depth == 0)
			break;
	}
	int length = (int)(end->at + 1 - token[1].at);
	if (!loop)
		add(source, token[1].at, length, "(1)", "always");
	add(source, token[1].at, length, "(0)", "never");
}

static void list_file(const char *file)
{
	static struct token tokens[TOKENS_MAX + 1];
	struct source source = {.file = file, .text = read_file(file), .tokens = tokens};
	read_tokens(&source);
	tokens[source.count] = (struct token){"", 0};
	for (size_t i = 0; i < source.count; i++) {
		mutate_operator(&source, &tokens[i]);
		mutate_number(&source, &tokens[i]);
		mutate_condition(&source, &tokens[i]);
	}
	free(source.text);
}

/* --- the sample --------------------------------------------------------------------------------------------
 */

static uint64_t scramble(uint64_t z) /* splitmix64 */
{
	z += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static uint64_t add_text(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3); /* FNV-1a */
	return scramble(hash);
}

/* Where a mutant stands in the lottery: what it does to which line decides, wherever the line is. */
static uint64_t draw(const struct mutant *mutant, uint64_t seed)
{
	uint64_t hash = add_text(scramble(seed), mutant->file);
	return add_text(add_text(hash, mutant->source), mutant->what);
}

static int compare_lots(const void *a, const void *b)
{
	const struct mutant *x = a, *y = b;
	return x->lot != y->lot ? (x->lot < y->lot ? -1 : 1) : (x->order > y->order) - (x->order < y->order);
}

static int compare_orders(const void *a, const void *b)
{
	const struct mutant *x = a, *y = b;
	return (x->order > y->order) - (x->order < y->order);
}

/* Leaves `count` of the mutants, in their order. A change of one line changes nothing of what is drawn of the
 * others, so that one run can be compared with the next. */
static void sample(size_t count, uint64_t seed)
{
	for (size_t i = 0; i < mutant_count; i++) {
		mutants[i].lot = draw(&mutants[i], seed);
		mutants[i].order = i;
	}
	qsort(mutants, mutant_count, sizeof *mutants, compare_lots);
	/* The same change of lines that read the same: each has a lot of its own. */
	uint64_t lot = 0, same = 0;
	for (size_t i = 0; i < mutant_count; i++) {
		same = i > 0 && mutants[i].lot == lot ? same + 1 : 0;
		lot = mutants[i].lot;
		mutants[i].lot = scramble(lot + same);
	}
	qsort(mutants, mutant_count, sizeof *mutants, compare_lots);
	mutant_count = count < mutant_count ? count : mutant_count;
	qsort(mutants, mutant_count, sizeof *mutants, compare_orders);
}

static int list(int argc, char **argv)
{
	uint64_t seed = 1;
	size_t count = MUTANTS_MAX;
	int i = 0;
	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (!strcmp(argv[i], "-s"))
			seed = strtoull(argv[i + 1], NULL, 10);
		else if (!strcmp(argv[i], "-n"))
			count = strtoul(argv[i + 1], NULL, 10);
	}
	mutants = calloc(MUTANTS_MAX, sizeof *mutants);
	if (!mutants)
		die("no memory");
	for (; i < argc; i++)
		list_file(argv[i]);
	sample(count, seed);
	for (size_t k = 0; k < mutant_count; k++) {
		const struct mutant *m = &mutants[k];
		printf("%s\t%u\t%ld\t%d\t%s\t%s\t%s\n", m->file, m->line, m->offset, m->length, m->replacement,
			   m->what, m->source);
	}
	return 0;
}

static int make(char **argv)
{
	char *text = read_file(argv[0]);
	long offset = strtol(argv[1], NULL, 10), length = strtol(argv[2], NULL, 10);
	printf("%.*s%s%s", (int)offset, text, argv[3], text + offset + length);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 2 && !strcmp(argv[1], "list"))
		return list(argc - 2, argv + 2);
	if (argc == 6 && !strcmp(argv[1], "make"))
		return make(argv + 2);
	fputs("usage: mutants list [-s SEED] [-n COUNT] FILE...\n       mutants make FILE OFFSET LENGTH "
		  "REPLACEMENT\n",
		  stderr);
	return 2;
}
