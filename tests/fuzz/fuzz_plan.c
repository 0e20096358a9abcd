/*
 * Bytes to findings and screens: load, timeline, rules and every report format. Formats for programs must
 * give what their readers can parse, whatever the file holds; nothing may show a control character.
 */
#include "fuzz.h"

#include "base/text.h"
#include "format/findings.h"

#include <jansson.h>
#include <plan/plan.h>
#include <string.h>

enum { TODAY = 17777 /* 2018-09-03 */ };

static const char file_name[] = "plans/<b>&'\"%0A,::x.plan.yaml";

/* UTF-8 without control characters other than line ends and, where colours are asked for, those of colours.
 */
static void check_bytes(const struct buf *out, bool coloured)
{
	const char *text = buf_string(out);
	for (size_t at = 0, size; at < out->length; at += size) {
		uint32_t code_point;
		size = text_decode(text + at, out->length - at, &code_point);
		HOLDS(size);
		HOLDS(code_point == '\n' || (coloured && code_point == 0x1B) || !text_is_hidden(code_point));
	}
}

static void check_json(const struct buf *out)
{
	json_error_t error;
	json_t *root = json_loadb(buf_string(out), out->length, JSON_REJECT_DUPLICATES, &error);
	HOLDS(root);
	json_decref(root);
}

/* Every line is a command of its own, and nothing in it starts another. */
static void check_github(const struct buf *out)
{
	for (const char *line = buf_string(out); *line;) {
		const char *end = strchr(line, '\n');
		HOLDS(end);
		HOLDS(!strncmp(line, "::error ", 8) || !strncmp(line, "::warning ", 10) ||
			  !strncmp(line, "::notice ", 9) || line[0] != ':');
		line = end + 1;
	}
}

/* Elements nest, attributes are quoted, and only the five entities and numbers are referred to. */
static void check_xml(const struct buf *out)
{
	const char *at = buf_string(out), *end;
	size_t depth = 0;
	for (; (at = strpbrk(at, "<&")) != NULL; at++) {
		if (*at == '&') {
			end = at + 1 + strcspn(at + 1, ";<& \n");
			HOLDS(*end == ';' && end - at <= 7);
			continue;
		}
		bool closing = at[1] == '/', declaration = at[1] == '?' || at[1] == '!';
		for (end = at; *end && *end != '>'; end++)
			if (*end == '"' || *end == '\'') {
				end = strchr(end + 1, *end);
				HOLDS(end && !memchr(at + 1, '<', (size_t)(end - at - 1)));
			}
		HOLDS(*end);
		if (closing)
			HOLDS(depth-- > 0);
		else if (!declaration && end[-1] != '/')
			depth++;
		at = end;
	}
	HOLDS(depth == 0);
}

static void write_findings(const struct plan_source *source, const struct plan *plan,
						   const struct plan_timeline *timeline, const struct plan_diags *diags)
{
	struct findings_file file = {.source = source,
								 .plan = plan ? plan->id : NULL,
								 .verdict = timeline ? timeline->verdict : PLAN_NO_DEADLINE,
								 .diags = diags};
	struct findings findings = {.files = &file, .count = 1, .fail_on = PLAN_ERROR};
	static const struct findings_style styles[] = {
		{0}, {.columns = 80, .colour = true}, {.columns = 40, .ascii = true}};
	for (const struct findings_format *format = findings_formats; format->name; format++) {
		bool for_people = !strcmp(format->name, "text") || !strcmp(format->name, "short");
		for (size_t i = 0; i < (for_people ? sizeof styles / sizeof *styles : 1); i++) {
			struct buf out = {0};
			HOLDS(format->write(&out, &findings, &styles[i]) == PLAN_OK);
			check_bytes(&out, styles[i].colour);
			if (!strcmp(format->name, "json") || !strcmp(format->name, "sarif") ||
				!strcmp(format->name, "gitlab"))
				check_json(&out);
			else if (!strcmp(format->name, "github"))
				check_github(&out);
			else if (!strcmp(format->name, "junit"))
				check_xml(&out);
			buf_free(&out);
		}
	}
}

static void check_spans(const struct plan_source *source, const struct plan_diags *diags)
{
	size_t lines = 1;
	for (size_t i = 0; i < source->length; i++)
		lines += source->bytes[i] == '\n';
	for (size_t i = 0; i < diags->count; i++) {
		HOLDS(diags->at[i].span.line <= lines);
		HOLDS(diags->at[i].message && diags->at[i].message[0]);
		for (size_t j = 0; j < diags->at[i].because_count; j++)
			HOLDS(diags->at[i].because[j].span.line <= lines);
	}
}

/* The windows lie within the calendar and in order, and whatever is asked of them is answered. */
static void check_times(const struct plan *plan, struct plan_timeline *timeline)
{
	for (size_t i = 0; i < plan->steps.count && i < 50; i++) {
		const struct plan_times *t = &timeline->times[i];
		struct plan_chain chain;
		if (timeline->feasible && plan->steps.at[i]->status != PLAN_CANCELLED) {
			HOLDS(t->start.earliest <= t->start.latest && t->end.earliest <= t->end.latest);
			HOLDS(t->start.earliest <= t->end.earliest && t->start.latest <= t->end.latest);
		}
		HOLDS(plan_timeline_why(timeline, plan->steps.at[i], false, &chain) == PLAN_OK);
		HOLDS(plan_timeline_why(timeline, plan->steps.at[i], true, &chain) == PLAN_OK);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size + 1); /* terminated, and no more of it than that */
	HOLDS(bytes);
	memcpy(bytes, data, size);
	bytes[size] = '\0';
	struct plan_source source = {.name = file_name, .bytes = bytes, .length = size};
	struct plan_diags diags;
	struct plan *plan = NULL;
	struct plan_timeline *timeline = NULL;
	HOLDS(plan_diags_init(&diags, &source) == PLAN_OK);
	diags.limit = 100;
	HOLDS(plan_load(&source, &diags, &plan) == PLAN_OK);
	HOLDS(plan || diags.counted[PLAN_ERROR]);
	if (plan) {
		struct plan_check_options options = {.today = TODAY};
		HOLDS(plan_timeline_new(plan, &timeline) == PLAN_OK);
		HOLDS(plan_check(timeline, &options, &diags) == PLAN_OK);
		check_times(plan, timeline);
	}
	plan_diags_sort(&diags);
	check_spans(&source, &diags);
	write_findings(&source, plan, timeline, &diags);
	plan_timeline_free(timeline);
	plan_diags_free(&diags);
	plan_free(plan);
	free(bytes);
	return 0;
}
