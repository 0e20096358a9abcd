#include "load/links.h"

#include "base/text.h"
#include "date/lag.h"
#include "load/lists.h"
#include "load/refs.h"

#include <string.h>

/* The parts of a link's text, each as an offset and a length. */
struct parts {
	size_t id, point, gap, end;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t skip_blanks(const char *text, size_t at)
{
	while (is_blank(text[at]))
		at++;
	return at;
}

static struct parts split(const char *text)
{
	struct parts parts;
	size_t at = parts.id = skip_blanks(text, 0);
	while (text[at] && !is_blank(text[at]) && text[at] != '+' && text[at] != '.')
		at++;
	parts.point = at;
	if (text[at] == '.')
		while (text[at] && !is_blank(text[at]) && text[at] != '+')
			at++;
	parts.gap = at;
	parts.end = skip_blanks(text, at);
	return parts;
}

static void read_point(struct loader *loader, struct draft_link *link, const char *text, struct parts parts)
{
	const char *point = text + parts.point;
	size_t length = parts.gap - parts.point;
	if (length == 6 && !memcmp(point, ".start", 6))
		link->point = PLAN_POINT_START;
	else if (length == 4 && !memcmp(point, ".end", 4))
		link->point = PLAN_POINT_END;
	else if (length)
		loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE, span_part(link->span, text, parts.point, length),
					  _("a step has two ends, .start and .end"), NULL);
}

static void read_gap(struct loader *loader, struct draft_link *link, const char *text, size_t offset)
{
	struct plan_expr_error error;
	struct diag_draft draft;
	const char *gap = text + offset;
	if (!*gap || lag_parse_gap(gap, strlen(gap), &link->gap, &error))
		return;
	if (!loader_draft(loader, &draft, PLAN_RULE_BAD_GAP,
					  span_part(link->span, text, offset + error.offset, error.length)))
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

/* Reads the text of a link; false, reported, when it makes none. */
static bool read_parts(struct loader *loader, struct draft_link *link, const char *text, struct parts *parts)
{
	*parts = split(text);
	if (parts->id == parts->point) {
		loader_refuse(loader, PLAN_RULE_UNKNOWN_REFERENCE, link->span, _("an id is missing"),
					  _("write it before the gap: hearing + 2w"));
		return false;
	}
	if (!text[parts->point])
		return true;
	if (link->relation != PLAN_AFTER && link->relation != PLAN_BEFORE) {
		loader_refuse(loader, PLAN_RULE_BAD_GAP,
					  span_part(link->span, text, parts->point, strlen(text) - parts->point),
					  _("an id stands here alone, without a gap and without .start or .end"), NULL);
		return false;
	}
	read_point(loader, link, text, *parts);
	read_gap(loader, link, text, parts->end);
	return true;
}

/* Whether the text is an id alone. */
static bool is_plain(const char *text, struct parts parts)
{
	return parts.id == 0 && !text[parts.point];
}

/* Where the text is an id alone it is needed only until what it leads to is known: that has the same. */
static bool keep_text(struct loader *loader, struct draft_link *link, const char *text, struct parts parts)
{
	size_t length = reader_length(&loader->reader);
	link->id_alone = is_plain(text, parts);
	link->text = link->id_alone ? loader_scratch(loader, text, length) : loader_text(loader, text, length);
	link->hash = index_hash(loader->plan->index, text + parts.id, parts.point - parts.id);
	return link->text != NULL;
}

static bool take_link(struct loader *loader, const struct key *key)
{
	struct draft_link link = {.span = reader_span(&loader->reader), .relation = key->relation};
	struct parts parts;
	const char *text = value_plain_text(loader, key);
	if (!text || !read_parts(loader, &link, text, &parts))
		return value_go_on(loader);
	if (!keep_text(loader, &link, text, parts))
		return false;
	struct draft_link *place = VEC_PUSH(&loader->link_list);
	if (!place)
		return loader_fail(loader);
	*place = link;
	loader->has_phases |= key->relation == PLAN_PHASE_OF;
	return true;
}

bool links_read_one(struct loader *loader, const struct key *key, void *base)
{
	(void)base; /* the links of a step are gathered from several keys */
	return take_link(loader, key);
}

bool links_read(struct loader *loader, const struct key *key, void *base)
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
		step->links[i] = (struct plan_link){
			.text = draft->text,
			.to.span = draft->span,
			.gap = draft->gap,
			.relation = draft->relation,
			.point = draft->point,
			.id_alone = draft->id_alone,
			.to_step = draft->hash, /* until links_resolve */
		};
	}
	return true;
}

/* A link whose id is being looked up. */
struct lookup {
	struct plan_link *link;
	const struct plan_step *owner;
	uint32_t hash; /* of the id */
};

/* Finds what a link leads to; its number beside it spares those who go through all links the way there. */
static void find_step(struct loader *loader, const struct lookup *lookup, const char *id,
					  struct plan_span span)
{
	struct plan_link *link = lookup->link;
	refs_find(loader, &link->to, lookup->hash, id, span, link_kinds(link->relation));
	const struct plan_step *step = link->to.entry ? plan_entry_step(link->to.entry) : NULL;
	link->to_step = step ? step->number : PLAN_NO_STEP;
}

/* Of an id alone, which says what the entry says. */
static void finish_alone(struct loader *loader, const struct lookup *lookup)
{
	struct plan_link *link = lookup->link;
	const struct plan_entry *owner = &lookup->owner->entry;
	find_step(loader, lookup, link->text, link->to.span);
	link->text = link->to.entry ? link->to.entry->id : "";
	if (link->to.entry == owner && link->relation > PLAN_BEFORE &&
		link_kinds(link->relation) >> owner->kind & 1)
		loader_refuse(loader, PLAN_RULE_BAD_VALUE, link->to.span, _("a step cannot be tied to itself"), NULL);
}

static bool finish(struct loader *loader, const struct lookup *lookup)
{
	struct plan_link *link = lookup->link;
	loader->findings.entry = &lookup->owner->entry.id;
	if (link->id_alone) {
		finish_alone(loader, lookup);
		return true;
	}
	struct parts parts = split(link->text);
	size_t length = parts.point - parts.id;
	const char *id = loader_scratch(loader, link->text + parts.id, length);
	if (id)
		find_step(loader, lookup, id, span_part(link->to.span, link->text, parts.id, length));
	return id;
}

/* The link that the lookup after `last` is about; false when that was the last one of the plan. */
static bool next_link(const struct plan *plan, const struct lookup *last, struct lookup *next)
{
	const struct plan_step *owner = last ? last->owner : plan->steps.count ? plan->steps.at[0] : NULL;
	size_t at = last ? (size_t)(last->link - owner->links) + 1 : 0;
	while (owner && at == owner->link_count) {
		owner = owner->number + 1 < plan->steps.count ? plan->steps.at[owner->number + 1] : NULL;
		at = 0;
	}
	if (!owner)
		return false;
	struct plan_link *link = &owner->links[at];
	*next = (struct lookup){.link = link, .owner = owner, .hash = link->to_step};
	return true;
}

/* What is needed to find something is fetched so many lookups ahead, a part of the way at each step. */
enum { AHEAD = 8, UNDER_WAY = INDEX_STEPS * AHEAD, RING = UNDER_WAY + 1 };

void links_resolve(struct loader *loader)
{
	const struct plan *plan = loader->plan;
	struct lookup lookups[RING];
	size_t begun = 0, done = 0;
	bool more = true;
	while (more || done < begun) {
		if (more)
			more = next_link(plan, begun ? &lookups[(begun - 1) % RING] : NULL, &lookups[begun % RING]);
		for (size_t step = 0; more && step < INDEX_STEPS && step * AHEAD <= begun; step++)
			index_fetch(plan->index, lookups[(begun - step * AHEAD) % RING].hash, (int)step);
		begun += more;
		if (done < begun && (!more || begun - done > UNDER_WAY) && !finish(loader, &lookups[done++ % RING]))
			break;
	}
	loader->findings.entry = NULL;
}
