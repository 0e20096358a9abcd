#include "base/diag.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

static const struct {
	const char *code, *name, *summary;
	enum plan_severity severity;
} rules[] = {
#define RULE(code, NAME, name, severity, summary) [PLAN_RULE_##NAME] = {#code, name, summary, severity},
#include <plan/rules.def>
#undef RULE
};

const char *plan_rule_code(enum plan_rule rule)
{
	return rules[rule].code;
}

const char *plan_rule_name(enum plan_rule rule)
{
	return rules[rule].name;
}

const char *plan_rule_summary(enum plan_rule rule)
{
	return _(rules[rule].summary);
}

enum plan_severity plan_rule_severity(enum plan_rule rule)
{
	return rules[rule].severity;
}

enum plan_rule plan_rule_find(const char *name)
{
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		if (!strcasecmp(name, rules[rule].name) || !strcasecmp(name, rules[rule].code))
			return (enum plan_rule)rule;
	return PLAN_RULE_COUNT;
}

const char *plan_severity_name(enum plan_severity severity)
{
	static const char *const names[] = {"off", "note", "warning", "error"};
	return names[severity];
}

enum plan_status plan_diags_init(struct plan_diags *diags, const struct plan_source *source)
{
	struct arena *arena = arena_new();
	if (!arena)
		return PLAN_NOMEM;
	*diags = (struct plan_diags){.source = source, .arena = arena};
	return PLAN_OK;
}

void plan_diags_free(struct plan_diags *diags)
{
	arena_free(diags->arena);
	free(diags->at);
	*diags = (struct plan_diags){0};
}

static int compare(const void *a, const void *b)
{
	const struct plan_diag *one = a, *two = b;
	if (one->span.line != two->span.line)
		return one->span.line < two->span.line ? -1 : 1;
	if (one->span.column != two->span.column)
		return one->span.column < two->span.column ? -1 : 1;
	if (one->rule != two->rule)
		return one->rule < two->rule ? -1 : 1;
	return (one->order > two->order) - (one->order < two->order);
}

void plan_diags_sort(struct plan_diags *diags)
{
	if (diags->count)
		qsort(diags->at, diags->count, sizeof *diags->at, compare);
}

void diag_begin(struct diag_draft *draft, struct plan_diags *diags, enum plan_rule rule,
				enum plan_severity severity, struct plan_span span)
{
	*draft = (struct diag_draft){
		.diags = diags,
		.diag = {.rule = rule, .severity = severity, .span = span, .message = ""},
	};
}

/* Keeps what an allocation in the arena gave, or remembers that it failed. */
static const char *kept(struct diag_draft *draft, const char *text)
{
	if (!text)
		draft->failed = true;
	return text;
}

static const char *vformat(struct diag_draft *draft, const char *format, va_list args)
{
	struct buf buf = {0};
	buf_vprintf(&buf, format, args);
	const char *text = buf.failed ? NULL : arena_text(draft->diags->arena, buf_string(&buf), buf.length);
	buf_free(&buf);
	return kept(draft, text);
}

void diag_step(struct diag_draft *draft, const char *id)
{
	if (id)
		draft->diag.step = kept(draft, arena_text(draft->diags->arena, id, strlen(id)));
}

void diag_message(struct diag_draft *draft, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	draft->diag.message = vformat(draft, format, args);
	va_end(args);
}

void diag_help(struct diag_draft *draft, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	draft->diag.help = vformat(draft, format, args);
	va_end(args);
}

void diag_because(struct diag_draft *draft, struct plan_span span, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *message = vformat(draft, format, args);
	va_end(args);
	struct plan_because *because = VEC_PUSH(&draft->because);
	if (because)
		*because = (struct plan_because){.span = span, .message = message};
	else
		draft->failed = true;
}

/* Moves the draft's diagnostic to the end of the list. */
static bool append(struct diag_draft *draft)
{
	struct plan_diags *diags = draft->diags;
	if (!vec_reserve((void **)&diags->at, &diags->room, diags->count + 1, sizeof *diags->at))
		return false;
	const struct plan_because *because = NULL;
	if (draft->because.count) {
		because = arena_copy(diags->arena, draft->because.at, draft->because.count * sizeof *because);
		if (!because)
			return false;
	}
	draft->diag.because = because;
	draft->diag.because_count = draft->because.count;
	draft->diag.order = diags->count;
	diags->at[diags->count++] = draft->diag;
	return true;
}

enum plan_status diag_end(struct diag_draft *draft)
{
	struct plan_diags *diags = draft->diags;
	bool full = diags->limit && diags->count >= diags->limit;
	bool wanted = draft->diag.severity != PLAN_OFF;
	if (!draft->failed && wanted && !full && !append(draft))
		draft->failed = true;
	if (!draft->failed && wanted)
		diags->counted[draft->diag.severity]++;
	VEC_FREE(&draft->because);
	return draft->failed ? PLAN_NOMEM : PLAN_OK;
}

enum plan_status diag_add(struct plan_diags *diags, enum plan_rule rule, struct plan_span span,
						  const char *message, const char *help)
{
	struct diag_draft draft;
	diag_begin(&draft, diags, rule, plan_rule_severity(rule), span);
	diag_message(&draft, "%s", message);
	if (help)
		diag_help(&draft, "%s", help);
	return diag_end(&draft);
}
