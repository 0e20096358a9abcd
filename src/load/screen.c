#include "load/screen.h"

#include "base/text.h"
#include "load/limits.h"
#include "load/sweep.h"

#include <plan/load.h>
#include <string.h>

struct screen {
	struct findings *findings;
	const char *end;  /* of the file */
	const char *line; /* where the current line begins */
	const char *counted;
	uint32_t number; /* of the current line, from 1 */
	uint32_t column; /* of `counted`: columns are counted only where something is reported */
	unsigned blank_lines;
	bool passed, stopped;
};

/* A place on the current line; counting starts over for one before the last. */
static struct plan_span place(struct screen *screen, const char *at)
{
	if (at < screen->counted) {
		screen->counted = screen->line;
		screen->column = 1;
	}
	screen->column += (uint32_t)text_code_points(screen->counted, (size_t)(at - screen->counted));
	screen->counted = at;
	return (struct plan_span){.line = screen->number, .column = span_narrow(screen->column), .length = 1};
}

static void refuse(struct screen *screen, enum plan_rule rule, const char *at, const char *message,
				   const char *help)
{
	struct diag_draft draft;
	screen->passed = false;
	if (!findings_draft(screen->findings, &draft, rule, place(screen, at)))
		return;
	diag_message(&draft, "%s", message);
	if (help)
		diag_help(&draft, "%s", help);
	findings_end(screen->findings, &draft);
}

static void refuse_code_point(struct screen *screen, const char *at, uint32_t c)
{
	struct diag_draft draft;
	bool hidden = text_is_hidden(c);
	screen->passed = false;
	if (!findings_draft(screen->findings, &draft, hidden ? PLAN_RULE_HIDDEN_CHARACTER : PLAN_RULE_YAML_SYNTAX,
						place(screen, at)))
		return;
	if (c == '\r')
		diag_message(&draft, _("a carriage return (U+000D) that does not end a line"));
	else if (c == 0xFEFF)
		diag_message(&draft, _("a byte order mark (U+FEFF) that does not begin the file"));
	else if (hidden)
		diag_message(&draft, _("a hidden character (U+%04X)"), (unsigned)c);
	else
		diag_message(&draft, _("U+%04X is not a character"), (unsigned)c);
	diag_help(&draft,
			  c == '\r' ? _("end lines with a line feed") : _("delete it: nobody can see that it is there"));
	findings_end(screen->findings, &draft);
}

/* Looks at one code point; returns its size. */
static size_t check_code_point(struct screen *screen, const char *at, const char *end)
{
	uint32_t c;
	size_t size = text_decode(at, (size_t)(end - at), &c);
	if (!size) {
		refuse(screen, PLAN_RULE_YAML_SYNTAX, at, _("the file is not UTF-8"),
			   _("save it as UTF-8, or convert it: iconv -f ISO-8859-1 -t UTF-8"));
		screen->stopped = true;
		return 1;
	}
	if ((c != '\t' && text_is_hidden(c)) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
		refuse_code_point(screen, at, c);
	return size;
}

static void check_characters(struct screen *screen, const char *end)
{
	const char *at = screen->line;
	while (at < end && !screen->stopped) {
		if ((unsigned char)*at - 0x20u < 0x5F)
			at++;
		else
			at += check_code_point(screen, at, end);
	}
}

/* Looks for a run of blanks that is too long. */
static void check_blanks(struct screen *screen, const char *end)
{
	const char *from = screen->line;
	for (const char *at = screen->line; at < end; at++) {
		if (*at != ' ' && *at != '\t') {
			from = at + 1;
		} else if (at - from >= LIMIT_BLANKS) {
			refuse(screen, PLAN_RULE_LIMIT_EXCEEDED, from, _("more than 4,096 blanks in a row"), NULL);
			return;
		}
	}
}

/* A line that begins with % is a directive wherever libyaml looks for one. */
static void check_directive(struct screen *screen, const char *end)
{
	size_t length = (size_t)(end - screen->line);
	const char *line = screen->line;
	bool version = length >= 9 && (!memcmp(line, "%YAML 1.1", 9) || !memcmp(line, "%YAML 1.2", 9));
	for (size_t i = 9; version && i < length; i++) {
		if (line[i] == '#' && i > 9)
			break;
		version = line[i] == ' ' || line[i] == '\t';
	}
	if (!version)
		refuse(screen, PLAN_RULE_UNSUPPORTED_YAML, line,
			   _("a line that begins with % is a YAML directive, and a plan has none but %YAML 1.1 and %YAML "
				 "1.2"),
			   _("remove the line; in a text, put a blank before the %"));
}

static void count_blank_line(struct screen *screen, bool blank)
{
	screen->blank_lines = blank ? screen->blank_lines + 1 : 0;
	if (screen->blank_lines == LIMIT_BLANK_LINES + 1)
		refuse(screen, PLAN_RULE_LIMIT_EXCEEDED, screen->line, _("more than 1,000 blank lines in a row"),
			   NULL);
}

/* `end` is the end of the line, its line break left out. */
static void check_line(struct screen *screen, const char *end)
{
	size_t length = (size_t)(end - screen->line), blanks = 0;
	if (length > LIMIT_LINE)
		refuse(screen, PLAN_RULE_LIMIT_EXCEEDED, screen->line, _("a line of more than 65,535 bytes"), NULL);
	check_characters(screen, end);
	if (length > LIMIT_BLANKS)
		check_blanks(screen, end);
	while (blanks < length && (screen->line[blanks] == ' ' || screen->line[blanks] == '\t'))
		blanks++;
	count_blank_line(screen, blanks == length);
	if (length && screen->line[0] == '%')
		check_directive(screen, end);
}

static void check_lines(struct screen *screen)
{
	while (screen->line < screen->end && !screen->stopped) {
		const char *stop = memchr(screen->line, '\n', (size_t)(screen->end - screen->line));
		const char *end = stop ? stop : screen->end;
		const char *next = stop ? stop + 1 : screen->end;
		if (stop && end > screen->line && end[-1] == '\r')
			end--;
		screen->counted = screen->line;
		screen->column = 1;
		check_line(screen, end);
		screen->line = next;
		screen->number++;
	}
}

/* UTF-16 and UTF-32 begin with a byte order mark, or with a zero byte among the first two. */
static bool is_utf16(const struct plan_source *source)
{
	const unsigned char *bytes = (const unsigned char *)source->bytes;
	if (source->length < 2)
		return false;
	return (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE) ||
		   !bytes[0] != !bytes[1];
}

bool screen_pass(const struct plan_source *source, struct findings *findings, size_t *start)
{
	*start = 0;
	if (source->length > PLAN_SOURCE_MAX) {
		findings_add(findings, PLAN_RULE_LIMIT_EXCEEDED, (struct plan_span){0},
					 _("the file is larger than 64 MiB"));
		return false;
	}
	bool marked = source->length >= 3 && !memcmp(source->bytes, "\xEF\xBB\xBF", 3);
	*start = marked ? 3 : 0;
	struct screen screen = {
		.findings = findings,
		.line = source->bytes + *start,
		.counted = source->bytes + *start,
		.end = source->bytes + source->length,
		.number = 1,
		.column = 1,
		.passed = true,
	};
	if (is_utf16(source)) {
		refuse(&screen, PLAN_RULE_YAML_SYNTAX, screen.line, _("the file is UTF-16, not UTF-8"),
			   _("save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8"));
		return false;
	}
	if (!sweep_is_clean(screen.line, source->length - *start))
		check_lines(&screen);
	return screen.passed;
}
