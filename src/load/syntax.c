#include "load/syntax.h"

#include "base/text.h"

#include <string.h>

/*
 * libyaml's words for what it met, and ours. Its mark is where it noticed; for an unclosed quote, an unclosed
 * bracket and a missing colon that is far behind the place to look, which is the mark of its context.
 */
static const struct fault {
	const char *context, *problem; /* what libyaml's texts begin with; NULL for any */
	bool at_context;
	const char *message, *help;
} faults[] = {
	{"while scanning a quoted scalar", "found unexpected end of stream", true,
	 N_("this quotation mark is never closed"),
	 N_("close the quotation, or put the text in the other kind of quotes")},
	{"while scanning a quoted scalar", "found unexpected document indicator", true,
	 N_("this quotation mark is never closed"),
	 N_("close the quotation, or put the text in the other kind of quotes")},
	{"while scanning a simple key", "could not find expected ':'", true,
	 N_("a colon is missing after this key"),
	 N_("write \"key: value\"; a colon must be followed by a blank")},
	{"while parsing a flow sequence", NULL, true,
	 N_("this [ is never closed, or a comma is missing behind it"),
	 N_("separate the items by commas and end the list with ]")},
	{"while parsing a flow mapping", NULL, true,
	 N_("this { is never closed, or a comma is missing behind it"),
	 N_("separate the entries by commas and end the mapping with }")},
	{NULL, "mapping values are not allowed in this context", false,
	 N_("a colon in a text, or a key that is indented too far"),
	 N_("put a text that contains \": \" in quotes; indent all keys of a mapping alike")},
	{"while parsing a block mapping", "did not find expected key", false, N_("a key was expected here"),
	 N_("indent all keys of a mapping alike, and put a text that begins with a quote or bracket in quotes")},
	{"while parsing a block collection", "did not find expected '-' indicator", false,
	 N_("a list item that begins with \"- \" was expected here"), N_("indent all items of a list alike")},
	{NULL, "block sequence entries are not allowed in this context", false,
	 N_("a list item cannot begin here"), N_("begin the list on a line of its own")},
	{"while parsing a quoted scalar", "found unknown escape character", false,
	 N_("an escape that YAML does not have"), N_("write \\\\ for a backslash, or use single quotes")},
	{"while scanning a block scalar", "found a tab character", false, N_("a tab cannot indent"),
	 N_("indent with blanks")},
	{NULL, "did not find expected <document start>", false, N_("the plan has ended before this"),
	 N_("indent all keys of the file alike")},
	{NULL, "found duplicate %YAML directive", false, N_("a second %YAML directive"), N_("remove it")},
	{NULL, "did not find expected node content", false, N_("a value is missing here"),
	 N_("write the value, or remove what announces it: a comma, a bracket, a tag")},
};

/* At the end of the file what is missing is the end of the innermost [ or {, which may stand far above. */
static const struct fault unclosed = {NULL, NULL, false, N_("this bracket is never closed"),
									  N_("end a list with ] and a mapping with }")};

static bool matches(const char *given, const char *wanted)
{
	return !wanted || (given && !strncmp(given, wanted, strlen(wanted)));
}

static const struct fault *find_fault(const yaml_parser_t *parser)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (matches(parser->context, faults[i].context) && matches(parser->problem, faults[i].problem))
			return &faults[i];
	return NULL;
}

/* The byte that libyaml stopped at; 0 when it has none left. */
static unsigned char next_byte(const yaml_parser_t *parser)
{
	return parser->buffer.pointer < parser->buffer.last ? *parser->buffer.pointer : 0;
}

/* Whether libyaml met the end of the file. */
static bool at_end(const yaml_parser_t *parser)
{
	return next_byte(parser) == 0 && parser->problem_mark.index == parser->mark.index;
}

/* The last character of a file: libyaml's own end may be a line that no editor shows. */
static struct plan_span end_span(const struct plan_source *source)
{
	const char *end = source->bytes + source->length;
	while (strchr(" \t\r\n", end[-1])) /* there is something: blanks alone are no fault */
		end--;
	struct plan_span span = {.line = 1, .column = 1, .length = 1};
	const char *line = source->bytes, *stop;
	for (; (stop = memchr(line, '\n', (size_t)(end - line))) != NULL; line = stop + 1)
		span.line++;
	size_t column = text_code_points(line, (size_t)(end - line));
	if (column > 1)
		span.column = span_narrow(column);
	return span;
}

static struct plan_span mark_span(yaml_mark_t mark)
{
	return (struct plan_span){
		.line = (uint32_t)mark.line + 1, .column = span_narrow(mark.column + 1), .length = 1};
}

static void report_bad_start(const yaml_parser_t *parser, struct diag_draft *draft)
{
	unsigned char c = next_byte(parser);
	if (c == '\t') {
		diag_message(draft, _("a tab cannot indent"));
		diag_help(draft, _("indent with blanks"));
	} else {
		diag_message(draft, _("a text cannot begin with \"%c\""), c);
		diag_help(draft, _("put the text in quotes"));
	}
}

void syntax_report(const yaml_parser_t *parser, struct findings *findings)
{
	struct diag_draft draft;
	const struct fault *fault = find_fault(parser);
	struct plan_span span;
	if (fault && fault->at_context) {
		span = mark_span(parser->context_mark);
	} else if (!at_end(parser)) {
		span = mark_span(parser->problem_mark);
	} else if (matches(parser->context, "while parsing a flow node") &&
			   parser->marks.top > parser->marks.start) {
		fault = &unclosed;
		span = mark_span(parser->marks.top[-1]);
	} else {
		span = end_span(findings->source);
	}
	if (!findings_draft(findings, &draft, PLAN_RULE_YAML_SYNTAX, span))
		return;
	if (fault) {
		diag_message(&draft, "%s", _(fault->message));
		diag_help(&draft, "%s", _(fault->help));
	} else if (matches(parser->problem, "found character that cannot start any token")) {
		report_bad_start(parser, &draft);
	} else {
		diag_message(&draft, _("this is not YAML: %s"), parser->problem);
	}
	findings_end(findings, &draft);
}
