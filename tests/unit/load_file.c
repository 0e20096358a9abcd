#include "load_file.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void load_bytes(struct loaded *loaded, const char *bytes, size_t length)
{
	*loaded = (struct loaded){.source = {.name = "test", .bytes = bytes, .length = length}};
	assert_int_equal(plan_diags_init(&loaded->diags, &loaded->source), PLAN_OK);
	loaded->diags.limit = 100;
	assert_int_equal(plan_load(&loaded->source, &loaded->diags, &loaded->plan), PLAN_OK);
	assert_int_equal(loaded->plan == NULL, loaded->diags.counted[PLAN_ERROR] > 0);
}

void load_text(struct loaded *loaded, const char *text)
{
	load_bytes(loaded, text, strlen(text));
}

void load_file(struct loaded *loaded, const char *path)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		fail_msg("%s cannot be opened", path);
	struct buf bytes = {0};
	char part[4096];
	for (size_t n; (n = fread(part, 1, sizeof part, in)) > 0;)
		buf_add(&bytes, part, n);
	fclose(in);
	assert_false(bytes.failed);
	load_bytes(loaded, bytes.data ? bytes.data : "", bytes.length);
	loaded->bytes = bytes.data;
}

static void must_be_good(struct loaded *loaded)
{
	if (loaded->plan)
		return;
	char *findings = load_findings(loaded);
	print_error("%s", findings);
	free(findings);
	fail_msg("the plan does not load");
}

void load_good_file(struct loaded *loaded, const char *path)
{
	load_file(loaded, path);
	must_be_good(loaded);
}

void load_good_text(struct loaded *loaded, const char *text)
{
	load_text(loaded, text);
	must_be_good(loaded);
}

void load_free(struct loaded *loaded)
{
	plan_free(loaded->plan);
	plan_diags_free(&loaded->diags);
	free(loaded->bytes);
	*loaded = (struct loaded){0};
}

static void add_place(struct buf *out, struct plan_span span)
{
	buf_printf(out, "%u:%u+%u: ", span.line, span.column, span.length);
}

/* A text with everything that is not visible ASCII or a letter made visible. */
static void add_text(struct buf *out, const char *text)
{
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F)
			buf_printf(out, "<%02X>", (unsigned)*c);
		else
			buf_char(out, *c);
	buf_char(out, '\n');
}

char *load_findings(const struct loaded *loaded)
{
	struct buf out = {0};
	for (size_t i = 0; i < loaded->diags.count; i++) {
		const struct plan_diag *diag = &loaded->diags.at[i];
		add_place(&out, diag->span);
		buf_printf(&out, "%s[%s]: ", plan_severity_name(diag->severity), plan_rule_name(diag->rule));
		add_text(&out, diag->message);
		for (size_t j = 0; j < diag->because_count; j++) {
			buf_text(&out, "  ");
			add_place(&out, diag->because[j].span);
			add_text(&out, diag->because[j].message);
		}
		if (diag->help) {
			buf_text(&out, "  help: ");
			add_text(&out, diag->help);
		}
	}
	buf_printf(&out, "%zu errors, %zu notes\n", loaded->diags.counted[PLAN_ERROR],
			   loaded->diags.counted[PLAN_NOTE]);
	assert_false(out.failed);
	return out.data;
}

bool load_has(const struct loaded *loaded, enum plan_rule rule, unsigned line, unsigned column)
{
	for (size_t i = 0; i < loaded->diags.count; i++) {
		const struct plan_diag *diag = &loaded->diags.at[i];
		if (diag->rule == rule && diag->span.line == line && (!column || diag->span.column == column))
			return true;
	}
	return false;
}

const struct plan_step *load_step(const struct loaded *loaded, const char *id)
{
	const struct plan_entry *entry = plan_find(loaded->plan, id);
	if (!entry || !plan_entry_step(entry))
		fail_msg("there is no step %s", id);
	return plan_entry_step(entry);
}

void load_assert_window(struct plan_window window, plan_day earliest, plan_day latest)
{
	assert_int_equal(window.earliest, earliest);
	assert_int_equal(window.latest, latest);
}
