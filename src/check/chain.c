#include "check/chain.h"

#include "base/text.h"
#include "check/cause.h"
#include "check/words.h"
#include "date/print.h"

#include <stdio.h>
#include <string.h>

#define SHOWN_MAX 40 /* links of one chain; a reader follows no more */

void reason_add(struct diag_draft *draft, struct plan_span span, bool contrary, struct buf *sentence)
{
	/* TRANSLATORS: a main clause follows each of the three; Danish "for %s" */
	const char *format = !draft->because.count ? _("because %s") : contrary ? _("but %s") : _("and %s");
	if (sentence->failed)
		draft->failed = true;
	else
		diag_because(draft, span, format, buf_string(sentence));
	buf_free(sentence);
}

struct name_text short_name(const struct diag_draft *draft, const struct plan_entry *entry,
							const struct plan_cause *before)
{
	struct name_text out;
	bool known = (before && entry == &before->step->entry) ||
				 (draft->diag.step && !strcmp(draft->diag.step, entry->id));
	if (!known)
		return name_text(entry);
	snprintf(out.text, sizeof out.text, "%s", entry->id);
	return out;
}

static void add_link(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain,
					 size_t link)
{
	const struct plan_cause *cause = &chain->at[link], *before = link ? cause - 1 : NULL;
	struct name_text name = short_name(draft, &cause->step->entry, before), other = {{0}};
	struct buf sentence = {0};
	if (cause->other)
		other = short_name(draft, cause->other, before);
	cause_write(&sentence, plan, cause, cause_is_first(chain, link), name.text, other.text);
	reason_add(draft, cause->span, cause->upper, &sentence);
}

void cause_add(struct diag_draft *draft, const struct plan *plan, const struct plan_cause *cause)
{
	add_link(draft, plan, &(struct plan_chain){.at = cause, .count = 1}, 0);
}

void chain_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++) {
		if (chain->count > SHOWN_MAX && i == SHOWN_MAX / 2) {
			size_t hidden = chain->count - SHOWN_MAX;
			diag_because(draft, chain->at[i].span,
						 P_("and %zu more such step", "and %zu more such steps", hidden), hidden);
			i += hidden;
		}
		add_link(draft, plan, chain, i);
	}
}

const struct plan_cause *risk_deciding(const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++)
		if (!chain->at[i].upper && cause_is_imprecise(&chain->at[i]))
			return &chain->at[i];
	return NULL;
}

void risk_add(struct diag_draft *draft, const struct plan *plan, const struct plan_chain *chain)
{
	for (size_t i = 0; i < chain->count && i < SHOWN_MAX; i++) {
		const struct plan_cause *cause = &chain->at[i], *before = i ? cause - 1 : NULL;
		if (!cause_is_imprecise(cause)) {
			add_link(draft, plan, chain, i);
			continue;
		}
		struct name_text name = short_name(draft, &cause->step->entry, before);
		struct buf sentence = {0};
		buf_printf(
			&sentence, cause->upper ? _("%1$s may be as early as %2$s") : _("%1$s may be as late as %2$s"),
			point_named(&cause->step->entry, cause->at_end, name.text).text, day_text(cause->day).text);
		reason_add(draft, cause->span, cause->upper, &sentence);
	}
}
