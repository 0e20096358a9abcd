#include <plan/load.h>

#include "base/text.h"
#include "load/mapping.h"
#include "load/resolve.h"
#include "load/screen.h"

/* An entry takes about so much of a large file; the index grows where it takes less. */
enum { BYTES_PER_ENTRY = 80 };

/* Texts that are not needed once the file is read take less than this part of it. They lie together, so that
 * what they leave is of use to what comes after. */
enum { SCRATCH_PART = 8 };

static bool make_plan(struct loader *loader)
{
	struct arena *arena = arena_new();
	struct plan *plan = arena ? arena_alloc(arena, sizeof *plan) : NULL;
	struct plan_index *index = plan ? index_new(loader->source->length / BYTES_PER_ENTRY) : NULL;
	loader->scratch = index ? arena_new_of(loader->source->length / SCRATCH_PART) : NULL;
	if (!loader->scratch) {
		index_free(index);
		arena_free(arena);
		return loader_fail(loader);
	}
	plan->arena = loader->arena = arena;
	plan->index = index;
	plan->source = loader->source;
	plan->id = plan->title = "";
	plan->holidays = "none";
	plan->weekend = PLAN_WEEKEND_DEFAULT;
	plan->rules.margin = (struct plan_lag){.count = 0, .unit = PLAN_DAYS, .given = true};
	plan->rules.notice = (struct plan_lag){.count = 4, .unit = PLAN_WEEKS, .given = true};
	for (int rule = 0; rule < PLAN_RULE_COUNT; rule++)
		plan->rules.severity[rule] = (uint8_t)plan_rule_severity((enum plan_rule)rule);
	loader->plan = plan;
	loader->pending_refs_end = &loader->pending_refs;
	return true;
}

static const struct plan_span first_place = {.line = 1, .column = 1, .length = 1};

/* The document's own value, which the current event begins. */
static bool read_file(struct loader *loader)
{
	struct reader *reader = &loader->reader;
	if (reader_at(reader, YAML_MAPPING_START_EVENT))
		return mapping_read(loader, keymap_of_set(&loader->maps, &keys_plan), loader->plan, first_place,
							NULL);
	if (!reader_at_nothing(reader) && !reader_at(reader, YAML_ALIAS_EVENT)) {
		loader_refuse(
			loader, PLAN_RULE_WRONG_TYPE, reader_span(reader), _("a plan must be a mapping"),
			_("begin with \"plan: an-id\" and \"title: …\"; plan init writes a plan to start from"));
		return reader_skip(reader);
	}
	if (reader_at_nothing(reader))
		loader_refuse(
			loader, PLAN_RULE_MISSING_KEY, first_place, _("the file is empty"),
			_("begin with \"plan: an-id\" and \"title: …\"; plan init writes a plan to start from"));
	return true;
}

/* Past the event that opens or closes something, to the one behind it. */
static bool step_over(struct reader *reader)
{
	if (!reader_next(reader))
		return false;
	return reader_next(reader);
}

/* The first pass: the whole stream, which holds one document. */
static bool read_stream(struct loader *loader)
{
	struct reader *reader = &loader->reader;
	if (!step_over(reader))
		return false;
	if (reader_at(reader, YAML_STREAM_END_EVENT)) {
		loader_refuse(
			loader, PLAN_RULE_MISSING_KEY, first_place, _("the file is empty"),
			_("begin with \"plan: an-id\" and \"title: …\"; plan init writes a plan to start from"));
		return true;
	}
	if (!reader_next(reader) || !read_file(loader) || !step_over(reader))
		return false;
	if (reader_at(reader, YAML_DOCUMENT_START_EVENT))
		loader_refuse(loader, PLAN_RULE_UNSUPPORTED_YAML, reader_span(reader),
					  _("a second document begins here"),
					  _("a file holds one plan: move the rest to a file of its own"));
	return true;
}

static void load(struct loader *loader)
{
	size_t start;
	const struct plan_source *source = loader->source;
	if (!screen_pass(source, &loader->findings, &start) || !make_plan(loader))
		return;
	if (reader_begin(&loader->reader, source->bytes + start, source->length - start, &loader->findings)) {
		if (read_stream(loader) && !loader->no_memory)
			resolve(loader);
		reader_end(&loader->reader);
	}
	loader->no_memory |= loader->reader.no_memory;
}

enum plan_status plan_load(const struct plan_source *source, struct plan_diags *diags, struct plan **plan)
{
	struct loader loader = {.source = source};
	findings_begin(&loader.findings, diags);
	load(&loader);
	bool good = !findings_has_error(&loader.findings);
	enum plan_status status = loader.no_memory ? PLAN_NOMEM : PLAN_OK;
	if (findings_hand_over(&loader.findings, diags) != PLAN_OK)
		status = PLAN_NOMEM;
	loader_free(&loader);
	*plan = NULL;
	if (status == PLAN_OK && good)
		*plan = loader.plan;
	else
		plan_free(loader.plan);
	return status;
}
