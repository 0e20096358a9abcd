#include "base/similar.h"
#include "base/text.h"
#include "check/explain.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "format/findings.h"
#include "format/screen.h"

#include <string.h>

enum { INDENT = 4, CODE_COLUMN = 27, SEVERITY_COLUMN = 36, SUMMARY_COLUMN = 45 };

/* Where the groups of rules.def begin. */
static const struct {
	enum plan_rule first;
	const char *title;
} groups[] = {
	{PLAN_RULE_YAML_SYNTAX, N_("The file")},
	{PLAN_RULE_DEADLINE_MISSED, N_("The timeline")},
	{PLAN_RULE_DEADLINE_AT_RISK, N_("At risk")},
	{PLAN_RULE_HEARING_TOO_SHORT, N_("The process")},
};

static enum style severity_style(enum plan_severity severity)
{
	static const enum style styles[] = {STYLE_DIM, STYLE_NOW, STYLE_WARN, STYLE_BAD};
	return styles[severity];
}

static void add_row(struct screen *screen, enum plan_rule rule)
{
	screen_to(screen, 2);
	screen_put(screen, STYLE_BOLD, plan_rule_name(rule));
	screen_to(screen, CODE_COLUMN);
	screen_put(screen, STYLE_DIM, plan_rule_code(rule));
	screen_to(screen, SEVERITY_COLUMN);
	screen_put(screen, severity_style(plan_rule_severity(rule)), severity_label(plan_rule_severity(rule)));
	screen_wrap(screen, STYLE_PLAIN, plan_rule_summary(rule), SUMMARY_COLUMN);
	screen_end(screen);
}

static void add_list(struct screen *screen)
{
	size_t group = 0;
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++) {
		if (group < sizeof groups / sizeof *groups && (int)groups[group].first == rule) {
			if (group)
				screen_end(screen);
			screen_put(screen, STYLE_TITLE, _(groups[group++].title));
			screen_end(screen);
		}
		add_row(screen, (enum plan_rule)rule);
	}
	screen_end(screen);
	screen_wrap(
		screen, STYLE_PLAIN,
		_("'plan explain RULE' tells what a rule means, shows a plan that it finds something in, and how "
		  "to mend or silence it."),
		0);
	screen_end(screen);
}

static void add_paragraph(struct screen *screen, const char *title, const char *text)
{
	screen_end(screen);
	screen_put(screen, STYLE_TITLE, title);
	screen_end(screen);
	screen_wrap(screen, STYLE_PLAIN, text, 2);
	screen_end(screen);
}

/* Lines of a plan, never broken: they are there to be copied. */
static void add_yaml(struct screen *screen, const char *text)
{
	screen_end(screen);
	for (const char *end; *text; text = end + (*end == '\n')) {
		end = strchrnul(text, '\n');
		screen_to(screen, INDENT);
		screen_add(screen, STYLE_PLAIN, text, (size_t)(end - text));
		screen_end(screen);
	}
}

static void add_silence(struct screen *screen, enum plan_rule rule, enum explain_silence silence)
{
	static const char *const weaker[] = {"off", "off", "note", "warning"};
	struct buf yaml = {0};
	if (silence == EXPLAIN_NEVER)
		return;
	add_paragraph(screen, _("How to silence it"), _("For the whole plan, with another severity or off:"));
	buf_printf(&yaml, "rules:\n  severity: {%s: %s}\n", plan_rule_name(rule),
			   weaker[plan_rule_severity(rule)]);
	add_yaml(screen, buf_string(&yaml));
	if (silence == EXPLAIN_ALLOW) {
		screen_end(screen);
		screen_wrap(screen, STYLE_PLAIN, _("For one step, with the reason:"), 2);
		screen_end(screen);
		buf_clear(&yaml);
		buf_printf(&yaml, "allow: {%s: %s}\n", plan_rule_name(rule), _("the reason"));
		add_yaml(screen, buf_string(&yaml));
	}
	screen->out->failed = screen->out->failed || yaml.failed;
	buf_free(&yaml);
}

static void add_rule(struct screen *screen, enum plan_rule rule)
{
	const struct explanation *explanation = rule_explanation(rule);
	screen_put(screen, STYLE_TITLE, plan_rule_name(rule));
	screen_printf(screen, STYLE_DIM, " (%s, ", plan_rule_code(rule));
	screen_put(screen, severity_style(plan_rule_severity(rule)), severity_label(plan_rule_severity(rule)));
	screen_put(screen, STYLE_DIM, ")");
	screen_put(screen, STYLE_PLAIN, ": ");
	screen_wrap(screen, STYLE_BOLD, plan_rule_summary(rule), 2);
	screen_end(screen);
	screen_end(screen);
	screen_wrap(screen, STYLE_PLAIN, _(explanation->meaning), 0);
	screen_end(screen);
	struct buf when = {0};
	if (explanation->today)
		buf_printf(&when, _("This plan breaks it, on %s:"), explanation->today);
	else
		buf_text(&when, _("This plan breaks it:"));
	add_paragraph(screen, _("Example"), buf_string(&when));
	screen->out->failed |= when.failed;
	buf_free(&when);
	add_yaml(screen, explanation->example);
	add_paragraph(screen, _("How to mend it"), _(explanation->mending));
	add_yaml(screen, explanation->mended);
	add_silence(screen, rule, explanation->silence);
}

static int unknown_rule(const struct cli *cli, const char *word)
{
	struct similar similar;
	similar_begin(&similar, word, strlen(word));
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		similar_offer(&similar, plan_rule_name((enum plan_rule)rule), (size_t)rule);
	if (similar.best)
		return cli_usage(cli, _("unknown rule '%1$s'; did you mean '%2$s'?"), word, similar.best);
	return cli_usage(cli, _("unknown rule '%s'; 'plan explain' lists all"), word);
}

static int run(struct cli *cli)
{
	struct buf out = {0};
	struct screen screen = {
		.out = &out,
		.width = cli->out.width,
		.colour = cli->out.colour,
		.ascii = cli->out.ascii,
	};
	for (int i = 0; i < cli->operand_count; i++) {
		enum plan_rule rule = plan_rule_find(cli->operands[i]);
		if (rule == PLAN_RULE_COUNT) {
			buf_free(&out);
			return unknown_rule(cli, cli->operands[i]);
		}
		if (i)
			screen_end(&screen);
		add_rule(&screen, rule);
	}
	if (!cli->operand_count)
		add_list(&screen);
	return output_finish(cli, &out, CLI_FINE);
}

static const struct example examples[] = {
	{"explain", N_("all rules")},
	{"explain deadline-missed", N_("what it means, an example, how to mend or silence it")},
	{0},
};

const struct command command_explain = {
	.name = "explain",
	.summary = N_("what a rule of check means, an example, how to mend or silence it"),
	.operands = N_("[RULE...]"),
	.description =
		N_("Explains rules by name or code: what each means, a plan in which it finds something, and "
		   "the same plan mended. Without a rule it lists them all, with the severity that each has "
		   "unless a plan says otherwise."),
	.examples = examples,
	.operands_max = OPERANDS_ANY,
	.completion = COMPLETE_RULE,
	.run = run,
};
