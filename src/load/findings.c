#include "load/findings.h"

#include <string.h>

void findings_begin(struct findings *findings, const struct plan_diags *diags)
{
	*findings = (struct findings){
		.kept = {.source = diags->source, .arena = diags->arena},
		.limit = diags->limit,
		.source = diags->source,
	};
	if (diags->limit && diags->count < diags->limit)
		findings->limit = diags->limit - diags->count;
}

static bool beyond(struct plan_span span, struct plan_span horizon)
{
	return span.line > horizon.line || (span.line == horizon.line && span.column > horizon.column);
}

bool findings_draft(struct findings *findings, struct diag_draft *draft, enum plan_rule rule,
					struct plan_span span)
{
	if (findings->full && beyond(span, findings->horizon)) {
		findings->kept.counted[plan_rule_severity(rule)]++;
		return false;
	}
	diag_begin(draft, &findings->kept, rule, plan_rule_severity(rule), span);
	diag_step(draft, findings->entry ? *findings->entry : NULL);
	return true;
}

/* Keeps the first of what was found; their texts stay in the arena until it goes. */
static void cut(struct findings *findings)
{
	plan_diags_sort(&findings->kept);
	findings->kept.count = findings->limit;
	findings->horizon = findings->kept.at[findings->limit - 1].span;
	findings->full = true;
}

void findings_end(struct findings *findings, struct diag_draft *draft)
{
	if (diag_end(draft) != PLAN_OK)
		findings->failed = true;
	else if (findings->limit && findings->kept.count >= findings->limit * 2)
		cut(findings);
}

void findings_add(struct findings *findings, enum plan_rule rule, struct plan_span span, const char *format,
				  ...)
{
	struct diag_draft draft;
	if (!findings_draft(findings, &draft, rule, span))
		return;
	struct buf text = {0};
	va_list args;
	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	findings->failed |= text.failed;
	diag_message(&draft, "%s", buf_string(&text));
	buf_free(&text);
	findings_end(findings, &draft);
}

bool findings_has_error(const struct findings *findings)
{
	return findings->kept.counted[PLAN_ERROR] > 0;
}

enum plan_status findings_hand_over(struct findings *findings, struct plan_diags *diags)
{
	struct plan_diags *kept = &findings->kept;
	plan_diags_sort(kept);
	size_t room = kept->count;
	if (diags->limit)
		room = diags->count < diags->limit ? diags->limit - diags->count : 0;
	if (room > kept->count)
		room = kept->count;
	bool failed = findings->failed;
	if (room && !vec_reserve((void **)&diags->at, &diags->room, diags->count + room, sizeof *diags->at))
		failed = true;
	if (!failed) {
		for (size_t i = 0; i < room; i++) {
			diags->at[diags->count] = kept->at[i];
			diags->at[diags->count].order = diags->count;
			diags->count++;
		}
		for (int severity = 0; severity <= PLAN_ERROR; severity++)
			diags->counted[severity] += kept->counted[severity];
	}
	free(kept->at);
	*kept = (struct plan_diags){0};
	return failed ? PLAN_NOMEM : PLAN_OK;
}
