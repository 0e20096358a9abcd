#include "load/recess.h"

#include "base/text.h"

#include <string.h>

enum { NAME_BYTES = 256 };

static int compare_names(const void *a, const void *b)
{
	const struct recess_name *one = a, *two = b;
	size_t shorter = one->length < two->length ? one->length : two->length;
	int order = memcmp(one->name, two->name, shorter);
	return order ? order : (one->length > two->length) - (one->length < two->length);
}

bool recess_find(const void *data, const char *name, size_t length, struct plan_window *days)
{
	const struct loader *loader = data;
	char folded[NAME_BYTES];
	struct recess_name wanted = {.name = folded};
	if (!loader->recess_names.count)
		return false;
	wanted.length = text_fold(name, length, folded, sizeof folded);
	const struct recess_name *found =
		bsearch(&wanted, loader->recess_names.at, loader->recess_names.count, sizeof wanted, compare_names);
	if (!found)
		return false;
	*days = found->recess->days;
	return true;
}

bool recess_add_name(struct loader *loader, const struct plan_recess *recess, const char *name)
{
	char folded[NAME_BYTES];
	size_t length = text_fold(name, strlen(name), folded, sizeof folded);
	if (!length)
		return true;
	struct recess_name *place = VEC_PUSH(&loader->recess_names);
	if (!place)
		return loader_fail(loader);
	*place =
		(struct recess_name){.name = loader_text(loader, folded, length), .length = length, .recess = recess};
	return place->name != NULL;
}

void recess_sort_names(struct loader *loader)
{
	if (loader->recess_names.count)
		qsort(loader->recess_names.at, loader->recess_names.count, sizeof *loader->recess_names.at,
			  compare_names);
}
