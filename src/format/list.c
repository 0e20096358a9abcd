#include "format/list.h"

#include "format/list_kinds.h"

#include <string.h>

/* clang-format off */
const struct list_kind *const list_kinds[] = {
	&list_steps,
	&list_phases,
	&list_hearings,
	&list_meetings,
	&list_documents,
	&list_themes,
	&list_parties,
	&list_focus_areas,
	&list_bodies,
	&list_tracks,
	&list_groups,
	&list_questions,
	&list_remarks,
	&list_principles,
	&list_recesses,
	NULL,
};
/* clang-format on */

const struct list_kind *list_kind_find(const char *name)
{
	for (size_t i = 0; list_kinds[i]; i++)
		if (!strcmp(list_kinds[i]->name, name))
			return list_kinds[i];
	return NULL;
}
