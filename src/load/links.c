#include "load/links.h"

#include "base/text.h"
#include "date/fault.h"
#include "date/lag.h"
#include "load/ids.h"
#include "load/lists.h"

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
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
		if (wants[i].kinds == kinds)
			return _(wants[i].help);
	return NULL;
}

static void refuse_unknown(struct loader *loader, const char *id, struct plan_span span, unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	const struct plan_entry *similar = plan_find_similar(loader->plan, id, kinds);
	const char *help = want(kinds);
	diag_message(&draft, _("nothing has the id \"%s\""), excerpt(id, strlen(id)).text);
	if (similar)
		diag_help(&draft, _("did you mean \"%s\"?"), similar->id);
	else if (help)
		diag_help(&draft, "%s", help);
	loader_end(loader, &draft);
}

static void refuse_kind(struct loader *loader, const struct plan_entry *entry, struct plan_span span,
						unsigned kinds)
{
	struct diag_draft draft;
	if (!loader_draft(loader, &draft, PLAN_RULE_UNKNOWN_REFERENCE, span))
		return;
	const char *help = want(kinds);
	diag_message(&draft, _(is_kind[entry->kind]), entry->id);
	if (help)
		diag_help(&draft, "%s", help);
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

/* Finds what had to wait. `id` is terminated. */
static void find(struct loader *loader, struct plan_ref *ref, uint32_t hash, const char *id,
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
	struct pending_ref *pending = VEC_PUSH(&loader->pending_refs);
	if (!pending)
		return loader_fail(loader);
	*pending = (struct pending_ref){.ref = ref,
									.text = text,
									.kinds = kinds,
									.hash = index_hash(loader->plan->index, text, strlen(text)),
									.owner = loader->entry};
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

bool links_read_ref(struct loader *loader, const struct key *key, void *base)
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

bool links_read_refs(struct loader *loader, const struct key *key, void *base)
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

/* The parts of a link's text, each as an offset and a length. */
struct parts {
	size_t id, point, gap, end;
};

static size_t skip_blanks(const char *text, size_t at)
{
	return at + strspn(text + at, " \t");
}

static struct parts split(const char *text)
{
	struct parts parts;
	parts.id = skip_blanks(text, 0);
	parts.point = parts.id + strcspn(text + parts.id, " \t+.");
	parts.gap = parts.point;
	if (text[parts.point] == '.')
		parts.gap += strcspn(text + parts.point, " \t+");
	parts.end = skip_blanks(text, parts.gap);
	return parts;
}

static void read_point(struct loader *loader, struct plan_link *link, const char *text, struct parts parts)
{
	const char *point = text + parts.point;
	size_t length = parts.gap - parts.point;
	if (length == 6 && !memcmp(point, ".start", 6))
		link->point = PLAN_POINT_START;
	else if (length == 4 && !memcmp(point, ".end", 4))
		link->point = PLAN_POINT_END;
	else if (length)
		loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE,
					  span_part(link->to.span, text, parts.point, length),
					  _("a step has two ends, .start and .end"), NULL);
}

static void read_gap(struct loader *loader, struct plan_link *link, const char *text, size_t offset)
{
	struct plan_expr_error error;
	struct diag_draft draft;
	const char *gap = text + offset;
	if (!*gap || lag_parse_gap(gap, strlen(gap), &link->gap, &error))
		return;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_GAP,
					  span_part(link->to.span, text, offset + error.offset, error.length)))
		return;
	diag_message(&draft, "%s", error.message);
	if (error.hint[0])
		diag_help(&draft, "%s", error.hint);
	loader_end(loader, &draft);
}

/* What links of a relation may lead to. */
static unsigned link_kinds(unsigned relation)
{
	static const unsigned kinds[] = {
		[PLAN_AFTER] = KEY_STEPS | KEY_BIT(RECESS),
		[PLAN_BEFORE] = KEY_STEPS | KEY_BIT(RECESS),
		[PLAN_DURING] = KEY_BIT(PHASE),
		[PLAN_PHASE_OF] = KEY_BIT(PHASE),
		[PLAN_ALONGSIDE] = KEY_STEPS,
	};
	return kinds[relation];
}

/* Keeps what is needed to find what a link leads to. Where its text is an id alone, that of the entry will
 * do. */
static bool read_target(struct loader *loader, struct draft_link *draft, const char *text, struct parts parts)
{
	struct plan_link *link = &draft->link;
	size_t length = strlen(text);
	draft->hash = index_hash(loader->plan->index, text + parts.id, parts.point - parts.id);
	draft->plain = parts.id == 0 && parts.point == length;
	link->text = draft->plain ? loader_scratch(loader, text, length) : loader_text(loader, text, length);
	return link->text != NULL;
}

/* Reads the text of a link; false, reported, when it makes none. */
static bool read_parts(struct loader *loader, struct plan_link *link, const char *text, struct parts *parts)
{
	*parts = split(text);
	if (parts->id == parts->point) {
		loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE, link->to.span, _("an id is missing"),
					  _("write it before the gap: hearing + 2w"));
		return false;
	}
	if (!text[parts->point])
		return true;
	if (link->relation != PLAN_AFTER && link->relation != PLAN_BEFORE) {
		loader_refuse(loader, PLAN_RULE_BAD_GAP,
					  span_part(link->to.span, text, parts->point, strlen(text) - parts->point),
					  _("an id stands here alone, without a gap and without .start or .end"), NULL);
		return false;
	}
	read_point(loader, link, text, *parts);
	read_gap(loader, link, text, parts->end);
	return true;
}

static bool take_link(struct loader *loader, const struct key *key)
{
	struct draft_link draft = {.link = {.to.span = reader_span(&loader->reader), .relation = key->relation}};
	struct parts parts;
	const char *text = value_plain_text(loader, key);
	if (!text || !read_parts(loader, &draft.link, text, &parts))
		return value_go_on(loader);
	if (!read_target(loader, &draft, text, parts))
		return false;
	struct draft_link *place = VEC_PUSH(&loader->link_list);
	if (!place)
		return loader_fail(loader);
	*place = draft;
	loader->has_phases |= key->relation == PLAN_PHASE_OF;
	return true;
}

bool links_read_link(struct loader *loader, const struct key *key, void *base)
{
	(void)base; /* the links of a step are gathered from several keys */
	return take_link(loader, key);
}

bool links_read_links(struct loader *loader, const struct key *key, void *base)
{
	(void)base;
	return list_read(loader, key, take_link);
}

bool links_keep(struct loader *loader, struct plan_step *step)
{
	size_t count = loader->link_list.count;
	if (!count)
		return true;
	step->links = count == 1 ? loader_slab(loader, &loader->links, sizeof *step->links)
							 : loader_alloc(loader, count * sizeof *step->links);
	if (!step->links)
		return false;
	step->link_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct draft_link *draft = &loader->link_list.at[i];
		step->links[i] = draft->link;
		struct pending_link *pending = VEC_PUSH(&loader->pending_links);
		if (!pending)
			return loader_fail(loader);
		*pending = (struct pending_link){
			.link = &step->links[i], .owner = step, .hash = draft->hash, .plain = draft->plain};
	}
	return true;
}

static bool resolve_link(struct loader *loader, const struct pending_link *pending)
{
	struct plan_link *link = pending->link;
	unsigned kinds = link_kinds(link->relation);
	loader->findings.entry = &pending->owner->entry.id;
	if (pending->plain) {
		find(loader, &link->to, pending->hash, link->text, link->to.span, kinds);
		link->text = link->to.entry ? link->to.entry->id : "";
		if (link->to.entry == &pending->owner->entry && link->relation > PLAN_BEFORE &&
			kinds >> pending->owner->entry.kind & 1)
			loader_refuse(loader, PLAN_RULE_BAD_VALUE, link->to.span, _("a step cannot be tied to itself"),
						  NULL);
		return true;
	}
	struct parts parts = split(link->text);
	size_t length = parts.point - parts.id;
	const char *id = loader_scratch(loader, link->text + parts.id, length);
	if (!id)
		return false;
	find(loader, &link->to, pending->hash, id, span_part(link->to.span, link->text, parts.id, length), kinds);
	return true;
}

static void resolve_ref(struct loader *loader, const struct pending_ref *pending)
{
	loader->findings.entry = pending->owner ? &pending->owner->id : NULL;
	find(loader, pending->ref, pending->hash, pending->text, pending->ref->span, pending->kinds);
}

/* What is needed to find something is fetched so many lookups ahead, a third of the way at each step. */
enum { AHEAD = 8 };

static void resolve_refs(struct loader *loader)
{
	const struct plan_index *index = loader->plan->index;
	const struct pending_ref *pending = loader->pending_refs.at;
	size_t count = loader->pending_refs.count;
	for (size_t i = 0; i < count + INDEX_STEPS * AHEAD; i++) {
		for (size_t step = 0; step < INDEX_STEPS; step++)
			if (i >= step * AHEAD && i - step * AHEAD < count)
				index_fetch(index, pending[i - step * AHEAD].hash, (int)step);
		if (i >= INDEX_STEPS * AHEAD)
			resolve_ref(loader, &pending[i - INDEX_STEPS * AHEAD]);
	}
}

static void resolve_links(struct loader *loader)
{
	const struct plan_index *index = loader->plan->index;
	const struct pending_link *pending = loader->pending_links.at;
	size_t count = loader->pending_links.count;
	for (size_t i = 0; i < count + INDEX_STEPS * AHEAD; i++) {
		for (size_t step = 0; step < INDEX_STEPS; step++)
			if (i >= step * AHEAD && i - step * AHEAD < count)
				index_fetch(index, pending[i - step * AHEAD].hash, (int)step);
		if (i >= INDEX_STEPS * AHEAD && !resolve_link(loader, &pending[i - INDEX_STEPS * AHEAD]))
			return;
	}
}

void links_resolve_pending(struct loader *loader)
{
	resolve_refs(loader);
	resolve_links(loader);
	loader->findings.entry = NULL;
}
