#include "format/sarif_rules.h"

#include "base/text.h"
#include "check/explain.h"

json_t *sarif_message(const char *text, bool *failed)
{
	json_t *message = json_object();
	json_put(message, "text", json_text(text), failed);
	return message;
}

static json_t *properties_of(enum plan_severity severity, bool *failed)
{
	static const char *const words[] = {"recommendation", "recommendation", "warning", "error"};
	json_t *properties = json_object(), *tags = json_array();
	json_push(tags, json_string("plan"), failed);
	json_put(properties, "tags", tags, failed);
	json_put(properties, "precision", json_string("very-high"), failed);
	json_put(properties, "problem.severity", json_string(words[severity]), failed);
	return properties;
}

static void add_plan(struct buf *out, const char *plan, const char *fence)
{
	if (plan)
		buf_printf(out, "\n\n%s%s%s%s", fence, *fence ? "yaml\n" : "", plan, fence);
}

/* What the rule means and an example, then how to mend it and the example mended. `fence` keeps Markdown from
 * reading the examples; plain text needs none. */
static void add_help(struct buf *out, const struct explanation *explanation, const char *fence)
{
	buf_text(out, _(explanation->meaning));
	add_plan(out, explanation->example, fence);
	buf_printf(out, "\n\n%s", _(explanation->mending));
	add_plan(out, explanation->mended, fence);
}

static json_t *help_text(const struct explanation *explanation, const char *fence)
{
	struct buf text = {0};
	add_help(&text, explanation, fence);
	json_t *value = text.failed ? NULL : json_text(buf_string(&text));
	buf_free(&text);
	return value;
}

static json_t *help_of(const struct explanation *explanation, bool *failed)
{
	json_t *help = json_object();
	json_put(help, "text", help_text(explanation, ""), failed);
	json_put(help, "markdown", help_text(explanation, "```"), failed);
	return help;
}

static json_t *rule_of(enum plan_rule rule, bool *failed)
{
	const struct explanation *explanation = rule_explanation(rule);
	enum plan_severity severity = plan_rule_severity(rule);
	json_t *object = json_object(), *configuration = json_object();
	json_put(configuration, "level", json_string(plan_severity_name(severity)), failed);
	json_put(object, "id", json_string(plan_rule_name(rule)), failed);
	json_put(object, "name", json_string(plan_rule_code(rule)), failed);
	json_put(object, "shortDescription", sarif_message(plan_rule_summary(rule), failed), failed);
	json_put(object, "fullDescription", sarif_message(_(explanation->meaning), failed), failed);
	json_put(object, "help", help_of(explanation, failed), failed);
	json_put(object, "defaultConfiguration", configuration, failed);
	json_put(object, "properties", properties_of(severity, failed), failed);
	return object;
}

json_t *sarif_rules(bool *failed)
{
	json_t *rules = json_array();
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		json_push(rules, rule_of((enum plan_rule)rule, failed), failed);
	return rules;
}
