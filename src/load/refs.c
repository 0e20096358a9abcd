#include "load/refs.h"

#include "base/text.h"
#include "date/fault.h"
#include "load/ids.h"
#include "load/lists.h"

#include <assert.h>
#include <string.h>

/* What a reference led to, by kind; and what it was to lead to. */
static const char *const is_kind[PLAN_KIND_COUNT] = {
	[PLAN_KIND_PHASE] = N_("\"%s\" is a phase"),       [PLAN_KIND_MEETING] = N_("\"%s\" is a meeting"),
	[PLAN_KIND_DOCUMENT] = N_("\"%s\" is a document"), [PLAN_KIND_THEME] = N_("\"%s\" is a theme"),
	[PLAN_KIND_PARTY] = N_("\"%s\" is a party"),       [PLAN_KIND_FOCUS_AREA] = N_("\"%s\" is a focus area"),
	[PLAN_KIND_BODY] = N_("\"%s\" is a body"),         [PLAN_KIND_TRACK] = N_("\"%s\" is a track"),
	[PLAN_KIND_GROUP] = N_("\"%s\" is a group"),       [PLAN_KIND_QUESTION] = N_("\"%s\" is a question"),
	[PLAN_KIND_REMARK] = N_("\"%s\" is a remark"),     [PLAN_KIND_RECESS] = N_("\"%s\" is a recess"),
};
static const struct {
	unsigned kinds;
	const char *help;
} wants[] = {
	{KEY_BIT(PHASE), N_("the id of a phase belongs here")},
	{KEY_BIT(MEETING), N_("the id of a meeting belongs here")},
	{KEY_STEPS, N_("the id of a phase, a meeting or a document belongs here")},
	{KEY_STEPS | KEY_BIT(RECESS), N_("the id of a phase, a meeting, a document or a recess belongs here")},
	{KEY_BIT(BODY), N_("the id of a body belongs here")},
	{KEY_BIT(BODY) | KEY_BIT(PARTY), N_("the id of a party or a body belongs here")},
	{KEY_BIT(TRACK), N_("the id of a track belongs here")},
	{KEY_BIT(FOCUS_AREA), N_("the id of a focus area belongs here")},
};

static const char *want(unsigned kinds)
{
	size_t i = 0;
	while (wants[i].kinds != kinds)
		i++;
	assert(i < sizeof wants / sizeof *wants);
	return _(wants[i].help);
}

static void refuse_unknown(struct loader *loader, const char *id, struct plan_span span, unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	const struct plan_entry *similar = plan_find_similar(loader->plan, id, kinds);
	diag_message(&draft, _("nothing has the id \"%s\""), excerpt(id, strlen(id)).text);
	if (similar)
		diag_help(&draft, _("did you mean \"%s\"?"), similar->id);
	else
		diag_help(&draft, "%s", want(kinds));
	loader_end(loader, &draft);
}

static void refuse_kind(struct loader *loader, const struct plan_entry *entry, struct plan_span span,
						unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	diag_message(&draft, _(is_kind[entry->kind]), entry->id);
	diag_help(&draft, "%s", want(kinds));
	diag_because(&draft, entry->span, _("it stands here"));
	loader_end(loader, &draft);
}

/* Whether an id stands somewhere and was refused there: then it is not reported once more. */
static bool was_refused(const struct loader *loader, const char *id)
{
	enum { FEW = 16 };
	for (size_t i = 0; i < loader->strays.count && i < FEW; i++)
		if (!strcmp(loader->strays.at[i]->id, id))
			return true;
	return false;
}

void refs_find(struct loader *loader, struct plan_ref *ref, uint32_t hash, const char *id,
			   struct plan_span span, unsigned kinds)
{
	size_t length = strlen(id);
	ref->entry = index_find_hashed(loader->plan->index, hash, id, length);
	if (!ref->entry)
		ref->entry = id_find(loader, id, length);
	if (!ref->entry && !was_refused(loader, id))
		refuse_unknown(loader, id, span, kinds);
	else if (ref->entry && !(kinds >> ref->entry->kind & 1))
		refuse_kind(loader, ref->entry, span, kinds);
}

/*
 * What an id leads to if that stands further up and is of the right kind; else NULL, for the second pass.
 * There may be very many steps: they are all looked up in one go, at the end.
 */
static const struct plan_entry *find_early(const struct loader *loader, const char *id, size_t length,
										   unsigned kinds)
{
	if (kinds & KEY_STEPS)
		return NULL;
	const struct plan_entry *entry = index_find(loader->plan->index, id, length);
	return entry && kinds >> entry->kind & 1 ? entry : NULL;
}

static bool wait_for_ref(struct loader *loader, struct plan_ref *ref, const char *text, unsigned kinds)
{
	struct pending_ref *pending = ARENA_NEW(loader->scratch, struct pending_ref);
	if (!pending)
		return loader_fail(loader);
	*pending = (struct pending_ref){.ref = ref,
									.text = text,
									.kinds = kinds,
									.hash = index_hash(loader->plan->index, text, strlen(text)),
									.owner = loader->entry};
	*loader->pending_refs_end = pending;
	loader->pending_refs_end = &pending->next;
	return true;
}

/* The reference that the current event, a scalar, is. */
static struct draft_ref read_ref(struct loader *loader, const struct key *key)
{
	const char *text = reader_text(&loader->reader);
	size_t length = reader_length(&loader->reader);
	struct draft_ref draft = {.ref.span = reader_span(&loader->reader)};
	draft.ref.entry = find_early(loader, text, length, key->kinds);
	if (!draft.ref.entry)
		draft.text = loader_scratch(loader, text, length);
	return draft;
}

bool refs_read_one(struct loader *loader, const struct key *key, void *base)
{
	if (!value_plain_text(loader, key))
		return value_go_on(loader);
	struct plan_ref *ref = loader_slab(loader, &loader->refs, sizeof *ref);
	if (!ref)
		return false;
	struct draft_ref draft = read_ref(loader, key);
	*ref = draft.ref;
	*(const struct plan_ref **)((char *)base + key->offset) = ref;
	return ref->entry || (draft.text && wait_for_ref(loader, ref, draft.text, key->kinds));
}

static bool take_ref(struct loader *loader, const struct key *key)
{
	struct draft_ref *place = VEC_PUSH(&loader->ref_list);
	if (!place)
		return loader_fail(loader);
	*place = read_ref(loader, key);
	return place->ref.entry || place->text;
}

bool refs_read(struct loader *loader, const struct key *key, void *base)
{
	struct plan_refs *refs = (struct plan_refs *)((char *)base + key->offset);
	loader->ref_list.count = 0;
	if (!list_read(loader, key, take_ref))
		return false;
	size_t count = loader->ref_list.count;
	if (!count)
		return true;
	refs->at = count == 1 ? loader_slab(loader, &loader->refs, sizeof *refs->at)
						  : loader_alloc(loader, count * sizeof *refs->at);
	if (!refs->at)
		return false;
	refs->count = count;
	for (size_t i = 0; i < count; i++) {
		const struct draft_ref *draft = &loader->ref_list.at[i];
		refs->at[i] = draft->ref;
		if (draft->text && !wait_for_ref(loader, &refs->at[i], draft->text, key->kinds))
			return false;
	}
	return true;
}

static void resolve_ref(struct loader *loader, const struct pending_ref *pending)
{
	loader->findings.entry = pending->owner ? &pending->owner->id : NULL;
	refs_find(loader, pending->ref, pending->hash, pending->text, pending->ref->span, pending->kinds);
}

/* What is needed to find something is fetched so many lookups ahead, a part of the way at each step. */
enum { AHEAD = 8, LATENCY = AHEAD * INDEX_STEPS };

void refs_resolve(struct loader *loader)
{
	const struct pending_ref *due = loader->pending_refs, *fetched[INDEX_STEPS];
	for (size_t step = 0; step < INDEX_STEPS; step++)
		fetched[step] = due;
	for (size_t i = 0; due; i++) {
		for (size_t step = 0; step < INDEX_STEPS; step++)
			if (i >= step * AHEAD && fetched[step]) {
				index_fetch(loader->plan->index, fetched[step]->hash, (int)step);
				fetched[step] = fetched[step]->next;
			}
		if (i < LATENCY)
			continue;
		resolve_ref(loader, due);
		due = due->next;
	}
	loader->findings.entry = NULL;
}
