#include "load/loader.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

void loader_free(struct loader *loader)
{
	VEC_FREE(&loader->ref_list);
	VEC_FREE(&loader->text_list);
	VEC_FREE(&loader->allow_list);
	VEC_FREE(&loader->link_list);
	VEC_FREE(&loader->meets);
	VEC_FREE(&loader->pending_dates);
	arena_free(loader->scratch);
	VEC_FREE(&loader->strays);
	VEC_FREE(&loader->recess_names);
}

bool loader_fail(struct loader *loader)
{
	loader->no_memory = true;
	return false;
}

void *loader_alloc(struct loader *loader, size_t size)
{
	void *memory = arena_alloc(loader->arena, size);
	if (!memory)
		loader_fail(loader);
	return memory;
}

void *loader_slab(struct loader *loader, struct slab *slab, size_t size)
{
	enum { FEW = 8, MANY = 64 };
	if (!slab->left) {
		size_t count = slab->at ? MANY : FEW;
		slab->at = loader_alloc(loader, count * size);
		if (!slab->at)
			return NULL;
		slab->left = count;
	}
	void *memory = slab->at;
	slab->at += size;
	slab->left--;
	return memory;
}

const char *loader_text(struct loader *loader, const char *text, size_t length)
{
	const char *copy = arena_text(loader->arena, text, length);
	if (!copy)
		loader_fail(loader);
	return copy;
}

const char *loader_scratch(struct loader *loader, const char *text, size_t length)
{
	const char *copy = arena_text(loader->scratch, text, length);
	if (!copy)
		loader_fail(loader);
	return copy;
}

void *loader_copy(struct loader *loader, const void *bytes, size_t size)
{
	void *copy = arena_copy(loader->arena, bytes, size);
	if (!copy)
		loader_fail(loader);
	return copy;
}

bool loader_draft(struct loader *loader, struct diag_draft *draft, enum plan_rule rule, struct plan_span span)
{
	return findings_draft(&loader->findings, draft, rule, span);
}

void loader_end(struct loader *loader, struct diag_draft *draft)
{
	findings_end(&loader->findings, draft);
}

void loader_refuse(struct loader *loader, enum plan_rule rule, struct plan_span span, const char *message,
				   const char *help)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, rule, span))
		return;
	diag_message(&draft, "%s", message);
	if (help)
		diag_help(&draft, "%s", help);
	loader_end(loader, &draft);
}

struct plan_span span_part(struct plan_span span, const char *text, size_t offset, size_t length)
{
	assert(length);
	size_t whole = text_code_points(text, strlen(text)), quotes = span.length - whole;
	if (whole > span.length || quotes > 2 || quotes == 1)
		return span;
	span.column += (uint16_t)(quotes / 2 + text_code_points(text, offset));
	span.length = (uint16_t)text_code_points(text + offset, length);
	return span;
}
